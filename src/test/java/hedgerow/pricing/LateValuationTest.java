package hedgerow.pricing;

import static hedgerow.TestMarkets.NOW;
import static hedgerow.TestMarkets.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.market.ForwardCurve;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.portfolio.VarianceSwap.Accrual;
import hedgerow.portfolio.VarianceSwap.Measure;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;
import hedgerow.scenario.Valuation.Averaging;
import hedgerow.scenario.Valuation.Formula;
import hedgerow.scenario.Valuation.Sources;
import hedgerow.scenario.VolShock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Scenarios that are valued later, and settlement to an average, on American options and on
/// variance swaps: properties that hold of random contracts and markets.
class LateValuationTest {
    private static final double SPOT = 60_000;
    private static final long SEED = 1_800;
    private static final int ROUNDS = 60;
    private static final List<Double> MOVES = List.of(-0.4, -0.1, 0.0, 0.15, 0.6);
    private static final List<VolShock> SHOCKS =
            List.of(VolShock.NONE, new VolShock.Absolute(0.20), new VolShock.Absolute(-0.25));

    /// One random market and contract, and what to print when it fails.
    private record Draw(
            double rateAnnual, double yieldAnnual, Instrument instrument, String words) {
        Market at(Instant asOf) {
            return Market.of(
                    asOf,
                    List.of(
                            new Underlying(
                                    "BTC",
                                    "USD",
                                    new Reference(
                                            SPOT,
                                            OptionalDouble.of(rateAnnual),
                                            yieldAnnual,
                                            Reference.PerpetualQuote.NONE),
                                    ForwardCurve.NONE,
                                    new VolSurface.Flat(0.60),
                                    Listings.NONE)));
        }
    }

