package hedgerow.api;

import hedgerow.store.Json;
import hedgerow.store.MarketJson;
import hedgerow.store.MarketStore;
import hedgerow.store.ModelStore;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Makes what the resources are given.
final class Beans {
    @Produces
    @Singleton
    Json json(Validator validator) {
        return new Json(validator, Json.UnknownFields.REFUSED);
    }

    /// The packaged models, and those of the operator's directory where one is set.
    @Produces
    @Singleton
    @Startup
    ModelStore models(@ConfigProperty(name = "hedgerow.scenarios") Optional<Path> directory) {
        return directory.map(ModelStore::with).orElseGet(ModelStore::packaged);
    }

    /// The store of snapshots, with the sample in it. A fault in a file of the program's own ends
    /// the start.
    @Produces
    @Singleton
    @Startup
    MarketStore markets(Json json) {
        MarketStore markets = new MarketStore();
        markets.name(Samples.MARKET, Samples.market(new MarketJson(json)));
        return markets;
    }
}
