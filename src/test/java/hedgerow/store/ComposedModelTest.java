package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.margin.ComposedModel;
import hedgerow.margin.Margin;
import hedgerow.margin.MarginModel;
import hedgerow.margin.MarginReader;
import hedgerow.margin.Requirement;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models that are composed of others: each part says what it says alone, and their requirements
/// are put together as the file states.
class ComposedModelTest {
    private static final String HEAD =
            """
            id: %s
            version: 1
            date: 2026-01-01
            title: composed in a test
            status: own
            sources: []
            shape: composed
            parts:
            %s
            factors: { initial: %s, maintenance: 1 }
            collateral: { stablecoins: [USD], haircuts: {}, optionValueCounts: false }
            """;

    private static final ModelStore PACKAGED = ModelStore.packaged();

    @TempDir Path directory;

    private void file(String id, String factor, String... parts) throws IOException {
        String text = HEAD.formatted(id, "  - " + String.join("\n  - ", parts), factor);
        Files.writeString(directory.resolve(id + "@1.yaml"), text);
    }

    private MarginModel model(String id) {
        return ModelStore.with(directory).find(id).orElseThrow().model();
    }

    private static List<Instrument> instruments() {
        List<Instrument> all = new ArrayList<>();
        all.add(TestMarkets.perpetual());
        for (double strike : new double[] {54_000, 60_000, 66_000}) {
            for (OptionRight right : OptionRight.values()) {
                all.add(TestMarkets.option(right, strike, 30));
                all.add(TestMarkets.option(right, strike, 90));
            }
        }
        return all;
    }

    private static RiskArrays arrays(MarginModel model) {
        return Revaluation.of(TestMarkets.flat(), model.grid(), model.valuation(), "USD")
                .arrays(instruments());
    }

    private static Portfolio book(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Position> positions = new ArrayList<>();
        List<Order> orders = new ArrayList<>();
        List<Instrument> all = instruments();
        for (int n = random.nextInt(0, 8); n > 0; n--) {
            Instrument instrument = all.get(random.nextInt(all.size()));
            positions.add(new Position(instrument, random.nextInt(-9, 10)));
        }
        for (int n = random.nextInt(0, 3); n > 0; n--) {
            orders.add(new Order(all.getFirst(), random.nextInt(-9, 10), 60_000));
        }
        return new Portfolio(positions, List.of(), orders, 0);
    }

    /// A packaged model with arrays of its own grid.
    private record Alone(MarginModel model, RiskArrays arrays) {
        static Alone of(String name) {
            MarginModel model = PACKAGED.find(name).orElseThrow().model();
            return new Alone(model, ComposedModelTest.arrays(model));
        }

        Margin margin(Portfolio book) {
            return model.margin(arrays, book);
        }

        double initial(Portfolio book) {
            return margin(book).initial();
        }
    }

    @Test
    void aPartAloneSaysWhatItsModelSays() throws IOException {
        for (String name : List.of("crypto-grid@1", "delta@1", "history@1", "hybrid@1")) {
            file("only", "1", "{ model: " + name + ", as: floor }");
            MarginModel only = model("only");
            RiskArrays arrays = arrays(only);
            Alone alone = Alone.of(name);
            for (long seed = 1; seed <= 40; seed++) {
                Portfolio book = book(seed);
                Margin composed = only.margin(arrays, book);
                Margin expected = alone.margin(book);
                String as = name + ", seed " + seed;
                assertThat(composed.initial()).as(as).isEqualTo(expected.initial());
                assertThat(composed.maintenance()).as(as).isEqualTo(expected.maintenance());
                assertThat(composed.binding()).as(as).isEqualTo(expected.binding());
                assertThat(composed.contributions()).as(as).isEqualTo(expected.contributions());
            }
        }
    }

    @Test
    void partsArePutTogetherAsStated() throws IOException {
        file(
                "all",
                "1.5",
                "{ model: crypto-grid@1, as: floor }",
                "{ model: history@1, as: floor, initialFactor: 1.2 }",
                "{ model: delta@1, as: inside }",
                "{ model: hybrid@1, as: minimum, initialFactor: 1.1 }",
                "{ model: delta@1, as: outside, initialFactor: 0.5, maintenanceFactor: 2 }");
        MarginModel all = model("all");
        RiskArrays arrays = arrays(all);
        Alone grid = Alone.of("crypto-grid@1");
        Alone history = Alone.of("history@1");
        Alone delta = Alone.of("delta@1");
        Alone hybrid = Alone.of("hybrid@1");
        for (long seed = 1; seed <= 60; seed++) {
            Portfolio book = book(seed);
            double floor = Math.max(grid.initial(book), 1.2 * history.initial(book));
            double base = Math.max(floor + delta.initial(book), 1.1 * hybrid.initial(book));
            double expected = 1.5 * base + 0.5 * delta.initial(book);
            Margin margin = all.margin(arrays, book);
            assertThat(margin.initial())
                    .as("seed %s", seed)
                    .isCloseTo(expected, within(1e-9 * (1 + expected)));
            double loss = margin.binding().map(Margin.Binding::loss).orElse(0.0);
            assertThat(contributions(margin)).as("seed %s", seed).isCloseTo(loss, within(1e-6));
        }
    }

