package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.TestMarkets;
import hedgerow.TextTable;
import hedgerow.market.Market;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.TenorScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The page of models says what the reader of model files does, and what the files say.
///
/// Tables of fields are compared with the reader's own faults. Sections of models are written by
/// [ModelSummary]; `./mvnw test -Dtest=ModelsPageTest -Dhedgerow.rewrite=true` writes them anew.
class ModelsPageTest {
    private static final Path PAGE = Path.of("docs/reference/models.md");
    private static final Pattern FIELDS =
            Pattern.compile("(?s)<!-- fields of (\\S+) -->\n(.*?)(?:\n\n|$)");
    private static final Pattern SECTION =
            Pattern.compile("(?s)(<!-- (\\S+@\\S+) -->\n)(.*?)(<!-- end -->)");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->");
    private static final List<String> NOT_FIGURES = List.of("SHA-256", "UTF-8");

    /// A shock that the sample does not hold.
    private static final Map<String, Object> TURN =
            Map.of(
                    "skew",
                    "linear",
                    "baseCap",
                    0.25,
                    "capSlope",
                    -0.1,
                    "width",
                    Map.of("least", 0.01, "scale", 4, "vol", 0.6, "volSlope", 0));

    /// What the sample leaves to the standard way.
    private static final Map<String, Object> VALUATION =
            Map.of(
                    "averaging", Map.of("seconds", 1800, "of", "profit"),
                    "lookAheadDays", 1,
                    "discounting", "floored",
                    "normal", "polynomial",
                    "forwards", "carry",
                    "base", "quoted",
                    "deltas", "quoted");

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    /// Path of the mapping in the sample, field, needed, allowed; one for each row of a table.
    static Stream<Arguments> fields() throws IOException {
        return FIELDS.matcher(page())
                .results()
                .flatMap(table ->
                        rows(table.group(2))
                                .map(row ->
                                        Arguments.of(
                                                path(table), row.get(0), row.get(1), row.get(2))));
    }

    private static String path(MatchResult table) {
        return table.group(1).equals(".") ? "" : table.group(1);
    }

    /// The cells of a table's rows, without the bars at either end, the line and the code marks.
    private static Stream<List<String>> rows(String table) {
        String bare =
                table.lines()
                        .filter(line -> !line.startsWith("|--"))
                        .map(line -> line.substring(1, line.length() - 1).replace("`", ""))
                        .reduce("", (one, next) -> one + next + "\n");
        return TextTable.rows(bare);
    }

    /// The sample, with every field that a table may name.
    private static ModelTree full() {
        return ModelTree.sample()
                .with("", "underlyings", List.of("BTC"))
                .with("", "instruments", List.of("option"))
                .with("", "settlement", "linear")
                .with("", "charges", PartsSample.charges())
                .with("", "adjustments", PartsSample.adjustments())
                .with("factors", "depeg", new HashMap<>(Map.of("threshold", 0.99, "slope", 4)))
                .with(
                        "collateral",
                        "confidence",
                        new HashMap<>(
                                Map.of("threshold", 0.55, "scale", 1, "with", List.of("ETH"))))
                .with(
                        "collateral.haircuts",
                        "ETH",
                        new HashMap<>(
                                Map.of(
                                        "initial",
                                        0.07,
                                        "maintenance",
                                        0.05,
                                        "movesWith",
                                        "ETH",
                                        "stable",
                                        false)))
                .with(
                        "collateral",
                        "categories",
                        Map.of(
                                "kin",
                                new HashMap<>(
                                        Map.of(
                                                "assets", List.of("ETH"),
                                                "initial", 0.03,
                                                "maintenance", 0.02))))
                .with(
                        "collateral",
                        "health",
                        new HashMap<>(Map.of("measure", "debt", "limit", 0.95, "minimum", 20)))
                .with("", "status", "partial")
                .with("", "gaps", List.of("The floor"))
                .with("grid.volShocks.flat", "floorVol", 0)
                .with("", "valuation", VALUATION)
                .with("grid.volShocks", "turn", TURN)
                .with("grid.tail[0]", "vol", List.of("flat", "turn"));
    }

