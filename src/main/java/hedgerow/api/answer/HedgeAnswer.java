package hedgerow.api.answer;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a hedge takes off a portfolio's margin.
@Schema(
        description =
                "What a hedge, or any basket of trades, takes off a portfolio's margin. With `detail:"
                        + " brief` the way there, `peak`, `givenOrder` and `safeOrder`, is left out"
                        + " unless `tradePath` asks for it")
public record HedgeAnswer(
        @Schema(description = "what the portfolio posts without the hedge") MarginAnswer before,
        @Schema(description = "what the hedge would post by itself") MarginAnswer hedgeAlone,
        @Schema(description = "what both post together") MarginAnswer after,
        @Schema(description = "before.initial - after.initial; negative where the hedge adds")
                double saved,
        @Schema(description = "saved / before.initial; left out where that is zero")
                Optional<Double> savedFraction,
        @Schema(description = "before.initial + hedgeAlone.initial - after.initial") double offset,
        @Schema(description = "the largest initial margin on the way, in the order given")
                Optional<Double> peak,
        @Schema(description = "the way in the order given") Optional<PathAnswer> givenOrder,
        @Schema(description = "the way with the least peak; left out where notes say why")
                Optional<PathAnswer> safeOrder,
        @Schema(
                        description =
                                "the way out, with the least peak: the same legs closed one by one,"
                                        + " from the margin with the hedge to that without")
                Optional<PathAnswer> exitOrder,
        @Schema(
                        description =
                                "gas of trading the hedge, a leg at a time; left out where none was sent")
                Optional<Double> gas,
        @Schema(description = "what the hedge costs and does as a protection, where asked for")
                Optional<ProtectionAnswer> protection,
        String currency,
        String convention,
        @Schema(description = "what a reader should know of this answer; left out where nothing")
                Optional<List<String>> notes,
        ModelName model,
        MarketName market,
        String inputHash,
        EngineName engine) {}
