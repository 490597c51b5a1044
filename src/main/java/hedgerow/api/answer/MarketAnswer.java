package hedgerow.api.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A loaded snapshot.
@Schema(description = "A loaded market snapshot")
public record MarketAnswer(
        @Schema(description = "the name by which requests may use it", examples = "sample")
                String id,
        @Schema(description = "SHA-256 over every figure of it") String hash,
        @Schema(description = "the instant of the quotes") Instant asOf,
        List<UnderlyingAnswer> underlyings,
        @Schema(description = "what a clearing house publishes, where the snapshot holds it")
                Optional<RiskParametersAnswer> riskParameters,
        @Schema(description = "what should be known about how it was read")
                Optional<List<String>> notes) {

    /// What a snapshot holds of a clearing house's risk parameters.
    public record RiskParametersAnswer(
            @Schema(description = "who published them") String organisation,
            LocalDate businessDate,
            @Schema(description = "SETTLEMENT or INTRADAY") String session,
            @Schema(description = "values of one array") int scenarios,
            int combinedCommodities,
            @Schema(description = "product families") int families,
            @Schema(description = "periods of families") int series,
            @Schema(description = "contracts with an array") int contracts,
            @Schema(description = "spreads between combined commodities") int spreads) {}

    /// What a snapshot holds on one underlying.
    public record UnderlyingAnswer(
            String id,
            String currency,
            double spot,
            @Schema(description = "listed forwards") int forwards,
            @Schema(description = "expiries with vols") int expiries,
            @Schema(description = "option quotes") int quotes,
            @Schema(description = "published risk arrays") int arrays) {}
}
