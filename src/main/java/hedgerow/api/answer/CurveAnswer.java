package hedgerow.api.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Margin and profit of a portfolio along an axis, with and without a hedge.
@Schema(description = "Margin and profit along an axis, with and without a hedge")
public record CurveAnswer(
        @Schema(description = "spot, vol or days") String over,
        @Schema(description = "what `at` is, in words") String unit,
        @Schema(description = "the underlying that moves; left out over days")
                Optional<String> underlying,
        @Schema(description = "the instant of the market") Instant asOf,
        @Schema(description = "in order along the axis") List<CurvePointAnswer> points,
        @Schema(description = "places at which the portfolio alone has neither gained nor lost")
                List<Double> breakEvens,
        @Schema(description = "the same with the hedge; left out where none was sent")
                Optional<List<Double>> hedgedBreakEvens,
        @Schema(description = "legs that expire on the way") List<SettlementAnswer> settlements,
        @Schema(description = "what is held to be true along the curve") List<String> assumptions,
        String currency,
        String convention,
        ModelName model,
        MarketName market,
        String inputHash,
        EngineName engine) {}
