package hedgerow.margin;

import static hedgerow.margin.SpanCase.RULES;
import static hedgerow.margin.SpanCase.credit;
import static hedgerow.margin.SpanCase.leg;
import static hedgerow.margin.SpanCase.of;
import static hedgerow.margin.SpanCase.tier;
import static hedgerow.margin.SpanCase.tiers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.margin.SpanCase.Told;
import hedgerow.margin.span.Rounding;
import hedgerow.margin.span.Rounding.Places;
import hedgerow.margin.span.Rounding.Step;
import hedgerow.margin.span.SpanReport;
import hedgerow.margin.span.SpanRules;
import hedgerow.margin.span.SpanRules.Combination;
import hedgerow.margin.span.SpanRules.MinimumAgainst;
import hedgerow.margin.span.SpanRules.OptionValue;
import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity.Correlation;
import hedgerow.market.clearing.CombinedCommodity.Credit;
import hedgerow.market.clearing.CombinedCommodity.Factors;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.CombinedCommodity.SpotCharge;
import hedgerow.market.clearing.CombinedCommodity.Tiers;
import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.DeltaSpread.Amount;
import hedgerow.market.clearing.DeltaSpread.Slot;
import hedgerow.market.clearing.Figures;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.ProductFamily.Valuation;
import hedgerow.market.clearing.ScanSpread;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// The steps of the method one by one, each with figures that were worked out by hand, and what
/// holds of all accounts.
class SpanModelTest {
    private static final double ULP = 1e-9;

    /// Losses of one long future with a scan range of `range`.
    private static double[] future(double range) {
        return SpanCase.SIXTEEN.scan().stream()
                .mapToDouble(p -> 0 - p.weight() * p.price() * range)
                .toArray();
    }

    /// Losses of one long option with so much vega and delta.
    private static double[] option(double range, double delta, double vega) {
        return SpanCase.SIXTEEN.scan().stream()
                .mapToDouble(p -> 0 - p.weight() * (delta * p.price() * range + p.vol() * vega))
                .toArray();
    }

    private static Figures figures(double price, double delta) {
        return new Figures(OptionalDouble.of(price), OptionalDouble.empty(), delta);
    }

    private static SpanRules with(Combination combination) {
        return new SpanRules(
                RULES.points(),
                RULES.account(),
                RULES.order(),
                RULES.defaults(),
                combination,
                RULES.rounding());
    }

    private static SpanRules with(Rounding rounding) {
        return new SpanRules(
                RULES.points(),
                RULES.account(),
                RULES.order(),
                RULES.defaults(),
                RULES.combination(),
                rounding);
    }

    private static SpanRules counting(OptionValue rule) {
        return with(
                new Combination(MinimumAgainst.ALL, rule, true, OptionalDouble.empty(), Map.of()));
    }

    @Test
    void aSpreadIsFormedBothWaysRound() {
        for (int sign : new int[] {1, -1}) {
            SpanCase told = new SpanCase();
            told.commodity("CC").tiers = twoTiers();
            told.commodity("CC").tierSpreads.add(tiers("CC", 1, 250, "1 1 A", "2 2 B"));
            told.future("CC", 202703, 1, future(100), 3 * sign);
            told.future("CC", 202709, 1, future(100), -4 * sign);
            SpanReport.Commodity of = of(told.report(), "CC");
            assertThat(of.ia()).isEqualTo(500);
            assertThat(of.spreads().getFirst().orientation())
                    .isEqualTo(sign > 0 ? "A long" : "A short");
            assertThat(of.pd().get(0).rd()).isEqualTo(sign);
            assertThat(of.pd().get(1).rd()).isEqualTo(0);
        }
    }

    private static Tiers twoTiers() {
        return new Tiers(
                List.of(), List.of(tier(1, 202701, 202706), tier(2, 202707, 202712)), List.of());
    }