    private static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    }

    private static Draw draw(RandomGenerator random, int round, Instrument instrument) {
        double rate = random.nextDouble(-0.02, 0.10);
        double yield = random.nextDouble(0, 0.08);
        String words =
                String.format(
                        Locale.ROOT,
                        "seed %d, round %d: rate %s, yield %s, %s",
                        SEED,
                        round,
                        rate,
                        yield,
                        instrument);
        return new Draw(rate, yield, instrument, words);
    }

    private static Draw american(RandomGenerator random, int round, double days) {
        OptionRight right = random.nextBoolean() ? OptionRight.CALL : OptionRight.PUT;
        double strike = SPOT * random.nextDouble(0.6, 1.5);
        return draw(
                random,
                round,
                new Option("BTC", right, strike, in(days), Option.Style.AMERICAN, Contract.LINEAR));
    }

    private static Draw swap(RandomGenerator random, int round, double days) {
        Measure measure = random.nextBoolean() ? Measure.VARIANCE : Measure.VOLATILITY;
        Accrual accrual =
                new Accrual(in(-random.nextDouble(1, 60)), in(days), random.nextDouble(0.2, 1));
        double strike = random.nextDouble(0.3, 0.9);
        return draw(random, round, new VarianceSwap("BTC", measure, strike, accrual, 10_000));
    }

    private static ScenarioGrid grid(double scale) {
        List<Scenario> scenarios = new ArrayList<>();
        for (double move : MOVES) {
            for (VolShock shock : SHOCKS) scenarios.add(Scenario.of(scale * move, shock));
        }
        return new ScenarioGrid(scenarios);
    }

    private static RiskArrays arrays(Market market, ScenarioGrid grid, Valuation how, Draw draw) {
        return Revaluation.of(market, grid, how, "USD").arrays(List.of(draw.instrument));
    }

    private static RiskArrays arrays(Valuation how, Draw draw) {
        return arrays(draw.at(NOW), grid(1), how, draw);
    }

    private static Valuation ahead(double days) {
        return new Valuation(0, Averaging.NONE, days, Formula.STANDARD, Sources.STANDARD);
    }

    private static Valuation averaged(Averaging.Of of) {
        return new Valuation(0, new Averaging(1800, of), 0, Formula.STANDARD, Sources.STANDARD);
    }

    /// A market of a later day prices what a scenario becomes there; what is held is worth what it
    /// is today.
    @Test
    void americanOptionsAreValuedAsTheLaterMarketWould() {
        RandomGenerator random = random();
        for (int round = 0; round < ROUNDS; round++) {
            double days = random.nextDouble(3, 200);
            double passed = random.nextInt(1, 3);
            Draw draw = american(random, round, days);
            Instant later = NOW.plus(Duration.ofSeconds((long) (passed * 86_400)));
            RiskArrays here = arrays(ahead(passed), draw);
            RiskArrays there = arrays(draw.at(later), grid(1), Valuation.STANDARD, draw);
            double now = arrays(Valuation.STANDARD, draw).columns().value()[0];
            assertThat(here.columns().value()[0]).as(draw.words).isEqualTo(now);
            for (int s = 0; s < here.scenarios(); s++) {
                assertThat(here.pnl(0, s) + now)
                        .as("%s, scenario %s, %s days on", draw.words, s, passed)
                        .isCloseTo(
                                there.pnl(0, s) + there.columns().value()[0], within(1e-6 * SPOT));
            }
        }
    }

    /// Less time is never worth more to who may choose when to exercise.
    @Test
    void timeThatPassesAddsNothingToAnAmericanOption() {
        RandomGenerator random = random();
        for (int round = 0; round < ROUNDS; round++) {
            Draw draw = american(random, round, random.nextDouble(3, 60));
            RiskArrays now = arrays(Valuation.STANDARD, draw);
            RiskArrays later = arrays(ahead(2), draw);
            for (int s = 0; s < now.scenarios(); s++) {
                assertThat(later.pnl(0, s))
                        .as("%s, scenario %s", draw.words, s)
                        .isLessThanOrEqualTo(now.pnl(0, s) + 1e-6 * SPOT);
            }
        }
    }

    /// With a share `x` of the window to come, profits count at `x`, or a move counts as `x` times
    /// itself.
    @Test
    void averagingOpensAmericanOptionsByTheShareThatIsToCome() {
        RandomGenerator random = random();
        for (int round = 0; round < ROUNDS; round++) {
            int seconds = random.nextInt(60, 1800);
            double open = seconds / 1800.0;
            Draw draw = american(random, round, seconds / 86_400.0);
            RiskArrays plain = arrays(Valuation.STANDARD, draw);
            RiskArrays profit = arrays(averaged(Averaging.Of.PROFIT), draw);
            RiskArrays forward = arrays(averaged(Averaging.Of.FORWARD), draw);
            RiskArrays nearer = arrays(draw.at(NOW), grid(open), Valuation.STANDARD, draw);
            for (int s = 0; s < plain.scenarios(); s++) {
                String what = draw.words + ", scenario " + s + ", open " + open;
                assertThat(profit.pnl(0, s))
                        .as(what)
                        .isCloseTo(open * plain.pnl(0, s), within(1e-6));
                assertThat(forward.pnl(0, s))
                        .as(what)
                        .isCloseTo(nearer.pnl(0, s), within(1e-6 * SPOT));
            }
            assertThat(profit.columns().value()).containsExactly(plain.columns().value());
        }
    }

    @Test
    void beforeTheWindowAmericanOptionsAreNotAveraged() {
        RandomGenerator random = random();
        for (int round = 0; round < ROUNDS; round++) {
            Draw draw = american(random, round, random.nextDouble(0.03, 60));
            double[] plain = arrays(Valuation.STANDARD, draw).rowPnl(0);
            for (Averaging.Of of : Averaging.Of.values()) {
                assertThat(arrays(averaged(of), draw).rowPnl(0))
                        .as(draw.words)
                        .containsExactly(plain);
            }
        }
    }

    /// A swap settles to what was realised, which no average of prices changes.
    @Test
    void averagingLeavesVarianceSwapsAlone() {
        RandomGenerator random = random();
        for (int round = 0; round < ROUNDS; round++) {
            Draw draw = swap(random, round, random.nextInt(60, 1800) / 86_400.0);
            RiskArrays plain = arrays(Valuation.STANDARD, draw);
            for (Averaging.Of of : Averaging.Of.values()) {
                RiskArrays averaged = arrays(averaged(of), draw);
                assertThat(averaged.rowPnl(0)).as(draw.words).containsExactly(plain.rowPnl(0));
                assertThat(averaged.columns().value()).containsExactly(plain.columns().value());
            }
        }
    }

    /// A day later a swap is discounted a day less, and what accrues on the way is still to come.
    @Test
    void aLookAheadOnlyDiscountsAVarianceSwapLess() {
        RandomGenerator random = random();
        for (int round = 0; round < ROUNDS; round++) {
            double passed = random.nextDouble(0.1, 5);
            Draw draw = swap(random, round, random.nextDouble(6, 200));
            RiskArrays plain = arrays(Valuation.STANDARD, draw);
            RiskArrays later = arrays(ahead(passed), draw);
            double value = plain.columns().value()[0];
            double grown = Math.exp(draw.rateAnnual * passed / 365);
            assertThat(later.columns().value()[0]).as(draw.words).isEqualTo(value);
            for (int s = 0; s < plain.scenarios(); s++) {
                assertThat(later.pnl(0, s) + value)
                        .as("%s, scenario %s, %s days on", draw.words, s, passed)
                        .isCloseTo((plain.pnl(0, s) + value) * grown, within(1e-6));
            }
        }
    }
}
