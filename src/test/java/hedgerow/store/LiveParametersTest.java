package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.TextTable;
import hedgerow.margin.Margin;
import hedgerow.margin.MarginModel;
import hedgerow.margin.ModelInfo.Status;
import hedgerow.margin.ScanModel;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.RefusedException;
import hedgerow.store.VenueBooks.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/// No parameter of a model is dead: each, near its least and well above what it is, changes what
/// some book must post or what its collateral counts for.
///
/// Of verified models the figures are pinned: one book of each structure as the file is, and for
/// each parameter one book at its least and one at its greatest. They are what the parts say that
/// were checked against venues' own figures; a change of them is a change of the models. `./mvnw
/// test -Dtest=LiveParametersTest -Dhedgerow.rewrite=true` writes them anew.
class LiveParametersTest {
    private static final Path PINNED = Path.of("src/test/resources/hedgerow/store/parameters.txt");
    private static final List<String> PARTS =
            List.of("valuation", "grid", "adjustments", "charges", "factors", "collateral");

    /// A parameter by its path, such as `factors.initial`, and its value.
    private record Parameter(List<Object> path, double value) {
        String words() {
            StringBuilder words = new StringBuilder();
            for (Object step : path) {
                if (step instanceof Integer place) words.append('[').append(place).append(']');
                else words.append(words.isEmpty() ? "" : ".").append(step);
            }
            return words.toString();
        }
    }