    @Test
    void aButterflyTakesThreeLegs() {
        SpanCase told = new SpanCase();
        told.commodity("CC")
                .series
                .add(
                        new DeltaSpread(
                                1,
                                DeltaSpread.Method.POOLS,
                                new Amount(DeltaSpread.Unit.FLAT, 90),
                                List.of(
                                        leg("CC", month(202703), "1", "A", 0),
                                        leg("CC", month(202706), "2", "B", 0),
                                        leg("CC", month(202709), "1", "A", 0))));
        told.future("CC", 202703, 1, future(100), -5);
        told.future("CC", 202706, 1, future(100), 7);
        told.future("CC", 202709, 1, future(100), -4);
        SpanReport.Commodity of = of(told.report(), "CC");
        assertThat(of.ia()).isEqualTo(3.5 * 90);
        assertThat(of.pd().stream().map(SpanReport.PeriodDelta::rd))
                .containsExactly(-1.5, 0.0, -0.5);
    }

    private static Slot month(int yearMonth) {
        return new Slot.OfPeriod(Period.ofMonth(yearMonth));
    }

    @Test
    void priorityDecidesWhichSpreadIsFormedFirst() {
        for (int first : new int[] {1, 2}) {
            SpanCase told = new SpanCase();
            told.commodity("CC").tiers = twoTiers();
            told.commodity("CC").tierSpreads.add(tiers("CC", first, 100, "1 1 A", "1 1 B"));
            told.commodity("CC").tierSpreads.add(tiers("CC", 3 - first, 300, "1 1 A", "2 1 B"));
            told.future("CC", 202703, 1, future(100), 2);
            told.future("CC", 202705, 1, future(100), -2);
            told.future("CC", 202709, 1, future(100), -2);
            assertThat(of(told.report(), "CC").ia()).isEqualTo(first == 1 ? 200 : 600);
        }
    }

    @Test
    void seriesSpreadsComeBeforeTierSpreads() {
        SpanCase told = new SpanCase();
        told.commodity("CC").tiers = twoTiers();
        told.commodity("CC").tierSpreads.add(tiers("CC", 1, 300, "1 1 A", "2 1 B"));
        told.commodity("CC")
                .series
                .add(
                        new DeltaSpread(
                                9,
                                DeltaSpread.Method.POOLS,
                                new Amount(DeltaSpread.Unit.PER_MONTH, 10),
                                List.of(
                                        leg("CC", month(202703), "1", "A", 0),
                                        leg("CC", month(202709), "1", "B", 0))));
        told.future("CC", 202703, 1, future(100), 1);
        told.future("CC", 202709, 1, future(100), -1);
        assertThat(of(told.report(), "CC").ia()).as("six months at ten").isEqualTo(60);
    }

    @Test
    void scanTiersDoNotOffset() {
        SpanCase told = new SpanCase();
        told.commodity("CC").tiers =
                new Tiers(
                        List.of(tier(1, 202701, 202706), tier(2, 202707, 202712)),
                        List.of(),
                        List.of());
        told.future("CC", 202703, 1, future(900), 1);
        told.future("CC", 202709, 1, future(600), -1);
        SpanReport.Commodity of = of(told.report(), "CC");
        assertThat(of.sr()).isEqualTo(1500);
        assertThat(of.str().get(0).scan().as()).isEqualTo(13);
        assertThat(of.str().get(1).scan().as()).isEqualTo(11);
    }

    @Test
    void deliveryIsChargedOnWhatIsLeftAndOnWhatIsSpread() {
        SpanCase told = new SpanCase();
        told.commodity("CC").tiers = twoTiers();
        told.commodity("CC").tierSpreads.add(tiers("CC", 1, 100, "1 1 A", "2 1 B"));
        told.commodity("CC")
                .spot
                .add(new SpotCharge(Period.ofMonth(202703), 7, 11, SpotCharge.Applies.LONG));
        told.commodity("CC")
                .spot
                .add(new SpotCharge(Period.ofMonth(202709), 5, 5, SpotCharge.Applies.LONG));
        told.future("CC", 202703, 1, future(100), 5);
        told.future("CC", 202709, 1, future(100), -2);
        SpanReport.Commodity of = of(told.report(), "CC");
        assertThat(of.dr()).isEqualTo(2 * 7 + 3 * 11);
        assertThat(of.pd().getFirst().drs()).isEqualTo(14);
        assertThat(of.pd().getFirst().dro()).isEqualTo(33);
    }

