package hedgerow.pricing.american;

import hedgerow.pricing.formula.Black76;

/// The put that is exercised at expiry only.
///
/// @param discount the discount factor to expiry
/// @param growth forward over spot
/// @param stdDev of the logarithm of the price at expiry
record EuropeanPut(double discount, double growth, double stdDev) implements UnitPut {
    private static final int PUT = -1;

    static EuropeanPut of(AmericanTerms terms) {
        double years = terms.expiryYears();
        return new EuropeanPut(
                StrictMath.exp(-terms.putRate() * years),
                StrictMath.exp((terms.putRate() - terms.putYield()) * years),
                terms.stdDev());
    }

    @Override
    public double value(double spot) {
        if (spot == 0) return discount;
        return discount * Black76.value(PUT, spot * growth, 1, stdDev);
    }

    @Override
    public double delta(double spot) {
        if (spot == 0) return -discount * growth;
        return discount * growth * Black76.delta(PUT, spot * growth, 1, stdDev);
    }

    @Override
    public double critical() {
        return 0;
    }
}
