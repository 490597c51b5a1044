package hedgerow.api;

import hedgerow.api.answer.EngineName;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// This program, by name and version.
@Singleton
final class Engine {
    private final EngineName name;

    Engine(
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.name = new EngineName(name, version, "scalar");
    }

    EngineName name() {
        return name;
    }
}
