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
    private final double initialFactor;
    private final double maintenanceFactor;
    private final Adjustment.Reader[] adjustments;
    private final Charge.Reader[] readers;
    private final Placement[] placements;

    ScanReader(ScanModel model, RiskArrays arrays) {
        super(model, arrays);
        this.model = model;
        this.initialFactor = model.factors().initialAt(arrays.market().stablePrice());
        this.maintenanceFactor = model.factors().maintenance();
        this.adjustments =
                model.adjustments().stream()
                        .map(adjustment -> adjustment.on(arrays, model.grid()))
                        .toArray(Adjustment.Reader[]::new);
        List<Charge.Placed> charges = model.charges();
        this.readers =
                charges.stream()
                        .map(c -> c.charge().on(arrays, model.grid()))
                        .toArray(Charge.Reader[]::new);
        this.placements = charges.stream().map(Charge.Placed::placement).toArray(Placement[]::new);
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
        require(out);
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

    private void require(GroupReading out) {
        double initial = out.scan;
        double maintenance = out.scanOfPositions;
        double insideInitial = 0;
        double insideMaintenance = 0;
        double leastInitial = 0;
        double leastMaintenance = 0;
        double outsideInitial = 0;
        double outsideMaintenance = 0;
        for (int c = 0; c < placements.length; c++) {
            switch (placements[c]) {
                case FLOOR -> {
                    initial = Math.max(initial, out.chargeInitial[c]);
                    maintenance = Math.max(maintenance, out.chargeMaintenance[c]);
                }
                case INSIDE -> {
                    insideInitial += out.chargeInitial[c];
                    insideMaintenance += out.chargeMaintenance[c];
                }
                case MINIMUM -> {
                    leastInitial = Math.max(leastInitial, out.chargeInitial[c]);
                    leastMaintenance = Math.max(leastMaintenance, out.chargeMaintenance[c]);
                }
                case OUTSIDE -> {
                    outsideInitial += out.chargeInitial[c];
                    outsideMaintenance += out.chargeMaintenance[c];
                }
            }
        }
        out.initial =
                initialFactor * Math.max(initial + insideInitial, leastInitial) + outsideInitial;
        out.maintenance =
                maintenanceFactor * Math.max(maintenance + insideMaintenance, leastMaintenance)
                        + outsideMaintenance;
    }

    @Override
    List<Component> components(GroupReading reading) {
        int minimum = bindingMinimum(reading);
        int floor = binding(reading, Placement.FLOOR, reading.scan);
        List<Component> components = new ArrayList<>();
        if (model.grid().size() > 0) {
            components.add(scan(reading, minimum < 0 && floor < 0));
            for (int a = 0; a < adjustments.length; a++) components.add(adjustment(reading, a));
        }
        for (int c = 0; c < readers.length; c++) {
            double amount = reading.chargeInitial[c];
            boolean binds =
                    switch (placements[c]) {
                        case FLOOR -> minimum < 0 && c == floor;
                        case INSIDE -> minimum < 0 && amount > 0;
                        case MINIMUM -> c == minimum;
                        case OUTSIDE -> amount > 0;
                    };
            components.add(charge(reading, c, binds));
        }
        return components;
    }

    /// The first of the largest charges at one place, or -1 where none is above `least`.
    private int binding(GroupReading reading, Placement place, double least) {
        double largest = least;
        int binding = -1;
        for (int c = 0; c < readers.length; c++) {
            if (placements[c] == place && reading.chargeInitial[c] > largest) {
                largest = reading.chargeInitial[c];
                binding = c;
            }
        }
        return binding;
    }

    private int bindingMinimum(GroupReading reading) {
        double base = reading.scan;
        double inside = 0;
        for (int c = 0; c < readers.length; c++) {
            double amount = reading.chargeInitial[c];
            if (placements[c] == Placement.FLOOR) base = Math.max(base, amount);
            if (placements[c] == Placement.INSIDE) inside += amount;
        }
        return binding(reading, Placement.MINIMUM, base + inside);
    }

    private Component scan(GroupReading reading, boolean binds) {
        return new Component(
                "scan risk",
                Operator.MAX,
                reading.scan,
                reading.scanOfPositions,
                true,
                initialFactor,
                maintenanceFactor,
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
                initialFactor,
                maintenanceFactor,
                loss != 0);
    }

    private Component charge(GroupReading reading, int c, boolean binds) {
        boolean outside = placements[c] == Placement.OUTSIDE;
        Operator operator =
                switch (placements[c]) {
                    case FLOOR -> Operator.MAX;
                    case MINIMUM -> Operator.MINIMUM;
                    case INSIDE, OUTSIDE -> Operator.SUM;
                };
        return new Component(
                model.charges().get(c).charge().name(),
                operator,
                reading.chargeInitial[c],
                reading.chargeMaintenance[c],
                !outside,
                outside ? 1 : initialFactor,
                outside ? 1 : maintenanceFactor,
                binds);
    }
}
