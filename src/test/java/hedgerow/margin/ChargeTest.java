package hedgerow.margin;

import static hedgerow.margin.Matrices.margin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hedgerow.TextTable;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Settlement;
import hedgerow.pricing.RiskArrays;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each charge on one small book, moved by each of its parameters.
///
/// Spot is 100. The book holds 4 calls of multiplier 100 and delta 50 each, and is short 50
/// perpetuals of delta 1: long deltas 200, short deltas 50, so 150 are unhedged and 50 hedged. Its
/// one scenario loses 4 times 25. Orders buy 1 call and sell 10 perpetuals: long deltas may become
/// 250, short ones 60.
class ChargeTest {
    private static final Option CALL =
            new Option(
                    "X",
                    OptionRight.CALL,
                    110,
                    Instant.parse("2026-06-26T08:00:00Z"),
                    Option.Style.EUROPEAN,
                    Contract.of(Settlement.LINEAR, 100));
    private static final Perpetual PERPETUAL = new Perpetual("X", Contract.LINEAR);
    private static final RiskArrays ARRAYS =
            RiskArrays.of(
                    List.of(
                            new RiskArrays.Row(CALL, new double[] {-25}, 300, 50),
                            new RiskArrays.Row(PERPETUAL, new double[] {0}, 0, 1)),
                    Map.of("X", 100.0),
                    1);
    private static final List<Position> LEGS =
            List.of(new Position(CALL, 4), new Position(PERPETUAL, -50));
    private static final List<Order> ORDERS =
            List.of(new Order(CALL, 1, 0), new Order(PERPETUAL, -10, 0));

    /// The amount of each charge: of the legs alone, and with the orders.
    private static final String AMOUNTS =
            """
            charge                | legs    | with orders
            deltaFloor 0.02 0.01  | 350     | 450
            deltaFloor 0.02 0     | 300     | 400
            deltaFloor 0.02 0.02  | 400     | 500
            deltaFloor 0.01 0.01  | 200     | 250
            deltaFloor 1 0.01     | 15050   | 20050
            deltaFloor 1 1        | 20000   | 25000
            deltaFloor 0 0        | 0       | 0
            contractMinimum 0.375 | 150     | 187.5
            contractMinimum 0     | 0       | 0
            contractMinimum 1000  | 400000  | 500000
            """;

    @ParameterizedTest
    @MethodSource("amounts")
    void amountsAre(String charge, double legs, double withOrders) {
        Margin margin = of(Matrices.ONE, List.of(placed(charge + " outside")));
        Margin.Component component = margin.groups().getFirst().components().getLast();
        assertThat(component.maintenance()).isEqualTo(legs);
        assertThat(component.initial()).isEqualTo(withOrders);
    }

    static Stream<Arguments> amounts() {
        return TextTable.rows(AMOUNTS).map(row -> Arguments.of(row.toArray()));
    }

    /// Where a charge stands decides what factors and other charges do to it. The scan is 100 for
    /// the legs and 125 with the orders.
    private static final String PLACEMENTS =
            """
            charges                                                       | factors  | initial | maintenance
                                                                          | 1 1      | 125     | 100
                                                                          | 1.5 0.5  | 187.5   | 50
                                                                          | 0 0      | 0       | 0
            deltaFloor 0.02 0.01 floor                                    | 1.5 0.5  | 675     | 175
            deltaFloor 0.02 0.01 inside                                   | 1.5 0.5  | 862.5   | 225
            deltaFloor 0.02 0.01 outside                                  | 1.5 0.5  | 637.5   | 400
            deltaFloor 0.02 0.01 outside                                  | 0 0      | 450     | 350
            contractMinimum 0.1 floor                                     | 1.5 0.5  | 187.5   | 50
            contractMinimum 0.375 floor                                   | 1.5 0.5  | 281.25  | 75
            contractMinimum 0.375 inside                                  | 1.5 0.5  | 468.75  | 125
            contractMinimum 0.375 outside                                 | 1.5 0.5  | 375     | 200
            deltaFloor 0.02 0.01 floor, contractMinimum 0.375 floor       | 1.5 0.5  | 675     | 175
            deltaFloor 0.02 0.01 floor, contractMinimum 0.375 inside      | 1.5 0.5  | 956.25  | 250
            deltaFloor 0.02 0.01 floor, contractMinimum 0.375 outside     | 1.5 0.5  | 862.5   | 325
            deltaFloor 0.02 0.01 outside, contractMinimum 0.375 outside   | 1.5 0.5  | 825     | 550
            """;

    @ParameterizedTest
    @MethodSource("placements")
    void requirementsAre(String charges, String factors, double initial, double maintenance) {
        String[] two = factors.split(" ", -1);
        Margin margin =
                of(
                        new ScanModel.Factors(
                                Double.parseDouble(two[0]), Double.parseDouble(two[1])),
                        Arrays.stream(charges.split(",", -1))
                                .map(String::strip)
                                .filter(charge -> !charge.isEmpty())
                                .map(ChargeTest::placed)
                                .toList());
        assertThat(margin.initial()).isEqualTo(initial);
        assertThat(margin.maintenance()).isEqualTo(maintenance);
    }

    static Stream<Arguments> placements() {
        return TextTable.rows(PLACEMENTS).map(row -> Arguments.of(row.toArray()));
    }

    @Test
    void ofEqualFloorsTheFirstBinds() {
        Charge.Placed minimum = placed("contractMinimum 0.375 floor");
        Margin tied = of(Matrices.ONE, List.of(minimum, minimum));
        assertThat(tied.groups().getFirst().components())
                .extracting(Margin.Component::binds)
                .containsExactly(false, true, false);
        // with the orders the scan is 125, and so is this floor
        Margin tiedWithScan = of(Matrices.ONE, List.of(placed("contractMinimum 0.25 floor")));
        assertThat(tiedWithScan.groups().getFirst().components())
                .extracting(Margin.Component::binds)
                .containsExactly(true, false);
    }

    @Test
    void contractsThatCloseEachOtherPostNoMinimum() {
        List<Position> closed = List.of(new Position(CALL, 4), new Position(CALL, -4));
        ScanModel model = model(Matrices.ONE, List.of(placed("contractMinimum 0.375 floor")));
        assertThat(margin(model, ARRAYS, Portfolio.of(closed)).initial()).isEqualTo(0);
    }

    @Test
    void aHedgedDeltaNeverCostsMoreThanAnUnhedgedOne() {
        assertThatThrownBy(() -> new DeltaFloor(0.01, 0.02))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hedgedRate must be between 0.0 and 0.01, was 0.02");
    }

    private static Margin of(ScanModel.Factors factors, List<Charge.Placed> charges) {
        return margin(model(factors, charges), ARRAYS, Matrices.book(LEGS, ORDERS));
    }

    private static ScanModel model(ScanModel.Factors factors, List<Charge.Placed> charges) {
        return Matrices.model(new double[] {1}, factors, charges);
    }

    /// A charge written as its name, its parameters and its placement.
    private static Charge.Placed placed(String text) {
        String[] words = text.split(" ", -1);
        double first = Double.parseDouble(words[1]);
        Charge charge =
                switch (words[0]) {
                    case "deltaFloor" -> new DeltaFloor(first, Double.parseDouble(words[2]));
                    case "contractMinimum" -> new ContractMinimum(first);
                    default -> throw new IllegalArgumentException("no charge: " + text);
                };
        String placement = words[words.length - 1].toUpperCase(Locale.ROOT);
        return new Charge.Placed(charge, Charge.Placement.valueOf(placement));
    }
}
