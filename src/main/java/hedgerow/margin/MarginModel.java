package hedgerow.margin;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Portfolio;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;
import java.util.List;
import java.util.stream.Stream;

/// A rule that turns what an account holds into what it must post.
///
/// A model declares the grid it wants repriced and reads the resulting arrays; it never prices.
/// Requirements are positive: more is worse.
public sealed interface MarginModel permits ScanModel, SpanModel, HistoryModel, ComposedModel {
    /// Who the model is.
    ModelInfo info();

    /// The scenarios it reads.
    ScenarioGrid grid();

    /// How it wants instruments valued.
    Valuation valuation();

    /// What it accepts as collateral.
    CollateralRule collateral();

    /// A reader of accounts over `arrays`, which were built for this model's grid.
    MarginReader on(RiskArrays arrays);

    /// Every instrument that a portfolio needs rows of: what it holds and orders, and what its
    /// collateral moves with.
    default List<Instrument> instruments(Portfolio portfolio) {
        return Stream.concat(
                        portfolio.instruments().stream(),
                        collateral().instruments(portfolio.collateral()).stream())
                .distinct()
                .toList();
    }

    /// What `portfolio` must post, explained; `arrays` hold every instrument of it.
    ///
    /// @throws hedgerow.portfolio.RefusedException where the figures are too large to be numbers
    default Margin margin(RiskArrays arrays, Portfolio portfolio) {
        return Explanation.of(this, arrays, portfolio);
    }
}
