package hedgerow.margin;

import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import java.util.List;

/// A part of a requirement beside the scan: a floor under it, or an amount added to it.
public sealed interface Charge
        permits DeltaFloor,
                ContractMinimum,
                BasisContingency,
                NotionalRate,
                OpenInterestRate,
                SizeRate,
                NetShortOptions,
                OracleConfidence,
                DepegCharge,
                IsolatedOptions,
                BoundedLoss,
                IsolatedOrBounded,
                FeeProvision,
                FundingProvision,
                RollShock,
                DeltaShock,
                TieredMinimum,
                SidedOptions,
                OpenLoss,
                StablecoinHedge,
                Liquidity {
    /// The part's name in the explanation, such as `delta floor`.
    String name();

    /// Columns beside the scan that the part reads, of weight zero; the model adds them to its
    /// grid.
    default List<Scenario> asides() {
        return List.of();
    }

    /// The part ready to read groups of `arrays`, which were built for `grid`.
    Reader on(RiskArrays arrays, ScenarioGrid grid);

    /// Reads one group; allocates nothing.
    interface Reader {
        /// Puts the part's initial and maintenance amounts, in the margin currency, into `out`.
        void read(Group group, Amounts out);
    }

    /// Where a part stands in the requirement `factor * max(max(scan, FLOORs) + INSIDEs, MINIMUMs)
    /// + OUTSIDEs`.
    enum Placement {
        /// Competes with the scan, inside the factor.
        FLOOR,
        /// Added to the larger of scan and floors, inside the factor.
        INSIDE,
        /// The least that scan, floors and insides come to together, inside the factor.
        MINIMUM,
        /// Added after the factor.
        OUTSIDE
    }

    /// A part and where it stands.
    ///
    /// @param charge the part
    /// @param placement where it stands
    record Placed(Charge charge, Placement placement) {}
}
