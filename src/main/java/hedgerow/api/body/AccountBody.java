package hedgerow.api.body;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One account of a stream.
@RegisterForReflection
@Schema(name = "Account", description = "One account of a stream")
public record AccountBody(
        @Checks.Required @Checks.Name @Schema(required = true) @Nullable String account,
        @Checks.Required @Schema(required = true, maxItems = Bounds.LEGS)
                @Nullable List<@Checks.Required @Valid @Nullable LegBody> positions,
        @Schema(maxItems = Bounds.LEGS)
                @Nullable List<@Checks.Required @Valid @Nullable OrderBody> orders) {}
