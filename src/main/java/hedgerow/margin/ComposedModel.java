package hedgerow.margin;

import hedgerow.margin.ScanModel.Factors;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;
import java.util.ArrayList;
import java.util.List;

/// The shape of margins that combine other margins: the largest of some, the sum of others, never
/// less than a third.
///
/// For each underlying, each part's amount is its own factor times what its model requires, and
///
/// ```
/// requirement = factor * max(max(FLOORs) + INSIDEs, MINIMUMs) + OUTSIDEs
/// ```
///
/// and the requirements of underlyings add. A part may be composed itself, so any tree of maxima
/// and sums can be made. The grid is that of all parts, one after the other; each part reads its
/// own scenarios, with the bits that it has alone. The scenario that binds is that of the first of
/// the largest floors, or of the largest part where none is a floor.
///
/// @param info who the model is; its scope is inside that of every part
/// @param parts in the order in which they are reported, at least one
/// @param factors on floors, insides and minimums
/// @param collateral what it accepts; nothing that moves in the scan
public record ComposedModel(
        ModelInfo info, List<Part> parts, Factors factors, CollateralRule collateral)
        implements MarginModel {

    /// One of the models.
    ///
    /// @param model the model; none that settles underlyings against one another
    /// @param placement where its requirement stands
    /// @param initialFactor on its initial requirement
    /// @param maintenanceFactor on its maintenance requirement
    public record Part(
            MarginModel model,
            Charge.Placement placement,
            double initialFactor,
            double maintenanceFactor) {
        public Part {
            Require.notNegative("initial factor", initialFactor);
            Require.notNegative("maintenance factor", maintenanceFactor);
            if (model instanceof SpanModel) {
                throw new IllegalArgumentException(
                        model.info().name()
                                + " settles underlyings against one another, which a part cannot");
            }
        }
    }

    public ComposedModel {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) throw new IllegalArgumentException("there must be a part, was none");
        Part first = parts.getFirst();
        for (Part part : parts) {
            if (!part.model().valuation().equals(first.model().valuation())) {
                throw new IllegalArgumentException(
                        "parts must be valued alike, but %s and %s are not"
                                .formatted(
                                        first.model().info().name(), part.model().info().name()));
            }
        }
        if (collateral.haircuts().values().stream().anyMatch(h -> h.movesWith().isPresent())) {
            throw new IllegalArgumentException(
                    "collateral of a composed model must not move in the scan");
        }
    }

    @Override
    public ScenarioGrid grid() {
        List<Scenario> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.model().grid().scenarios()));
        return new ScenarioGrid(all);
    }

    @Override
    public Valuation valuation() {
        return parts.getFirst().model().valuation();
    }

    @Override
    public MarginReader on(RiskArrays arrays) {
        return new ComposedReader(this, arrays);
    }
}
