package hedgerow.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.market.FittedForward.Origin;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Forwards and vols out of a chain's prints.
class OptionChainTest {
    private static final Instant AS_OF = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant JAN = Instant.parse("2026-01-30T08:00:00Z");
    private static final Instant MAR = Instant.parse("2026-03-27T08:00:00Z");
    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void parityOfCoinMarksGivesTheForward() {
        double forward = 60_250;
        List<ChainLine> lines = new ArrayList<>();
        for (double strike : new double[] {40_000, 55_000, 60_000, 66_000, 120_000}) {
            double timeValue = 0.01;
            double call = Math.max(0, 1 - strike / forward) + timeValue;
            double put = Math.max(0, strike / forward - 1) + timeValue;
            lines.add(line(JAN, strike, OptionRight.CALL, Settlement.INVERSE, 0.6, call));
            lines.add(line(JAN, strike, OptionRight.PUT, Settlement.INVERSE, 0.6, put));
        }
        FittedForward fitted = chain(0, lines).forwards().get(JAN);
        assertThat(fitted.price()).isCloseTo(forward, within(1e-9));
        assertThat(fitted.origin()).isEqualTo(Origin.PARITY);
        assertThat(fitted.pairs()).isEqualTo(5);
    }

    @Test
    void parityOfLinearMarksGivesTheForwardWithTheirDiscount() {
        double forward = 60_250;
        double rate = 0.05;
        double discount = StrictMath.exp(-rate * Years.between(AS_OF, JAN));
        List<ChainLine> lines = new ArrayList<>();
        for (double strike : new double[] {40_000, 60_000, 66_000}) {
            double call = discount * Math.max(0, forward - strike) + 500;
            double put = discount * Math.max(0, strike - forward) + 500;
            lines.add(line(JAN, strike, OptionRight.CALL, Settlement.LINEAR, 0.6, call));
            lines.add(line(JAN, strike, OptionRight.PUT, Settlement.LINEAR, 0.6, put));
        }
        assertThat(chain(rate, lines).forwards().get(JAN).price()).isCloseTo(forward, within(1e-9));
    }

