package hedgerow.margin;

import hedgerow.margin.Charge.Placement;
import hedgerow.margin.Margin.Component;
import hedgerow.margin.Margin.Operator;

/// How amounts make a requirement: `factor * max(max(base, FLOORs) + INSIDEs, MINIMUMs) +
/// OUTSIDEs`.
///
/// Amounts stand in a reading's [GroupReading#chargeInitial] and [GroupReading#chargeMaintenance].
///
/// @param placements where each amount stands
/// @param initialFactor on all but the OUTSIDEs of initial margin
/// @param maintenanceFactor the same of maintenance margin
record Placements(Placement[] placements, double initialFactor, double maintenanceFactor) {

    /// Puts the requirement into a reading whose amounts are there.
    void require(GroupReading out, double baseInitial, double baseMaintenance) {
        double initial = baseInitial;
        double maintenance = baseMaintenance;
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

    /// The first of the largest amounts at one place, or -1 where none is above `least`.
    int largest(GroupReading reading, Placement place, double least) {
        double largest = least;
        int found = -1;
        for (int c = 0; c < placements.length; c++) {
            if (placements[c] == place && reading.chargeInitial[c] > largest) {
                largest = reading.chargeInitial[c];
                found = c;
            }
        }
        return found;
    }

    /// The minimum that decides, or -1 where none does.
    int minimum(GroupReading reading, double baseInitial) {
        double base = baseInitial;
        double inside = 0;
        for (int c = 0; c < placements.length; c++) {
            double amount = reading.chargeInitial[c];
            if (placements[c] == Placement.FLOOR) base = Math.max(base, amount);
            if (placements[c] == Placement.INSIDE) inside += amount;
        }
        return largest(reading, Placement.MINIMUM, base + inside);
    }

    /// Whether an amount decides the initial requirement.
    boolean binds(GroupReading reading, int c, int floor, int minimum) {
        return switch (placements[c]) {
            case FLOOR -> minimum < 0 && c == floor;
            case INSIDE -> minimum < 0 && reading.chargeInitial[c] > 0;
            case MINIMUM -> c == minimum;
            case OUTSIDE -> reading.chargeInitial[c] > 0;
        };
    }

    /// An amount as it is reported.
    Component component(GroupReading reading, int c, String name, boolean binds) {
        boolean outside = placements[c] == Placement.OUTSIDE;
        Operator operator =
                switch (placements[c]) {
                    case FLOOR -> Operator.MAX;
                    case MINIMUM -> Operator.MINIMUM;
                    case INSIDE, OUTSIDE -> Operator.SUM;
                };
        return new Component(
                name,
                operator,
                reading.chargeInitial[c],
                reading.chargeMaintenance[c],
                !outside,
                outside ? 1 : initialFactor,
                outside ? 1 : maintenanceFactor,
                binds);
    }
}
