package hedgerow.store.span;

import hedgerow.market.clearing.Figures;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.ProductFamily.Kind;
import hedgerow.market.clearing.ProductFamily.Quotation;
import hedgerow.market.clearing.ProductFamily.Terms;
import hedgerow.market.clearing.ProductFamily.Valuation;
import hedgerow.market.clearing.RiskParametersBuilder;
import hedgerow.market.clearing.ScanRange;
import hedgerow.market.clearing.ScanRange.Basis;
import hedgerow.market.clearing.ScanRange.Range;
import hedgerow.market.clearing.Series;
import hedgerow.portfolio.Exercise;
import hedgerow.portfolio.OptionRight;
import hedgerow.store.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// One product family in XML, with its series and contracts, which are handed over as they come.
final class FamilyElement {
    private static final double PERCENT = 100;

    private static final Set<String> FIELDS =
            Set.of("specs", "group", "alias", "undPf", "venue", "tick", "fee");
    private static final Set<String> CONTRACT_FIELDS =
            Set.of(
                    "alias",
                    "tick",
                    "venue",
                    "dvas",
                    "undC",
                    "intrRate",
                    "divRate",
                    "scanRate",
                    "ra",
                    "group",
                    "specs",
                    "fee");

    /// Elements that hold a contract.
    static final List<String> CONTRACTS = List.of("phy", "fut", "equity", "debt", "cmb", "opt");

    private final Context context;
    private final Element head;
    private final Kind kind;
    private final String exchange;
    private Optional<ProductFamily> family = Optional.empty();
    private double[] losses = new double[0];
    private double seriesFactor = 1;

    /// What a family's contracts are read with.
    static final class Context {
        final RiskParametersBuilder builder;
        final Map<String, Period> periods;
        final double lookAheadYears;
        final int rate;
        int contracts;
        int withoutArray;

        /// @param periods the periods of contracts that are no options, by exchange, family and id
        /// @param rate the number of the rates that are read
        Context(
                RiskParametersBuilder builder,
                Map<String, Period> periods,
                double lookAheadYears,
                int rate) {
            this.builder = builder;
            this.periods = periods;
            this.lookAheadYears = lookAheadYears;
            this.rate = rate;
        }
    }

    /// @param head the family's element, to which its own fields are added as they come
    FamilyElement(Context context, Element head, Kind kind, String exchange) {
        this.context = context;
        this.head = head;
        this.kind = kind;
        this.exchange = exchange;
    }

    static Optional<Kind> kind(String name) {
        return switch (name) {
            case "phyPf" -> Optional.of(Kind.PHY);
            case "equityPf" -> Optional.of(Kind.EQTY);
            case "debtPf" -> Optional.of(Kind.DEBT);
            case "futPf" -> Optional.of(Kind.FUT);
            case "cmbPf" -> Optional.of(Kind.CMB);
            case "oofPf" -> Optional.of(Kind.OOF);
            case "oopPf" -> Optional.of(Kind.OOP);
            case "oocPf" -> Optional.of(Kind.OOC);
            case "ooePf" -> Optional.of(Kind.OOE);
            default -> Optional.empty();
        };
    }

    String code() {
        return head.text("pfCode");
    }

    String id() {
        return exchange + "/" + head.required("pfId");
    }

    /// A field of the family, which must stand before its contracts.
    void field(Element field) {
        if (!field.children.isEmpty() && !FIELDS.contains(field.name)) field.faultUnknown();
        if (family.isPresent()) {
            field.fault("before the contracts of its family");
        } else {
            head.children.add(field);
        }
    }

    /// The family, once its own fields have come; handed over the first time.
    Optional<ProductFamily> family() {
        if (family.isEmpty()) {
            try {
                family = Optional.of(readFamily());
                context.builder.family(family.get());
            } catch (IllegalArgumentException e) {
                head.fault("a family that can be: " + Line.reason(e));
            }
        }
        return family;
    }

    private ProductFamily readFamily() {
        Terms terms =
                new Terms(
                        head.number("cvf", 1),
                        head.word("currency"),
                        valuation(),
                        exercise(),
                        head.number("cab", 0));
        Quotation quotation =
                new Quotation(
                        head.whole("priceDl", 0),
                        head.whole("strikeDl", 0),
                        head.text("priceModel"),
                        head.text("setlMeth"));
        ProductFamily.Key key = new ProductFamily.Key(exchange, head.word("pfCode"), kind);
        return new ProductFamily(key, head.text("name"), terms, quotation);
    }

    private Valuation valuation() {
        return switch (head.required("valueMeth")) {
            case "EQTY" -> Valuation.EQUITY;
            case "FUT" -> Valuation.FUTURES;
            case "FUTOP", "FUTOPT" -> Valuation.FUTURES_STYLE_OPTION;
            default -> {
                head.child("valueMeth").ifPresent(v -> v.fault("EQTY, FUT or FUTOPT"));
                yield Valuation.FUTURES;
            }
        };
    }

    private Exercise exercise() {
        return switch (head.text("exercise")) {
            case "AMER" -> Exercise.AMERICAN;
            case "EURO" -> Exercise.EUROPEAN;
            default -> {
                if (kind.isOption()) {
                    head.required("exercise");
                    head.child("exercise").ifPresent(e -> e.fault("AMER or EURO"));
                }
                yield Exercise.AMERICAN;
            }
        };
    }

    /// A contract that is no option, and a series of its own.
    void contract(Element contract) {
        contract.refuseAllBut(CONTRACT_FIELDS);
        Period period = contract.period("pe");
        String id = id() + "/" + contract.required("cId");
        context.periods.put(id, period);
        if (family().isEmpty()) return;
        Series.Key key = Series.Key.of(family.get().key(), period);
        if (ra(contract).isEmpty()) {
            context.withoutArray++;
            return;
        }
        try {
            int place = context.builder.series(series(contract, key));
            add(contract, place, Optional.empty(), 0);
        } catch (IllegalArgumentException e) {
            contract.fault("a contract that can be: " + Line.reason(e));
        }
    }

