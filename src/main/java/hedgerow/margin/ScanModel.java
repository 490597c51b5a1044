package hedgerow.margin;

import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;
import java.util.List;

/// The shape of SPAN, TIMS and the crypto venues' portfolio margin: the worst of a grid, with
/// floors under it and charges beside it.
///
/// For each underlying, with `w_s` the weight and `P_s` the P&L of all legs in scenario `s` after
/// the adjustments:
///
/// ```
/// scan        = max(0, -min_s w_s * P_s)
/// requirement = factor * max(max(scan, floors) + inside charges, minimums) + outside charges
/// ```
///
/// and the requirements of underlyings add. Of equal losses the first scenario binds. Open orders
/// enter the initial requirement only, each where its fill would lose.
///
/// @param info who the model is
/// @param grid its scenarios, and at the end the columns that its charges read beside them
/// @param adjustments what is done to the profits before the scan, in order
/// @param charges floors and charges, in the order in which they are reported
/// @param factors the factors on the parts inside them
/// @param valuation how instruments are valued
/// @param collateral what it accepts
public record ScanModel(
        ModelInfo info,
        ScenarioGrid grid,
        List<Adjustment> adjustments,
        List<Charge.Placed> charges,
        Factors factors,
        Valuation valuation,
        CollateralRule collateral)
        implements MarginModel {

    /// The factors on scan, floors, inside charges and minimums.
    ///
    /// @param initial for initial margin, while the stablecoin is at par
    /// @param maintenance for maintenance margin
    /// @param depeg what the initial factor grows by when the stablecoin falls
    public record Factors(double initial, double maintenance, Depeg depeg) {
        public Factors {
            Require.notNegative("initial factor", initial);
            Require.notNegative("maintenance factor", maintenance);
        }

        /// Factors that do not know the stablecoin.
        public Factors(double initial, double maintenance) {
            this(initial, maintenance, Depeg.NONE);
        }

        /// The initial factor at a price of the stablecoin.
        double initialAt(double stablePrice) {
            return initial + depeg.at(stablePrice);
        }
    }

    public ScanModel {
        adjustments = List.copyOf(adjustments);
        charges = List.copyOf(charges);
        grid =
                grid.with(
                        charges.stream()
                                .flatMap(placed -> placed.charge().asides().stream())
                                .toList());
    }

    /// A model that adjusts nothing and values in the standard way.
    ///
    /// @param moneyUnit what cells are rounded to, a power of two, or zero
    public ScanModel(
            ModelInfo info,
            ScenarioGrid grid,
            List<Charge.Placed> charges,
            Factors factors,
            double moneyUnit,
            CollateralRule collateral) {
        this(
                info,
                grid,
                List.of(),
                charges,
                factors,
                Valuation.STANDARD.roundedTo(moneyUnit),
                collateral);
    }

    @Override
    public MarginReader on(RiskArrays arrays) {
        return new ScanReader(this, arrays);
    }
}
