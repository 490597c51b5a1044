package hedgerow.margin;

import hedgerow.margin.Margin.Binding;
import hedgerow.margin.Margin.Contribution;
import hedgerow.margin.Margin.GroupMargin;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Builds the explained answer from the readings that the bulk path uses.
final class Explanation {
    private final MarginModel model;
    private final RiskArrays arrays;
    private final MarginReader reader;
    private final Holding holding;
    private final int[] legs;
    private final int[] orders;
    private final Contribution[] contributions;
    private final double[] orderContributions;
    private final List<GroupMargin> groups = new ArrayList<>();
    private Optional<Binding> binding = Optional.empty();
    private double initial;
    private double maintenance;

    private Explanation(MarginModel model, RiskArrays arrays, Portfolio portfolio) {
        this.model = model;
        this.arrays = arrays;
        this.reader = model.on(arrays);
        this.holding = Holding.of(arrays, portfolio);
        this.legs = legOrder(arrays, portfolio.positions());
        this.orders = Holding.placesOfOrders(arrays, portfolio.orders());
        this.contributions = new Contribution[legs.length];
        this.orderContributions = new double[holding.orders.rows().length];
    }

    static Margin of(MarginModel model, RiskArrays arrays, Portfolio portfolio) {
        Explanation explanation = new Explanation(model, arrays, portfolio);
        explanation.readGroups();
        return explanation.margin();
    }

    private static int[] legOrder(RiskArrays arrays, List<Position> positions) {
        int[] rows =
                positions.stream().mapToInt(p -> Holding.row(arrays, p.instrument())).toArray();
        return Holding.legOrder(rows, positions);
    }

    private void readGroups() {
        GroupWalk walk = new GroupWalk(arrays);
        walk.start(holding);
        while (walk.next()) {
            GroupReading reading = reader.newReading();
            reader.readGroup(walk.group, reading);
            GroupMargin group = groupMargin(walk.group, reading);
            groups.add(group);
            initial += reading.initial;
            maintenance += reading.maintenance;
            if (larger(group.binding(), binding)) binding = group.binding();
            contributions(walk.group, reading);
        }
    }

    private static boolean larger(Optional<Binding> one, Optional<Binding> other) {
        return one.isPresent() && (other.isEmpty() || one.get().loss() > other.get().loss());
    }

    private Margin margin() {
        if (!Double.isFinite(initial) || !Double.isFinite(maintenance)) {
            throw new RefusedException(
                    Refusal.of(
                            Refusal.Reason.OVERFLOW,
                            "the margin is too large to be a number, was " + initial));
        }
        return new Margin(
                initial,
                maintenance,
                arrays.currency(),
                binding,
                groups,
                List.of(contributions),
                Arrays.stream(orderContributions).boxed().toList());
    }

    private GroupMargin groupMargin(Group group, GroupReading reading) {
        return new GroupMargin(
                group.run.underlying(),
                reading.initial,
                reading.maintenance,
                binding(group, reading),
                model.components(reading),
                Arrays.stream(reading.vector, 0, arrays.scenarios()).boxed().toList());
    }

    private Optional<Binding> binding(Group group, GroupReading reading) {
        if (reading.binding < 0) return Optional.empty();
        return Optional.of(
                new Binding(
                        group.run.underlying(),
                        reading.binding,
                        model.grid().get(reading.binding),
                        arrays.weight(reading.binding),
                        reading.scan));
    }

    private void contributions(Group group, GroupReading reading) {
        GroupReading other = reader.newReading();
        int s = reading.binding;
        double weight = s < 0 ? 0 : arrays.weight(s);
        for (int i = group.from; i < group.to; i++) {
            int row = group.rows[i];
            double quantity = group.quantities[i];
            double loss = s < 0 ? 0 : 0 - weight * (quantity * arrays.pnl(row, s));
            double alone = requirementOf(alone(row, quantity), other);
            double without = requirementOf(without(group, i), other);
            contributions[legs[i]] =
                    new Contribution(
                            loss,
                            alone,
                            reading.initial - without,
                            quantity * arrays.columns().value()[row],
                            quantity * arrays.columns().delta()[row]);
        }
        for (int i = group.orderFrom; i < group.orderTo; i++) {
            orderContributions[orders[i]] = s < 0 ? 0 : 0 - weight * worstFill(group, i, s);
        }
    }

    private double worstFill(Group group, int order, int s) {
        double pnl = arrays.pnl(group.orders.rows()[order], s);
        double fill = group.orders.edges()[order] + group.orders.quantities()[order] * pnl;
        return Math.min(0, fill);
    }

    private static Holding alone(int row, double quantity) {
        return new Holding(new int[] {row}, new double[] {quantity}, 0, 1, Holding.OpenOrders.NONE);
    }

    private double requirementOf(Holding holding, GroupReading scratch) {
        GroupWalk walk = new GroupWalk(arrays);
        walk.start(holding);
        double sum = 0;
        while (walk.next()) {
            reader.readGroup(walk.group, scratch);
            sum += scratch.initial;
        }
        return sum;
    }

    /// The group's legs and orders but the leg at `place`.
    private static Holding without(Group group, int place) {
        int legs = group.to - group.from;
        int[] rows = new int[legs - 1];
        double[] quantities = new double[legs - 1];
        int next = 0;
        for (int i = group.from; i < group.to; i++) {
            if (i == place) continue;
            rows[next] = group.rows[i];
            quantities[next++] = group.quantities[i];
        }
        Holding.OpenOrders orders = group.orders.slice(group.orderFrom, group.orderTo);
        return new Holding(rows, quantities, 0, rows.length, orders);
    }
}
