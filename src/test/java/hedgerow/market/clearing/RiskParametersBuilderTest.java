package hedgerow.market.clearing;

import static hedgerow.market.clearing.SampleParameters.commodity;
import static hedgerow.market.clearing.SampleParameters.family;
import static hedgerow.market.clearing.SampleParameters.figures;
import static hedgerow.market.clearing.SampleParameters.publication;
import static hedgerow.market.clearing.SampleParameters.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hedgerow.market.clearing.DeltaSpread.Amount;
import hedgerow.market.clearing.DeltaSpread.Leg;
import hedgerow.market.clearing.DeltaSpread.Side;
import hedgerow.market.clearing.DeltaSpread.Slot;
import hedgerow.market.clearing.ProductFamily.Kind;
import hedgerow.portfolio.Fingerprint;
import hedgerow.portfolio.OptionRight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a file says is found again, and what contradicts itself is refused.
class RiskParametersBuilderTest {
    private static final ProductFamily FUTURES = family("ZZ", Kind.FUT, 100);
    private static final ProductFamily OPTIONS = family("OZ", Kind.OOF, 100);
    private static final Period SEP = Period.ofMonth(202609);

    private static RiskParametersBuilder builder() {
        return new RiskParametersBuilder()
                .publication(publication())
                .family(FUTURES)
                .family(OPTIONS);
    }

    private static RiskParameters shuffled(List<Integer> strikes) {
        RiskParametersBuilder builder = builder();
        int place = builder.series(series(OPTIONS, SEP, Period.ofMonth(202612)));
        for (int strike : strikes) {
            for (OptionRight right : OptionRight.values()) {
                double[] losses = {strike, -strike, right.sign()};
                builder.contract(place, Optional.of(right), strike, figures(strike, 0.5), losses);
            }
        }
        return builder.commodity(commodity("CC", List.of(FUTURES, OPTIONS))).build();
    }

    private static List<Integer> strikes(int count) {
        List<Integer> strikes = new ArrayList<>();
        for (int i = 0; i < count; i++) strikes.add(100 + 5 * i);
        return strikes;
    }

    @Test
    void everyContractIsFoundByItsId() {
        Contracts contracts = shuffled(strikes(20_000)).contracts();
        assertThat(contracts.size()).isEqualTo(40_000);
        for (int contract = 0; contract < contracts.size(); contract++) {
            String id = contracts.key(contract).id();
            assertThat(contracts.find(ContractKey.of(id))).as(id).hasValue(contract);
            double strike = contracts.strike(contract);
            assertThat(contracts.losses(contract))
                    .containsExactly(
                            strike, -strike, contracts.right(contract).orElseThrow().sign());
        }
        assertThat(contracts.find(ContractKey.of("XYZ OZ OOF 202609/202612 C 102"))).isEmpty();
        assertThat(contracts.find(ContractKey.of("XYZ ZZ FUT 202609"))).isEmpty();
    }

    @Test
    void theOrderOfRecordsChangesNoFingerprint() {
        List<Integer> strikes = strikes(100);
        String hash = hash(shuffled(strikes));
        Collections.shuffle(strikes, new Random(7));
        assertThat(hash(shuffled(strikes))).isEqualTo(hash);
        strikes.removeLast();
        assertThat(hash(shuffled(strikes))).isNotEqualTo(hash);
    }

    private static String hash(RiskParameters parameters) {
        Fingerprint print = Fingerprint.start();
        parameters.print(print);
        return print.hex();
    }

    @Test
    void whatIsToldTwiceIsRefused() {
        RiskParametersBuilder builder = builder();
        int place = builder.series(series(FUTURES, SEP, SEP));
        builder.contract(place, Optional.empty(), 0, figures(1, 1), new double[] {1, 2});
        assertThatThrownBy(() -> builder.family(FUTURES))
                .isInstanceOf(Contradiction.class)
                .hasMessage("family XYZ ZZ FUT is told twice");
        assertThatThrownBy(() -> builder.series(series(FUTURES, SEP, SEP)))
                .hasMessage("series XYZ ZZ FUT 202609 is told twice");
        assertThatThrownBy(() ->
                        builder.contract(
                                place, Optional.empty(), 0, figures(1, 1), new double[] {1, 2}))
                .hasMessage("contract XYZ ZZ FUT 202609 is told twice");
        assertThatThrownBy(() -> builder.publication(publication()))
                .hasMessage("the publication is told twice");
        builder.conversion(new Conversion("EUR", "USD", 1.1));
        builder.conversion(new Conversion("EUR", "USD", 1.1));
        assertThatThrownBy(() -> builder.conversion(new Conversion("EUR", "USD", 1.2)))
                .hasMessage("rate EUR/USD is told as 1.1 and as 1.2");
    }

