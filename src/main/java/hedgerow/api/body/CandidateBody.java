package hedgerow.api.body;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something that may be traded to hedge, named by the caller.
@RegisterForReflection
@Schema(
        name = "Candidate",
        description =
                "One lot of something that may be traded: one position, or a basket in fixed"
                        + " proportions such as a collar")
public record CandidateBody(
        @Checks.Name @Schema(description = "what the answer calls it: its instruments unless given")
                @Nullable String name,
        @Size(min = 1, max = 10, message = "1 to 10 positions")
                @Schema(
                        minItems = 1,
                        maxItems = 10,
                        description =
                                "what one lot holds when it is bought; needed where there is no"
                                        + " `preset`")
                @Nullable List<@Checks.Required @Valid @Nullable LegBody> positions,
        @Valid
                @Schema(
                        description =
                                "one lot of a hedge of a well-known shape, in place of"
                                        + " `positions`; a lot is bought where it protects against"
                                        + " a fall")
                @Nullable PresetBody preset,
        @Checks.Premium
                @Schema(
                        description =
                                "what trading one lot costs, either way, in the margin currency; by"
                                        + " the market's quotes and the fees of `chain` unless"
                                        + " given, and refused where there is no quote",
                        examples = "36")
                @Nullable Double cost,
        @Checks.Premium @Schema(description = "the most lots: any number unless given")
                @Nullable Double mostLots,
        @Schema(
                        description = "buy, sell: both unless given",
                        enumeration = {"buy", "sell"})
                @Nullable List<@Checks.Required @Nullable TradeSide> sides) {}
