package hedgerow.pricing.american;

/// An American put with strike one, told on the clock of variance: time is `vol^2` times years, so
/// that the stock has unit vol.
///
/// Every option of one boundary comes down to this put: a strike is a unit of price, and a call on
/// spot S and strike K is the put on spot K and strike S with rate and yield exchanged (R. McDonald
/// and M. Schroder, "A parity result for American options", Journal of Computational Finance 1998).
///
/// @param rho the rate per unit of variance
/// @param kappa the yield per unit of variance
/// @param variance the variance to expiry
record ClockedPut(double rho, double kappa, double variance) {
    /// The boundary differs from its perpetual limit by less than `exp(-36)`, which is rounding.
    private static final double SETTLED = 36;

    static ClockedPut of(AmericanTerms terms) {
        double unit = terms.vol() * terms.vol();
        return new ClockedPut(
                terms.putRate() / unit, terms.putYield() / unit, unit * terms.expiryYears());
    }

    /// The drift of the stock's logarithm.
    double drift() {
        return rho - kappa - 0.5;
    }

    /// The rate at which the boundary settles to its perpetual limit.
    double settling() {
        return 0.5 * drift() * drift() + rho;
    }

    /// The time from expiry by which the boundary has settled, no more than the option has.
    double horizon() {
        return Math.min(variance, SETTLED / settling());
    }

    /// How far from calm the problem is: the root of variance in units of settling time.
    double span() {
        return Math.sqrt(settling() * variance);
    }

    /// The boundary at expiry: below it, waiting loses more interest than it saves yield.
    double top() {
        return kappa <= rho ? 1 : rho / kappa;
    }

    /// The yield that exercise at the top gives up, per unit of variance.
    double yieldAtTop() {
        return kappa <= rho ? kappa : rho;
    }

    /// The boundary of the option that never expires; zero where that one is never exercised.
    ///
    /// The power of spot in its value, with the sign changed, is written without cancellation.
    /// Source: R. Merton, "Theory of rational option pricing", Bell Journal of Economics 4 (1973).
    double perpetual() {
        double root = Math.sqrt(drift() * drift() + 2 * rho);
        double power = drift() < 0 ? 2 * rho / (root - drift()) : root + drift();
        return power / (power + 1);
    }
}