    @Test
    void theMinimumCountsShortOptionsGrossOrByTheGreaterSide() {
        for (Minimum.Counting counting : Minimum.Counting.values()) {
            SpanCase told = new SpanCase();
            told.commodity("CC").minimum = new Minimum(Optional.of(counting), 50, List.of());
            double[] none = new double[16];
            told.option("CC", 202703, OptionRight.CALL, 10, figures(0, 0), none, -3);
            told.option("CC", 202703, OptionRight.PUT, 10, figures(0, 0), none, -5);
            told.option("CC", 202703, OptionRight.PUT, 9, figures(0, 0), none, 5);
            double counted = counting == Minimum.Counting.GROSS ? 8 : 5;
            assertThat(told.report().spanReq()).isEqualTo(counted * 50);
        }
    }

    @Test
    void aCreditNeedsBothSides() {
        for (int sign : new int[] {1, -1}) {
            SpanCase told = new SpanCase().after(credit(1, 0.5, "AA", "BB"));
            told.future("AA", 202703, 1, future(1000), 2);
            told.future("BB", 202703, 1, future(400), -3 * sign);
            SpanReport report = told.report();
            assertThat(of(report, "AA").ie()).isEqualTo(sign > 0 ? 2 * 1000 * 0.5 : 0);
            assertThat(of(report, "BB").ie()).isEqualTo(sign > 0 ? 2 * 400 * 0.5 : 0);
            assertThat(report.spanReq()).isEqualTo(3200 - (sign > 0 ? 1400 : 0));
        }
    }

    @Test
    void aFlatCreditIsSharedByTheLegs() {
        SpanCase told =
                new SpanCase()
                        .after(
                                new DeltaSpread(
                                        1,
                                        DeltaSpread.Method.REGULAR,
                                        new Amount(DeltaSpread.Unit.FLAT, 300),
                                        List.of(
                                                leg("AA", new Slot.Whole(), "1", "A", 0),
                                                leg("BB", new Slot.Whole(), "2", "B", 0))));
        told.future("AA", 202703, 1, future(1000), 5);
        told.future("BB", 202703, 1, future(400), -6);
        SpanReport report = told.report();
        assertThat(of(report, "AA").ie()).isEqualTo(450);
        assertThat(of(report, "BB").ie()).isEqualTo(450);
    }

    @Test
    void superSpreadsComeFirstAndClearingCreditsStandApart() {
        SpanCase told =
                new SpanCase()
                        .before(credit(1, 1, "AA", "BB"))
                        .after(credit(1, 0.5, "AA", "CC"))
                        .clearing(credit(1, 0.25, "AA", "DD"));
        told.future("AA", 202703, 1, future(100), 6);
        for (String code : List.of("BB", "CC", "DD")) {
            told.future(code, 202703, 1, future(100), code.equals("DD") ? -5 : -2);
        }
        SpanReport report = told.report();
        assertThat(of(report, "AA").ie()).isEqualTo(200 + 100);
        assertThat(of(report, "AA").iex()).isEqualTo(2 * 100 * 0.25);
        assertThat(of(report, "DD").iex()).isEqualTo(2 * 100 * 0.25);
        assertThat(report.spanReq()).isEqualTo(1500 - 2 * (200 + 100 + 50));
    }

