package hedgerow.margin;

import hedgerow.margin.Margin.Component;
import hedgerow.margin.Margin.Operator;
import hedgerow.margin.span.SpanAccount;
import hedgerow.margin.span.SpanPlan;
import hedgerow.margin.span.Totals;
import hedgerow.margin.span.Totals.Parts;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads accounts under a [SpanModel]: groups are combined commodities, which are settled against
/// one another.
final class SpanReader extends MarginReader {
    private final SpanPlan plan;

    SpanReader(SpanModel model, SpanPlan plan) {
        super(model, plan.arrays());
        this.plan = plan;
    }

    @Override
    GroupReading newReading(double[] vector) {
        return new SpanReading(vector);
    }

    @Override
    void readVector(Group group, GroupReading out) {
        ((SpanReading) out).take(group);
        out.scanOfPositions = out.scan;
        if (group.hasOrders()) {
            WorstFills.add(group, out.vector);
            out.scan = aggregation.worst(out.vector);
        }
    }

    @Override
    int binding(GroupReading reading) {
        return reading.scan > 0 ? aggregation.first(reading.vector, reading.scan) : -1;
    }

    @Override
    boolean isLinked() {
        return true;
    }

    @Override
    public boolean isGross() {
        return plan.isGross();
    }

    @Override
    void settle(Scratch scratch, int readings) {
        SpanAccount account = new SpanAccount(plan);
        for (int place = 0; place < readings; place++) {
            SpanReading reading = (SpanReading) scratch.reading(place);
            account.take(reading.runIndex, reading.positions);
            for (int i = reading.from; i < reading.to; i++) {
                account.take(reading.rows[i], reading.quantities[i]);
            }
        }
        account.settle();
        Totals totals = account.totals();
        for (int place = 0; place < readings; place++) {
            fill((SpanReading) scratch.reading(place), totals);
        }
    }

    private void fill(SpanReading out, Totals totals) {
        String code = arrays().runs().get(out.runIndex).underlying();
        Totals.Commodity commodity = totals.carriedBy(code);
        Parts parts = commodity.parts();
        double orders = out.scan - out.scanOfPositions;
        out.initialFactor = commodity.initialFactor();
        out.maintenanceFactor = commodity.maintenanceFactor();
        out.set(SpanPart.SCAN, parts.scan());
        out.set(SpanPart.INTRA, parts.intra());
        out.set(SpanPart.SPOT, parts.spot());
        out.set(SpanPart.INTER, -parts.inter());
        out.set(SpanPart.CLEARING, -parts.clearing());
        out.set(SpanPart.MINIMUM, commodity.base() - parts.sum());
        out.set(SpanPart.ORDERS, orders, 0);
        out.set(
                SpanPart.ROUNDING,
                commodity.initial() - commodity.base() * commodity.initialFactor(),
                commodity.maintenance() - commodity.base() * commodity.maintenanceFactor());
        out.set(
                SpanPart.OPTION_VALUE,
                -commodity.counted().initial(),
                -commodity.counted().maintenance());
        out.initial =
                commodity.initial()
                        - commodity.counted().initial()
                        + orders * commodity.initialFactor();
        out.maintenance = commodity.maintenance() - commodity.counted().maintenance();
    }

    @Override
    List<Component> components(GroupReading reading) {
        SpanReading of = (SpanReading) reading;
        List<Component> components = new ArrayList<>();
        for (SpanPart part : SpanPart.values()) {
            double initial = of.chargeInitial[part.ordinal()];
            double maintenance = of.chargeMaintenance[part.ordinal()];
            if (part != SpanPart.SCAN && initial == 0 && maintenance == 0) continue;
            components.add(
                    new Component(
                            part.words,
                            part == SpanPart.SCAN ? Operator.MAX : Operator.SUM,
                            initial,
                            maintenance,
                            part.isInside,
                            part.isInside ? of.initialFactor : 1,
                            part.isInside ? of.maintenanceFactor : 1,
                            initial != 0));
        }
        return components;
    }

    /// A holding, settled.
    SpanAccount account(Holding holding) {
        SpanAccount account = new SpanAccount(plan);
        double[] vector = new double[arrays().stride()];
        for (int g = holding.firstGroup; g < holding.endGroup; g++) {
            int from = holding.groupStarts[g];
            int to = holding.groupStarts[g + 1];
            Arrays.fill(vector, 0);
            for (int i = from; i < to; i++) add(vector, holding.rows[i], holding.quantities[i]);
            account.take(arrays().runOf(holding.rows[from]), vector);
            for (int i = from; i < to; i++) account.take(holding.rows[i], holding.quantities[i]);
        }
        account.settle();
        return account;
    }

    private void add(double[] vector, int row, double quantity) {
        RiskArrays arrays = arrays();
        for (int s = 0; s < arrays.scenarios(); s++) vector[s] += quantity * arrays.pnl(row, s);
    }
}
