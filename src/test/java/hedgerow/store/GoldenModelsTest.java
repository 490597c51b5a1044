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
import java.util.Optional;
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
            crypto-grid-liquidity | 1  | 27        | 84186.23       | 67381.90    | 36024.36        | 28820.02
            gas              | 1       | 27        | 2358876.36     | 1887101.08  | refused         | refused
            aave-health      | 1       | 0         | refused         | refused     | refused         | refused
            bounded-loss     | 1       | 0         | 600000.00       | 600000.00   | refused         | refused
            delta            | 1       | 0         | 6411.24        | 3205.62     | 3411.24         | 1705.62
            grid-or-history  | 1       | 189       | 96286.85       | 82914.19    | 47536.85       | 37773.64
            history          | 1       | 154       | 72989.14       | 65690.23    | 21832.74        | 19649.46
            span             | 1       | 16        | 122753.61      | 122753.61   | 75233.61        | 75233.61
            span-c21         | 1       | 16        | 122753.61      | 122753.61   | 75233.61        | 75233.61
            span-cme         | 1       | 16        | 122753.64      | 122753.64   | 75233.64        | 75233.64
            span-kdpw        | 1       | 16        | 120279.97      | 120279.97   | 74199.97        | 74199.97
            span-london      | 1       | 16        | 122753.64      | 122753.64   | 75233.64        | 75233.64
            span-nse         | 1       | 16        | 116116.76      | 116116.76   | 68116.76        | 68116.76
            derive-pm1       | 1       | 25        | 127820.15       | 102256.12   | 71570.15        | 57256.12
            derive-pm2       | 1       | 35        | 96256.12        | 76404.89    | 55440.05        | 43152.04
            derive-pm2-hype  | 1       | 34        | 210285.84       | 166728.67   | 141285.84       | 110028.67
            derive-pm2-sol   | 1       | 35        | 154026.07       | 122620.85   | 100026.07       | 80020.85
            derive-standard  | 1       | 0         | 131123.64       | 95123.64    | 161123.64       | 114623.64
            aevo-pm          | 1       | 15 | 114858.74 | 114858.74 | 54858.74 | 54858.74
            deribit-pm       | 1       | 35 | 69965.88 | 55972.71 | 47250.24 | 37800.19
            deribit-pm-eth   | 1       | 35 | 71343.24 | 57074.59 | 46134.42 | 36907.54
            deribit-pm-linear | 1       | 35 | 87227.31 | 69781.85 | 42227.31 | 33781.85
            deribit-standard | 1       | 0 | 131123.64 | 86123.64 | refused | refused
            grvt-pm          | 1       | 14 | 121195.57 | 100996.31 | 49195.57 | 40996.31
            kraken-pm        | 1       | 17 | 134072.89 | 103132.99 | 134072.89 | 103132.99
            okx-pm           | 1       | 9 | refused | refused | refused | refused
            okx-pm-majors    | 1       | 9 | refused | refused | refused | refused
            okx-pm-others    | 1       | 9 | refused | refused | refused | refused
            paradex-pm       | 1       | 24 | 80516.12 | 40348.06 | 35313.03 | 17806.52
            paradex-pm-hype  | 1       | 24 | 147062.32 | 73621.16 | 63182.32 | 31741.16
            paradex-xm       | 1       | 0 | 90180.00 | 45180.00 | 96270.00 | 48270.00
            dydx-perps       | 1       | 0         | refused         | refused     | refused         | refused
            hyperliquid-pm   | 1       | 0         | refused         | refused     | refused         | refused
            hybrid           | 1       | 35        | 97684.04        | 77547.23    | 61684.04        | 48147.23
            spot-vol-16      | 1       | 16        | 81629.97       | 81629.97    | 34109.97        | 34109.97
            synthetix-perps  | 1       | 0         | refused         | refused     | refused         | refused
            tims-equity      | 1       | 10        | 61861.67       | 61861.67    | 16861.67        | 16861.67
            tims-index       | 1       | 10        | 21634.16       | 21634.16    | 3634.16         | 3634.16
            """;

    /// What stands for the margins of a book that a model has no rule for.
    private static final String REFUSED = "refused";

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
        Optional<Margin> margin = WorkedBooks.margin(model, book);
        if (margin.isEmpty()) {
            assertThat(golden).as("no rule for what is held").containsOnly(REFUSED);
            return;
        }
        assertThat(margin.get().initial())
                .isCloseTo(Double.parseDouble(golden.get(0)), within(0.005));
        assertThat(margin.get().maintenance())
                .isCloseTo(Double.parseDouble(golden.get(1)), within(0.005));
    }

    private static String row(MarginModel model) {
        return String.format(
                Locale.ROOT,
                "%s | %s | %d | %s | %s",
                model.info().id(),
                model.info().version(),
                model.grid().size(),
                cells(WorkedBooks.margin(model, WorkedBooks.CALLS)),
                cells(WorkedBooks.margin(model, WorkedBooks.HEDGED)));
    }

    private static String cells(Optional<Margin> margin) {
        return margin.map(m ->
                        String.format(Locale.ROOT, "%.2f | %.2f", m.initial(), m.maintenance()))
                .orElse(REFUSED + " | " + REFUSED);
    }

    @Test
    void noRowOutlivesItsFile() {
        Stream<String> names = ScenarioFolder.files().stream().map(f -> f.replace(".yaml", ""));
        assertThat(names).containsAll(ROWS.keySet());
    }
}