    @Test
    void theSampleHasNoFault() {
        assertThat(full().faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("fields")
    void aFieldIsNeededAsThePageSays(String path, String field, String needed, String allowed) {
        List<String> places = List.of(YamlValue.join(path, field), path);
        boolean missed =
                full().without(path, field).faults().stream()
                        .anyMatch(fault -> places.contains(ModelTree.fieldOf(fault)));
        assertThat(needed).isIn("yes", "no", "if partial");
        assertThat(missed).isEqualTo(!needed.equals("no"));
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("fields")
    void aFieldAllowsWhatThePageSays(String path, String field, String needed, String allowed) {
        String place = YamlValue.join(path, field);
        Optional<String> told =
                Stream.of(Map.of("bad", 1), "?")
                        .flatMap(bad -> full().with(path, field, bad).faults().stream())
                        .filter(fault -> ModelTree.fieldOf(fault).equals(place))
                        .map(Fault::allowed)
                        .findFirst();
        boolean names = allowed.equals("names from volShocks");
        assertThat(told).contains(names ? "flat or plus or same or turn or up" : allowed);
    }

    @Test
    void theTablesNameEveryField() throws IOException {
        for (MatchResult table : FIELDS.matcher(page()).results().toList()) {
            List<String> named = rows(table.group(2)).map(List::getFirst).toList();
            String told =
                    full().with(path(table), "unheardOf", 1).faults().stream()
                            .map(Fault::allowed)
                            .findFirst()
                            .orElseThrow();
            assertThat(told).startsWith("no such field; the fields are ");
            assertThat(told.replaceFirst("^.* are ", "").split(", "))
                    .as(table.group(1))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void everyKindAndShapeHasItsPlaceOnThePage() throws IOException {
        List<String> words = new ArrayList<>();
        ChargeReader.KINDS.forEach(kind -> words.add(kind.word()));
        AdjustmentReader.KINDS.forEach(kind -> words.add(kind.word()));
        new VolShockReader(TenorScale.NONE).kinds().forEach(kind -> words.add(kind.word()));
        assertThat(words).isNotEmpty();
        for (String word : words) assertThat(page()).contains("#### `" + word + "`\n");
        for (String shape : ModelReader.SHAPES.keySet()) {
            assertThat(page()).contains("shape `" + shape + "`");
        }
    }

    @Test
    void theExampleIsAModelAndItsMistakesAreToldAsShown() throws IOException {
        List<MatchResult> blocks = BLOCK.matcher(page()).results().toList();
        String example = blocks.get(0).group(2);
        assertThat(blocks.get(0).group(1)).isEqualTo("yaml");
        assertThat(faults(example)).isEmpty();
        String mistaken =
                example.replace("spotRange: 0.15", "spotRange: wide")
                        .replace("optionValueCounts", "optionValueCount");
        assertThat(new BadModelsException(faults(mistaken)).getMessage() + "\n")
                .isEqualTo(blocks.get(1).group(2));
    }

    private static List<Fault> faults(String text) {
        return switch (ModelReader.read("my-venue@1.yaml", SampleModel.bytes(text))) {
            case Reading.Value<StoredModel> read -> List.of();
            case Reading.Refused<StoredModel> refused -> refused.faults();
        };
    }

    @Test
    void theSectionsOfModelsSayWhatTheFilesSay() throws IOException {
        String page = page();
        String expected =
                SECTION.matcher(page)
                        .replaceAll(section ->
                                Matcher.quoteReplacement(
                                        section.group(1)
                                                + ModelSummary.of(
                                                        ScenarioFolder.read(
                                                                section.group(2) + ".yaml"))
                                                + section.group(4)));
        if (Boolean.getBoolean("hedgerow.rewrite")) Files.writeString(PAGE, expected);
        else assertThat(page).isEqualTo(expected);
    }

    @Test
    void everyModelHasASection() throws IOException {
        assertThat(SECTION.matcher(page()).results().map(s -> s.group(2) + ".yaml"))
                .as(
                        "%s needs a section for each file: a line <!-- id@version -->, a line"
                                + " <!-- end -->, and a run with -Dhedgerow.rewrite=true",
                        PAGE)
                .containsExactlyInAnyOrderElementsOf(ScenarioFolder.files());
    }

    /// What no other test here compares is words: a figure in them could go stale.
    @Test
    void figuresStandWhereTheyAreCompared() throws IOException {
        String rest = page();
        for (Pattern compared : List.of(FIELDS, SECTION, BLOCK, CODE, COMMENT)) {
            rest = compared.matcher(rest).replaceAll("\n");
        }
        for (String word : NOT_FIGURES) rest = rest.replace(word, "");
        List<String> figures =
                Arrays.stream(rest.split("\\s+")).filter(word -> word.matches(".*\\d.*")).toList();
        String most = String.format(Locale.ROOT, "%,d", ScenarioGrid.MOST);
        assertThat(figures).containsExactly(most, "60,000", "60", "30");
        Market market = TestMarkets.flat();
        Underlying underlying = market.underlyings().get("BTC");
        assertThat(underlying.spot()).isEqualTo(60_000);
        assertThat(underlying.vols()).isEqualTo(new VolSurface.Flat(0.60));
        assertThat(WorkedBooks.CALLS.getFirst().instrument().maturity())
                .contains(market.asOf().plus(Duration.ofDays(30)));
    }
}
