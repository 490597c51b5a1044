package hedgerow.api.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The scenario that decides a requirement.
@Schema(description = "The worst scenario of the underlying with the largest scan risk")
public record BindingAnswer(
        @Schema(description = "the underlying whose scan it decides", examples = "BTC")
                String underlying,
        @Schema(description = "its place in the model's grid, counted from 0") int index,
        @Schema(description = "relative move of spot: -0.16 is down 16 %", examples = "0.16")
                double spotShock,
        @Schema(
                        description =
                                "size of the vol shock at the model's reference tenor: a fraction of"
                                        + " the vol, or vol points as a fraction, as `text` says",
                        examples = "0.5")
                double volShock,
        @Schema(description = "the share of its loss that counts") double weight,
        @Schema(description = "the weighted loss in it, positive") double loss,
        @Schema(description = "the scenario in words", examples = "BTC: spot +16 %, vol +50 %")
                String text) {}
