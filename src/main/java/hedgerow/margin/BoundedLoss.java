package hedgerow.margin;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.Refusal.Reason;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Require;
import hedgerow.portfolio.Settlement;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;

/// The most that the options of each expiry can lose at settlement, so that nothing is left owing.
///
/// The payoff of an expiry is straight between strikes, so its least value is at zero, at a strike,
/// or, where more calls are sold than held, nowhere: those unpaired calls post the forward price,
/// times a factor.
///
/// ```
/// loss = max(0, -min over {0, strikes} of payoff) + unpaired factor * F * max(0, -net calls)
/// ```
///
/// Values before settlement play no part. An open order counts by itself.
///
/// Sources: Derive, "Standard margin", maximum loss; Opyn and Grappa, fully collateralised options.
///
/// @param unpairedInitial factor on the forward price of unpaired calls in initial margin
/// @param unpairedMaintenance the same in maintenance margin
public record BoundedLoss(double unpairedInitial, double unpairedMaintenance) implements Charge {
    public BoundedLoss {
        Require.notNegative("unpairedInitial", unpairedInitial);
        Require.notNegative("unpairedMaintenance", unpairedMaintenance);
    }

    @Override
    public String name() {
        return "bounded loss";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        PerRow rows = new PerRow(arrays);
        return (group, out) -> {
            double initial = 0;
            double maintenance = 0;
            for (int i = group.from; i < group.to; ) {
                int end = Rows.endOfExpiry(group, i);
                double loss = rows.loss(group, i, end);
                double unpaired = rows.unpaired(group, i, end);
                initial += loss + unpairedInitial * unpaired;
                maintenance += loss + unpairedMaintenance * unpaired;
                i = end;
            }
            double ordered = group.hasOrders() ? rows.ordered(group, unpairedInitial) : 0;
            out.set(initial + ordered, maintenance);
        };
    }

    /// The terms of each row's option.
    static final class PerRow {
        private final double[] strikes;
        private final int[] signs;
        private final double[] units;
        private final double[] forwards;

        /// @throws RefusedException on options paid in coins, whose loss has no bound in money
        PerRow(RiskArrays arrays) {
            int rows = arrays.instruments().size();
            this.strikes = new double[rows];
            this.signs = new int[rows];
            this.units = new double[rows];
            this.forwards = new double[rows];
            for (int row = 0; row < rows; row++) {
                Instrument instrument = arrays.instruments().get(row);
                if (instrument instanceof Option option) set(arrays, row, option);
            }
        }

        private void set(RiskArrays arrays, int row, Option option) {
            if (option.contract().settlement() == Settlement.INVERSE) {
                String detail = option.label() + " is paid in coins, whose loss has no bound";
                throw new RefusedException(Refusal.of(Reason.NOT_COVERED, option, detail));
            }
            double fx = Rows.fx(arrays, row);
            strikes[row] = option.strike();
            signs[row] = option.right().sign();
            units[row] = option.contract().multiplier() * fx;
            forwards[row] = Rows.forward(arrays, row);
        }

        /// The largest loss at zero or at a strike, of the legs of one expiry.
        double loss(Group group, int from, int to) {
            double least = Math.min(0, payoff(group, from, to, 0));
            for (int i = from; i < to; i++) {
                least = Math.min(least, payoff(group, from, to, strikes[group.rows[i]]));
            }
            return 0 - least;
        }

        private double payoff(Group group, int from, int to, double price) {
            double payoff = 0;
            for (int i = from; i < to; i++) {
                int row = group.rows[i];
                double inside = Math.max(0, signs[row] * (price - strikes[row]));
                payoff += group.quantities[i] * units[row] * inside;
            }
            return payoff;
        }

        /// The forward value of the calls that are sold and not held, of the legs of one expiry.
        double unpaired(Group group, int from, int to) {
            double net = 0;
            double forward = 0;
            for (int i = from; i < to; i++) {
                int row = group.rows[i];
                forward = Math.max(forward, forwards[row]);
                if (signs[row] > 0) net += group.quantities[i] * units[row];
            }
            return Math.max(0, -net) * forward;
        }

        /// What open orders to sell could lose, each by itself.
        double ordered(Group group, double unpairedFactor) {
            double ordered = 0;
            for (int i = group.orderFrom; i < group.orderTo; i++) {
                int row = group.orders.rows()[i];
                double sold = Math.max(0, -group.orders.quantities()[i]) * units[row];
                ordered += sold * (signs[row] < 0 ? strikes[row] : unpairedFactor * forwards[row]);
            }
            return ordered;
        }
    }
}