    @Test
    void aTierIsCreditedWithItsOwnPriceRisk() {
        Tiers inter =
                new Tiers(
                        List.of(),
                        List.of(),
                        List.of(tier(1, 202701, 202706), tier(2, 202707, 202712)));
        for (DeltaSpread.Method method :
                List.of(DeltaSpread.Method.DELTA_TIERS, DeltaSpread.Method.SAME_TIERS)) {
            boolean isSame = method == DeltaSpread.Method.SAME_TIERS;
            Slot slot = isSame ? new Slot.Whole() : new Slot.OfTier(2);
            SpanCase told =
                    new SpanCase()
                            .after(
                                    new DeltaSpread(
                                            1,
                                            method,
                                            new Amount(DeltaSpread.Unit.WEIGHTED_PRICE_RISK, 1),
                                            List.of(
                                                    leg("AA", slot, "1", "A", 1),
                                                    leg("BB", slot, "1", "B", 1))));
            told.commodity("AA").tiers = inter;
            told.commodity("BB").tiers = inter;
            told.future("AA", 202703, 1, future(1000), 3);
            told.future("AA", 202709, 1, future(200), 4);
            told.future("BB", 202709, 1, future(500), -5);
            SpanReport.Commodity of = of(told.report(), "AA");
            assertThat(of.spreads().getFirst().spreads()).isEqualTo(4);
            double priceRisk = isSame ? 3800 / 7.0 : 200;
            assertThat(of.ie()).isCloseTo(4 * priceRisk, within(ULP));
        }
    }

    @Test
    void aCrushMatchesMonths() {
        SpanCase told =
                new SpanCase()
                        .after(
                                new DeltaSpread(
                                        1,
                                        DeltaSpread.Method.CRUSH,
                                        new Amount(DeltaSpread.Unit.FLAT, 10),
                                        List.of(
                                                leg("BEAN", new Slot.Whole(), "1", "A", 0),
                                                leg("OIL", new Slot.Whole(), "1", "B", 0))));
        told.future("BEAN", 202709, 1, future(100), 9);
        told.future("BEAN", 202711, 1, future(100), 5);
        told.future("OIL", 202710, 1, future(100), -2);
        told.future("OIL", 202712, 1, future(100), -1);
        SpanReport report = told.report();
        assertThat(of(report, "BEAN").spreads().getFirst().spreads()).isEqualTo(3);
        assertThat(of(report, "BEAN").pd().get(1).rd()).isEqualTo(2);
        assertThat(of(report, "OIL").ie()).isEqualTo(15);
    }

    @Test
    void aScanningSpreadMovesLegsIntoItsTarget() {
        SpanCase told =
                new SpanCase()
                        .before(
                                new ScanSpread(
                                        1,
                                        List.of(
                                                new ScanSpread.Leg("AA", 1, true, 0.9),
                                                new ScanSpread.Leg("BB", 2, false, 0.9)),
                                        "TT",
                                        1,
                                        2));
        told.commodity("TT");
        told.commodity("AA").tiers = twoTiers();
        told.future("TT", 202709, 1, future(0), 0);
        told.future("AA", 202703, 1, future(1000), 2);
        told.future("BB", 202703, 1, future(600), -3);
        Told ready = told.told();
        SpanReport report = ready.report();
        SpanReport.Commodity target = of(report, "TT");
        assertThat(target.movedFrom()).containsExactly("AA", "BB");
        assertThat(of(report, "AA").movedTo()).isEqualTo("TT");
        assertThat(of(report, "AA").sr()).isEqualTo(0);
        assertThat(target.sr()).isCloseTo(2000 - 0.9 * 1800, within(ULP));
        assertThat(target.pd().getFirst().od()).as("2 of AA, 3 of BB at 1:2").isEqualTo(2 - 1.5);
        assertThat(report.spanReq()).isCloseTo(380, within(ULP));
        Margin margin = ready.margin(RULES);
        assertThat(margin.initial()).isCloseTo(380, within(ULP));
        assertThat(margin.groups().getFirst().initial()).isCloseTo(380, within(ULP));
        assertThat(margin.groups().getLast().initial()).isEqualTo(0);
    }

