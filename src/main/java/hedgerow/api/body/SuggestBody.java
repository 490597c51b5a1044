package hedgerow.api.body;

import hedgerow.hedge.CurveAxis.VolMeasure;
import hedgerow.store.Checks;
import hedgerow.store.MarketBody;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The question of `POST /v1/hedge/suggest`.
@RegisterForReflection
@Schema(
        name = "SuggestRequest",
        description = "A portfolio, what could be traded, and what is wanted of a hedge")
public record SuggestBody(
        @Checks.Required
                @Checks.Name
                @Schema(
                        required = true,
                        description = "`id`, the newest version, or `id@version`",
                        examples = "crypto-grid")
                @Nullable String model,
        @Checks.Required
                @Schema(
                        required = true,
                        description = "the id of a loaded snapshot, or a market",
                        oneOf = {String.class, MarketBody.class})
                @Nullable IdOr<@Valid MarketBody> market,
        @Checks.Required @Valid @Schema(required = true) @Nullable PortfolioBody portfolio,
        @Valid @Schema(description = "what is sought: the least margin unless given")
                @Nullable GoalBody goal,
        @Valid @Schema(description = "what may not be exceeded") @Nullable HedgeLimitsBody limits,
        @Valid
                @Schema(
                        description =
                                "which of the market's quotes may be traded; the usual ones where"
                                        + " neither this nor `candidates` is given")
                @Nullable ChainBody chain,
        @Schema(
                        maxItems = Bounds.CANDIDATES,
                        description = "what else may be traded, named one by one")
                @Nullable List<@Checks.Required @Valid @Nullable CandidateBody> candidates,
        @Valid
                @Schema(
                        description =
                                "how far the market is moved first, every underlying alike, with"
                                        + " bids and offers as far from what options are worth as"
                                        + " today; nothing unless given")
                @Nullable ShiftBody shift,
        @Schema(
                        description =
                                "how a move of vol in `shift` is meant: relative unless given (0.1"
                                        + " takes 0.60 to 0.66), or absolute (0.1 takes 0.60 to"
                                        + " 0.70)",
                        enumeration = {"relative", "absolute"})
                @Nullable VolMeasure volMoves,
        @Min(value = 1, message = ALTERNATIVES)
                @Max(value = Bounds.ALTERNATIVES, message = ALTERNATIVES)
                @Schema(
                        description = "the most hedges to answer: 5 unless given",
                        minimum = "1",
                        maximum = "" + Bounds.ALTERNATIVES)
                @Nullable Integer alternatives,
        @Checks.Premium
                @Schema(
                        description =
                                "what each leg that is traded costs besides, however large it is, in"
                                        + " the margin currency; 0 unless given",
                        examples = "12")
                @Nullable Double gasPerTrade,
        @Checks.Name
                @Schema(
                        description =
                                "the margin currency; needed where what is held is quoted in more"
                                        + " than one",
                        examples = "USD")
                @Nullable String currency)
        implements QuestionBody {
    private static final String ALTERNATIVES = "a whole number from 1 to " + Bounds.ALTERNATIVES;

    @Override
    public @Nullable HedgeLegsBody hedge() {
        return null;
    }

    @Override
    public Detail detail() {
        return Detail.STANDARD;
    }

    @Override
    public @Nullable Boolean scenarioPnl() {
        return null;
    }
}
