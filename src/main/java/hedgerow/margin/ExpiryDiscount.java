package hedgerow.margin;

import hedgerow.market.Years;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.util.Arrays;

/// Counts what options of one expiry are worth in a scenario at less where they are an asset, and
/// at more where they are a debt.
///
/// With `V` the shocked value of all options of an expiry, `t` its time in years and `r` its rate,
/// not below zero:
///
/// ```
/// V >= 0:  V * long.static * exp(-t * (r * long.rateMultiplier + long.rateAddition))
/// V <  0:  V * min(e^(r t), short.static * exp(t * (r * short.rateMultiplier + short.rateAddition)))
/// ```
///
/// The value now, against which the profit is taken, is not discounted. The sign is that of the
/// total: options of an expiry net first. A scenario that skews the smile may skew either way, so
/// there each expiry loses the difference between its discounted value and its value now.
///
/// Time counts in whole seconds: in the last one before expiry nothing is discounted.
///
/// Source: Derive, "Portfolio margin", discounting of options; contracts PMRM and PMRM_2.
///
/// @param whenLong what is done to an expiry that is an asset
/// @param whenShort what is done to an expiry that is a debt
public record ExpiryDiscount(Side whenLong, Side whenShort) implements Adjustment {
    private static final double SECOND_YEARS = 1 / Years.SECONDS;

    /// The discount of one sign.
    ///
    /// @param fixed the part that does not depend on time, a factor
    /// @param rateMultiplier how often the rate counts
    /// @param rateAddition what is added to the rate, a year
    public record Side(double fixed, double rateMultiplier, double rateAddition) {
        /// No discount.
        public static final Side NONE = new Side(1, 0, 0);

        public Side {
            Require.notNegative("static", fixed);
            Require.notNegative("rateMultiplier", rateMultiplier);
            Require.notNegative("rateAddition", rateAddition);
        }

        private double exponent(double rateAnnual, double years) {
            return years * (rateAnnual * rateMultiplier + rateAddition);
        }
    }

    @Override
    public String name() {
        return "expiry discount";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        return new DiscountReader(this, arrays, grid);
    }

    /// What one unit of an asset counts for.
    ///
    /// @param rateAnnual the rate to the expiry, not below zero
    /// @param years the time to it
    public double ofAsset(double rateAnnual, double years) {
        if (years < SECOND_YEARS) return 1;
        return whenLong.fixed * StrictMath.exp(-whenLong.exponent(rateAnnual, years));
    }

    /// What one unit of a debt counts for.
    ///
    /// @param rateAnnual the rate to the expiry, not below zero
    /// @param years the time to it
    public double ofDebt(double rateAnnual, double years) {
        if (years < SECOND_YEARS) return 1;
        double grown = whenShort.fixed * StrictMath.exp(whenShort.exponent(rateAnnual, years));
        return Math.min(StrictMath.exp(rateAnnual * years), grown);
    }

    private static final class DiscountReader implements Reader {
        private final boolean[] options;
        private final double[] assets;
        private final double[] debts;
        private final boolean[] skews;
        private final int scenarios;

        DiscountReader(ExpiryDiscount discount, RiskArrays arrays, ScenarioGrid grid) {
            this.options = Rows.options(arrays);
            this.scenarios = grid.size();
            this.skews = new boolean[scenarios];
            for (int s = 0; s < scenarios; s++) {
                skews[s] = grid.get(s).volShock() instanceof VolShock.Skew;
            }
            double[] rates = Rows.ratesOfExpiries(arrays);
            this.assets = new double[rates.length];
            this.debts = new double[rates.length];
            for (int e = 0; e < rates.length; e++) {
                double years = arrays.expiries().get(e).years();
                assets[e] = discount.ofAsset(rates[e], years);
                debts[e] = discount.ofDebt(rates[e], years);
            }
        }

        @Override
        public void change(Group group, double[] vector, double[] change, double[] work) {
            for (int i = group.from; i < group.to; ) {
                int expiry = group.arrays.expiryOf(group.rows[i]);
                int end = Rows.endOfExpiry(group, i);
                discount(expiry, sum(group, i, end, work), change, work);
                i = end;
            }
        }

        /// Sums the options' profits to `work`, and returns what they are worth now.
        private double sum(Group group, int from, int to, double[] work) {
            Arrays.fill(work, 0);
            double[] cells = group.arrays.cells();
            double value = 0;
            for (int i = from; i < to; i++) {
                int row = group.rows[i];
                if (!options[row]) continue;
                double quantity = group.quantities[i];
                value += quantity * group.arrays.columns().value()[row];
                int base = row * group.arrays.stride();
                for (int s = 0; s < scenarios; s++) work[s] += quantity * cells[base + s];
            }
            return value;
        }

        private void discount(int expiry, double value, double[] change, double[] profits) {
            for (int s = 0; s < scenarios; s++) {
                double shocked = value + profits[s];
                double counted = shocked * (shocked >= 0 ? assets[expiry] : debts[expiry]);
                double profit = skews[s] ? 0 - Math.abs(counted - value) : counted - value;
                change[s] += profit - profits[s];
            }
        }
    }
}
