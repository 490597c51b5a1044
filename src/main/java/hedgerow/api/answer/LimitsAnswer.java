package hedgerow.api.answer;

import hedgerow.api.body.Bounds;
import hedgerow.store.Limits;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The most that the service takes.
@Schema(
        description =
                "The most that the service takes; more is answered with 413, or 400 at its place")
public record LimitsAnswer(
        @Schema(description = "bytes of a request body") int bodyBytes,
        @Schema(description = "positions and open orders of one portfolio") int legs,
        @Schema(description = "legs of one hedge") int hedgeLegs,
        @Schema(description = "collateral assets of one portfolio") int collateralAssets,
        @Schema(description = "models of one comparison") int models,
        @Schema(description = "venues of one account") int venues,
        @Schema(description = "even points of one curve") int curvePoints,
        @Schema(description = "candidates of one search for hedges") int candidates,
        @Schema(description = "hedges that one search answers") int alternatives,
        @Schema(description = "the largest quantity, either way") double quantity,
        @Schema(description = "the highest price") double price,
        @Schema(description = "the highest vol, a fraction") double vol,
        @Schema(description = "underlyings of one market") int underlyings,
        @Schema(description = "listed forwards of one underlying") int forwards,
        @Schema(description = "option quotes, and vols, of one underlying") int quotes,
        @Schema(description = "published arrays of one underlying") int arrays,
        @Schema(description = "snapshots kept; the oldest makes room") int snapshots) {

    /// The limits of this program.
    public static LimitsAnswer of() {
        return new LimitsAnswer(
                Bounds.BODY_BYTES,
                Bounds.LEGS,
                Bounds.HEDGE_LEGS,
                Bounds.ASSETS,
                Bounds.MODELS,
                Bounds.VENUES,
                Bounds.CURVE_POINTS,
                Bounds.CANDIDATES,
                Bounds.ALTERNATIVES,
                Double.parseDouble(Bounds.QUANTITY),
                Limits.PRICE,
                Limits.VOL,
                Limits.UNDERLYINGS,
                Limits.FORWARDS,
                Limits.QUOTES,
                Limits.ARRAYS,
                Limits.SNAPSHOTS);
    }
}
