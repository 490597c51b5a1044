package hedgerow.store.span;

import java.util.List;
import java.util.stream.IntStream;

/// The columns of expanded positional records, by record type.
///
/// Source: CME Group, "Risk Parameter File Layouts for the Positional Formats", expanded unpacked
/// format (`U2`).
final class Layout {
    /// Columns of the longest record; blanks may follow.
    static final int WIDTH = 192;

    /// Record 0: the exchange complex.
    static final class Header {
        static final Field COMPLEX = Field.of("exchange complex", 3, 8);
        static final Field DATE = Field.of("business date", 9, 16);
        static final Field SESSION = Field.at("settlement or intraday", 17);
        static final Field IDENTIFIER = Field.of("file identifier", 18, 19);
        static final Field FORMAT = Field.of("file format", 36, 37);
        static final Field CAPPED = Field.at("limit option value", 39);
        static final Field REQUIREMENT = Field.at("maintenance or initial", 75);

        private Header() {}
    }

    /// Record X: how combinations are margined.
    static final class Combination {
        static final Field METHOD = Field.at("method", 3);
        static final Field COMMODITY = Field.of("commodity", 4, 13);
        static final Field OFFSET = Field.of("price offset", 14, 20);

        private Combination() {}
    }

    /// Record Y: an option on a combination.
    static final class CombinationOption {
        static final Field COMBINATION = Field.of("combination", 3, 12);
        static final Field OPTION = Field.of("option", 13, 22);

        private CombinationOption() {}
    }

    /// Record Z: a leg of a combination.
    static final class CombinationLeg {
        static final Field EXCHANGE = Field.of("exchange", 3, 5);
        static final Field COMMODITY = Field.of("commodity", 6, 15);
        static final Field MONTH = Field.of("month", 21, 26);
        static final Field DAY = Field.of("day", 27, 28);
        static final Field NUMBER = Field.of("leg number", 36, 38);
        static final Field SIDE = Field.at("relationship", 39);
        static final Field RATIO = Field.of("leg ratio", 40, 42);
        static final Field LEG_COMMODITY = Field.of("leg commodity", 43, 52);
        static final Field LEG_TYPE = Field.of("leg contract type", 53, 55);
        static final Field LEG_MONTH = Field.of("leg month", 56, 61);
        static final Field LEG_DAY = Field.of("leg day", 62, 63);

        private CombinationLeg() {}
    }

    /// Record 5: a group of combined commodities.
    static final class Group {
        static final Field GROUP = Field.of("group", 3, 5);
        static final List<Field> CODE = repeated(Field.of("combined commodity", 13, 18), 10, 6);

        private Group() {}
    }

    /// Record 1: an exchange.
    static final class Exchange {
        static final Field EXCHANGE = Field.of("exchange", 3, 5);

        private Exchange() {}
    }

    /// Record T: a rate between currencies.
    static final class Currency {
        static final Field FROM = Field.of("from currency", 3, 5);
        static final Field TO = Field.of("to currency", 7, 9);
        static final Field RATE = Field.decimal("rate", 11, 20, 6);

        private Currency() {}
    }

    /// Record 2: a combined commodity.
    static final class Commodity {
        static final int FAMILIES = 6;
        static final Field EXCHANGE = Field.of("exchange", 3, 5);
        static final Field CODE = Field.of("combined commodity", 7, 12);
        static final Field EXPONENT = Field.at("risk exponent", 13);
        static final Field CURRENCY = Field.of("performance bond currency", 14, 16);
        static final Field STYLE = Field.at("option margin style", 18);
        static final Field CAPPED = Field.at("limit option value", 19);
        static final List<Field> COMMODITY = repeated(Field.of("commodity", 23, 32), FAMILIES, 16);
        static final List<Field> TYPE = repeated(Field.of("contract type", 33, 35), FAMILIES, 16);
        static final List<Field> LOCATOR =
                repeated(Field.at("array decimal locator", 36), FAMILIES, 16);
        static final List<Field> LOCATOR_SIGN =
                repeated(Field.at("array decimal sign", 37), FAMILIES, 16);

        private Commodity() {}
    }

    /// Records 3, C, E and 4 start with the combined commodity and a method.
    static final Field CODE = Field.of("combined commodity", 3, 8);

    static final Field METHOD = Field.of("method", 9, 10);

