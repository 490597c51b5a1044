package hedgerow.api.answer;

import hedgerow.margin.ModelInfo;
import hedgerow.store.StoredModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One version of one model.
@Schema(description = "One version of one model")
public record ModelAnswer(
        @Schema(examples = "crypto-grid") String id,
        @Schema(examples = "1") String version,
        @Schema(description = "one line for people") String title,
        @Schema(
                        description = "how far its figures were checked",
                        enumeration = {"verified", "documented", "partial", "own"})
                String status,
        @Schema(description = "SHA-256 of the file that states it") String hash,
        @Schema(description = "where its rules and parameters come from") List<String> sources,
        @Schema(description = "how many scenarios it reprices") int scenarios,
        @Schema(description = "each of them, in the order of `scenarioPnl`")
                Optional<List<ScenarioAnswer>> grid,
        @Schema(description = "every parameter, as the file says it")
                Optional<Map<String, Object>> parameters,
        @Schema(description = "the limits of the service") Optional<LimitsAnswer> limits) {

    /// The model in a list of models.
    public static ModelAnswer brief(StoredModel stored) {
        return of(stored, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The model by itself, with all that its file says.
    public static ModelAnswer full(StoredModel stored) {
        return of(
                stored,
                Optional.of(scenarios(stored)),
                Optional.of(stored.parameters()),
                Optional.of(LimitsAnswer.of()));
    }

    private static ModelAnswer of(
            StoredModel stored,
            Optional<List<ScenarioAnswer>> grid,
            Optional<Map<String, Object>> parameters,
            Optional<LimitsAnswer> limits) {
        ModelInfo info = stored.model().info();
        return new ModelAnswer(
                info.id(),
                info.version(),
                info.title(),
                info.status().name().toLowerCase(Locale.ROOT),
                info.hash(),
                info.sources(),
                stored.model().grid().size(),
                grid,
                parameters,
                limits);
    }

    private static List<ScenarioAnswer> scenarios(StoredModel stored) {
        return stored.model().grid().scenarios().stream().map(ScenarioAnswer::of).toList();
    }
}
