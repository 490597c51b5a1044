package hedgerow.api.answer;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one open order has to do with the requirement.
@Schema(description = "What one open order adds to the requirement; an order never helps")
public record OrderAnswer(
        @Schema(description = "its place in the list that was sent, counted from 0") int order,
        @Schema(description = "the symbol as it was sent") Optional<String> symbol,
        @Schema(description = "the instrument in words") String instrument,
        double quantity,
        @Schema(description = "units in one contract, as `unit` says") double multiplier,
        @Schema(enumeration = {"base", "quote"}) String unit,
        double limitPrice,
        @Schema(
                        description =
                                "what its worst fill loses in the binding scenario; zero where the"
                                        + " fill would gain")
                double contribution) {}
