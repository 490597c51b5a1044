package hedgerow.margin;

import hedgerow.pricing.RiskArrays;
import java.util.List;

/// Reads accounts under a [ScanModel].
final class ScanReader extends MarginReader {
    private final ScanModel model;
    private final Charge.Reader[] readers;
    private final Charge.Placement[] placements;

    ScanReader(ScanModel model, RiskArrays arrays) {
        super(arrays);
        this.model = model;
        List<Charge.Placed> charges = model.charges();
        this.readers =
                charges.stream().map(c -> c.charge().on(arrays)).toArray(Charge.Reader[]::new);
        this.placements =
                charges.stream().map(Charge.Placed::placement).toArray(Charge.Placement[]::new);
    }

    @Override
    GroupReading newReading() {
        return new GroupReading(arrays().stride(), readers.length);
    }

    @Override
    void readGroup(Group group, GroupReading out) {
        GroupVector.of(group, out.vector);
        scan(out);
        out.scanOfPositions = out.scan;
        if (group.hasOrders()) {
            GroupVector.addWorstFills(group, out.vector);
            scan(out);
        }
        for (int c = 0; c < readers.length; c++) {
            readers[c].read(group, out.amounts);
            out.chargeInitial[c] = out.amounts.initial;
            out.chargeMaintenance[c] = out.amounts.maintenance;
        }
        out.initial = requirement(out.scan, out.chargeInitial, model.factors().initial());
        out.maintenance =
                requirement(
                        out.scanOfPositions, out.chargeMaintenance, model.factors().maintenance());
    }

    private void scan(GroupReading out) {
        double least = 0;
        int binding = -1;
        for (int s = 0; s < arrays().scenarios(); s++) {
            double weighted = arrays().weight(s) * out.vector[s];
            if (weighted < least) binding = s;
            least = Math.min(least, weighted);
        }
        out.scan = 0 - least;
        out.binding = binding;
    }

    private double requirement(double scan, double[] amounts, double factor) {
        double base = scan;
        double inside = 0;
        double outside = 0;
        for (int c = 0; c < amounts.length; c++) {
            switch (placements[c]) {
                case FLOOR -> base = Math.max(base, amounts[c]);
                case INSIDE -> inside += amounts[c];
                case OUTSIDE -> outside += amounts[c];
            }
        }
        return factor * (base + inside) + outside;
    }
}
