package hedgerow.margin;

import hedgerow.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/// What a portfolio must post, and why.
///
/// All amounts are in `currency`; a requirement is positive, and more is worse.
///
/// @param initial what must be there to open or keep adding to the positions
/// @param maintenance what must be there to keep them
/// @param currency the margin currency
/// @param binding the worst scenario of the underlying with the largest scan risk; empty where
///   nothing is lost in any
/// @param groups the requirement of each underlying; they add up to `initial` and `maintenance`
/// @param contributions one per position, in the caller's order; then one for each collateral asset
///   that moves with an underlying, in the caller's order
/// @param orderContributions what each open order adds to the scan risk by its worst fill, in the
///   caller's order
public record Margin(
        double initial,
        double maintenance,
        String currency,
        Optional<Binding> binding,
        List<GroupMargin> groups,
        List<Contribution> contributions,
        List<Double> orderContributions) {
    public Margin {
        groups = List.copyOf(groups);
        contributions = List.copyOf(contributions);
        orderContributions = List.copyOf(orderContributions);
    }

    /// The sum of what each position would post alone.
    public double standAlone() {
        return Sums.ofSorted(contributions.stream().mapToDouble(Contribution::standAlone));
    }

    /// What holding the positions together saves against holding each alone.
    public double offset() {
        return standAlone() - initial;
    }

    /// The scenario that decides a scan.
    ///
    /// @param underlying the group it decides
    /// @param index its place in the model's grid, counted from zero
    /// @param scenario what happens in it
    /// @param weight the share of its loss that counts
    /// @param loss the weighted loss in it
    public record Binding(
            String underlying, int index, Scenario scenario, double weight, double loss) {
        /// The scenario in words.
        public String words() {
            return underlying + ": " + scenario.words();
        }
    }

    /// The requirement of the legs on one underlying.
    ///
    /// @param underlying its id
    /// @param initial initial margin
    /// @param maintenance maintenance margin
    /// @param binding the scenario that decides its scan
    /// @param components its parts
    /// @param scenarioPnl unweighted P&L by scenario, of positions and worst fills
    public record GroupMargin(
            String underlying,
            double initial,
            double maintenance,
            Optional<Binding> binding,
            List<Component> components,
            List<Double> scenarioPnl) {
        public GroupMargin {
            components = List.copyOf(components);
            scenarioPnl = List.copyOf(scenarioPnl);
        }
    }

    /// One part of a group's requirement.
    ///
    /// @param name the part, such as `scan risk`
    /// @param operator how it enters the requirement
    /// @param initial its amount towards initial margin, before the factor where inside it
    /// @param maintenance its amount towards maintenance margin, likewise
    /// @param insideFactor whether the model's factors are put on it
    /// @param initialFactor the factor on it in initial margin
    /// @param maintenanceFactor the factor on it in maintenance margin
    /// @param binds whether it decides the initial requirement: the largest of those compared, or
    ///   one that is added
    public record Component(
            String name,
            Operator operator,
            double initial,
            double maintenance,
            boolean insideFactor,
            double initialFactor,
            double maintenanceFactor,
            boolean binds) {
        /// The same under a name that tells which model it is a part of.
        Component in(String model) {
            return new Component(
                    model + ": " + name,
                    operator,
                    initial,
                    maintenance,
                    insideFactor,
                    initialFactor,
                    maintenanceFactor,
                    binds);
        }
    }

    /// How a component enters a requirement.
    public enum Operator {
        /// The largest of all such components counts.
        MAX,
        /// It is added.
        SUM,
        /// The least that all others inside the factor come to together.
        MINIMUM,
        /// It is in the scan risk already: what an adjustment changes in the binding scenario.
        PART
    }

    /// What one position has to do with the requirement.
    ///
    /// @param contribution its loss in the binding scenario of its underlying, weighted; with those
    ///   of open orders these sum to the scan risks
    /// @param standAlone what it would post alone
    /// @param incremental what the portfolio posts more than without it; negative for a hedge
    /// @param value its market value
    /// @param delta its delta in units of the base currency
    public record Contribution(
            double contribution,
            double standAlone,
            double incremental,
            double value,
            double delta) {}
}
