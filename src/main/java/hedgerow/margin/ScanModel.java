package hedgerow.margin;

import hedgerow.margin.Margin.Component;
import hedgerow.margin.Margin.Operator;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import java.util.ArrayList;
import java.util.List;

/// The shape of SPAN, TIMS and the crypto venues' portfolio margin: the worst of a grid, with
/// floors under it and charges beside it.
///
/// For each underlying, with `w_s` the weight and `P_s` the P&L of all legs in scenario `s`:
///
/// ```
/// scan        = max(0, -min_s w_s * P_s)
/// requirement = factor * (max(scan, floors) + inside charges) + outside charges
/// ```
///
/// and the requirements of underlyings add. Of equal losses the first scenario binds. Open orders
/// enter the initial requirement only, each where its fill would lose.
///
/// @param info who the model is
/// @param grid its scenarios, and at the end the columns that its charges read beside them
/// @param charges floors and charges, in the order in which they are reported
/// @param factors the factors on the parts inside them
/// @param moneyUnit what cells are rounded to, a power of two, or zero
/// @param collateral what it accepts
public record ScanModel(
        ModelInfo info,
        ScenarioGrid grid,
        List<Charge.Placed> charges,
        Factors factors,
        double moneyUnit,
        CollateralRule collateral)
        implements MarginModel {

    /// The factors on scan, floors and inside charges.
    ///
    /// @param initial for initial margin
    /// @param maintenance for maintenance margin
    public record Factors(double initial, double maintenance) {
        public Factors {
            Require.notNegative("initial factor", initial);
            Require.notNegative("maintenance factor", maintenance);
        }
    }

    public ScanModel {
        charges = List.copyOf(charges);
        grid =
                grid.with(
                        charges.stream()
                                .flatMap(placed -> placed.charge().asides().stream())
                                .toList());
        Require.notNegative("moneyUnit", moneyUnit);
        if (moneyUnit > 0 && moneyUnit != Math.scalb(1.0, Math.getExponent(moneyUnit))) {
            throw new IllegalArgumentException(
                    "moneyUnit must be zero or a power of two, was " + moneyUnit);
        }
    }

    @Override
    public MarginReader on(RiskArrays arrays) {
        return new ScanReader(this, arrays);
    }

    @Override
    public List<Component> components(GroupReading reading) {
        int floor = bindingFloor(reading);
        List<Component> components = new ArrayList<>();
        if (grid.size() > 0) {
            components.add(
                    new Component(
                            "scan risk",
                            Operator.MAX,
                            reading.scan,
                            reading.scanOfPositions,
                            true,
                            factors.initial(),
                            factors.maintenance(),
                            floor < 0));
        }
        for (int c = 0; c < charges.size(); c++) components.add(component(reading, c, floor));
        return components;
    }

    /// The first of the largest floors, or -1 where none is larger than the scan.
    private int bindingFloor(GroupReading reading) {
        double largest = reading.scan;
        int binding = -1;
        for (int c = 0; c < charges.size(); c++) {
            boolean floor = charges.get(c).placement() == Charge.Placement.FLOOR;
            if (floor && reading.chargeInitial[c] > largest) {
                largest = reading.chargeInitial[c];
                binding = c;
            }
        }
        return binding;
    }

    private Component component(GroupReading reading, int c, int bindingFloor) {
        Charge.Placement placement = charges.get(c).placement();
        boolean floor = placement == Charge.Placement.FLOOR;
        boolean outside = placement == Charge.Placement.OUTSIDE;
        double initial = reading.chargeInitial[c];
        return new Component(
                charges.get(c).charge().name(),
                floor ? Operator.MAX : Operator.SUM,
                initial,
                reading.chargeMaintenance[c],
                !outside,
                outside ? 1 : factors.initial(),
                outside ? 1 : factors.maintenance(),
                floor ? c == bindingFloor : initial > 0);
    }
}
