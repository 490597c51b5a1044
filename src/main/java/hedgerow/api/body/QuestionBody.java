package hedgerow.api.body;

import hedgerow.store.MarketBody;
import org.jspecify.annotations.Nullable;

/// What every question about a portfolio has in common.
public sealed interface QuestionBody
        permits MarginBody,
                HedgeBody,
                CompareBody,
                CurveBody,
                LiquidationBody,
                SuggestBody,
                RiskBody,
                BulkHeaderBody {
    /// The market, or the id of a loaded one.
    @Nullable IdOr<MarketBody> market();

    /// What is held.
    @Nullable PortfolioBody portfolio();

    /// What would be traded beside it.
    @Nullable HedgeLegsBody hedge();

    /// The margin currency.
    @Nullable String currency();

    /// How much is answered.
    @Nullable Detail detail();

    /// Whether groups show their P&L by scenario.
    @Nullable Boolean scenarioPnl();
}
