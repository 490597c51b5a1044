package hedgerow.margin;

import hedgerow.margin.Charge.Placement;
import hedgerow.margin.Margin.Component;
import hedgerow.margin.Margin.Operator;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.List;

/// Reads accounts under a [ComposedModel]: each part reads its own scenarios of every group.
final class ComposedReader extends MarginReader {
    private final ComposedModel model;
    private final MarginReader[] readers;

    /// The first scenario of each part among those of the whole.
    private final int[] starts;

    private final Placements placements;

    ComposedReader(ComposedModel model, RiskArrays arrays) {
        super(model, arrays);
        List<ComposedModel.Part> parts = model.parts();
        this.model = model;
        this.readers = new MarginReader[parts.size()];
        this.starts = new int[parts.size()];
        int start = 0;
        for (int p = 0; p < parts.size(); p++) {
            MarginModel part = parts.get(p).model();
            starts[p] = start;
            readers[p] = part.on(arrays.slice(start, start + part.grid().size()));
            start += part.grid().size();
        }
        this.placements =
                new Placements(
                        parts.stream().map(ComposedModel.Part::placement).toArray(Placement[]::new),
                        model.factors().initialAt(arrays.market().stablePrice()),
                        model.factors().maintenance());
    }

    @Override
    GroupReading newReading(double[] vector) {
        return new ComposedReading(vector, readers);
    }

    @Override
    void readVector(Group group, GroupReading out) {
        ComposedReading reading = (ComposedReading) out;
        for (int p = 0; p < readers.length; p++) {
            GroupReading part = read(p, group, reading);
            ComposedModel.Part stated = model.parts().get(p);
            out.chargeInitial[p] = stated.initialFactor() * part.initial;
            out.chargeMaintenance[p] = stated.maintenanceFactor() * part.maintenance;
        }
        reading.deciding = deciding(reading);
        out.scan = reading.parts[reading.deciding].scan;
        out.scanOfPositions = reading.parts[reading.deciding].scanOfPositions;
        placements.require(out, 0, 0);
    }

    private GroupReading read(int p, Group group, ComposedReading out) {
        GroupReading part = out.parts[p];
        int scenarios = readers[p].arrays().scenarios();
        System.arraycopy(out.vector, starts[p], part.vector, 0, scenarios);
        part.runIndex = group.runIndex;
        part.scan = readers[p].aggregation.worst(part.vector);
        Group own = out.groups[p];
        own.take(group);
        readers[p].readVector(own, part);
        System.arraycopy(part.vector, 0, out.vector, starts[p], scenarios);
        return part;
    }

    /// The first of the largest floors, else the first of the largest parts.
    private int deciding(GroupReading reading) {
        int floor = placements.largest(reading, Placement.FLOOR, -1);
        if (floor >= 0) return floor;
        int largest = 0;
        for (int p = 1; p < readers.length; p++) {
            if (reading.chargeInitial[p] > reading.chargeInitial[largest]) largest = p;
        }
        return largest;
    }

    @Override
    int binding(GroupReading reading) {
        ComposedReading composed = (ComposedReading) reading;
        int deciding = composed.deciding;
        int place = readers[deciding].binding(composed.parts[deciding]);
        return place < 0 ? -1 : starts[deciding] + place;
    }

    @Override
    List<Component> components(GroupReading reading) {
        ComposedReading composed = (ComposedReading) reading;
        int minimum = placements.minimum(reading, 0);
        int floor = placements.largest(reading, Placement.FLOOR, 0);
        List<Component> components = new ArrayList<>();
        for (int p = 0; p < readers.length; p++) {
            boolean binds = placements.binds(reading, p, floor, minimum);
            String name = model.parts().get(p).model().info().name();
            components.add(placements.component(reading, p, name, binds));
            if (p == composed.deciding) components.addAll(adjustments(p, composed));
        }
        return components;
    }

    /// What the deciding part's adjustments change in its scan.
    private List<Component> adjustments(int p, ComposedReading reading) {
        String name = model.parts().get(p).model().info().name();
        return readers[p].components(reading.parts[p]).stream()
                .filter(part -> part.operator() == Operator.PART)
                .map(part -> part.in(name))
                .toList();
    }
}
