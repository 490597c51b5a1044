package hedgerow.margin;

import hedgerow.margin.Margin.Component;
import hedgerow.margin.Margin.Operator;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads accounts under a [HistoryModel].
final class HistoryReader extends MarginReader {
    private final HistoryModel model;

    /// The parts of the requirement, as they are reported.
    private enum Part {
        HISTORY("historical risk"),
        STRESS("stress risk"),
        LIQUIDITY("liquidity"),
        CONCENTRATION("concentration");

        final String words;

        Part(String words) {
            this.words = words;
        }
    }

    HistoryReader(HistoryModel model, RiskArrays arrays) {
        super(model, arrays);
        this.model = model;
    }

    @Override
    GroupReading newReading(double[] vector) {
        return new GroupReading(vector, 0, Part.values().length);
    }

    @Override
    void readVector(Group group, GroupReading out) {
        out.scanOfPositions = out.scan;
        double net = Math.abs(netDelta(group));
        HistoryModel.Mix mix = model.mix();
        double[] maintenance = out.chargeMaintenance;
        maintenance[Part.LIQUIDITY.ordinal()] = mix.liquidityRate() * net;
        maintenance[Part.CONCENTRATION.ordinal()] =
                mix.concentrationRate() * Math.max(0, net - mix.threshold());
        risks(out.vector, maintenance);
        System.arraycopy(maintenance, 0, out.chargeInitial, 0, maintenance.length);
        if (group.hasOrders()) {
            WorstFills.add(group, out.vector);
            out.scan = aggregation.worst(out.vector);
            risks(out.vector, out.chargeInitial);
        }
        out.initial = model.factors().initial() * sum(out.chargeInitial);
        out.maintenance = model.factors().maintenance() * sum(maintenance);
    }

    private double netDelta(Group group) {
        double net = 0;
        for (int i = group.from; i < group.to; i++) {
            net += group.quantities[i] * arrays().columns().delta()[group.rows[i]];
        }
        double spot = group.run().spot();
        return net == 0 ? 0 : net * spot;
    }

    /// The quantile of the past and the worst stress, each at its share.
    private void risks(double[] vector, double[] amounts) {
        int days = model.days();
        double[] losses = new double[days];
        for (int s = 0; s < days; s++) losses[s] = 0 - vector[s];
        Arrays.sort(losses);
        double quantile = Math.max(0, losses[days - 1 - model.mix().place(days)]);
        double stress = 0;
        for (int s = days; s < arrays().scenarios(); s++) {
            stress = Math.max(stress, 0 - arrays().weight(s) * vector[s]);
        }
        amounts[Part.HISTORY.ordinal()] = model.mix().share() * quantile;
        amounts[Part.STRESS.ordinal()] = (1 - model.mix().share()) * stress;
    }

    private static double sum(double[] amounts) {
        double sum = 0;
        for (double amount : amounts) sum += amount;
        return sum;
    }

    @Override
    int binding(GroupReading reading) {
        return reading.scan > 0 ? aggregation.first(reading.vector, reading.scan) : -1;
    }

    @Override
    List<Component> components(GroupReading reading) {
        List<Component> components = new ArrayList<>();
        for (Part part : Part.values()) {
            double initial = reading.chargeInitial[part.ordinal()];
            components.add(
                    new Component(
                            part.words,
                            part == Part.HISTORY ? Operator.MAX : Operator.SUM,
                            initial,
                            reading.chargeMaintenance[part.ordinal()],
                            true,
                            model.factors().initial(),
                            model.factors().maintenance(),
                            initial > 0));
        }
        return components;
    }
}
