package hedgerow.margin;

import static hedgerow.margin.Matrices.book;
import static hedgerow.margin.Matrices.margin;
import static hedgerow.margin.Matrices.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.margin.Margin.Contribution;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Properties of margins on thousands of random matrices and books, each named by what must hold;
/// every margin on the way is held to [MarginInvariants].
class MarginPropertiesTest {
    private static final long SEED = 20_260_101;
    private static final int CASES = 2_000;

    /// Runs a property on matrices of whole figures, on which it must hold to the last bit.
    private static void onWholeFigures(Consumer<RandomMatrix> property) {
        run(property, true);
    }

    /// Runs a property on matrices of any figures.
    private static void onAnyFigures(Consumer<RandomMatrix> property) {
        run(property, false);
    }

    private static void run(Consumer<RandomMatrix> property, boolean whole) {
        for (int i = 0; i < CASES; i++) {
            RandomMatrix matrix = new RandomMatrix(SEED + i, whole);
            try {
                property.accept(matrix);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(matrix + ": " + failure.getMessage(), failure);
            }
        }
    }

    @Nested
    class ContributionsSumToScan {
        @Test
        void toTheLastBitOnWholeFigures() {
            onWholeFigures(matrix -> {
                Portfolio book = book(matrix.book(), matrix.orders());
                Margin margin = margin(matrix.scan(), matrix.arrays, book);
                double sum = 0;
                for (Contribution c : margin.contributions()) sum += c.contribution();
                for (double order : margin.orderContributions()) sum += order;
                assertThat(sum).isEqualTo(margin.initial());
            });
        }

        @Test
        void closelyOnAnyFiguresUnderAnyModel() {
            onAnyFigures(matrix ->
                    // the invariants compare them, group by group
                    margin(matrix.model(), matrix.arrays, book(matrix.book(), matrix.orders())));
        }
    }

    @Test
    void nettingNeverRaisesTheScan() {
        onWholeFigures(matrix -> {
            List<Position> one = matrix.book();
            List<Position> other = matrix.book();
            List<Position> both = new ArrayList<>(one);
            both.addAll(other);
            ScanModel scan = matrix.scan();
            double apart =
                    margin(scan, matrix.arrays, Portfolio.of(one)).initial()
                            + margin(scan, matrix.arrays, Portfolio.of(other)).initial();
            Margin together = margin(scan, matrix.arrays, Portfolio.of(both));
            assertThat(together.initial()).isLessThanOrEqualTo(apart);
            assertThat(together.offset()).isNotNegative();
        });
    }

    @Nested
    class ScalingScales {
        @Test
        void byPowersOfTwoToTheLastBitOnAnyFigures() {
            onAnyFigures(matrix -> scales(matrix, 8));
        }

        @Test
        void byAnyWholeNumberToTheLastBitOnWholeFigures() {
            onWholeFigures(matrix -> scales(matrix, 7));
        }

        private void scales(RandomMatrix matrix, double factor) {
            ScanModel model = matrix.model();
            List<Position> book = matrix.book();
            Margin base = margin(model, matrix.arrays, Portfolio.of(book));
            Margin scaled = margin(model, matrix.arrays, Portfolio.of(times(factor, book)));
            assertThat(scaled.initial()).isEqualTo(factor * base.initial());
            assertThat(scaled.maintenance()).isEqualTo(factor * base.maintenance());
            assertThat(scaled.offset()).isEqualTo(factor * base.offset());
            for (int i = 0; i < book.size(); i++) {
                Contribution one = base.contributions().get(i);
                Contribution many = scaled.contributions().get(i);
                assertThat(many.contribution()).isEqualTo(factor * one.contribution());
                assertThat(many.standAlone()).isEqualTo(factor * one.standAlone());
                assertThat(many.incremental()).isEqualTo(factor * one.incremental());
            }
        }
    }