    @Test
    void optionValueCountsAcrossOrWithin() {
        SpanCase told = new SpanCase();
        told.option("AA", 202703, OptionRight.CALL, 10, figures(900, 0.5), option(100, 0.5, 0), 1);
        told.future("BB", 202703, 1, future(500), 1);
        Told ready = told.told();
        SpanReport report = ready.report();
        assertThat(report.spanReq()).isEqualTo(550);
        assertThat(report.anov()).isEqualTo(900);
        assertThat(report.total()).isEqualTo(-350);
        assertThat(report.excess()).isCloseTo(350, within(ULP));
        assertThat(ready.margin(counting(OptionValue.ACROSS)).initial()).isEqualTo(0);
        assertThat(ready.margin(counting(OptionValue.WITHIN)).initial()).isEqualTo(500);
        assertThat(ready.margin(counting(OptionValue.AS_EQUITY)).initial()).isEqualTo(550);
    }

    @Test
    void aFileMayCapOptionValue() {
        SpanCase told = new SpanCase().capped();
        told.option("AA", 202703, OptionRight.CALL, 10, figures(900, 0.5), option(100, 0.5, 0), 1);
        told.future("BB", 202703, 1, future(500), 1);
        assertThat(told.told().margin(RULES).initial()).isEqualTo(500);
    }

    @Test
    void futuresStyleOptionsHaveNoValueThatCounts() {
        SpanCase told = new SpanCase();
        told.commodity("AA").optionValuation = Valuation.FUTURES_STYLE_OPTION;
        told.option("AA", 202703, OptionRight.CALL, 10, figures(90, 0.5), option(100, 0.5, 0), 2);
        SpanReport report = told.report();
        assertThat(report.anov()).isEqualTo(0);
        assertThat(of(report, "AA").values().lovf()).isEqualTo(180);
        assertThat(report.total()).isEqualTo(100);
    }

    @Test
    void theMinimumMayStandBeforeCredits() {
        SpanCase told = new SpanCase().after(credit(1, 0.5, "AA", "BB"));
        told.commodity("AA").minimum = new Minimum(Optional.empty(), 1500, List.of());
        told.option("AA", 202703, OptionRight.CALL, 10, figures(0, 1), future(1000), -1);
        told.future("BB", 202703, 1, future(400), 1);
        SpanReport all = told.report();
        assertThat(of(all, "AA").req()).isEqualTo(1500);
        SpanRules before =
                with(
                        new Combination(
                                MinimumAgainst.BEFORE_CREDITS,
                                OptionValue.WITHIN,
                                true,
                                OptionalDouble.empty(),
                                Map.of()));
        SpanCase again = new SpanCase().after(credit(1, 0.5, "AA", "BB"));
        again.commodity("AA").minimum = new Minimum(Optional.empty(), 1500, List.of());
        again.option("AA", 202703, OptionRight.CALL, 10, figures(0, 1), future(1000), -1);
        again.future("BB", 202703, 1, future(400), 1);
        assertThat(of(again.told().report(before), "AA").req()).isEqualTo(1000);
    }

    @Test
    void factorsFollowTheKindOfAccount() {
        SpanCase told = new SpanCase();
        told.commodity("AA").factors =
                new Factors(
                        Map.of(AccountType.SPECULATOR, 1.25), Map.of(AccountType.SPECULATOR, 1.1));
        told.future("AA", 202703, 1, future(1000), 1);
        Told ready = told.told();
        assertThat(ready.report().spanReq()).isEqualTo(1250);
        assertThat(ready.report().spanReqInitial()).isCloseTo(1375, within(ULP));
        SpanRules instead =
                with(
                        new Combination(
                                MinimumAgainst.ALL,
                                OptionValue.ACROSS,
                                false,
                                OptionalDouble.empty(),
                                Map.of()));
        assertThat(ready.report(instead).spanReqInitial()).isCloseTo(1100, within(ULP));
    }

