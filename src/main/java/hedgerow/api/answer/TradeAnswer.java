package hedgerow.api.answer;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One trade of a hedge.
@Schema(description = "One trade of a hedge")
public record TradeAnswer(
        String instrument,
        @Schema(description = "its Deribit symbol, where there is one") Optional<String> symbol,
        @Schema(description = "the same as fields, as a request takes them")
                InstrumentAnswer fields,
        @Schema(description = "contracts, signed: positive is bought") double quantity) {}
