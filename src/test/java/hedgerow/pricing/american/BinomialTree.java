package hedgerow.pricing.american;

import hedgerow.pricing.formula.Black76;

/// The independent reference: a binomial tree that knows nothing of boundaries.
///
/// Cox, Ross and Rubinstein's tree, in which the European formula prices the last step (so that the
/// error falls smoothly) and two trees are extrapolated: the method BBSR of M. Broadie and J.
/// Detemple, "American option valuation: new bounds, approximations, and a comparison of existing
/// methods", Review of Financial Studies 9 (1996).
final class BinomialTree {
    private BinomialTree() {}

    /// Value by two trees of `steps` and `steps / 2`; `steps` even.
    static double value(AmericanTerms terms, double spot, double strike, int steps) {
        return 2 * tree(terms, spot, strike, steps) - tree(terms, spot, strike, steps / 2);
    }

    private static double tree(AmericanTerms terms, double spot, double strike, int steps) {
        double dt = terms.expiryYears() / steps;
        double up = Math.exp(terms.vol() * Math.sqrt(dt));
        double growth = Math.exp((terms.rateAnnual() - terms.dividendYieldAnnual()) * dt);
        double discount = Math.exp(-terms.rateAnnual() * dt);
        double p = (growth - 1 / up) / (up - 1 / up);
        if (!(p > 0 && p < 1)) throw new IllegalArgumentException("too few steps: " + steps);
        int sign = terms.right().sign();
        double[] prices = prices(spot, up, steps - 1);
        double[] values = new double[steps];
        double stdDev = terms.vol() * Math.sqrt(dt);
        for (int i = 0; i < steps; i++) {
            double price = prices[2 * i];
            double waits = discount * Black76.value(sign, price * growth, strike, stdDev);
            values[i] = Math.max(waits, sign * (price - strike));
        }
        for (int level = steps - 2; level >= 0; level--) {
            int offset = steps - 1 - level;
            for (int i = 0; i <= level; i++) {
                double waits = discount * (p * values[i + 1] + (1 - p) * values[i]);
                values[i] = Math.max(waits, sign * (prices[2 * i + offset] - strike));
            }
        }
        return values[0];
    }

    /// `spot * up^k` for `k` from `-steps` to `steps`.
    private static double[] prices(double spot, double up, int steps) {
        double[] prices = new double[2 * steps + 1];
        double log = Math.log(up);
        for (int k = -steps; k <= steps; k++) prices[k + steps] = spot * Math.exp(k * log);
        return prices;
    }
}