    @Test
    void grossAccountsAreMarginedPositionByPosition() {
        SpanCase told = new SpanCase().after(credit(1, 0.5, "AA", "BB"));
        told.future("AA", 202703, 1, future(1000), 2);
        told.future("AA", 202709, 1, future(900), -1);
        told.future("BB", 202703, 1, future(400), -3);
        SpanRules gross =
                new SpanRules(
                        RULES.points(),
                        new SpanRules.Account(AccountType.OMNIBUS, true),
                        RULES.order(),
                        RULES.defaults(),
                        RULES.combination(),
                        RULES.rounding());
        SpanReport report = told.told().report(gross);
        assertThat(of(report, "AA").gReq().nlRisk()).isEqualTo(2000);
        assertThat(of(report, "AA").gReq().nsRisk()).isEqualTo(900);
        assertThat(report.spanReq()).isEqualTo(2000 + 900 + 1200);
    }

    @Test
    void oneFactorTakesOffWhatMovesTogether() {
        SpanCase told = new SpanCase();
        for (String code : List.of("AA", "BB")) {
            told.commodity(code).credit =
                    new Credit(Optional.empty(), Optional.of(new Correlation(0.6, 0.9)));
        }
        told.future("AA", 202703, 1, future(1000), 1);
        told.future("BB", 202703, 1, future(1000), -1);
        SpanRules rules =
                with(
                        new Combination(
                                MinimumAgainst.ALL,
                                OptionValue.ACROSS,
                                true,
                                OptionalDouble.of(0.8),
                                Map.of()));
        // G is zero: the legs cancel. I is greatest at the least loading: 2 * 0.64 * 1000^2
        double risk = Math.sqrt(2 * 0.64) * 1000;
        assertThat(told.told().report(rules).spanReq()).isCloseTo(risk, within(ULP));
    }

    @Test
    void currenciesAreConvertedAtTheEnd() {
        SpanCase told = new SpanCase().conversion("EUR", 1.25);
        told.commodity("AA").currency = "EUR";
        told.future("AA", 202703, 1, future(1000), 1);
        told.future("BB", 202703, 1, future(400), 1);
        SpanReport report = told.report();
        assertThat(of(report, "AA").sr()).isEqualTo(1000);
        assertThat(report.spanReq()).isEqualTo(1650);
        assertThat(told.positions()).hasSize(2);
    }

    @Test
    void roundingIsThatOfTheRules() {
        SpanCase told = new SpanCase().after(credit(1, 0.333, "AA", "BB"));
        told.future("AA", 202703, 0.33333, future(1000), 1);
        told.future("BB", 202703, 1, future(400), -1);
        SpanRules rules =
                with(
                        new Rounding(
                                Map.of(
                                        Step.DELTA, new Places(2, false),
                                        Step.PRICE_RISK, new Places(0, true),
                                        Step.CREDITS, new Places(0, false))));
        SpanReport.Commodity of = of(told.told().report(rules), "AA");
        assertThat(of.pd().getFirst().od()).isEqualTo(0.33);
        assertThat(of.scan().wpr()).isEqualTo(3030);
        assertThat(of.ie()).isEqualTo(Math.rint(0.33 * 3030 * 0.333));
    }

    @Test
    void aPositionThatMatchesNoContractIsRefusedByName() {
        SpanCase told = new SpanCase();
        told.future("AA", 202703, 1, future(1000), 1);
        Told ready = told.told();
        List<Position> more = new ArrayList<>(ready.portfolio().positions());
        more.add(new Position(new ListedContract("AA", "XYZ AA FUT 203003"), 1));
        more.add(new Position(new ListedContract("QQ", "XYZ QQ FUT 203003"), 1));
        Told wrong = new Told(ready.market(), Portfolio.of(more));
        assertThatThrownBy(() -> wrong.arrays(RULES))
                .isInstanceOf(RefusedException.class)
                .satisfies(e ->
                        assertThat(((RefusedException) e).refusals())
                                .extracting(refusal -> refusal.detail())
                                .hasSize(2)
                                .anyMatch(d -> d.contains("XYZ AA FUT 203003"))
                                .anyMatch(d -> d.contains("QQ")));
    }

