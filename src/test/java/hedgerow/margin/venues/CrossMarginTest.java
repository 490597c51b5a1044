package hedgerow.margin.venues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class CrossMarginTest {
    private static final double CALLS = 94_684.04;
    private static final double PERPETUALS = 48_000;
    private static final double TOGETHER = 46_684.04;

    private static CrossMargin two(double alpha) {
        return CrossMargin.of(
                new TreeMap<>(Map.of("calls", CALLS, "perpetuals", PERPETUALS)),
                new Recognition(0, Map.of(Pair.of("perpetuals", "calls"), alpha)),
                _ -> TOGETHER);
    }

    @Test
    void twoVenuesRecogniseAFraction() {
        assertThat(two(0).initial()).isCloseTo(142_684.04, within(1e-9));
        assertThat(two(0.5).initial()).isCloseTo(94_684.04, within(1e-9));
        assertThat(two(0.8).initial()).isCloseTo(65_884.04, within(1e-9));
        assertThat(two(1).initial()).isCloseTo(46_684.04, within(1e-9));
        assertThat(two(0).joins()).isEmpty();
        assertThat(two(0.5).joins()).hasSize(1);
    }

    @Test
    void losingTheHedgeIsTheWorstContagion() {
        CrossMargin margin = two(0.5);
        assertThat(margin.losses())
                .containsExactly(
                        new CrossMargin.Lost("calls", PERPETUALS),
                        new CrossMargin.Lost("perpetuals", CALLS));
        assertThat(margin.contagion()).isEqualTo(new CrossMargin.Lost("perpetuals", CALLS));
    }

    /// Three venues: the pair with the most that counts is joined first, and the third joins the
    /// pair by the least alpha.
    @Test
    void theLargestRecognisedOffsetIsTakenFirstAndAMarginIsUsedOnce() {
        Map<SortedSet<String>, Double> pooled =
                Map.of(
                        new TreeSet<>(List.of("a", "b")), 10.0,
                        new TreeSet<>(List.of("a", "c")), 30.0,
                        new TreeSet<>(List.of("b", "c")), 50.0,
                        new TreeSet<>(List.of("a", "b", "c")), 5.0);
        SortedMap<String, Double> alone = new TreeMap<>(Map.of("a", 40.0, "b", 30.0, "c", 20.0));
        Recognition recognition =
                new Recognition(0, Map.of(Pair.of("a", "b"), 0.2, Pair.of("a", "c"), 0.5));
        CrossMargin margin = CrossMargin.of(alone, recognition, pooled::get);
        // a with b saves 60, of which 12 count; a with c saves 30, of which 15 count
        assertThat(margin.joins()).hasSize(1);
        assertThat(margin.joins().getFirst().other()).containsExactly("c");
        assertThat(margin.initial()).isEqualTo(90 - 15);
        CrossMargin all = CrossMargin.of(alone, new Recognition(0.5, Map.of()), pooled::get);
        assertThat(all.joins().getFirst().other()).containsExactly("b");
        assertThat(all.initial()).isEqualTo(90 - 0.5 * 60 - 0.5 * (10 + 20 - 5));
    }

    @Test
    void whatCostsMoreTogetherIsNoOffset() {
        CrossMargin margin =
                CrossMargin.of(
                        new TreeMap<>(Map.of("a", 1.0, "b", 2.0)),
                        new Recognition(1, Map.of()),
                        _ -> 5);
        assertThat(margin.initial()).isEqualTo(3);
        assertThat(margin.pooled()).isEqualTo(5);
    }

    @Test
    void alphasAreFractions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recognition(1.5, Map.of()))
                .withMessageContaining("1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pair.of("a", "a"))
                .withMessageContaining("a and a");
    }

    /// Venues that hold random vectors of profits, and their worst loss as margin.
    private record Venues(
            SortedMap<String, double[]> profits, SortedMap<String, Double> alone, double[] sum) {
        static Venues of(RandomGenerator random) {
            SortedMap<String, double[]> profits = new TreeMap<>();
            int scenarios = random.nextInt(2, 20);
            int venues = random.nextInt(1, 7);
            for (int v = 0; v < venues; v++) {
                double[] profit = new double[scenarios];
                for (int s = 0; s < scenarios; s++) profit[s] = random.nextDouble(-1e6, 1e6);
                profits.put("v" + v, profit);
            }
            SortedMap<String, Double> alone = new TreeMap<>();
            profits.forEach((venue, profit) -> alone.put(venue, worst(profit)));
            return new Venues(profits, alone, new double[scenarios]);
        }

        private static double worst(double[] profit) {
            double worst = 0;
            for (double p : profit) worst = Math.max(worst, -p);
            return worst;
        }

        ToDoubleFunction<SortedSet<String>> pooled() {
            return venues -> {
                double[] total = new double[sum.length];
                for (String venue : venues) {
                    double[] profit = profits.getOrDefault(venue, total);
                    for (int s = 0; s < total.length; s++) total[s] += profit[s];
                }
                return worst(total);
            };
        }

        Recognition random(RandomGenerator random) {
            Map<Pair, Double> alphas = new HashMap<>();
            for (String one : alone.keySet()) {
                for (String other : alone.keySet()) {
                    if (one.compareTo(other) < 0)
                        alphas.put(Pair.of(one, other), random.nextDouble());
                }
            }
            return new Recognition(0, alphas);
        }

        CrossMargin under(Recognition recognition) {
            return CrossMargin.of(alone, recognition, pooled());
        }
    }

    private static Recognition scaled(Recognition recognition, double share) {
        Map<Pair, Double> alphas = new HashMap<>();
        recognition.alphas().forEach((pair, alpha) -> alphas.put(pair, share * alpha));
        return new Recognition(share * recognition.unlessGiven(), alphas);
    }

    @Test
    void noneIsSeparateAllIsPooledAndBetweenIsTheStraightLine() {
        for (long seed = 1; seed <= 2_000; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Venues venues = Venues.of(random);
            double alpha = random.nextDouble();
            CrossMargin none = venues.under(Recognition.NONE);
            CrossMargin all = venues.under(new Recognition(1, Map.of()));
            CrossMargin part = venues.under(new Recognition(alpha, Map.of()));
            double close = 1e-9 * (1 + none.separate());
            assertThat(none.initial()).as("seed %s", seed).isEqualTo(none.separate());
            assertThat(all.initial()).as("seed %s", seed).isCloseTo(all.pooled(), within(close));
            assertThat(part.initial())
                    .as("seed %s, alpha %s", seed, alpha)
                    .isCloseTo(
                            part.pooled() + (1 - alpha) * (part.separate() - part.pooled()),
                            within(close));
        }
    }

    @Test
    void moreRecognitionNeverCostsMoreAndStaysBetweenPooledAndSeparate() {
        for (long seed = 1; seed <= 2_000; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Venues venues = Venues.of(random);
            Recognition recognition = venues.random(random);
            double before = Double.POSITIVE_INFINITY;
            for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
                CrossMargin margin = venues.under(scaled(recognition, share));
                double close = 1e-9 * (1 + margin.separate());
                assertThat(margin.initial())
                        .as("seed %s, share %s of %s", seed, share, recognition)
                        .isLessThanOrEqualTo(before + close)
                        .isBetween(margin.pooled() - close, margin.separate() + close);
                before = margin.initial();
            }
        }
    }

    @Test
    void otherNamesAndSoAnotherOrderChangeNothing() {
        for (long seed = 1; seed <= 500; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Venues venues = Venues.of(random);
            Recognition recognition = venues.random(random);
            SortedMap<String, double[]> profits = new TreeMap<>();
            SortedMap<String, Double> alone = new TreeMap<>();
            venues.profits().forEach((name, profit) -> profits.put(backwards(name), profit));
            venues.alone().forEach((name, margin) -> alone.put(backwards(name), margin));
            Map<Pair, Double> alphas = new HashMap<>();
            recognition
                    .alphas()
                    .forEach((pair, alpha) ->
                            alphas.put(
                                    Pair.of(backwards(pair.first()), backwards(pair.second())),
                                    alpha));
            CrossMargin renamed =
                    new Venues(profits, alone, venues.sum()).under(new Recognition(0, alphas));
            CrossMargin margin = venues.under(recognition);
            assertThat(renamed.initial())
                    .as("seed %s", seed)
                    .isCloseTo(margin.initial(), within(1e-9 * (1 + margin.separate())));
        }
    }

    /// Names `v0` to `v6` in the opposite order.
    private static String backwards(String venue) {
        return "v" + (9 - (venue.charAt(1) - '0'));
    }

    @Test
    void latencyIsTheLossOfTenMinutes() {
        LatencyHaircut latency =
                new LatencyHaircut(LatencyHaircut.SECONDS, LatencyHaircut.QUANTILE);
        assertThat(latency.of(0.60, 5, 60_000)).isCloseTo(1_826.50, within(0.005));
        assertThat(latency.of(0.60, -5, 60_000)).isEqualTo(latency.of(0.60, 5, 60_000));
        // Four times the time, twice the move
        assertThat(new LatencyHaircut(2_400, LatencyHaircut.QUANTILE).of(0.60, 5, 60_000))
                .isCloseTo(2 * 1_826.4995, within(0.01));
        assertThat(new LatencyHaircut(0, 3).of(0.60, 5, 60_000)).isZero();
    }

    private static SortedMap<String, Double> losses(double bitcoin, double ether) {
        return new TreeMap<>(Map.of("BTC", bitcoin, "ETH", ether));
    }

    @Test
    void aRateCreditsTheSmallerLossTwice() {
        CorrelationCredit half = new CorrelationCredit.Rates(Map.of(Pair.of("ETH", "BTC"), 0.5));
        assertThat(192_000 - half.of(losses(96_000, -96_000))).isEqualTo(96_000);
        assertThat(half.of(losses(96_000, -10_000))).isEqualTo(10_000);
        assertThat(half.of(losses(96_000, 96_000))).isZero();
    }

    @Test
    void aLossIsCreditedOnceTheLargestCreditFirst() {
        CorrelationCredit rates =
                new CorrelationCredit.Rates(Map.of(Pair.of("A", "B"), 0.5, Pair.of("A", "C"), 0.8));
        SortedMap<String, Double> losses =
                new TreeMap<>(Map.of("A", 100.0, "B", -100.0, "C", -40.0));
        // 0.5 * 2 * 100 is more than 0.8 * 2 * 40, and leaves nothing of A
        assertThat(rates.of(losses)).isEqualTo(100);
        losses.put("B", -50.0);
        // 64 first, then 50 of the 60 that are left
        assertThat(rates.of(losses)).isCloseTo(64 + 50, within(1e-12));
    }

    @Test
    void correlatedLossesAddAsVectors() {
        CorrelationCredit rho =
                new CorrelationCredit.Correlations(Map.of(Pair.of("BTC", "ETH"), 0.8));
        assertThat(192_000 - rho.of(losses(96_000, -96_000))).isCloseTo(60_715.73, within(0.005));
        assertThat(192_000 - rho.of(losses(96_000, 96_000))).isCloseTo(182_147.19, within(0.005));
        CorrelationCredit none = new CorrelationCredit.Correlations(Map.of());
        assertThat(none.of(losses(96_000, -96_000))).isZero();
    }

    @Test
    void aCreditLiesBetweenZeroAndTheSum() {
        for (long seed = 1; seed <= 2_000; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            SortedMap<String, Double> losses = new TreeMap<>();
            Map<Pair, Double> rates = new HashMap<>();
            for (String id : List.of("A", "B", "C", "D")) {
                losses.put(id, random.nextDouble(-100, 100));
                losses.headMap(id)
                        .keySet()
                        .forEach(o -> rates.put(Pair.of(o, id), random.nextDouble()));
            }
            double sum = losses.values().stream().mapToDouble(Math::abs).sum();
            double credit = new CorrelationCredit.Rates(rates).of(losses);
            assertThat(credit).as("seed %s, %s, %s", seed, losses, rates).isBetween(0.0, sum);
        }
    }

    @Test
    void correlationsThatContradictOneAnotherAreRefused() {
        Map<Pair, Double> opposite =
                Map.of(Pair.of("A", "B"), -1.0, Pair.of("A", "C"), -1.0, Pair.of("B", "C"), -1.0);
        SortedMap<String, Double> losses = new TreeMap<>(Map.of("A", 1.0, "B", 1.0, "C", 1.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrelationCredit.Correlations(opposite).of(losses))
                .withMessageContaining("fit together");
    }
}
