package hedgerow.api;

import hedgerow.store.MarketStore;
import hedgerow.store.ModelStore;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready when the models and the sample market are loaded.
@Readiness
@Singleton
final class ModelsReady implements HealthCheck {
    private final ModelStore models;
    private final MarketStore markets;

    ModelsReady(ModelStore models, MarketStore markets) {
        this.models = models;
        this.markets = markets;
    }

    @Override
    public HealthCheckResponse call() {
        boolean ready = !models.all().isEmpty() && markets.isNamed(Samples.MARKET);
        return HealthCheckResponse.named("models and sample market")
                .status(ready)
                .withData("models", models.all().size())
                .withData("markets", markets.newestFirst().size())
                .build();
    }
}
