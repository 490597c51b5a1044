package hedgerow.market.clearing;

import hedgerow.portfolio.Exercise;
import hedgerow.portfolio.Require;

/// The contracts of one commodity and kind on one exchange.
///
/// @param key what it is called
/// @param name its name in words; may be empty
/// @param terms what one contract is
/// @param quotation how its prices are written
public record ProductFamily(Key key, String name, Terms terms, Quotation quotation) {

    /// What a family is called. In order of exchange, commodity, kind.
    ///
    /// @param exchange the exchange's acronym
    /// @param commodity the commodity code
    /// @param kind what its contracts are
    public record Key(String exchange, String commodity, Kind kind) implements Comparable<Key> {
        public Key {
            ContractKey.requireWord("exchange", exchange);
            ContractKey.requireWord("commodity", commodity);
        }

        @Override
        public int compareTo(Key other) {
            int byExchange = exchange.compareTo(other.exchange);
            if (byExchange != 0) return byExchange;
            int byCommodity = commodity.compareTo(other.commodity);
            return byCommodity != 0 ? byCommodity : kind.compareTo(other.kind);
        }

        /// As it stands in a contract id, such as `XYZ OZ OOF`.
        @Override
        public String toString() {
            return exchange + " " + commodity + " " + kind;
        }
    }

    /// Kinds of contract, under the names that files give them.
    public enum Kind {
        /// A physical, or an index.
        PHY,
        /// A share.
        EQTY,
        /// A bond.
        DEBT,
        /// A future.
        FUT,
        /// A combination of contracts.
        CMB,
        /// An option on a future.
        OOF,
        /// An option on a physical.
        OOP,
        /// An option on a combination.
        OOC,
        /// An option on a share.
        OOE;

        /// Whether contracts have a right and a strike.
        public boolean isOption() {
            return switch (this) {
                case OOF, OOP, OOC, OOE -> true;
                case PHY, EQTY, DEBT, FUT, CMB -> false;
            };
        }
    }

    /// What one contract is.
    ///
    /// @param valueFactor money that one contract gains when its price gains one (the contract
    ///   value factor)
    /// @param currency the currency of its price, as ISO 4217 writes it
    /// @param valuation whether the price itself is owned
    /// @param exercise when options may be exercised
    /// @param cabinetValue the least value of an option, in money per contract; zero for none
    public record Terms(
            double valueFactor,
            String currency,
            Valuation valuation,
            Exercise exercise,
            double cabinetValue) {
        public Terms {
            Require.positive("valueFactor", valueFactor);
            Require.text("currency", currency);
            Require.notNegative("cabinetValue", cabinetValue);
        }
    }

    /// Whether the price of a contract is paid, and so owned, or only its changes are.
    public enum Valuation {
        /// The price is owned: premium-style options, shares, bonds.
        EQUITY,
        /// Only its changes are: futures.
        FUTURES,
        /// Only its changes are: futures-style options.
        FUTURES_STYLE_OPTION
    }

    /// How a positional file writes prices: decimals, and where a strike's digits end.
    ///
    /// @param settlementDecimals digits after the point of a settlement price; may be negative
    /// @param strikeDecimals digits after the point of a strike; may be negative
    /// @param pricingModel the file's code of its option pricing model; may be empty
    /// @param settlement the file's word for delivery or cash; may be empty
    public record Quotation(
            int settlementDecimals, int strikeDecimals, String pricingModel, String settlement) {
        /// Prices in whole units, and nothing said of a model.
        public static final Quotation PLAIN = new Quotation(0, 0, "", "");
    }

    /// Whether the value of an option of this family counts as option value.
    public boolean isPremiumStyle() {
        return key.kind().isOption() && terms.valuation() == Valuation.EQUITY;
    }
}
