package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TextTable;
import hedgerow.margin.Margin;
import hedgerow.margin.MarginModel;
import hedgerow.portfolio.Position;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of the folder is pinned: its name, its number of scenarios, and its margins of the
/// [WorkedBooks] to the cent.
///
/// The figures of the grids, of TIMS for equities and of the delta rates were computed outside this
/// project; those of the others were checked against a Black-76 formula in another language: those
/// of SPAN-style models are the scan, in whole units where they round it, and what the calls are
/// worth.
class GoldenModelsTest {
    private static final String GOLDEN =
            """
            id               | version | scenarios | calls: initial | maintenance | hedged: initial | maintenance
            crypto-grid      | 1       | 35        | 94684.04       | 75747.23    | 46684.04        | 37347.23
            crypto-grid-core | 1       | 27        | 84021.69       | 67217.35    | 36021.69        | 28817.35
            delta            | 1       | 0         | 6411.24        | 3205.62     | 3411.24         | 1705.62
            span             | 1       | 16        | 122753.61      | 122753.61   | 75233.61        | 75233.61
            span-c21         | 1       | 16        | 122753.61      | 122753.61   | 75233.61        | 75233.61
            span-cme         | 1       | 16        | 122753.64      | 122753.64   | 75233.64        | 75233.64
            span-kdpw        | 1       | 16        | 120279.97      | 120279.97   | 74199.97        | 74199.97
            span-london      | 1       | 16        | 122753.64      | 122753.64   | 75233.64        | 75233.64
            span-nse         | 1       | 16        | 116116.76      | 116116.76   | 68116.76        | 68116.76
            spot-vol-16      | 1       | 16        | 81629.97       | 81629.97    | 34109.97        | 34109.97
            tims-equity      | 1       | 10        | 61861.67       | 61861.67    | 16861.67        | 16861.67
            tims-index       | 1       | 10        | 21634.16       | 21634.16    | 3634.16         | 3634.16
            """;

    private static final Map<String, List<String>> ROWS =
            TextTable.rows(GOLDEN)
                    .collect(Collectors.toMap(row -> row.get(0) + "@" + row.get(1), row -> row));

    static List<String> files() {
        return ScenarioFolder.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileComesToItsGoldenFigures(String file) {
        MarginModel model = ScenarioFolder.read(file).model();
        List<String> golden = ROWS.getOrDefault(model.info().name(), List.of());
        assertThat(golden)
                .as(
                        "scenarios/%s has no golden figures. Work them out by other means, compare"
                                + " them with these, and add the row to the table in %s:%n%s%n",
                        file, GoldenModelsTest.class.getSimpleName(), row(model))
                .isNotEmpty();
        assertThat(model.grid().size()).isEqualTo(Integer.parseInt(golden.get(2)));
        check(model, WorkedBooks.CALLS, golden.subList(3, 5));
        check(model, WorkedBooks.HEDGED, golden.subList(5, 7));
    }

    private static void check(MarginModel model, List<Position> book, List<String> golden) {
        Margin margin = WorkedBooks.margin(model, book);
        assertThat(margin.initial()).isCloseTo(Double.parseDouble(golden.get(0)), within(0.005));
        assertThat(margin.maintenance())
                .isCloseTo(Double.parseDouble(golden.get(1)), within(0.005));
    }

    private static String row(MarginModel model) {
        Margin calls = WorkedBooks.margin(model, WorkedBooks.CALLS);
        Margin hedged = WorkedBooks.margin(model, WorkedBooks.HEDGED);
        return String.format(
                Locale.ROOT,
                "%s | %s | %d | %.2f | %.2f | %.2f | %.2f",
                model.info().id(),
                model.info().version(),
                model.grid().size(),
                calls.initial(),
                calls.maintenance(),
                hedged.initial(),
                hedged.maintenance());
    }

    @Test
    void noRowOutlivesItsFile() {
        Stream<String> names = ScenarioFolder.files().stream().map(f -> f.replace(".yaml", ""));
        assertThat(names).containsAll(ROWS.keySet());
    }
}
