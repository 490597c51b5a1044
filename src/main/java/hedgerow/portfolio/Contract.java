package hedgerow.portfolio;

/// The size and settlement of one contract.
///
/// @param settlement what the contract pays in
/// @param multiplier units per contract, positive; of the base or the quote currency as `unit` says
/// @param unit what the multiplier counts
public record Contract(Settlement settlement, double multiplier, ContractUnit unit)
        implements Comparable<Contract> {

    /// One unit of the base currency, paid in the quote currency.
    public static final Contract LINEAR = new Contract(Settlement.LINEAR, 1, ContractUnit.BASE);

    /// One unit of the base currency, paid in the base currency.
    public static final Contract INVERSE = new Contract(Settlement.INVERSE, 1, ContractUnit.BASE);

    public Contract {
        multiplier = Require.positive("multiplier", multiplier);
    }

    /// A contract of `multiplier` units of the base currency.
    public static Contract of(Settlement settlement, double multiplier) {
        return new Contract(settlement, multiplier, ContractUnit.BASE);
    }

    /// An inverse contract worth `notional` units of the quote currency, such as 10 USD.
    public static Contract inverseNotional(double notional) {
        return new Contract(Settlement.INVERSE, notional, ContractUnit.QUOTE);
    }

    /// Units of the base currency in one contract when the contract's price is `price`.
    public double baseUnits(double price) {
        return unit == ContractUnit.BASE ? multiplier : multiplier / price;
    }

    @Override
    public int compareTo(Contract other) {
        int bySettlement = settlement.compareTo(other.settlement);
        if (bySettlement != 0) return bySettlement;
        int byUnit = unit.compareTo(other.unit);
        return byUnit != 0 ? byUnit : Double.compare(multiplier, other.multiplier);
    }
}
