package hedgerow.api.planning;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Forward price, basis and carry.
@Schema(description = "Forward price, basis and carry")
public record ForwardAnswer(
        @Schema(description = "spot e^((rate - yield) T), a year of 365 days") double forward,
        @Schema(description = "forward less spot") double basis,
        @Schema(description = "basis over spot, as a simple rate a year") double basisAnnual,
        @Schema(description = "of the quoted forward, where one was sent") Optional<Quoted> quoted,
        @Schema(description = "funding as a simple rate a year") Optional<Double> fundingAnnual,
        @Schema(description = "units x spot x move x time") Optional<Double> calendarCharge,
        @Schema(description = "coins that the inverse contract gained")
                Optional<Double> inverseProfit,
        Optional<Hedged> hedge) {

    /// What a quoted forward says.
    @Schema(name = "QuotedForward")
    public record Quoted(
            double basis,
            double basisAnnual,
            @Schema(description = "ln(F/S)/T, continuously compounded") double impliedRateAnnual,
            @Schema(description = "quoted less computed") double difference) {}

    /// An exposure hedged by the ratio of least variance.
    @Schema(name = "BasisHedge")
    public record Hedged(
            @Schema(description = "value of the hedge to sell per value of the exposure")
                    double ratio,
            @Schema(
                            description =
                                    "contracts of the hedge to sell; left out without"
                                            + " `contractValue`")
                    Optional<Double> contracts,
            @Schema(description = "share of variance that it takes off") double effectiveness,
            double residualVolAnnual,
            @Schema(description = "value at risk of one day, normal, of what is left")
                    double residualValueAtRisk,
            double confidence) {}
}
