package hedgerow.margin;

import static hedgerow.margin.SpanCase.RULES;
import static hedgerow.margin.SpanCase.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.margin.SpanCase.Told;
import hedgerow.margin.span.SpanReport;
import hedgerow.margin.span.SpanRules;
import hedgerow.margin.span.SpanRules.Combination;
import hedgerow.margin.span.SpanRules.CurrencyShock;
import hedgerow.margin.span.SpanRules.MinimumAgainst;
import hedgerow.margin.span.SpanRules.OptionValue;
import hedgerow.market.clearing.CombinedCommodity.Setting;
import hedgerow.market.clearing.Figures;
import hedgerow.market.clearing.PointSet;
import hedgerow.market.clearing.PointSet.ScanPoint;
import hedgerow.market.clearing.ScanSpread;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.RefusedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// What single clearing houses do in a way of their own: option value by groups, shocked
/// currencies, credit rates by scenario, scenarios of one commodity alone.
class SpanVariantsTest {
    private static final double ULP = 1e-9;

    private static SpanRules rules(OptionValue value, Map<String, CurrencyShock> shocks) {
        return new SpanRules(
                RULES.points(),
                RULES.account(),
                RULES.order(),
                RULES.defaults(),
                new Combination(MinimumAgainst.ALL, value, true, OptionalDouble.empty(), shocks),
                RULES.rounding());
    }

    private static double[] future(double range) {
        return SpanCase.SIXTEEN.scan().stream()
                .mapToDouble(p -> 0 - p.weight() * p.price() * range)
                .toArray();
    }

    private static Figures worth(double price) {
        return new Figures(OptionalDouble.of(price), OptionalDouble.empty(), 0.5);
    }

    private static Setting inGroups(String... groups) {
        return new Setting(List.of(groups), Optional.empty());
    }

    /// A long call on AA, worth more than it risks, and a future on BB and on CC.
    private static SpanCase excess() {
        SpanCase told = new SpanCase();
        told.option("AA", 202703, OptionRight.CALL, 10, worth(900), future(100), 1);
        told.future("BB", 202703, 1, future(500), 1);
        told.future("CC", 202703, 1, future(300), 1);
        return told;
    }

    @Test
    void optionValueHelpsInsideItsGroupOnly() {
        SpanRules byGroup = rules(OptionValue.BY_GROUP, Map.of());
        SpanCase apart = excess();
        assertThat(apart.told().margin(byGroup).initial()).as("in no group").isEqualTo(800);
        SpanCase grouped = excess();
        grouped.commodity("AA").setting = inGroups("ENERGY");
        grouped.commodity("BB").setting = inGroups("ENERGY");
        grouped.commodity("CC").setting = inGroups("METALS");
        assertThat(grouped.told().margin(byGroup).initial())
                .as("100 + 500 less 900 in one group, 300 in the other")
                .isCloseTo(300, within(ULP));
        SpanCase both = excess();
        both.commodity("AA").setting = inGroups("METALS", "ENERGY");
        Told told = both.told();
        assertThatThrownBy(() -> told.margin(byGroup))
                .isInstanceOf(RefusedException.class)
                .satisfies(e ->
                        assertThat(((RefusedException) e).refusals().getFirst().detail())
                                .contains("AA is in several: ENERGY, METALS"));
    }

    @Test
    void eachScenarioIsConvertedAtTheWorseOfTheShockedRates() {
        SpanCase told = new SpanCase().conversion("EUR", 1.25);
        told.commodity("AA").priceCurrency = "EUR";
        told.future("AA", 202703, 1, future(1000), 1);
        told.future("AA", 202709, 1, future(600), -1);
        told.option("AA", 202703, OptionRight.CALL, 10, worth(40), new double[16], 1);
        told.future("BB", 202703, 1, future(100), 1);
        SpanRules shocked = rules(OptionValue.ACROSS, Map.of("EUR", new CurrencyShock(0.1, 0.2)));
        SpanReport report = told.told().report(shocked);
        // A loss of 1000 at the rate up, a gain of 600 at the rate down
        assertThat(of(report, "AA").sr()).isCloseTo(1000 * 1.1 - 600 * 0.8, within(ULP));
        assertThat(of(report, "BB").sr()).as("no other currency").isEqualTo(100);
        assertThat(of(report, "AA").values().lov()).as("at the middle").isEqualTo(50);
    }

    private static ScanSpread spread(List<Double> pointRates) {
        return new ScanSpread(
                1,
                List.of(
                        new ScanSpread.Leg("AA", 1, true, 0.9),
                        new ScanSpread.Leg("BB", 1, true, 0.9)),
                "TT",
                1,
                2,
                pointRates);
    }

    @Test
    void gainsMayCountAtARateByScenario() {
        List<Double> rates = new ArrayList<>(Collections.nCopies(16, 0.9));
        rates.set(12, 0.5);
        rates.set(13, 0.6);
        SpanCase told = new SpanCase().before(spread(rates));
        told.commodity("TT");
        told.future("TT", 202703, 1, future(0), 0);
        told.future("AA", 202703, 1, future(1000), 1);
        told.future("BB", 202703, 1, future(800), -1);
        SpanReport.Commodity target = of(told.report(), "TT");
        assertThat(target.scan().sv().get(12)).isCloseTo(1000 - 0.5 * 800, within(ULP));
        assertThat(target.scan().sv().get(13)).isCloseTo(1000 - 0.6 * 800, within(ULP));
        assertThat(target.scan().sv().get(8)).isCloseTo((1000 - 0.9 * 800) * 2 / 3, within(ULP));
        assertThat(target.sr()).isCloseTo(600, within(ULP));
    }

    @Test
    void ratesByScenarioNeedOneForEach() {
        SpanCase told = new SpanCase().before(spread(List.of(0.5)));
        told.commodity("TT");
        told.future("TT", 202703, 1, future(0), 0);
        told.future("AA", 202703, 1, future(1000), 1);
        told.future("BB", 202703, 1, future(800), -1);
        assertThatThrownBy(told::told).hasMessageContaining("has rates for 1 scenarios of 16");
    }

    /// The first two pairs of the usual scenarios, exchanged.
    private static PointSet swapped() {
        return new PointSet(
                List.of(
                        new ScanPoint(1 / 3.0, 1, 1, 1),
                        new ScanPoint(1 / 3.0, -1, 1, 0),
                        new ScanPoint(0, 1, 1, 3),
                        new ScanPoint(0, -1, 1, 2)),
                List.of());
    }

    @Test
    void timeRiskIsThatOfTheCommoditysOwnScenarios() {
        double[] losses = {100, 80, 30, 10};
        for (boolean isOwn : new boolean[] {false, true}) {
            SpanRules four =
                    new SpanRules(
                            new PointSet(SpanCase.SIXTEEN.scan().subList(0, 4), List.of()),
                            RULES.account(),
                            RULES.order(),
                            RULES.defaults(),
                            RULES.combination(),
                            RULES.rounding());
            SpanCase told = new SpanCase();
            told.future("AA", 202703, 1, losses, 1);
            if (isOwn) {
                told.commodity("AA").setting = new Setting(List.of(), Optional.of(swapped()));
            }
            SpanReport.Scan scan = of(told.told().report(four), "AA").scan();
            assertThat(scan.sr()).isEqualTo(100);
            assertThat(scan.vr()).isEqualTo(10);
            assertThat(scan.tr()).isEqualTo(isOwn ? 20 : 90);
        }
    }
}