    private static double contributions(Margin margin) {
        double sum = 0;
        for (Margin.Contribution leg : margin.contributions()) sum += leg.contribution();
        for (double order : margin.orderContributions()) sum += order;
        return sum;
    }

    /// A composed model may be a part: the largest of a sum and of a third model.
    @Test
    void anyTreeOfMaximaAndSumsCanBeMade() throws IOException {
        file(
                "sum",
                "1",
                "{ model: delta@1, as: inside, initialFactor: 3 }",
                "{ model: history@1, as: inside }");
        file("largest", "1", "{ model: sum@1, as: floor }", "{ model: crypto-grid@1, as: floor }");
        MarginModel largest = model("largest");
        RiskArrays arrays = arrays(largest);
        Alone grid = Alone.of("crypto-grid@1");
        Alone history = Alone.of("history@1");
        Alone delta = Alone.of("delta@1");
        for (long seed = 1; seed <= 40; seed++) {
            Portfolio book = book(seed);
            double sum = 3 * delta.initial(book) + history.initial(book);
            double expected = Math.max(sum, grid.initial(book));
            assertThat(largest.margin(arrays, book).initial())
                    .as("seed %s", seed)
                    .isCloseTo(expected, within(1e-9 * (1 + expected)));
        }
    }

    @Test
    void whatIsReadInBriefHasTheSameBits() {
        MarginModel model = ScenarioFolder.read("grid-or-history@1.yaml").model();
        RiskArrays arrays = arrays(model);
        MarginReader reader = model.on(arrays);
        MarginReader.Scratch scratch = reader.scratch();
        for (long seed = 1; seed <= 200; seed++) {
            Portfolio book = book(seed);
            Requirement brief = new Requirement();
            reader.read(reader.hold(book), scratch, brief);
            Margin margin = model.margin(arrays, book);
            assertThat(brief.initial()).as("seed %s", seed).isEqualTo(margin.initial());
            assertThat(brief.maintenance()).as("seed %s", seed).isEqualTo(margin.maintenance());
        }
    }

    @Test
    void cyclesAreRefused() throws IOException {
        file("a", "1", "{ model: b@1, as: floor }");
        file("b", "1", "{ model: a@1, as: floor }");
        assertThatThrownBy(() -> ModelStore.with(directory))
                .isInstanceOf(BadModelsException.class)
                .hasMessageContaining("a model that is not composed of this one");
        file("a", "1", "{ model: a@1, as: floor }");
        Files.delete(directory.resolve("b@1.yaml"));
        assertThatThrownBy(() -> ModelStore.with(directory))
                .hasMessageContaining("a@1.yaml")
                .hasMessageContaining("a model that is not composed of this one");
    }

    @Test
    void namesThatAreNotThereAreRefused() throws IOException {
        file("a", "1", "{ model: nowhere@1, as: floor }", "{ model: delta, as: somewhere }");
        assertThatThrownBy(() -> ModelStore.with(directory))
                .hasMessageContaining("parts[0].model: was nowhere@1, expected one of the models")
                .hasMessageContaining("parts[1].model: was delta, expected the id and version")
                .hasMessageContaining("parts[1].as");
    }

    @Test
    void whatCannotBePutTogetherIsRefused() throws IOException {
        file("a", "1", "{ model: span@1, as: floor }");
        assertThatThrownBy(() -> ModelStore.with(directory))
                .hasMessageContaining("span@1 settles underlyings against one another");
        file("a", "1", "{ model: crypto-grid@1, as: floor }", "{ model: tims-index@1, as: floor }");
        assertThatThrownBy(() -> ModelStore.with(directory))
                .hasMessageContaining("parts must be valued alike");
    }

    @Test
    void theHashTellsTheFilesOfTheParts() throws IOException {
        file("part", "1", "{ model: delta@1, as: floor }");
        file("whole", "1", "{ model: part@1, as: floor }");
        String before = model("whole").info().hash();
        file("part", "2", "{ model: delta@1, as: floor }");
        assertThat(model("whole").info().hash()).isNotEqualTo(before).matches("[0-9a-f]{64}");
        assertThat(((ComposedModel) model("whole")).parts()).hasSize(1);
    }
}
