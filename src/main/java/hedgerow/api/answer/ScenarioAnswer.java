package hedgerow.api.answer;

import hedgerow.scenario.Scenario;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One scenario of a model's grid.
@Schema(description = "One scenario of a model's grid")
public record ScenarioAnswer(
        @Schema(description = "relative move of spot: -0.16 is down 16 %", examples = "-0.16")
                double spotShock,
        @Schema(description = "size of the vol shock at the model's reference tenor")
                double volShock,
        @Schema(description = "the vol shock in words", examples = "vol +50 %") String volText,
        @Schema(description = "the share of the profit or loss that counts; 0 for a charge alone")
                double weight,
        @Schema(description = "the scenario in words") String text) {

    static ScenarioAnswer of(Scenario scenario) {
        return new ScenarioAnswer(
                scenario.spotMove(),
                scenario.volShock().size(),
                scenario.volShock().words(),
                scenario.weight(),
                scenario.words());
    }
}