    static List<String> scans() {
        return ScenarioFolder.files().stream()
                .filter(file -> ScenarioFolder.read(file).model() instanceof ScanModel)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scans")
    void everyParameterMatters(String file) {
        StoredModel stored = ScenarioFolder.read(file);
        List<Parameter> dead = new ArrayList<>(parameters(stored));
        for (String id : VenueBooks.underlyings(stored.model())) {
            if (dead.isEmpty()) break;
            VenueBooks venue = new VenueBooks(stored.model(), id);
            Map<String, Portfolio> books = venue.books();
            assertThat(books).as("books on %s under %s", id, file).isNotEmpty();
            Map<String, String> base = told(venue, books, stored.model());
            dead.removeIf(parameter ->
                    Stream.of(true, false)
                            .flatMap(least -> at(file, stored, parameter, least).stream())
                            .anyMatch(model -> !told(venue, books, model).equals(base)));
        }
        assertThat(dead.stream().map(Parameter::words))
                .as("parameters of %s that change no book", file)
                .containsExactlyElementsOf(INERT.getOrDefault(file, List.of()));
    }

    /// What cannot matter while another parameter is as it is: a model that posts nothing has no
    /// use for its factors, no share of a gain counts while its limit is zero, nor a limit while
    /// the share is, and a rate that grows from zero to zero has no lower end.
    private static final Map<String, List<String>> INERT =
            Map.of(
                    "aave-health@1.yaml", List.of("factors.initial", "factors.maintenance"),
                    "hyperliquid-pm@1.yaml", List.of("factors.initial", "factors.maintenance"),
                    "deribit-pm@1.yaml",
                            List.of(
                                    "adjustments[0].gainLimit.share",
                                    "adjustments[0].gainLimit.limit"),
                    "dydx-perps@1.yaml",
                            List.of(
                                    "charges[0].openInterestRate.of.BTC.lower",
                                    "charges[0].openInterestRate.of.ETH.lower"));

    @Test
    void booksComeToTheirPinnedFigures() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String file : scans()) {
            StoredModel stored = ScenarioFolder.read(file);
            if (stored.model().info().status() == Status.VERIFIED) pin(file, stored, lines);
        }
        if (Boolean.getBoolean("hedgerow.rewrite")) Files.writeString(PINNED, lines.toString());
        List<List<String>> now = TextTable.rows(HEAD + lines).toList();
        List<List<String>> pinned = TextTable.rows(HEAD + Files.readString(PINNED)).toList();
        assertThat(now).containsExactlyElementsOf(pinned);
    }

    private static final String HEAD = "model | what | value | book | initial | maintenance\n";

    private static void pin(String file, StoredModel stored, StringBuilder lines) {
        String model = stored.model().info().id();
        VenueBooks venue =
                new VenueBooks(stored.model(), VenueBooks.underlyings(stored.model()).getFirst());
        Map<String, Portfolio> books = venue.books();
        Map<String, String> base = figures(venue, books, stored.model());
        base.forEach((book, figures) -> line(lines, model, "as it is", "", book, figures));
        for (Parameter parameter : parameters(stored)) {
            for (boolean least : List.of(true, false)) {
                Optional<Double> value = value(file, stored, parameter, least);
                if (value.isEmpty()) continue;
                MarginModel changed = read(file, stored, parameter, value.get()).orElseThrow();
                Map<String, String> there = figures(venue, books, changed);
                there.entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(base.get(entry.getKey())))
                        .findFirst()
                        .ifPresent(entry ->
                                line(
                                        lines,
                                        model,
                                        parameter.words(),
                                        String.valueOf(value.get()),
                                        entry.getKey(),
                                        entry.getValue()));
            }
        }
    }

    private static void line(
            StringBuilder lines,
            String model,
            String what,
            String value,
            String book,
            String figures) {
        lines.append(String.join(" | ", model, what, value, book, figures)).append('\n');
    }

    /// Equity less initial and less maintenance margin of each book, to the cent, and where a
    /// lending venue would put it.
    private static Map<String, String> figures(
            VenueBooks venue, Map<String, Portfolio> books, MarginModel model) {
        Map<String, String> figures = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Said> said : venue.said(model, books).entrySet()) {
                figures.put(said.getKey(), figures(model, said.getValue()));
            }
        } catch (RefusedException refused) {
            figures.put("refused", String.valueOf(refused.getMessage()));
        }
        return figures;
    }

    /// The same with every part of the requirement and every scenario.
    private static Map<String, String> told(
            VenueBooks venue, Map<String, Portfolio> books, MarginModel model) {
        Map<String, String> told = new LinkedHashMap<>();
        try {
            venue.said(model, books)
                    .forEach((book, said) -> {
                        StringBuilder all = new StringBuilder(figures(model, said));
                        for (Margin.GroupMargin group : said.margin().groups()) {
                            all.append(group.components()).append(group.scenarioPnl());
                        }
                        told.put(book, all.toString());
                    });
        } catch (RefusedException refused) {
            told.put("refused", String.valueOf(refused.getMessage()));
        }
        return told;
    }

    private static String figures(MarginModel model, Said said) {
        String both = String.format(Locale.ROOT, "%.2f | %.2f", said.initial(), said.maintenance());
        return model.collateral()
                .health()
                .map(health -> health.of(said.equity(), said.margin().maintenance()))
                .map(standing -> both + " " + standing.ratio() + " " + standing.isHealthy())
                .orElse(both);
    }

    /// The model with a parameter at its least or its greatest; empty where that is as it is.
    private static Optional<MarginModel> at(
            String file, StoredModel stored, Parameter parameter, boolean least) {
        return value(file, stored, parameter, least)
                .flatMap(value -> read(file, stored, parameter, value));
    }

    /// The first of some values towards an end that the reader of model files takes.
    private static Optional<Double> value(
            String file, StoredModel stored, Parameter parameter, boolean least) {
        double v = parameter.value;
        if (v == 0 && least) return Optional.empty();
        List<Double> tries =
                v < 0
                        ? least ? List.of(4 * v, 2 * v, -0.95, 1.1 * v) : List.of(0.0, v / 2)
                        : least
                                ? List.of(0.0, 0.001, v / 4, v / 2, 0.9 * v)
                                : List.of(4 * v, 2 * v, 1.1 * v, 1.0, 0.5);
        return tries.stream()
                .filter(value -> value != v)
                .filter(value -> read(file, stored, parameter, value).isPresent())
                .findFirst();
    }

    private static Optional<MarginModel> read(
            String file, StoredModel stored, Parameter parameter, double value) {
        Object changed = with(stored.parameters(), parameter.path, value);
        byte[] bytes = new Yaml().dump(changed).getBytes(StandardCharsets.UTF_8);
        return switch (ModelReader.read(file, bytes)) {
            case Reading.Value<StoredModel> read -> Optional.of(read.value().model());
            case Reading.Refused<StoredModel> _ -> Optional.empty();
        };
    }

    private static Object with(Object tree, List<Object> path, double value) {
        if (path.isEmpty()) return value;
        Object step = path.getFirst();
        List<Object> rest = path.subList(1, path.size());
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, child) -> copy.put(String.valueOf(name), child));
            copy.put(String.valueOf(step), with(map.get(step), rest, value));
            return copy;
        }
        List<Object> copy = new ArrayList<>((List<?>) tree);
        int place = (Integer) step;
        copy.set(place, with(copy.get(place), rest, value));
        return copy;
    }

    private static List<Parameter> parameters(StoredModel stored) {
        List<Parameter> found = new ArrayList<>();
        for (String part : PARTS) {
            Object tree = stored.parameters().get(part);
            if (tree != null) collect(tree, List.of(part), found);
        }
        return found;
    }

    private static void collect(Object tree, List<Object> path, List<Parameter> found) {
        switch (tree) {
            case Map<?, ?> map ->
                    map.forEach((name, child) -> collect(child, and(path, name), found));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    // The last of some tiers goes on beyond its end
                    boolean last = path.getLast().equals("tiers") && i == list.size() - 1;
                    Object child = list.get(i);
                    if (last && child instanceof Map<?, ?> tier) {
                        Map<Object, Object> open = new LinkedHashMap<>(tier);
                        open.remove("to");
                        child = open;
                    }
                    collect(child, and(path, i), found);
                }
            }
            default ->
                    number(String.valueOf(tree))
                            .ifPresent(value -> found.add(new Parameter(path, value)));
        }
    }

    private static List<Object> and(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /// A number, or a fraction such as `-3/4`.
    private static OptionalDouble number(String text) {
        if (!text.matches("-?[0-9.]+([eE][-+]?[0-9]+)?(/[0-9]+)?")) return OptionalDouble.empty();
        String[] parts = text.split("/", -1);
        double above = Double.parseDouble(parts[0]);
        return OptionalDouble.of(parts.length == 1 ? above : above / Double.parseDouble(parts[1]));
    }
}
