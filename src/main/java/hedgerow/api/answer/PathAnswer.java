package hedgerow.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The initial margin on the way from a portfolio to one with a hedge.
@Schema(description = "The initial margin on the way, when the hedge's legs trade one by one")
public record PathAnswer(
        @Schema(description = "places in hedge.positions, in the order of trading")
                List<Integer> order,
        @Schema(description = "initial margin before the first leg, and after each")
                List<Double> margins,
        @Schema(description = "the largest of them") double peak,
        @Schema(
                        description =
                                "given: as sent; exact: the best of all orders; bounded: the best"
                                        + " of those that a bounded search tried",
                        enumeration = {"given", "exact", "bounded"})
                String search) {}