    /// Record 3: tiers inside a combined commodity, and initial over maintenance.
    static final class Intra {
        static final int TIERS = 4;
        static final List<Field> TIER = repeated(Field.of("tier", 11, 12), TIERS, 14);
        static final List<Field> START = repeated(Field.of("tier start", 13, 18), TIERS, 14);
        static final List<Field> END = repeated(Field.of("tier end", 19, 24), TIERS, 14);
        static final Field MEMBER = Field.decimal("initial ratio of members", 69, 72, 3);
        static final Field HEDGER = Field.decimal("initial ratio of hedgers", 73, 76, 3);
        static final Field SPECULATOR = Field.decimal("initial ratio of speculators", 77, 80, 3);
        static final List<Field> START_DAY = repeated(Field.of("start day", 81, 82), TIERS, 4);
        static final List<Field> END_DAY = repeated(Field.of("end day", 83, 84), TIERS, 4);

        private Intra() {}
    }

    /// Record C: a spread of tiers.
    static final class TierSpread {
        static final int LEGS = 8;
        static final Field PRIORITY = Field.of("priority", 11, 12);
        static final Field COUNT = Field.of("number of legs", 13, 14);
        static final Field RATE = Field.of("charge rate", 15, 21);
        static final List<Field> NUMBER = repeated(Field.of("leg", 22, 23), LEGS, 7);
        static final List<Field> TIER = repeated(Field.of("tier", 24, 25), LEGS, 7);
        static final List<Field> RATIO = repeated(Field.of("delta per spread", 26, 27), LEGS, 7);
        static final List<Field> SIDE = repeated(Field.at("side", 28), LEGS, 7);

        private TierSpread() {}
    }

    /// Record E: a spread of series.
    static final class SeriesSpread {
        static final int LEGS = 4;
        static final Field PRIORITY = Field.of("priority", 9, 13);
        static final Field RATE = Field.of("charge rate", 14, 20);
        static final List<Field> MONTH = repeated(Field.of("month", 21, 24), LEGS, 14);
        static final List<Field> DAY = repeated(Field.of("day or week", 25, 27), LEGS, 14);
        static final List<Field> RATIO =
                repeated(Field.decimal("delta per spread", 28, 33, 4), LEGS, 14);
        static final List<Field> SIDE = repeated(Field.at("side", 34), LEGS, 14);

        private SeriesSpread() {}
    }

    /// Record S: tiers for scanning, for spreads between commodities, and of the minimum.
    static final class Scan {
        static final int TIERS = 5;
        static final Field COUNT = Field.of("number of tiers", 11, 12);
        static final List<Field> TIER = repeated(Field.of("tier", 13, 14), TIERS, 14);
        static final List<Field> START = repeated(Field.of("tier start", 15, 20), TIERS, 14);
        static final List<Field> END = repeated(Field.of("tier end", 21, 26), TIERS, 14);
        static final Field PRICE_RISK = Field.at("weighted price risk method", 83);
        static final List<Field> START_DAY = repeated(Field.of("start day", 84, 85), TIERS, 4);
        static final List<Field> END_DAY = repeated(Field.of("end day", 86, 87), TIERS, 4);
        static final List<Field> MINIMUM =
                repeated(Field.of("short option minimum", 104, 110), TIERS, 7);

        private Scan() {}
    }

    /// Record 4: charges near delivery, the short option minimum, adjustment factors.
    static final class Spot {
        static final int MONTHS = 2;
        static final Field COUNT = Field.of("number of months", 11, 12);
        static final List<Field> NUMBER = repeated(Field.of("month number", 13, 14), MONTHS, 22);
        static final List<Field> MONTH = repeated(Field.of("month", 15, 20), MONTHS, 22);
        static final List<Field> SPREAD_RATE =
                repeated(Field.of("rate in spreads", 21, 27), MONTHS, 22);
        static final List<Field> OUTRIGHT_RATE =
                repeated(Field.of("rate outright", 28, 34), MONTHS, 22);
        static final List<Field> DAY = repeated(Field.of("day or week", 57, 58), MONTHS, 2);
        static final Field MINIMUM = Field.of("short option minimum", 63, 69);
        static final Field MEMBER = Field.decimal("factor of members", 70, 72, 2);
        static final Field HEDGER = Field.decimal("factor of hedgers", 73, 75, 2);
        static final Field SPECULATOR = Field.decimal("factor of speculators", 76, 78, 2);
        static final Field COUNTING = Field.at("short option minimum method", 79);

