package hedgerow.margin;

import hedgerow.pricing.RiskArrays;
import java.util.List;

/// Reads accounts under a [ScanModel].
final class ScanReader extends MarginReader {
    private final ScanModel.Factors factors;
    private final Charge.Reader[] readers;
    private final Charge.Placement[] placements;

    ScanReader(ScanModel model, RiskArrays arrays) {
        super(arrays, model.moneyUnit());
        this.factors = model.factors();
        List<Charge.Placed> charges = model.charges();
        this.readers =
                charges.stream()
                        .map(c -> c.charge().on(arrays, model.grid()))
                        .toArray(Charge.Reader[]::new);
        this.placements =
                charges.stream().map(Charge.Placed::placement).toArray(Charge.Placement[]::new);
    }

    @Override
    GroupReading newReading(double[] vector) {
        return new GroupReading(vector, readers.length);
    }

    @Override
    void readVector(Group group, GroupReading out) {
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

    @Override
    int binding(GroupReading reading) {
        return reading.scan > 0 ? aggregation.first(reading.vector, reading.scan) : -1;
    }

    private void require(GroupReading out) {
        double initial = out.scan;
        double maintenance = out.scanOfPositions;
        double insideInitial = 0;
        double insideMaintenance = 0;
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
                case OUTSIDE -> {
                    outsideInitial += out.chargeInitial[c];
                    outsideMaintenance += out.chargeMaintenance[c];
                }
            }
        }
        out.initial = factors.initial() * (initial + insideInitial) + outsideInitial;
        out.maintenance =
                factors.maintenance() * (maintenance + insideMaintenance) + outsideMaintenance;
    }
}