    @Test
    void anArrayOfAnotherLengthIsRefused() {
        RiskParametersBuilder builder = builder();
        int place = builder.series(series(FUTURES, SEP, SEP));
        builder.contract(place, Optional.empty(), 0, figures(1, 1), new double[] {1, 2});
        Period dec = Period.ofMonth(202612);
        int next = builder.series(series(FUTURES, dec, dec));
        assertThatThrownBy(() ->
                        builder.contract(
                                next, Optional.empty(), 0, figures(1, 1), new double[] {1}))
                .hasMessage("array of XYZ ZZ FUT 202612 has 1 values, the first array has 2");
    }

    @Test
    void whatIsNamedMustBeTold() {
        ProductFamily other = family("YY", Kind.FUT, 1);
        RiskParametersBuilder early = builder();
        early.series(series(other, SEP, SEP));
        assertThatThrownBy(early::build).hasMessage("family XYZ YY FUT is not told");
        assertThatThrownBy(() -> builder().commodity(commodity("CC", List.of(other))).build())
                .hasMessage("family XYZ YY FUT of CC is not told");
        assertThatThrownBy(() -> new RiskParametersBuilder().build())
                .hasMessage("the publication is not told");
        RiskParametersBuilder spread =
                builder()
                        .commodity(commodity("CC", List.of(FUTURES)))
                        .spreads(
                                new InterSpreads(
                                        List.of(),
                                        List.of(spread(new Slot.Whole(), "DD")),
                                        List.of()));
        assertThatThrownBy(spread::build).hasMessage("spread 1 names DD, which is not told");
        RiskParametersBuilder tier =
                builder()
                        .commodity(commodity("CC", List.of(FUTURES)))
                        .spreads(
                                new InterSpreads(
                                        List.of(),
                                        List.of(spread(new Slot.OfTier(3), "CC")),
                                        List.of()));
        assertThatThrownBy(tier::build)
                .hasMessage("spread 1 names tier 3 of CC, which is not told");
    }

    private static DeltaSpread spread(Slot slot, String other) {
        return new DeltaSpread(
                1,
                DeltaSpread.Method.REGULAR,
                new Amount(DeltaSpread.Unit.WEIGHTED_PRICE_RISK, 0.5),
                List.of(new Leg("CC", slot, 1, Side.A, 0.5), new Leg(other, slot, 1, Side.B, 0.5)));
    }

    @Test
    void aFamilyBelongsToOneCombinedCommodity() {
        RiskParametersBuilder builder =
                builder()
                        .commodity(commodity("A", List.of(FUTURES)))
                        .commodity(commodity("B", List.of(FUTURES)));
        assertThatThrownBy(builder::build)
                .hasMessage("family XYZ ZZ FUT is in two combined commodities");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XYZ ZZ FUT 202509",
                "XYZ OZ OOF 202511/202512 C 3700",
                "XYZ OZ OOF 20251112/202512 P 0.125",
                "XYZ OZ OOF 202511W1/202512 P -5",
                "NSE NIFTY OOP 20260630 P 24000",
                "NSE NIFTY PHY -"
            })
    void contractIdsReadBackAsWritten(String id) {
        assertThat(ContractKey.of(id).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "XYZ ZZ FUT",
                "XYZ ZZ FUT 2025",
                "XYZ ZZ FUT 202513",
                "XYZ ZZ FUT 202509 C 1",
                "XYZ OZ OOF 202512",
                "XYZ OZ OOF 202512 X 1",
                "XYZ OZ OOF 202512 C 01",
                "XYZ OZ OOF 202512 C 1e3",
                "XYZ OZ OOF 202512 C NaN",
                "XYZ ZZ FUT 202509/202512",
                "XYZ  FUT 202509"
            })
    void whatIsNoContractIdIsRefused(String id) {
        assertThatThrownBy(() -> ContractKey.of(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("was '" + id + "'");
    }

    @Test
    void aPeriodWithoutADayStandsForItsMonth() {
        assertThat(Period.of("20251112").isWithin(Period.of("202511"), Period.of("202511")))
                .isTrue();
        assertThat(Period.of("20251112").isWithin(Period.of("20251101"), Period.of("20251111")))
                .isFalse();
        assertThat(Period.of("202511").isWithin(Period.of("202512"), Period.of("202612")))
                .isFalse();
        assertThat(Period.of("202511")).isLessThan(Period.of("20251112"));
    }
}
