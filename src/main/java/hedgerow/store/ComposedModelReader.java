package hedgerow.store;

import hedgerow.margin.Charge;
import hedgerow.margin.CollateralRule;
import hedgerow.margin.ComposedModel;
import hedgerow.margin.MarginModel;
import hedgerow.margin.ModelInfo;
import hedgerow.margin.Scope;
import hedgerow.portfolio.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the fields of a model of shape `composed`: other models and how their requirements are put
/// together.
final class ComposedModelReader {
    private static final String NAME = "the id and version of a model, such as crypto-grid@1";

    private ComposedModelReader() {}

    /// @throws IllegalArgumentException where the parts do not go together
    static Optional<MarginModel> read(
            ModelInfo info, CollateralRule collateral, YamlFields fields, Parts known) {
        List<YamlValue> items = fields.get("parts").filledList();
        var factors = ScanModelReader.factors(fields.get("factors"));
        List<ComposedModel.Part> parts = new ArrayList<>();
        for (YamlValue item : items) {
            item.as(part -> part(part, known)).flatMap(part -> part).ifPresent(parts::add);
        }
        if (parts.isEmpty() || parts.size() < items.size()) return Optional.empty();
        return Optional.of(new ComposedModel(whole(info, parts), parts, factors, collateral));
    }

    private static Optional<ComposedModel.Part> part(YamlFields fields, Parts known) {
        Optional<MarginModel> model = model(fields.get("model"), known);
        Optional<Charge.Placement> placement = fields.get("as").word(Charge.Placement.class);
        double initial = factor(fields, "initialFactor");
        double maintenance = factor(fields, "maintenanceFactor");
        if (model.isEmpty() || placement.isEmpty()) return Optional.empty();
        return Optional.of(
                new ComposedModel.Part(model.get(), placement.get(), initial, maintenance));
    }

    private static double factor(YamlFields fields, String name) {
        return fields.find(name).map(f -> f.number(NumberRange.NOT_NEGATIVE)).orElse(1.0);
    }

    private static Optional<MarginModel> model(YamlValue value, Parts known) {
        Optional<ModelName> name = value.scalar().flatMap(ModelName::parse);
        if (name.isEmpty()) {
            value.refuse(NAME);
            return Optional.empty();
        }
        return switch (known.find(name.get())) {
            case Parts.Model(MarginModel model) -> Optional.of(model);
            case Parts.Missing(String allowed) -> {
                value.refuse(allowed);
                yield Optional.empty();
            }
        };
    }

    /// The model's name and standing, with a scope that every part has a rule for, and a hash over
    /// the files of all.
    private static ModelInfo whole(ModelInfo info, List<ComposedModel.Part> parts) {
        Fingerprint print = Fingerprint.start().put(info.hash());
        Scope scope = info.scope();
        OptionalInt most = info.mostAssets();
        for (ComposedModel.Part part : parts) {
            print.put(part.model().info().hash());
            scope = scope.and(part.model().info().scope());
            OptionalInt own = part.model().info().mostAssets();
            if (most.isEmpty() || own.isPresent() && own.getAsInt() < most.getAsInt()) most = own;
        }
        return new ModelInfo(
                info.id(),
                info.version(),
                info.title(),
                info.status(),
                info.sources(),
                info.gaps(),
                scope,
                most,
                print.hex());
    }
}
