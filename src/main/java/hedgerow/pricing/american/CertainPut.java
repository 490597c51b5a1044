package hedgerow.pricing.american;

/// The put whose stock moves by its drift alone, or nearly so: the limit of small vol.
///
/// Exercise at time `t` is worth `e^(-rate t) - spot e^(-yield t)` today. Above the critical spot
/// that rises until the stock has drifted down to it, where it does, and at expiry at the latest.
/// Exact at zero vol and at expiry. Where a little vol is left, the European put on the same terms
/// is a second lower bound, and the greater of both is taken.
///
/// @param rate per year
/// @param yield per year
record CertainPut(double rate, double yield, double years, EuropeanPut european)
        implements UnitPut {

    static CertainPut of(AmericanTerms terms) {
        return new CertainPut(
                terms.putRate(), terms.putYield(), terms.expiryYears(), EuropeanPut.of(terms));
    }

    @Override
    public double value(double spot) {
        return Math.max(european.value(spot), exercised(spot, bestTime(spot)));
    }

    @Override
    public double delta(double spot) {
        double time = bestTime(spot);
        boolean waits = exercised(spot, time) <= european.value(spot);
        return waits ? european.delta(spot) : -StrictMath.exp(-yield * time);
    }

    @Override
    public double critical() {
        return years == 0 || yield <= rate ? 1 : rate / yield;
    }

    private double exercised(double spot, double time) {
        return StrictMath.exp(-rate * time) - spot * StrictMath.exp(-yield * time);
    }

    private double bestTime(double spot) {
        if (years == 0 || yield <= rate) return years;
        return Math.min(years, StrictMath.log(spot * yield / rate) / (yield - rate));
    }
}
