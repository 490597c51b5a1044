package hedgerow.hedge.search;

import hedgerow.portfolio.Require;

/// What a hedge is sought for.
public sealed interface HedgeGoal {
    /// The least initial margin that the limits allow.
    record LeastMargin() implements HedgeGoal {}

    /// The least cost at which the initial margin is no more than a target, such as equity on a
    /// margin call.
    ///
    /// @param initial the target, in the margin currency
    record Target(double initial) implements HedgeGoal {
        public Target {
            Require.notNegative("initial", initial);
        }
    }

    /// The least of cost and of what it costs to fund the margin.
    ///
    /// @param capitalRateAnnual the yearly cost of a unit of margin
    /// @param years how long margin is posted
    record Economic(double capitalRateAnnual, double years) implements HedgeGoal {
        public Economic {
            Require.notNegative("capitalRateAnnual", capitalRateAnnual);
            Require.notNegative("years", years);
        }
    }

    /// What is to be made least, of an initial margin and a cost; the target is a limit beside it.
    default double value(double initial, double cost) {
        return switch (this) {
            case LeastMargin _ -> initial;
            case Target _ -> cost;
            case Economic economic ->
                    economic.capitalRateAnnual() * economic.years() * initial + cost;
        };
    }
}
