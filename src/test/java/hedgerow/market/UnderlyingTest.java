package hedgerow.market;

import static hedgerow.TestMarkets.NOW;
import static hedgerow.TestMarkets.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.market.Lookup.Found;
import hedgerow.market.Lookup.Missing;
import hedgerow.market.Lookup.Source;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Refusal.Reason;
import hedgerow.portfolio.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UnderlyingTest {
    private static final Underlying BTC = TestMarkets.smiling();

    private static Found found(Lookup lookup) {
        assertThat(lookup).isInstanceOf(Found.class);
        return (Found) lookup;
    }

    private static Missing missing(Lookup lookup) {
        assertThat(lookup).isInstanceOf(Missing.class);
        return (Missing) lookup;
    }

    @Test
    void listedForwardIsTakenAsQuoted() {
        assertThat(BTC.forward(NOW, in(30))).isEqualTo(new Found(60_300, Source.QUOTED));
    }

    @Test
    void forwardBetweenListedOnesTakesTheInterpolatedCarry() {
        double near = StrictMath.log(60_300 / 60_000.0) / (30 / 365.0);
        double far = StrictMath.log(61_200 / 60_000.0) / (90 / 365.0);
        Found forward = found(BTC.forward(NOW, in(60)));
        double expected = 60_000 * StrictMath.exp((near + far) / 2 * 60 / 365);
        assertThat(forward.value()).isCloseTo(expected, within(1e-9));
        assertThat(forward.source()).isEqualTo(Source.CARRY_OF_LISTED);
    }

    @Test
    void forwardBeyondListedOnesHoldsTheNearestCarry() {
        double carry = StrictMath.log(61_200 / 60_000.0) / (90 / 365.0);
        double expected = 60_000 * StrictMath.exp(carry * 180 / 365);
        assertThat(found(BTC.forward(NOW, in(180))).value()).isCloseTo(expected, within(1e-9));
        double near = StrictMath.log(60_300 / 60_000.0) / (30 / 365.0);
        assertThat(found(BTC.forward(NOW, in(10))).value())
                .isCloseTo(60_000 * StrictMath.exp(near * 10 / 365), within(1e-9));
    }

    @Test
    void forwardWithoutListingsTakesRateAndDividendYield() {
        Reference reference =
                new Reference(100, OptionalDouble.of(0.05), 0.02, Reference.PerpetualQuote.NONE);
        Underlying share =
                new Underlying(
                        "X", "USD", reference, ForwardCurve.NONE, VolSurface.NONE, Listings.NONE);
        Found forward = found(share.forward(NOW, in(365)));
        assertThat(forward.value()).isCloseTo(100 * StrictMath.exp(0.03), within(1e-12));
        assertThat(forward.source()).isEqualTo(Source.COST_OF_CARRY);
    }

    @Test
    void forwardWithoutListingsOrRateIsMissing() {
        Reference reference =
                new Reference(100, OptionalDouble.empty(), 0, Reference.PerpetualQuote.NONE);
        Underlying share =
                new Underlying(
                        "X", "USD", reference, ForwardCurve.NONE, VolSurface.NONE, Listings.NONE);
        Missing missing = missing(share.forward(NOW, in(30)));
        assertThat(missing.reason()).isEqualTo(Reason.MISSING_QUOTE);
        assertThat(missing.detail()).isEqualTo("rateAnnual of X is not given");
    }

    @Test
    void quotedVolIsTakenAsQuoted() {
        assertThat(BTC.vol(NOW, 72_000, in(30))).isEqualTo(new Found(0.65, Source.QUOTED));
    }

    @Test
    void quoteOfTheVeryOptionComesFirst() {
        OptionQuote.Key put =
                new OptionQuote.Key(in(30), 60_000, OptionRight.PUT, Settlement.LINEAR);
        OptionalDouble none = OptionalDouble.empty();
        Listings listings =
                Listings.ofChain(
                        List.of(new OptionQuote(put, OptionalDouble.of(0.61), none, none, none)));
        Underlying quoted =
                new Underlying("BTC", "USD", BTC.reference(), BTC.forwards(), BTC.vols(), listings);
        OptionQuote.Key call =
                new OptionQuote.Key(in(30), 60_000, OptionRight.CALL, Settlement.LINEAR);
        assertThat(found(quoted.vol(NOW, put)).value()).isEqualTo(0.61);
        assertThat(found(quoted.vol(NOW, call)).value()).isEqualTo(0.60);
    }

    @Test
    void volBetweenStrikesHasTotalVarianceLinearInLogMoneyness() {
        double share = StrictMath.log(66_000 / 60_000.0) / StrictMath.log(72_000 / 60_000.0);
        double expected = Math.sqrt((1 - share) * 0.36 + share * 0.65 * 0.65);
        Found vol = found(BTC.vol(NOW, 66_000, in(30)));
        assertThat(vol.value()).isCloseTo(expected, within(1e-15));
        assertThat(vol.source()).isEqualTo(Source.INTERPOLATED);
    }

    @Test
    void volBetweenExpiriesHasTotalVarianceLinearInTime() {
        double forward = found(BTC.forward(NOW, in(60))).value();
        double near = found(BTC.vol(NOW, 65_000.0 * 60_300 / forward, in(30))).value();
        double far = found(BTC.vol(NOW, 65_000.0 * 61_200 / forward, in(90))).value();
        double expected = Math.sqrt((near * near * 30 + far * far * 90) / 2 / 60);
        assertThat(found(BTC.vol(NOW, 65_000, in(60))).value()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void volOutsideTheStrikesIsHeldAndThenRefused() {
        double edge = 72_000 * StrictMath.exp(Underlying.STRIKE_REACH);
        assertThat(BTC.vol(NOW, edge * 0.9999, in(30)))
                .isEqualTo(new Found(0.65, Source.EXTRAPOLATED));
        Missing missing = missing(BTC.vol(NOW, edge * 1.001, in(30)));
        assertThat(missing.reason()).isEqualTo(Reason.BEYOND_QUOTES);
        assertThat(missing.detail()).contains("0.101 in log-moneyness", "at most 0.1 is allowed");
        assertThat(BTC.vol(NOW, 50_000 * 0.92, in(30)))
                .isEqualTo(new Found(0.70, Source.EXTRAPOLATED));
        missing(BTC.vol(NOW, 50_000 * 0.90, in(30)));
    }

    @Test
    void volOutsideTheExpiriesIsHeldAndThenRefused() {
        assertThat(found(BTC.vol(NOW, 60_000, in(97))).source()).isEqualTo(Source.EXTRAPOLATED);
        assertThat(missing(BTC.vol(NOW, 60_000, in(98))).detail())
                .contains("192 hours outside", "at most 168 hours");
        assertThat(found(BTC.vol(NOW, 60_000, in(23))).source()).isEqualTo(Source.EXTRAPOLATED);
        missing(BTC.vol(NOW, 60_000, in(22)));
    }

    @Test
    void expiredSmilesDoNotCount() {
        assertThat(missing(BTC.vol(in(91), 60_000, in(95))).detail())
                .isEqualTo("no vol is quoted for BTC");
    }

    @Test
    void perpetualWithoutMarkTakesSpotAndSaysSo() {
        assertThat(BTC.perpetualMark()).isEqualTo(new Found(60_000, Source.SPOT));
    }

    @Test
    void hashChangesWithEveryFigure() {
        Market market = Market.of(NOW, List.of(BTC));
        assertThat(market.hash()).isEqualTo(Market.of(NOW, List.of(TestMarkets.smiling())).hash());
        assertThat(market.hash()).isNotEqualTo(Market.of(in(1), List.of(BTC)).hash());
        Underlying dearer =
                new Underlying(
                        "BTC",
                        "USD",
                        Reference.of(60_000.01, 0.03),
                        BTC.forwards(),
                        BTC.vols(),
                        BTC.listings());
        assertThat(market.hash()).isNotEqualTo(Market.of(NOW, List.of(dearer)).hash());
    }

    @Test
    void rateIsFoundEitherWayRound() {
        Market market = new Market(NOW, new TreeMap<>(), new TreeMap<>(Map.of("EUR/USD", 1.25)), 1);
        assertThat(market.rate("EUR", "USD")).hasValue(1.25);
        assertThat(market.rate("USD", "EUR")).hasValue(0.8);
        assertThat(market.rate("USD", "USD")).hasValue(1);
        assertThat(market.rate("USD", "JPY")).isEmpty();
    }

    @Test
    void impossibleFiguresAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reference.of(-1, 0))
                .withMessage("spot must be positive and finite, was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smile.of(NOW, Map.of(-3.0, 0.2)))
                .withMessage("strike must be positive and finite, was -3.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smile.of(NOW, Map.of(3.0, Double.NaN)))
                .withMessage("vol must be zero or more and finite, was NaN");
    }

    @Test
    void anExpirysOwnRateComesBeforeThatOfTheUnderlying() {
        Instant here = in(30);
        Instant there = in(90);
        OptionalDouble none = OptionalDouble.empty();
        ForwardQuote own = new ForwardQuote(101, OptionalDouble.of(0.07), none);
        ForwardCurve curve =
                new ForwardCurve(new TreeMap<>(Map.of(here, own, there, ForwardQuote.of(102))));
        Underlying underlying =
                new Underlying(
                        "X", "USD", Reference.of(100, 0.05), curve, VolSurface.NONE, Listings.NONE);
        assertThat(underlying.rate(here)).isEqualTo(new Found(0.07, Source.QUOTED));
        assertThat(underlying.rate(there)).isEqualTo(new Found(0.05, Source.QUOTED));
        assertThat(curve.quote(here.plusSeconds(1))).isEmpty();
    }
}
