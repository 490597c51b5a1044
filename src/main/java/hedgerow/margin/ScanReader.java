package hedgerow.margin;

import hedgerow.margin.Charge.Placement;
import hedgerow.margin.Margin.Component;
import hedgerow.margin.Margin.Operator;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads accounts under a [ScanModel].
final class ScanReader extends MarginReader {
    private final ScanModel model;
    private final Placements placements;
    private final Adjustment.Reader[] adjustments;
    private final Charge.Reader[] readers;

    ScanReader(ScanModel model, RiskArrays arrays) {
        super(model, arrays);
        this.model = model;
        this.adjustments =
                model.adjustments().stream()
                        .map(adjustment -> adjustment.on(arrays, model.grid()))
                        .toArray(Adjustment.Reader[]::new);
        List<Charge.Placed> charges = model.charges();
        this.readers =
                charges.stream()
                        .map(c -> c.charge().on(arrays, model.grid()))
                        .toArray(Charge.Reader[]::new);
        this.placements =
                new Placements(
                        charges.stream().map(Charge.Placed::placement).toArray(Placement[]::new),
                        model.factors().initialAt(arrays.market().stablePrice()),
                        model.factors().maintenance());
    }

    @Override
    GroupReading newReading(double[] vector) {
        return new GroupReading(vector, adjustments.length, readers.length);
    }

    @Override
    void readVector(Group group, GroupReading out) {
        if (adjustments.length > 0) adjust(group, out);
        out.scanOfPositions = out.scan;
        if (group.hasOrders()) {
            WorstFills.add(group, out.vector);
            out.scan = aggregation.worst(out.vector);
        }
        for (int c = 0; c < readers.length; c++) {
            readers[c].read(group, out.amounts);
            out.chargeInitial[c] = out.amounts.initial;
            out.chargeMaintenance[c] = out.amounts.maintenance;
        }
        placements.require(out, out.scan, out.scanOfPositions);
    }

    private void adjust(Group group, GroupReading out) {
        for (int a = 0; a < adjustments.length; a++) {
            double[] change = out.changes[a];
            Arrays.fill(change, 0);
            adjustments[a].change(group, out.vector, change, out.work);
            for (int s = 0; s < change.length; s++) out.vector[s] += change[s];
        }
        out.scan = aggregation.worst(out.vector);
    }

    @Override
    int binding(GroupReading reading) {
        return reading.scan > 0 ? aggregation.first(reading.vector, reading.scan) : -1;
    }

    @Override
    List<Component> components(GroupReading reading) {
        int minimum = placements.minimum(reading, reading.scan);
        int floor = placements.largest(reading, Placement.FLOOR, reading.scan);
        List<Component> components = new ArrayList<>();
        if (model.grid().size() > 0) {
            components.add(scan(reading, minimum < 0 && floor < 0));
            for (int a = 0; a < adjustments.length; a++) components.add(adjustment(reading, a));
        }
        for (int c = 0; c < readers.length; c++) {
            boolean binds = placements.binds(reading, c, floor, minimum);
            String name = model.charges().get(c).charge().name();
            components.add(placements.component(reading, c, name, binds));
        }
        return components;
    }

    private Component scan(GroupReading reading, boolean binds) {
        return new Component(
                "scan risk",
                Operator.MAX,
                reading.scan,
                reading.scanOfPositions,
                true,
                placements.initialFactor(),
                placements.maintenanceFactor(),
                binds);
    }

    /// What an adjustment changes in the binding scenario, as a part of the scan risk.
    private Component adjustment(GroupReading reading, int a) {
        int s = binding(reading);
        double loss = s < 0 ? 0 : 0 - arrays().weight(s) * reading.changes[a][s];
        return new Component(
                model.adjustments().get(a).name(),
                Operator.PART,
                loss,
                loss,
                true,
                placements.initialFactor(),
                placements.maintenanceFactor(),
                loss != 0);
    }
}