    /// The place of a series of options, whose own fields have come.
    OptionalInt series(Element series) {
        if (family().isEmpty()) return OptionalInt.empty();
        series.refuseAllBut(CONTRACT_FIELDS);
        series.required("pe");
        Period period = series.period("pe");
        Period underlying = underlyingPeriod(series, period);
        try {
            Series.Key key = new Series.Key(family.get().key(), period, underlying);
            return OptionalInt.of(context.builder.series(series(series, key)));
        } catch (IllegalArgumentException e) {
            series.fault("a series that can be: " + Line.reason(e));
            return OptionalInt.empty();
        }
    }

    private Period underlyingPeriod(Element series, Period own) {
        Optional<Element> under = series.child("undC");
        if (under.isEmpty()) return own;
        String id =
                "%s/%s/%s"
                        .formatted(
                                under.get().text("exch"),
                                under.get().text("pfId"),
                                under.get().text("cId"));
        Period period = context.periods.get(id);
        if (period == null && (kind == Kind.OOF || kind == Kind.OOC)) {
            under.get().fault("an underlying contract that stands before");
        }
        return period == null || period.isNone() ? own : period;
    }

    private Series series(Element fields, Series.Key key) {
        double valueFactor = fields.number("cvf", 0);
        double familyFactor = family.map(f -> f.terms().valueFactor()).orElse(1.0);
        seriesFactor = valueFactor > 0 ? valueFactor : familyFactor;
        return new Series(key, fields.number("sc", 1), seriesFactor, calculation(fields));
    }

    private Optional<Series.Calculation> calculation(Element fields) {
        List<Element> rates = fields.children("scanRate");
        Optional<Element> scan =
                rates.stream()
                        .filter(s -> s.whole("r", context.rate) == context.rate)
                        .findFirst()
                        .or(() ->
                                rates.size() == 1 ? rates.stream().findFirst() : Optional.empty());
        return scan.map(ranges ->
                new Series.Calculation(
                        new ScanRange(
                                range(ranges, "priceScan", PERCENT),
                                range(ranges, "volScan", 1),
                                Optional.empty()),
                        vol(fields),
                        fields.child("intrRate").map(r -> r.number("val", 0)).orElse(0.0),
                        fields.child("divRate").map(r -> r.number("val", 0)).orElse(0.0),
                        new Series.Time(fields.date("setlDate"), fields.number("t", 0)),
                        context.lookAheadYears));
    }

    private static Range range(Element ranges, String name, double perUnit) {
        OptionalDouble absolute = ranges.number(name);
        OptionalDouble relative = ranges.number(name + "Pct");
        boolean isRelative = absolute.orElse(0) == 0 && relative.orElse(0) != 0;
        double up = isRelative ? relative.orElse(0) / perUnit : absolute.orElse(0);
        OptionalDouble down = ranges.number(isRelative ? name + "DownPct" : name + "Down");
        double downwards =
                down.orElse(0) == 0 ? up : down.getAsDouble() / (isRelative ? perUnit : 1);
        return new Range(up, downwards, isRelative ? Basis.RELATIVE : Basis.ABSOLUTE);
    }

    private static OptionalDouble vol(Element fields) {
        OptionalDouble vol = fields.number("v");
        return vol.orElse(0) == 0 ? OptionalDouble.empty() : vol;
    }

    /// An option.
    void option(Element option, int place) {
        option.refuseAllBut(CONTRACT_FIELDS);
        double strike = option.requiredNumber("k");
        double own = option.number("cvf", 0);
        if (own != 0 && own != seriesFactor) option.fault("a cvf as its series has, or none");
        Optional<OptionRight> right =
                switch (option.required("o")) {
                    case "C" -> Optional.of(OptionRight.CALL);
                    case "P" -> Optional.of(OptionRight.PUT);
                    default -> {
                        option.child("o").ifPresent(o -> o.fault("C or P"));
                        yield Optional.empty();
                    }
                };
        if (right.isEmpty()) return;
        try {
            add(option, place, right, strike);
        } catch (IllegalArgumentException e) {
            option.fault("a contract that can be: " + Line.reason(e));
        }
    }

    private Optional<Element> ra(Element contract) {
        List<Element> arrays = contract.children("ra");
        Optional<Element> found = Optional.empty();
        for (Element array : arrays) {
            if (array.whole("r", context.rate) != context.rate) continue;
            if (found.isPresent()) array.fault("one ra with an r of " + context.rate);
            found = Optional.of(array);
        }
        if (found.isPresent()) return found;
        if (arrays.size() > 1) contract.fault("an ra with an r of " + context.rate);
        return arrays.stream().findFirst();
    }

    private void add(Element contract, int place, Optional<OptionRight> right, double strike) {
        Optional<Element> array = ra(contract);
        if (array.isEmpty()) {
            contract.required("ra");
            return;
        }
        List<Element> values = array.get().children("a");
        if (losses.length != values.size()) losses = new double[values.size()];
        for (int i = 0; i < losses.length; i++) losses[i] = values.get(i).number().orElse(0);
        double delta = array.get().requiredNumber("d");
        Figures figures = new Figures(contract.number("p"), vol(contract), delta);
        if (++context.contracts > Limits.CONTRACTS) {
            contract.fault("at most " + Limits.CONTRACTS + " contracts");
            return;
        }
        context.builder.contract(place, right, strike, figures, losses);
    }
}
