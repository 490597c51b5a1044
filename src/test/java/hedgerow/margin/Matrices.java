package hedgerow.margin;

import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Models and arrays written by hand.
final class Matrices {
    static final ScanModel.Factors ONE = new ScanModel.Factors(1, 1);

    private Matrices() {}

    /// A model whose scenarios have nothing but weights.
    static ScanModel model(
            double[] weights, ScanModel.Factors factors, List<Charge.Placed> charges) {
        List<Scenario> scenarios =
                Arrays.stream(weights)
                        .mapToObj(weight -> new Scenario(0, VolShock.NONE, weight))
                        .toList();
        return new ScanModel(
                new ModelInfo("hand", "1", "by hand", ModelInfo.Status.OWN, List.of(), ""),
                new ScenarioGrid(scenarios),
                charges,
                factors,
                0,
                new CollateralRule(Set.of(), Map.of(), false));
    }

    /// A model without charges whose scenarios all count in full.
    static ScanModel model(int scenarios) {
        double[] weights = new double[scenarios];
        Arrays.fill(weights, 1);
        return model(weights, ONE, List.of());
    }

    static ListedContract contract(String underlying, String id) {
        return new ListedContract(underlying, id);
    }

    static Position leg(String underlying, String id, double quantity) {
        return new Position(contract(underlying, id), quantity);
    }

    static RiskArrays.Row row(String underlying, String id, double... pnl) {
        return new RiskArrays.Row(contract(underlying, id), pnl, 0, 0);
    }

    static Portfolio book(Position... legs) {
        return Portfolio.of(List.of(legs));
    }

    static Portfolio book(List<Position> legs, List<Order> orders) {
        return new Portfolio(legs, List.of(), orders, 0);
    }

    /// `legs` with `quantity` times each quantity.
    static List<Position> times(double factor, List<Position> legs) {
        List<Position> scaled = new ArrayList<>();
        for (Position leg : legs) {
            scaled.add(new Position(leg.instrument(), factor * leg.quantity()));
        }
        return scaled;
    }

    /// The model's answer, held to the invariants of every answer.
    static Margin margin(ScanModel model, RiskArrays arrays, Portfolio portfolio) {
        Margin margin = model.margin(arrays, portfolio);
        MarginInvariants.check(model, arrays, portfolio, margin);
        return margin;
    }
}