        private Spot() {}
    }

    /// Record P: how prices of a family are written.
    static final class Price {
        static final Field EXCHANGE = Field.of("exchange", 3, 5);
        static final Field COMMODITY = Field.of("commodity", 6, 15);
        static final Field TYPE = Field.of("contract type", 16, 18);
        static final Field SHORT_NAME = Field.of("short name", 19, 33);
        static final Field SETTLEMENT_DECIMALS = Field.of("settlement decimals", 34, 36);
        static final Field STRIKE_DECIMALS = Field.of("strike decimals", 37, 39);
        static final Field SETTLEMENT_ALIGN = Field.at("settlement alignment", 40);
        static final Field STRIKE_ALIGN = Field.at("strike alignment", 41);
        static final Field VALUE_FACTOR = Field.decimal("contract value factor", 42, 55, 7);
        static final Field CABINET = Field.decimal("cabinet value", 56, 63, 2);
        static final Field CURRENCY = Field.of("settlement currency", 66, 68);
        static final Field EXPONENT_SIGN = Field.at("value factor exponent sign", 73);
        static final Field EXPONENT = Field.of("value factor exponent", 74, 75);
        static final Field EXERCISE = Field.of("exercise", 76, 79);
        static final Field LONG_NAME = Field.of("long name", 80, 114);
        static final Field VALUATION = Field.of("valuation", 117, 121);
        static final Field SETTLEMENT = Field.of("settlement", 122, 126);

        private Price() {}
    }

    /// Record B: what the arrays of a series were computed from.
    static final class Calculation {
        static final Field EXCHANGE = Field.of("exchange", 3, 5);
        static final Field COMMODITY = Field.of("commodity", 6, 15);
        static final Field TYPE = Field.of("contract type", 16, 18);
        static final Field FUTURE_MONTH = Field.of("future month", 19, 24);
        static final Field FUTURE_DAY = Field.of("future day", 25, 26);
        static final Field OPTION_MONTH = Field.of("option month", 28, 33);
        static final Field OPTION_DAY = Field.of("option day", 34, 35);
        static final Field VOL = Field.decimal("base vol", 37, 44, 6);
        static final Field VOL_SCAN = Field.decimal("vol scan range", 45, 52, 6);
        static final Field PRICE_SCAN = Field.of("price scan range", 53, 57);
        static final Field MULTIPLE = Field.decimal("extreme move multiplier", 58, 62, 3);
        static final Field COVER = Field.decimal("extreme move covered fraction", 63, 67, 4);
        static final Field RATE = Field.decimal("interest rate", 68, 72, 4);
        static final Field TIME = Field.decimal("time to expiry", 73, 79, 6);
        static final Field LOOK_AHEAD = Field.decimal("look-ahead", 80, 85, 6);
        static final Field SCALING = Field.decimal("delta scaling factor", 86, 91, 4);
        static final Field EXPIRY = Field.of("expiration", 92, 99);
        static final Field MODEL = Field.of("pricing model", 110, 111);
        static final Field YIELD = Field.decimal("coupon or dividend yield", 112, 119, 6);
        static final Field VALUE_FACTOR = Field.decimal("contract value factor", 129, 142, 7);
        static final Field VALUE_EXPONENT = Field.of("value factor exponent", 143, 144);
        static final Field VALUE_EXPONENT_SIGN = Field.at("value factor exponent sign", 145);
        static final Field VOL_EXPONENT = Field.of("base vol exponent", 146, 147);
        static final Field VOL_EXPONENT_SIGN = Field.at("base vol exponent sign", 148);
        static final Field VOL_SCAN_EXPONENT = Field.of("vol scan exponent", 149, 150);
        static final Field VOL_SCAN_EXPONENT_SIGN = Field.at("vol scan exponent sign", 151);
        static final Field VOL_SCAN_BASIS = Field.at("vol scan quotation", 164);
        static final Field PRICE_SCAN_BASIS = Field.at("price scan quotation", 165);
        static final Field PRICE_SCAN_EXPONENT = Field.of("price scan exponent", 166, 167);
        static final Field PRICE_SCAN_EXPONENT_SIGN = Field.at("price scan exponent sign", 168);

