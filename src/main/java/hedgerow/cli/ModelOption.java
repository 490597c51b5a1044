package hedgerow.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/// Which model is asked.
final class ModelOption {
    @Option(
            names = {"-m", "--model"},
            paramLabel = "MODEL",
            description = "the model, `id` or `id@version`, in place of the body's")
    private Optional<String> model = Optional.empty();

    void set(BodyFields fields) {
        model.ifPresent(name -> fields.set("model", BodyFields.text(name)));
    }

    boolean isGiven() {
        return model.isPresent();
    }
}