    @Test
    void medianOverStrikesShrugsOffAStaleMark() {
        List<ChainLine> lines = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            double strike = 50_000 + 5_000 * i;
            double call = Math.max(0, 1 - strike / 60_000) + 0.02 + (i == 0 ? 0.1 : 0);
            double put = Math.max(0, strike / 60_000 - 1) + 0.02;
            lines.add(line(JAN, strike, OptionRight.CALL, Settlement.INVERSE, 0.6, call));
            lines.add(line(JAN, strike, OptionRight.PUT, Settlement.INVERSE, 0.6, put));
        }
        assertThat(chain(0, lines).forwards().get(JAN).price()).isCloseTo(60_000, within(1e-9));
    }

    @Test
    void expiryWithoutAPairTakesTheListedFutureAndElseTheMedianOfThePrints() {
        List<ChainLine> lines =
                List.of(
                        printed(JAN, 60_000, OptionRight.CALL, 60_100),
                        printed(JAN, 61_000, OptionRight.CALL, 60_300),
                        printed(JAN, 62_000, OptionRight.CALL, 60_900),
                        printed(MAR, 60_000, OptionRight.CALL, 61_000),
                        printed(MAR, 61_000, OptionRight.PUT, 61_300));
        OptionChain.Basis basis =
                new OptionChain.Basis(AS_OF, 0, Map.of(JAN, 60_444.0, AS_OF, 60_000.0));
        var forwards = OptionChain.of(basis, lines).forwards();
        assertThat(forwards.get(JAN)).isEqualTo(new FittedForward(60_444, Origin.FUTURE, 0));
        assertThat(forwards.get(MAR)).isEqualTo(new FittedForward(61_150, Origin.PRINTED, 0));
        assertThat(forwards).hasSize(2);
    }

    @Test
    void expiryWithNothingToGoByHasNoForward() {
        assertThat(
                        chain(
                                        0,
                                        List.of(
                                                line(
                                                        JAN,
                                                        60_000,
                                                        OptionRight.CALL,
                                                        Settlement.INVERSE,
                                                        0.6,
                                                        1)))
                                .forwards())
                .isEmpty();
    }

    @Test
    void volIsTheOutOfTheMoneySides() {
        List<OptionQuote> quotes =
                List.of(
                        quote(50_000, OptionRight.CALL, Settlement.INVERSE, 0.71),
                        quote(50_000, OptionRight.PUT, Settlement.LINEAR, 0.73),
                        quote(50_000, OptionRight.PUT, Settlement.INVERSE, 0.72),
                        quote(60_000, OptionRight.PUT, Settlement.INVERSE, 0.62),
                        quote(60_000, OptionRight.CALL, Settlement.INVERSE, 0.61),
                        quote(70_000, OptionRight.PUT, Settlement.INVERSE, 0.52));
        assertThat(OptionChain.vols(quotes, 60_000))
                .isEqualTo(Map.of(50_000.0, 0.72, 60_000.0, 0.61, 70_000.0, 0.52));
    }

    @Test
    void expiredLinesAndStrikesWithoutVolAreCounted() {
        Instant gone = AS_OF;
        List<ChainLine> lines =
                List.of(
                        line(gone, 60_000, OptionRight.CALL, Settlement.INVERSE, 0.6, 0.01),
                        line(JAN, 60_000, OptionRight.CALL, Settlement.INVERSE, 0.6, 0.01),
                        withoutVol(JAN, 61_000, OptionRight.CALL),
                        withoutVol(JAN, 61_000, OptionRight.PUT));
        OptionChain chain = chain(0, lines);
        assertThat(chain.expired()).isEqualTo(1);
        assertThat(chain.strikesWithoutVol()).isEqualTo(1);
        Underlying underlying = chain.underlying("BTC", "USD", Reference.of(60_000, 0));
        assertThat(underlying.listings().quotes()).hasSize(3);
        assertThat(((VolSurface.Quoted) underlying.vols()).smiles().get(JAN).strikes())
                .containsExactly(60_000);
    }

    @Test
    void orderOfLinesChangesNoBit() {
        long seed = 11;
        Random random = new Random(seed);
        List<ChainLine> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double strike = 30_000 + 500 * (i / 4);
            OptionRight right = i % 2 == 0 ? OptionRight.CALL : OptionRight.PUT;
            Settlement settlement = i % 4 < 2 ? Settlement.INVERSE : Settlement.LINEAR;
            double mark = random.nextDouble() * (settlement == Settlement.INVERSE ? 0.3 : 9_000);
            lines.add(line(JAN, strike, right, settlement, 0.3 + random.nextDouble(), mark));
        }
        Reference reference = Reference.of(60_000, 0);
        String hash = hash(chain(0, lines).underlying("BTC", "USD", reference));
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(lines, random);
            assertThat(hash(chain(0, lines).underlying("BTC", "USD", reference)))
                    .as("seed %d, shuffle %d", seed, i)
                    .isEqualTo(hash);
        }
    }

    @Test
    void twoLinesForOneOptionAreAnError() {
        ChainLine line = line(JAN, 60_000, OptionRight.CALL, Settlement.INVERSE, 0.6, 0.01);
        assertThatThrownBy(() -> chain(0, List.of(line, line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two lines for");
    }

    private static OptionChain chain(double rate, List<ChainLine> lines) {
        return OptionChain.of(new OptionChain.Basis(AS_OF, rate, Map.of()), lines);
    }

    private static String hash(Underlying underlying) {
        return Market.of(AS_OF, List.of(underlying)).hash();
    }

    private static ChainLine line(
            Instant expiry,
            double strike,
            OptionRight right,
            Settlement settlement,
            double vol,
            double mark) {
        return new ChainLine(
                new OptionQuote(
                        new OptionQuote.Key(expiry, strike, right, settlement),
                        OptionalDouble.of(vol),
                        OptionalDouble.of(mark),
                        NONE,
                        NONE),
                NONE,
                NONE);
    }

    private static ChainLine withoutVol(Instant expiry, double strike, OptionRight right) {
        var key = new OptionQuote.Key(expiry, strike, right, Settlement.INVERSE);
        return new ChainLine(
                new OptionQuote(key, NONE, OptionalDouble.of(0.01), NONE, NONE), NONE, NONE);
    }

    private static ChainLine printed(
            Instant expiry, double strike, OptionRight right, double futuresPrice) {
        return new ChainLine(
                line(expiry, strike, right, Settlement.INVERSE, 0.6, 0.01).quote(),
                OptionalDouble.of(futuresPrice),
                NONE);
    }

    private static OptionQuote quote(
            double strike, OptionRight right, Settlement settlement, double vol) {
        return line(JAN, strike, right, settlement, vol, 0.01).quote();
    }
}