    @Test
    void orderOfLegsChangesNoBit() {
        onAnyFigures(matrix -> {
            ScanModel model = matrix.model();
            List<Position> legs = matrix.book();
            List<Order> orders = matrix.orders();
            int[] legPlaces = shuffled(legs.size(), matrix);
            int[] orderPlaces = shuffled(orders.size(), matrix);
            Margin one = margin(model, matrix.arrays, book(legs, orders));
            Margin other =
                    margin(
                            model,
                            matrix.arrays,
                            book(at(legPlaces, legs), at(orderPlaces, orders)));
            assertThat(other.initial()).isEqualTo(one.initial());
            assertThat(other.maintenance()).isEqualTo(one.maintenance());
            assertThat(other.standAlone()).isEqualTo(one.standAlone());
            assertThat(other.offset()).isEqualTo(one.offset());
            assertThat(other.binding()).isEqualTo(one.binding());
            assertThat(other.groups()).isEqualTo(one.groups());
            assertThat(other.contributions()).isEqualTo(at(legPlaces, one.contributions()));
            assertThat(other.orderContributions())
                    .isEqualTo(at(orderPlaces, one.orderContributions()));
        });
    }

    private static int[] shuffled(int size, RandomMatrix matrix) {
        int[] places = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = matrix.random.nextInt(i + 1);
            int swap = places[i];
            places[i] = places[j];
            places[j] = swap;
        }
        return places;
    }

    private static <T> List<T> at(int[] places, List<T> list) {
        return Arrays.stream(places).mapToObj(list::get).toList();
    }

    @Test
    void addingAScenarioNeverLowersMargin() {
        onAnyFigures(matrix -> {
            Portfolio book = book(matrix.book(), matrix.orders());
            ScanModel model = matrix.model();
            int last = matrix.weights.length - 1;
            ScanModel without =
                    Matrices.model(
                            Arrays.copyOf(matrix.weights, last), model.factors(), model.charges());
            Margin less = margin(without, narrowed(matrix, last), book);
            Margin all = margin(model, matrix.arrays, book);
            assertThat(all.initial()).isGreaterThanOrEqualTo(less.initial());
            assertThat(all.maintenance()).isGreaterThanOrEqualTo(less.maintenance());
        });
    }

    /// The first scenarios of a matrix alone.
    private static RiskArrays narrowed(RandomMatrix matrix, int scenarios) {
        List<RiskArrays.Row> rows = new ArrayList<>();
        for (Instrument instrument : matrix.instruments) {
            int row = matrix.arrays.row(instrument).orElseThrow();
            rows.add(
                    new RiskArrays.Row(
                            instrument,
                            Arrays.copyOf(matrix.arrays.rowPnl(row), scenarios),
                            matrix.arrays.columns().value()[row],
                            matrix.arrays.columns().delta()[row]));
        }
        Map<String, Double> spots = new HashMap<>();
        matrix.arrays.runs().forEach(run -> spots.put(run.underlying(), run.spot()));
        return RiskArrays.of(rows, spots, Arrays.copyOf(matrix.weights, scenarios));
    }

    @Test
    void floorsNeverLower() {
        onAnyFigures(matrix -> {
            Portfolio book = book(matrix.book(), matrix.orders());
            ScanModel model = matrix.model();
            for (Charge.Placement placement : Charge.Placement.values()) {
                List<Charge.Placed> more = new ArrayList<>(model.charges());
                more.add(matrix.placed(placement));
                ScanModel charged = Matrices.model(matrix.weights, model.factors(), more);
                Margin base = margin(model, matrix.arrays, book);
                Margin raised = margin(charged, matrix.arrays, book);
                assertThat(raised.initial()).isGreaterThanOrEqualTo(base.initial());
                assertThat(raised.maintenance()).isGreaterThanOrEqualTo(base.maintenance());
            }
        });
    }

    @Nested
    class OpenOrdersNeverImprove {
        @Test
        void toTheLastBitOnWholeFigures() {
            onWholeFigures(matrix -> never(matrix, 0));
        }

        @Test
        void closelyOnAnyFigures() {
            onAnyFigures(matrix -> never(matrix, 1e-12));
        }

        private void never(RandomMatrix matrix, double tolerance) {
            ScanModel model = matrix.model();
            List<Position> legs = matrix.book();
            Margin without = margin(model, matrix.arrays, Portfolio.of(legs));
            List<Order> orders = new ArrayList<>();
            double before = without.initial();
            for (int n = 0; n < 3; n++) {
                orders.addAll(matrix.orders());
                Margin with = margin(model, matrix.arrays, book(legs, orders));
                assertThat(with.initial()).isGreaterThanOrEqualTo(before * (1 - tolerance));
                assertThat(with.maintenance()).isEqualTo(without.maintenance());
                before = with.initial();
            }
        }
    }

    @Test
    void exactTiesTakeTheFirst() {
        onWholeFigures(matrix -> {
            // each scenario twice: of each pair the first must bind
            int n = matrix.weights.length;
            RiskArrays twice = repeated(matrix);
            double[] weights = Arrays.copyOf(matrix.weights, 2 * n);
            System.arraycopy(matrix.weights, 0, weights, n, n);
            Portfolio book = book(matrix.book(), matrix.orders());
            ScanModel once = matrix.scan();
            ScanModel repeated = Matrices.model(weights, Matrices.ONE, List.of());
            Margin one = margin(once, matrix.arrays, book);
            Margin two = margin(repeated, twice, book);
            assertThat(two.initial()).isEqualTo(one.initial());
            assertThat(two.binding()).isEqualTo(one.binding());
        });
    }

    private static RiskArrays repeated(RandomMatrix matrix) {
        int n = matrix.weights.length;
        List<RiskArrays.Row> rows = new ArrayList<>();
        for (Instrument instrument : matrix.instruments) {
            double[] pnl = matrix.arrays.rowPnl(matrix.arrays.row(instrument).orElseThrow());
            double[] twice = Arrays.copyOf(pnl, 2 * n);
            System.arraycopy(pnl, 0, twice, n, n);
            rows.add(new RiskArrays.Row(instrument, twice, 0, 0));
        }
        double[] weights = Arrays.copyOf(matrix.weights, 2 * n);
        System.arraycopy(matrix.weights, 0, weights, n, n);
        return RiskArrays.of(rows, Map.of(), weights);
    }

    @Test
    void closingAPositionFreesItsMargin() {
        onAnyFigures(matrix -> {
            List<Position> open = matrix.book();
            List<Position> all = new ArrayList<>(open);
            all.addAll(times(-1, open));
            Margin closed = margin(matrix.model(), matrix.arrays, Portfolio.of(all));
            double gross = closed.standAlone();
            assertThat(closed.initial()).isCloseTo(0, within(1e-12 * gross));
        });
    }

    @Test
    void splittingALegChangesNothing() {
        onWholeFigures(matrix -> {
            ScanModel model = matrix.model();
            List<Position> legs = matrix.book();
            List<Position> split = new ArrayList<>();
            for (Position leg : legs) {
                double part = matrix.quantity();
                split.add(new Position(leg.instrument(), part));
                split.add(new Position(leg.instrument(), leg.quantity() - part));
            }
            Margin one = margin(model, matrix.arrays, Portfolio.of(legs));
            Margin two = margin(model, matrix.arrays, Portfolio.of(split));
            assertThat(two.initial()).isEqualTo(one.initial());
            assertThat(two.maintenance()).isEqualTo(one.maintenance());
            assertThat(two.groups()).isEqualTo(one.groups());
        });
    }

    @Test
    void underlyingsAdd() {
        onAnyFigures(matrix -> {
            ScanModel model = matrix.model();
            List<Position> legs = matrix.book();
            Margin all = margin(model, matrix.arrays, Portfolio.of(legs));
            double sum = 0;
            for (Margin.GroupMargin group : all.groups()) {
                List<Position> own =
                        legs.stream()
                                .filter(leg ->
                                        leg.instrument().underlying().equals(group.underlying()))
                                .toList();
                sum += margin(model, matrix.arrays, Portfolio.of(own)).initial();
            }
            assertThat(sum).isEqualTo(all.initial());
        });
    }
}
