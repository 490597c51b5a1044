package hedgerow.cli;

import hedgerow.api.answer.MarketName;
import hedgerow.api.answer.ModelName;

/// Models and markets by the names that people use.
final class ModelWords {
    private ModelWords() {}

    /// A model and its version, such as `crypto-grid@1`.
    static String name(ModelName model) {
        return model.id() + "@" + model.version();
    }

    /// What an answer rests on, such as `crypto-grid@1 on market sample as of
    /// 2026-01-01T08:00:00Z`.
    static String basis(ModelName model, MarketName market) {
        return name(model)
                + " on "
                + market.id().map(id -> "market " + id).orElse("this market")
                + " as of "
                + market.asOf();
    }
}
