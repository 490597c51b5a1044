package hedgerow.margin;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;

/// What each option sold short posts by itself, whatever is held beside it.
///
/// With `S` spot, `mark` the option's value and `otm` how far it is out of the money:
///
/// ```
/// rate        = max(minimum, maximum - otm / S)
/// short call: maintenance = mark + maintenanceCall * S            initial = mark + rate * S
/// short put:  maintenance = mark + max(maintenancePut * S, maintenancePutOfMark * mark)
///             initial     = max(mark + rate * S, initialPutFactor * maintenance)
/// ```
///
/// A long option posts nothing, and its value is not counted as equity by models of this kind. So
/// an open order counts with what its fill asks for more than it brings in.
///
/// Sources: Deribit, standard margin of options, in coins; Derive, "Standard margin".
///
/// @param rate the initial rates
/// @param maintenance the maintenance rates
public record IsolatedOptions(Rate rate, Maintenance maintenance) implements Charge {

    /// The initial rates.
    ///
    /// @param maximum fraction of spot for an option in the money
    /// @param minimum fraction of spot for one far out of it
    /// @param putFactor the least initial margin of a put, in its maintenance margin
    public record Rate(double maximum, double minimum, double putFactor) {
        public Rate {
            Require.notNegative("maximum", maximum);
            Require.notNegative("minimum", minimum);
            Require.notNegative("putFactor", putFactor);
        }

        private double at(double outOfTheMoney) {
            return Math.max(minimum, maximum - outOfTheMoney);
        }
    }

    /// The maintenance rates.
    ///
    /// @param call fraction of spot for a call
    /// @param put fraction of spot for a put
    /// @param putOfMark fraction of its value for a put, where that is more
    public record Maintenance(double call, double put, double putOfMark) {
        public Maintenance {
            Require.notNegative("call", call);
            Require.notNegative("put", put);
            Require.notNegative("putOfMark", putOfMark);
        }
    }

    @Override
    public String name() {
        return "isolated options";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        PerRow rows = new PerRow(this, arrays);
        return (group, out) -> {
            double ordered = group.hasOrders() ? rows.ordered(group) : 0;
            out.set(
                    sum(group, group.from, group.to, rows.initial) + ordered,
                    sum(group, group.from, group.to, rows.maintenance));
        };
    }

    /// What the short legs among those from `from` to `to` post.
    static double sum(Group group, int from, int to, double[] each) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.max(0, -group.quantities[i]) * each[group.rows[i]];
        }
        return sum;
    }

    /// What one contract of each row posts when it is sold short.
    static final class PerRow {
        final double[] initial;
        final double[] maintenance;
        private final boolean[] options;

        PerRow(IsolatedOptions rule, RiskArrays arrays) {
            int rows = arrays.instruments().size();
            this.initial = new double[rows];
            this.maintenance = new double[rows];
            this.options = Rows.options(arrays);
            for (int row = 0; row < rows; row++) {
                Instrument instrument = arrays.instruments().get(row);
                if (instrument instanceof Option option) set(rule, arrays, row, option);
            }
        }

        private void set(IsolatedOptions rule, RiskArrays arrays, int row, Option option) {
            double spot = Rows.quotedSpot(arrays, row);
            int sign = option.right().sign();
            double otm = Math.max(0, sign * (option.strike() - spot)) / spot;
            double mark = arrays.columns().value()[row];
            double notional =
                    option.contract().multiplier() * arrays.runs().get(arrays.runOf(row)).spot();
            double plain = mark + rule.rate.at(otm) * notional;
            if (option.right() == OptionRight.CALL) {
                maintenance[row] = mark + rule.maintenance.call * notional;
                initial[row] = plain;
            } else {
                double more =
                        Math.max(
                                rule.maintenance.put * notional, rule.maintenance.putOfMark * mark);
                maintenance[row] = mark + more;
                initial[row] = Math.max(plain, rule.rate.putFactor * maintenance[row]);
            }
        }

        /// What the fills of open orders ask for more than they bring in.
        double ordered(Group group) {
            double[] value = group.arrays.columns().value();
            double ordered = 0;
            for (int i = group.orderFrom; i < group.orderTo; i++) {
                int row = group.orders.rows()[i];
                if (!options[row]) continue;
                double quantity = group.orders.quantities()[i];
                double received = group.orders.edges()[i] - quantity * value[row];
                ordered += Math.max(0, Math.max(0, -quantity) * initial[row] - received);
            }
            return ordered;
        }
    }
}
