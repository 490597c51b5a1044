package hedgerow.store;

import hedgerow.margin.Margin;
import hedgerow.margin.ModelInfo;
import hedgerow.portfolio.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A model as its section of the page of models shows it: what its file says, and its worked
/// figures.
final class ModelSummary {
    private static final List<String> SHAPE_FIELDS =
            List.of(
                    "points",
                    "account",
                    "gross",
                    "order",
                    "shortOptions",
                    "minimumAgainst",
                    "priceRisk",
                    "optionValue",
                    "initialOnAdjusted",
                    "crushMonths",
                    "correlationCap",
                    "rounding",
                    "stresses",
                    "mix",
                    "parts");

    private final StoredModel stored;
    private final Map<String, Object> parameters;
    private final StringBuilder text = new StringBuilder();

    private ModelSummary(StoredModel stored) {
        this.stored = stored;
        this.parameters = stored.parameters();
    }

    static String of(StoredModel stored) {
        ModelSummary summary = new ModelSummary(stored);
        summary.head();
        summary.grid();
        summary.parts();
        summary.figures();
        return summary.text.toString();
    }

    private void head() {
        ModelInfo info = stored.model().info();
        text.append("| | |\n|---|---|\n");
        row("file", "`scenarios/" + stored.file() + "`, of " + parameters.get("date"));
        row("title", info.title());
        row("status", info.status().name().toLowerCase(Locale.ROOT));
        row("sources", String.join("; ", info.sources()));
        if (!info.gaps().isEmpty()) row("gaps", String.join("; ", info.gaps()));
        for (String part : List.of("underlyings", "instruments", "settlement", "valuation")) {
            if (parameters.containsKey(part)) row(part, words(parameters.get(part)));
        }
        row("scenarios", stored.model().grid().size());
    }

    private void grid() {
        if (!(parameters.get("grid") instanceof Map<?, ?> grid)) return;
        if (grid.containsKey("tenor")) row("tenor", words(grid.get("tenor")));
        ((Map<?, ?>) grid.get("volShocks"))
                .forEach((name, shock) -> row("vol `" + name + "`", words(shock)));
        if (grid.containsKey("spotRange")) row("spot range", grid.get("spotRange"));
        ((List<?>) grid.get("scenarios")).forEach(line -> row("scenarios", words(line)));
        if (grid.get("tail") instanceof List<?> tail) {
            tail.forEach(line -> row("tail", words(line)));
        }
    }

    private void parts() {
        if (parameters.containsKey("valuation")) {
            row("valuation", words(parameters.get("valuation")));
        }
        row("money unit", parameters.getOrDefault("moneyUnit", "none"));
        Object adjustments = parameters.getOrDefault("adjustments", List.of());
        for (Object each : (List<?>) adjustments) row("adjustment", words(each));
        Object charges = parameters.getOrDefault("charges", List.of());
        for (Object charge : (List<?>) charges) row("charge", words(charge));
        if (parameters.get("history") instanceof Map<?, ?> history) {
            history.forEach((name, value) ->
                    row("`" + name + "`", value instanceof List<?> days ? days.size() : value));
        }
        for (String field : SHAPE_FIELDS) {
            if (parameters.containsKey(field)) row("`" + field + "`", words(parameters.get(field)));
        }
        if (parameters.containsKey("factors")) row("factors", words(parameters.get("factors")));
        ((Map<?, ?>) parameters.get("collateral"))
                .forEach((name, value) -> row("`" + name + "`", words(value)));
    }

    private void figures() {
        text.append("\n| worked figure | initial | maintenance |\n|---|---|---|\n");
        figures("ten short calls", WorkedBooks.CALLS);
        figures("with five long perpetuals", WorkedBooks.HEDGED);
    }

    private void figures(String book, List<Position> legs) {
        Optional<Margin> margin = WorkedBooks.margin(stored.model(), legs);
        String figures =
                margin.map(m ->
                                String.format(
                                        Locale.ROOT, "%,.2f | %,.2f", m.initial(), m.maintenance()))
                        .orElse("refused | refused");
        text.append("| ").append(book).append(" | ").append(figures).append(" |\n");
    }

    private void row(String name, Object value) {
        text.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }

    /// A value in words: fields with their names, items of a list between commas.
    private static String words(Object value) {
        return switch (value) {
            case Map<?, ?> fields -> {
                List<String> words = new ArrayList<>();
                fields.forEach((name, of) -> words.add(name + " " + words(of)));
                yield String.join(", ", words);
            }
            case List<?> list ->
                    list.stream()
                            .map(ModelSummary::words)
                            .collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }
}
