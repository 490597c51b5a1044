package hedgerow.margin;

import static hedgerow.margin.SpanCase.RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.margin.SpanCase.Told;
import hedgerow.margin.span.SpanReport;
import hedgerow.margin.span.SpanRules;
import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.Figures;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// Accounts of several clients, whose long and short positions on one contract both count.
class GrossAccountsTest {
    private static final SpanRules GROSS =
            new SpanRules(
                    RULES.points(),
                    new SpanRules.Account(AccountType.OMNIBUS, true),
                    RULES.order(),
                    RULES.defaults(),
                    RULES.combination(),
                    RULES.rounding());

    /// Losses of one long contract by scenario: linear in the price, with some vega.
    private static double[] losses(double range, double vega) {
        return SpanCase.SIXTEEN.scan().stream()
                .mapToDouble(p -> 0 - p.weight() * (p.price() * range + p.vol() * vega))
                .toArray();
    }

    private static Figures figures(double price) {
        return new Figures(OptionalDouble.of(price), OptionalDouble.empty(), 0.5);
    }

    private static SpanCase house() {
        SpanCase house = new SpanCase();
        house.commodity("AA").minimum = new Minimum(Optional.empty(), 2500, List.of());
        house.future("AA", 202703, 1, losses(1000, 0), 1);
        house.option("AA", 202703, OptionRight.CALL, 100, figures(400), losses(500, 60), 1);
        house.future("BB", 202703, 1, losses(300, 0), 1);
        return house;
    }

    /// The contracts of [#house], so many of each leg: place of the contract, then quantity.
    private static Told holding(double... legs) {
        Told told = house().told();
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < legs.length; i += 2) {
            positions.add(
                    new Position(
                            told.portfolio().positions().get((int) legs[i]).instrument(),
                            legs[i + 1]));
        }
        return new Told(told.market(), Portfolio.of(positions));
    }

    @Test
    void longAndShortOfOneContractBothCount() {
        Told told = holding(0, 5, 0, -3, 0, 2);
        SpanReport.Commodity of = SpanCase.of(told.report(GROSS), "AA");
        assertThat(of.gReq().nlRisk()).as("seven long").isEqualTo(7000);
        assertThat(of.gReq().nsRisk()).as("three short").isEqualTo(3000);
        assertThat(of.req()).isEqualTo(10000);
        assertThat(told.margin(GROSS).initial()).isEqualTo(10000);
        assertThat(told.report(RULES).spanReq()).as("netted: four long").isEqualTo(4000);
    }

    @Test
    void closedPositionsStillCount() {
        assertThat(holding(2, 4, 2, -4).margin(GROSS).initial()).isEqualTo(2400);
        assertThat(holding(2, 4, 2, -4).margin(RULES).initial()).isEqualTo(0);
    }

    @Test
    void shortOptionsAreCountedBeforeAnyNettingForTheMinimumAndForValue() {
        SpanReport.Commodity of = SpanCase.of(holding(1, 4, 1, -4).report(GROSS), "AA");
        assertThat(of.som()).as("four short").isEqualTo(10000);
        assertThat(of.gReq().nlRisk() + of.gReq().nsRisk()).isEqualTo(4 * 560 * 2);
        assertThat(of.req()).isEqualTo(10000);
        assertThat(of.values().lov()).isEqualTo(1600);
        assertThat(of.values().sov()).isEqualTo(1600);
    }

    @Test
    void aNettedBookIsNotReadGross() {
        Told told = holding(0, 1);
        RiskArrays arrays = told.arrays(GROSS);
        Book netted = new BookBuilder(arrays).add(0, told.portfolio()).build();
        MarginReader gross = SpanCase.model(GROSS).on(arrays);
        assertThatThrownBy(() -> netted.margins(gross, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be margined gross");
        Book apart = new BookBuilder(gross).add(0, told.portfolio()).build();
        assertThatThrownBy(() -> apart.margins(SpanCase.model(RULES).on(arrays), 1))
                .hasMessageContaining("needs a model that margins gross");
        assertThatThrownBy(() -> new LiveBook(SpanCase.model(GROSS), arrays, apart, 1))
                .hasMessageContaining("cannot follow trades");
    }

    /// An independent sum: of each side of each contract, the worst of its own scenarios.
    private static double byHand(double[][] contracts, List<double[]> legs, int from, int to) {
        double sum = 0;
        for (int contract = from; contract < to; contract++) {
            for (int side : new int[] {1, -1}) {
                double held = 0;
                for (double[] leg : legs) {
                    if ((int) leg[0] == contract && side * leg[1] > 0) held += leg[1];
                }
                double worst = 0;
                for (double loss : contracts[contract]) worst = Math.max(worst, held * loss);
                sum += worst;
            }
        }
        return sum;
    }

    @RepeatedTest(30)
    void everyPathSumsTheSidesOfEachContract(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double[][] contracts = {losses(1000, 0), losses(500, 60), losses(300, 0)};
        List<double[]> legs = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            legs.add(new double[] {random.nextInt(3), random.nextInt(1, 9) - 4.5});
        }
        Told told = holding(legs.stream().flatMapToDouble(Arrays::stream).toArray());
        double shortCalls =
                legs.stream().filter(l -> l[0] == 1 && l[1] < 0).mapToDouble(l -> -l[1]).sum();
        double value = legs.stream().filter(l -> l[0] == 1).mapToDouble(l -> 400 * l[1]).sum();
        double risk =
                Math.max(byHand(contracts, legs, 0, 2), 2500 * shortCalls)
                        + byHand(contracts, legs, 2, 3);
        Margin margin = told.margin(GROSS);
        String place = "seed " + repetition.getCurrentRepetition();
        assertThat(margin.initial())
                .as(place)
                .isCloseTo(Math.max(0, risk - value), within(1e-9 * risk));
        assertTheSame(told, margin, place, random);
    }

    private static void assertTheSame(Told told, Margin margin, String place, Random random) {
        List<Position> shuffled = new ArrayList<>(told.portfolio().positions());
        Collections.shuffle(shuffled, random);
        Portfolio again = Portfolio.of(shuffled);
        MarginReader reader = SpanCase.model(GROSS).on(told.arrays(GROSS));
        Book book = new BookBuilder(reader).add(0, again).add(1, told.portfolio()).build();
        Requirements requirements = book.margins(reader, 2);
        assertThat(requirements.initial(0)).as(place).isEqualTo(margin.initial());
        assertThat(requirements.initial(1)).as(place).isEqualTo(margin.initial());
        assertThat(new Told(told.market(), again).margin(GROSS).initial())
                .as(place)
                .isEqualTo(margin.initial());
    }
}