        private Calculation() {}
    }

    /// Record 6: a spread between combined commodities.
    static final class Inter {
        static final int LEGS = 4;
        static final Field PRIORITY = Field.of("priority", 6, 9);
        static final Field RATE = Field.of("credit rate", 10, 16);
        static final List<Field> REQUIRED = repeated(Field.at("required", 20), LEGS, 18);
        static final List<Field> CODE = repeated(Field.of("combined commodity", 21, 26), LEGS, 18);
        static final List<Field> RATIO =
                repeated(Field.decimal("delta per spread", 27, 33, 4), LEGS, 18);
        static final List<Field> SIDE = repeated(Field.at("side", 34), LEGS, 18);
        static final Field METHOD = Field.of("method", 89, 90);
        static final Field TARGET = Field.of("target combined commodity", 95, 100);
        static final Field CREDIT_METHOD = Field.at("credit method", 101);
        static final List<Field> TIER = repeated(Field.of("tier", 102, 103), LEGS, 2);
        static final Field SUPER = Field.at("spread group flag", 110);
        static final Field TARGET_RATIO = Field.decimal("target delta per spread", 111, 117, 4);
        static final Field MINIMUM_LEGS = Field.of("minimum legs", 118, 121);
        static final Field OWN_RATES = Field.at("separate rates flag", 122);
        static final List<Field> LEG_RATE = repeated(Field.of("leg rate", 123, 129), LEGS, 7);

        private Inter() {}
    }

    /// Records 81 to 84: a risk array. Records 83 and 84 have values of eight digits in place of
    /// five; what follows the values stands further right.
    static final class Array {
        static final Field EXCHANGE = Field.of("exchange", 3, 5);
        static final Field COMMODITY = Field.of("commodity", 6, 15);
        static final Field TYPE = Field.of("contract type", 26, 28);
        static final Field RIGHT = Field.at("right", 29);
        static final Field FUTURE_MONTH = Field.of("future month", 30, 35);
        static final Field FUTURE_DAY = Field.of("future day", 36, 37);
        static final Field OPTION_MONTH = Field.of("option month", 39, 44);
        static final Field OPTION_DAY = Field.of("option day", 45, 46);
        static final Field STRIKE = Field.of("strike", 48, 54);

        /// The column of the first value.
        static final int VALUES = 55;

        /// Values of the first record, and of the second.
        static final int FIRST = 9;

        static final int SECOND = 7;

        /// The fields after the values, of records with values of a number of digits.
        ///
        /// @param price the settlement price in full, in the first record
        /// @param flag whether the settlement price can only be read there
        /// @param delta the composite delta
        /// @param deltaSign its sign
        /// @param vol the implied vol
        /// @param settlement the settlement price
        /// @param settlementSign its sign
        /// @param strikeSign the sign of the strike
        /// @param volExponent the exponent of the implied vol
        /// @param volExponentSign its sign
        /// @param valueFactor the value factor of this contract alone
        record Tail(
                Field price,
                Field flag,
                Field delta,
                Field deltaSign,
                Field vol,
                Field settlement,
                Field settlementSign,
                Field strikeSign,
                Field volExponent,
                Field volExponentSign,
                Field valueFactor) {}

        static final Tail SHORT = tail(109, 97);
        static final Tail LONG = tail(136, 118);

        private static Tail tail(int first, int second) {
            return new Tail(
                    Field.of("high-precision settlement", first, first + 13),
                    Field.at("high-precision flag", first + 14),
                    Field.decimal("composite delta", second, second + 4, 4),
                    Field.at("composite delta sign", second + 5),
                    Field.decimal("implied vol", second + 6, second + 13, 6),
                    Field.of("settlement", second + 14, second + 20),
                    Field.at("settlement sign", second + 21),
                    Field.at("strike sign", second + 22),
                    Field.of("implied vol exponent", second + 38, second + 39),
                    Field.at("implied vol exponent sign", second + 40),
                    Field.decimal("contract value factor", second + 41, second + 54, 7));
        }

        private Array() {}
    }

    private Layout() {}

    private static List<Field> repeated(Field first, int times, int by) {
        return IntStream.range(0, times).mapToObj(i -> first.repeated(i + 1, i * by)).toList();
    }
}
