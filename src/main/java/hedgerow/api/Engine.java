package hedgerow.api;

import hedgerow.api.answer.EngineName;
import hedgerow.pricing.kernel.GridKernel;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// This program, by name and version.
@Singleton
final class Engine {
    private final EngineName name;

    Engine(
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.name = new EngineName(name, version, GridKernel.fastest().name());
    }

    /// Says at start which kernel prices the grids.
    void said(@Observes StartupEvent start) {
        Log.infof("%s %s prices with the %s kernel", name.name(), name.version(), name.kernel());
    }

    EngineName name() {
        return name;
    }
}
