package hedgerow.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one account must post at several venues.
@Schema(
        description =
                "What one account must post at several venues. A requirement is positive: more is"
                        + " worse. All requirements but those of `venues` and `pooled` are initial"
                        + " margin")
public record VenuesAnswer(
        @Schema(description = "separate - recognised: what must be posted for the positions")
                double initial,
        @Schema(description = "initial + latency: what must be there in all") double requirement,
        @Schema(description = "the currency of every amount", examples = "USD") String currency,
        @Schema(description = "signs and units in words") String convention,
        @Schema(description = "the sum of what each venue asks for") double separate,
        @Schema(description = "what all positions would post as one account") Pooled pooled,
        @Schema(description = "separate - pooled: what could be recognised at most") double offset,
        @Schema(description = "what counts of the offsets: the sum over `joins`") double recognised,
        @Schema(description = "pairs of venues, or of venues joined before, in order")
                List<Join> joins,
        Latency latency,
        Contagion contagion,
        @Schema(description = "what counts of what is owned at all venues, after bridges")
                double equity,
        @Schema(description = "equity - requirement") double excess,
        @Schema(description = "in the order that was sent") List<VenueAnswer> venues,
        MarketName market,
        @Schema(
                        description =
                                "SHA-256 over all that decides the figures: the same hash, the same"
                                        + " figures to the last bit")
                String inputHash,
        EngineName engine) {

    /// What all positions would post as one account.
    @Schema(name = "PooledMargin", description = "What all positions would post as one account")
    public record Pooled(
            @Schema(description = "margin.initial - credit") double initial,
            @Schema(description = "what margin on several underlyings is less than the sum")
                    double credit,
            @Schema(description = "under the model of the request, before the credit")
                    MarginAnswer margin) {}

    /// Two venues, or groups of venues, whose offset counts in part.
    @Schema(
            name = "VenueJoin",
            description = "Two venues, or groups of venues, whose offset counts in part")
    public record Join(
            List<String> one,
            List<String> other,
            @Schema(description = "the fraction that counts: the least between two of their venues")
                    double alpha,
            @Schema(description = "what they would save as one") double offset,
            @Schema(description = "alpha * offset") double recognised) {}

    /// What hedges at other venues may lose until collateral has been moved.
    @Schema(
            name = "LatencyAnswer",
            description =
                    "What hedges at other venues may lose until collateral has been moved: for each"
                            + " underlying, the larger of what venues long of it and venues short of it"
                            + " lose, over venues that were joined")
    public record Latency(
            double seconds,
            @Schema(description = "standard deviations that are covered") double quantile,
            @Schema(description = "the sum over underlyings; added to the requirement")
                    double total,
            List<UnderlyingLatency> underlyings) {}

    /// The latency haircut of one underlying.
    @Schema(name = "UnderlyingLatency", description = "The latency haircut of one underlying")
    public record UnderlyingLatency(
            String underlying,
            @Schema(description = "a year") double vol,
            @Schema(description = "what venues that are long lose as it falls") double down,
            @Schema(description = "what venues that are short lose as it rises") double up) {}

    /// What is left when a venue fails with all that is there.
    @Schema(
            name = "ContagionAnswer",
            description =
                    "What is left when a venue fails, with its positions and its collateral, each"
                            + " in turn")
    public record Contagion(
            @Schema(description = "the most that the rest asks for, as one account") double initial,
            @Schema(description = "the venue whose failure leaves that") String lost,
            List<VenueLoss> losses) {}

    /// What is left when one venue fails.
    @Schema(name = "VenueLoss", description = "What is left when one venue fails")
    public record VenueLoss(
            @Schema(description = "the venue that fails") String lost,
            @Schema(description = "what the others ask for, as one account") double initial,
            @Schema(description = "what counts of what is owned at the others") double equity,
            @Schema(description = "equity - initial; below zero is a shortfall") double excess) {}

    /// One venue.
    @Schema(name = "VenueAnswer", description = "One venue alone, under its own model")
    public record VenueAnswer(
            String venue,
            MarginAnswer margin,
            @Schema(description = "the fraction of what is owned that is lost on the way")
                    double bridgeHaircut,
            @Schema(description = "equity after the bridge haircut; a debt counts in full")
                    double counted,
            @Schema(description = "the deltas that the venue sees unhedged, and what they may lose")
                    List<VenueDelta> deltas) {}

    /// The delta at one venue.
    @Schema(name = "VenueDelta", description = "The delta of what is held at one venue")
    public record VenueDelta(
            String underlying,
            @Schema(description = "in units of the underlying") double delta,
            @Schema(description = "quantile * vol * sqrt(seconds / year) * |delta| * spot")
                    double haircut) {}
}
