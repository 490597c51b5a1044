package hedgerow.api.planning;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What trading a size costs.
@Schema(description = "What trading a size costs, by the book and by the law")
public record ImpactAnswer(
        Walk book,
        Law law,
        @Schema(
                        description =
                                "the larger of the book, with the law for what is beyond it, and"
                                        + " the law; with half a spread")
                double addOn,
        @Schema(description = "the add-on per value traded") double addOnBps) {

    /// What walking the book costs.
    @Schema(name = "BookWalk")
    public record Walk(
            double filled,
            @Schema(description = "what the book does not hold") double missing,
            double proceeds,
            double averagePrice,
            @Schema(description = "against the mid price") double cost,
            double costBps) {}

    /// What the square-root law says.
    @Schema(name = "ImpactLaw")
    public record Law(
            @Schema(description = "by how far the price has moved at the end") double impactBps,
            @Schema(description = "the whole order at the last impact") double peakCost,
            @Schema(description = "two thirds of that") double averageCost) {}
}
