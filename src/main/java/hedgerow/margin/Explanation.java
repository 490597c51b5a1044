package hedgerow.margin;

import hedgerow.margin.Margin.Binding;
import hedgerow.margin.Margin.Contribution;
import hedgerow.margin.Margin.GroupMargin;
import hedgerow.portfolio.Portfolio;
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
    private final Legs legs;
    private final int[] orders;
    private final Contribution[] contributions;
    private final double[] orderContributions;
    private final List<GroupMargin> groups = new ArrayList<>();
    private final Requirement requirement = new Requirement();
    private final MarginReader.Scratch scratch;
    private final Requirement otherRequirement = new Requirement();
    private final MarginReader.Scratch otherScratch;
    private Optional<Binding> binding = Optional.empty();
    private int legsRead;
    private boolean finite = true;

    /// @param portfolio with what its collateral moves with
    private Explanation(MarginModel model, RiskArrays arrays, Portfolio portfolio) {
        this.model = model;
        this.arrays = arrays;
        this.reader = model.on(arrays);
        this.scratch = reader.scratch();
        this.otherScratch = reader.scratch();
        this.holding = Holding.of(arrays, portfolio, reader.isGross());
        this.legs = Legs.of(arrays, portfolio.positions(), reader.isGross());
        this.orders = Holding.placesOfOrders(arrays, portfolio.orders());
        this.contributions = new Contribution[legs.size()];
        this.orderContributions = new double[holding.orders.rows().length];
    }

    static Margin of(MarginModel model, RiskArrays arrays, Portfolio portfolio) {
        CollateralPrices prices =
                CollateralPrices.of(model.collateral(), arrays.market(), arrays.currency());
        Explanation explanation = new Explanation(model, arrays, prices.held(portfolio));
        explanation.readGroups();
        return explanation.margin();
    }

    private void readGroups() {
        reader.read(holding, scratch, requirement);
        GroupWalk walk = scratch.walk;
        walk.start(holding, false);
        while (walk.next()) {
            GroupReading reading = scratch.reading(scratch.place(walk));
            GroupMargin group = groupMargin(walk.group, reading);
            groups.add(group);
            if (walk.group.runIndex == requirement.bindingRun()) binding = group.binding();
            contributions(walk.group, reading);
        }
    }

    private Margin margin() {
        Margin margin =
                new Margin(
                        requirement.initial(),
                        requirement.maintenance(),
                        arrays.currency(),
                        binding,
                        groups,
                        List.of(contributions),
                        Arrays.stream(orderContributions).boxed().toList());
        if (finite && areFinite(margin.offset())) return margin;
        throw Headroom.tooLarge();
    }

    private static boolean areFinite(double... values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    private GroupMargin groupMargin(Group group, GroupReading reading) {
        return new GroupMargin(
                group.run().underlying(),
                reading.initial,
                reading.maintenance,
                binding(group, reading),
                reader.components(reading),
                Arrays.stream(reading.vector, 0, arrays.scenarios()).boxed().toList());
    }

    private Optional<Binding> binding(Group group, GroupReading reading) {
        int s = reader.binding(reading);
        if (s < 0) return Optional.empty();
        return Optional.of(
                new Binding(
                        group.run().underlying(),
                        s,
                        model.grid().get(s),
                        arrays.weight(s),
                        reading.scan));
    }

    private void contributions(Group group, GroupReading reading) {
        int from = legsRead;
        while (legsRead < legs.size() && legs.row(legsRead) < group.run().to()) legsRead++;
        Holding.OpenOrders groupOrders = group.orders.slice(group.orderFrom, group.orderTo);
        int s = reader.binding(reading);
        for (int leg = from; leg < legsRead; leg++) {
            Holding alone = legs.net(leg, leg + 1, -1, Holding.OpenOrders.NONE);
            double incremental =
                    reader.isLinked()
                            ? requirement.initial()
                                    - requirementOf(legs.net(0, legs.size(), leg, holding.orders))
                            : reading.initial
                                    - requirementOf(legs.net(from, legsRead, leg, groupOrders));
            contributions[legs.place(leg)] =
                    contribution(leg, s, requirementOf(alone), incremental);
        }
        for (int i = group.orderFrom; i < group.orderTo; i++) {
            orderContributions[orders[i]] =
                    s < 0 ? 0 : 0 - arrays.weight(s) * worstFill(group, i, s);
        }
    }

    private Contribution contribution(int leg, int s, double standAlone, double incremental) {
        int row = legs.row(leg);
        double quantity = legs.quantity(leg);
        double loss = s < 0 ? 0 : 0 - arrays.weight(s) * (quantity * arrays.pnl(row, s));
        double value = quantity * arrays.columns().value()[row];
        double delta = quantity * arrays.columns().delta()[row];
        finite &= areFinite(loss, standAlone, incremental, value, delta);
        return new Contribution(loss, standAlone, incremental, value, delta);
    }

    private double worstFill(Group group, int order, int s) {
        double pnl = arrays.pnl(group.orders.rows()[order], s);
        double fill = group.orders.edges()[order] + group.orders.quantities()[order] * pnl;
        return Math.min(0, fill);
    }

    private double requirementOf(Holding other) {
        reader.read(other, otherScratch, otherRequirement);
        return otherRequirement.initial();
    }
}