    /// A random clearing house of three commodities with charges and credits, and a random account.
    private static SpanCase random(Random random) {
        SpanCase told = new SpanCase();
        told.after(credit(2, 0.4, "AA", "BB")).after(credit(1, 0.6, "BB", "CC"));
        told.before(credit(1, 0.3, "AA", "CC"));
        for (String code : List.of("AA", "BB", "CC")) {
            SpanCase.Commodity commodity = told.commodity(code);
            commodity.tiers = twoTiers();
            commodity.tierSpreads.add(tiers(code, 1, 40, "1 1 A", "1 1 B"));
            commodity.tierSpreads.add(tiers(code, 2, 70, "1 1 A", "2 1 B"));
            commodity.minimum = new Minimum(Optional.empty(), 30, List.of());
            for (int month : new int[] {202702, 202705, 202708}) {
                told.future(code, month, 1, future(500 + random.nextInt(500)), held(random));
                double delta = random.nextInt(100) / 100.0;
                told.option(
                        code,
                        month,
                        OptionRight.CALL,
                        100,
                        figures(random.nextInt(400), delta),
                        option(700, delta, random.nextInt(90)),
                        held(random));
            }
        }
        return told;
    }

    private static int held(Random random) {
        return random.nextInt(9) - 4;
    }

    @RepeatedTest(40)
    void whatHoldsOfEveryAccount(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Told told = random(new Random(seed)).told();
        String place = "seed " + seed;
        RiskArrays arrays = told.arrays(RULES);
        SpanModel model = SpanCase.model(RULES);
        SpanReport report = model.report(arrays, told.portfolio());
        Margin margin = model.margin(arrays, told.portfolio());
        double size = 1e-12 * (1 + report.spanReq() + Math.abs(report.anov()));
        assertThat(margin.maintenance())
                .as(place)
                .isCloseTo(Math.max(0, report.total()), within(size));
        double groups = margin.groups().stream().mapToDouble(Margin.GroupMargin::initial).sum();
        assertThat(groups).as(place).isCloseTo(margin.initial(), within(size));
        for (Margin.GroupMargin group : margin.groups()) {
            double sum =
                    group.components().stream()
                            .mapToDouble(c -> c.initialFactor() * c.initial())
                            .sum();
            assertThat(sum).as(place).isCloseTo(group.initial(), within(size));
        }
        assertOrderDoesNotMatter(told, margin, place);
        assertTheBookAnswersTheSame(told, arrays, model, margin, place);
    }

    private static void assertOrderDoesNotMatter(Told told, Margin margin, String place) {
        List<Position> shuffled = new ArrayList<>(told.portfolio().positions());
        Collections.shuffle(shuffled, new Random(3));
        Margin again = new Told(told.market(), Portfolio.of(shuffled)).margin(RULES);
        assertThat(again.initial()).as(place).isEqualTo(margin.initial());
        assertThat(again.maintenance()).as(place).isEqualTo(margin.maintenance());
    }

    private static void assertTheBookAnswersTheSame(
            Told told, RiskArrays arrays, SpanModel model, Margin margin, String place) {
        Book book =
                new BookBuilder(arrays).add(0, told.portfolio()).add(1, told.portfolio()).build();
        Requirements requirements = book.margins(model.on(arrays), 2);
        assertThat(requirements.initial(1)).as(place).isEqualTo(margin.initial());
        assertThat(requirements.maintenance(0)).as(place).isEqualTo(margin.maintenance());
    }

    @Test
    void aSpreadWhoseLegsShareAPoolDoesNotUseItTwice() {
        SpanCase told = new SpanCase();
        told.commodity("CC").tiers = twoTiers();
        told.commodity("CC").tierSpreads.add(tiers("CC", 1, 10, "1 1 A", "1 1 A", "2 1 B"));
        told.future("CC", 202703, 1, future(100), 4);
        told.future("CC", 202709, 1, future(100), -4);
        SpanReport.Commodity of = of(told.report(), "CC");
        assertThat(of.spreads().getFirst().spreads()).isEqualTo(2);
        assertThat(Arrays.stream(new double[] {of.pd().get(0).rd(), of.pd().get(1).rd()}))
                .containsExactly(0.0, -2.0);
    }
}
