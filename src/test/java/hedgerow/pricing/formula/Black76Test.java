package hedgerow.pricing.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.SharedData;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Black76Test {
    private static final double[] MONEYNESS = {1e-3, 0.2, 0.8, 0.999, 1, 1.001, 1.3, 5, 1e3};
    private static final double[] STD_DEVS = {1e-12, 1e-4, 0.01, 0.1, 0.3, 1, 4, 30};

    /// OpenGamma Strata, BlackFormulaRepositoryTest, pre-computed prices, to 1e-12 relative.
    @Test
    void agreesWithStratasTable() throws IOException {
        JsonNode rows = read("cases/black76.json").get("rows");
        for (JsonNode row : rows) {
            int sign = row.get("type").asText().equals("Call") ? 1 : -1;
            double stdDev = row.get("vol").asDouble() * Math.sqrt(row.get("t").asDouble());
            double forward = row.get("forward").asDouble();
            double strike = row.get("strike").asDouble();
            double expected = row.get("undiscounted_price").asDouble();
            assertThat(Black76.value(sign, forward, strike, stdDev))
                    .as("%s", row)
                    .isCloseTo(expected, within(1e-12 * expected));
        }
        assertThat(rows.size()).isGreaterThan(50);
    }

    /// E. G. Haug, The Complete Guide to Option Pricing Formulas, pages 2-8, 24, 27, through
    /// QuantLib's test-suite, which counts time in whole days of a 360-day year.
    @Test
    void agreesWithHaugsTablesOfSpotOptions() throws IOException {
        JsonNode table = read("cases/europeanoption.json").get("tables").get(0);
        for (JsonNode row : table.get("rows")) {
            double years = Math.rint(row.get("t").asDouble() * 360) / 360;
            double rate = row.get("r").asDouble();
            double carry = rate - row.get("q").asDouble();
            double forward = row.get("s").asDouble() * StrictMath.exp(carry * years);
            int sign = row.get("type").asText().equals("Call") ? 1 : -1;
            double stdDev = row.get("v").asDouble() * Math.sqrt(years);
            double value =
                    StrictMath.exp(-rate * years)
                            * Black76.value(sign, forward, row.get("strike").asDouble(), stdDev);
            assertThat(value)
                    .as("%s", row)
                    .isCloseTo(row.get("result").asDouble(), within(row.get("tol").asDouble()));
        }
    }

    /// Haug, pages 2-8: spot 60, strike 65, a quarter, rate 8 %, vol 30 %: 2.1334.
    @Test
    void reproducesHaugsFirstExample() {
        double forward = 60 * StrictMath.exp(0.08 * 0.25);
        double value = Black76.value(1, forward, 65, 0.30 * 0.5) * StrictMath.exp(-0.08 * 0.25);
        assertThat(value).isCloseTo(2.1334, within(5e-5));
    }

    @Test
    void putCallParityHolds() {
        for (double moneyness : MONEYNESS) {
            for (double stdDev : STD_DEVS) {
                double strike = 60_000 * moneyness;
                double call = Black76.value(1, 60_000, strike, stdDev);
                double put = Black76.value(-1, 60_000, strike, stdDev);
                assertThat(call - put)
                        .as("strike %s, s %s", strike, stdDev)
                        .isCloseTo(60_000 - strike, within(1e-15 * Math.max(60_000, strike)));
            }
        }
    }

    @Test
    void limitsAreExactAndNothingIsNaN() {
        for (double moneyness : MONEYNESS) {
            double strike = 60_000 * moneyness;
            for (int sign : new int[] {1, -1}) {
                double intrinsic = Math.max(0, sign * (60_000 - strike));
                assertThat(Black76.value(sign, 60_000, strike, 0)).isEqualTo(intrinsic);
                double most = sign > 0 ? 60_000 : strike;
                assertThat(Black76.value(sign, 60_000, strike, 1e6)).isEqualTo(most);
                double last = intrinsic;
                for (double stdDev : STD_DEVS) {
                    double value = Black76.value(sign, 60_000, strike, stdDev);
                    assertThat(value)
                            .as("sign %d, strike %s, s %s", sign, strike, stdDev)
                            .isBetween(last, most);
                    last = value;
                    double delta = Black76.delta(sign, 60_000, strike, stdDev);
                    assertThat(sign * delta).isBetween(0.0, 1.0);
                    assertThat(Black76.gamma(60_000, strike, stdDev)).isNotNegative();
                    assertThat(Black76.vega(60_000, strike, stdDev)).isNotNegative();
                }
            }
        }
        assertThat(Black76.delta(1, 100, 100, 0)).isEqualTo(0.5);
        assertThat(Black76.delta(-1, 100, 100, 0)).isEqualTo(-0.5);
        assertThat(Black76.delta(1, 100, 90, 0)).isEqualTo(1);
        assertThat(Black76.delta(1, 100, 110, 0)).isEqualTo(0);
    }

    @Test
    void greeksAgreeWithFiniteDifferences() {
        for (double moneyness : new double[] {0.5, 0.8, 1, 1.1, 2}) {
            for (double vol : new double[] {0.1, 0.6, 2}) {
                for (double years : new double[] {0.05, 0.5, 3}) {
                    for (int sign : new int[] {1, -1}) checkGreeks(sign, moneyness, vol, years);
                }
            }
        }
    }

    private static void checkGreeks(int sign, double moneyness, double vol, double years) {
        double forward = 100;
        double strike = 100 * moneyness;
        double s = vol * Math.sqrt(years);
        String at = "sign %d, strike %s, vol %s, years %s".formatted(sign, strike, vol, years);
        double h = 1e-3;
        double up = Black76.value(sign, forward + h, strike, s);
        double middle = Black76.value(sign, forward, strike, s);
        double down = Black76.value(sign, forward - h, strike, s);
        assertThat(Black76.delta(sign, forward, strike, s))
                .as("delta, %s", at)
                .isCloseTo((up - down) / (2 * h), within(1e-7));
        assertThat(Black76.gamma(forward, strike, s))
                .as("gamma, %s", at)
                .isCloseTo((up - 2 * middle + down) / (h * h), within(1e-6));
        double k = 1e-5;
        double vega =
                (Black76.value(sign, forward, strike, s + k)
                                - Black76.value(sign, forward, strike, s - k))
                        / (2 * k);
        assertThat(Black76.vega(forward, strike, s))
                .as("vega, %s", at)
                .isCloseTo(vega, within(1e-6));
        double t = 1e-6;
        double later = Black76.value(sign, forward, strike, vol * Math.sqrt(years - t));
        double earlier = Black76.value(sign, forward, strike, vol * Math.sqrt(years + t));
        assertThat(Black76.theta(forward, strike, vol, years))
                .as("theta, %s", at)
                .isCloseTo((later - earlier) / (2 * t), within(1e-4));
    }

    @Test
    void impliedStdDevGivesTheValueBack() {
        long seed = 20_260_101;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            double strike = 100 * StrictMath.exp(random.nextDouble(-3, 3));
            double stdDev = StrictMath.exp(random.nextDouble(-5, 1.5));
            int sign = random.nextBoolean() ? 1 : -1;
            double value = Black76.value(sign, 100, strike, stdDev);
            double time = value - Math.max(0, sign * (100 - strike));
            if (time < 1e-280 || value >= (sign > 0 ? 100 : strike)) continue;
            double implied = Black76.impliedStdDev(sign, 100, strike, value);
            assertThat(Black76.value(sign, 100, strike, implied))
                    .as("seed %d, case %d: strike %s, s %s, sign %d", seed, i, strike, stdDev, sign)
                    .isCloseTo(value, within(1e-13 * Math.max(100, strike)));
            double time2 =
                    Black76.value(sign, 100, strike, implied) - Math.max(0, sign * (100 - strike));
            assertThat(time2).isCloseTo(time, within(2e-14 * Math.max(100, strike)));
        }
    }

    @Test
    void impliedStdDevRefusesWhatNoVolGives() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Black76.impliedStdDev(1, 100, 90, 9.99))
                .withMessageContaining("from intrinsic 10.0 to below 100.0, was 9.99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Black76.impliedStdDev(-1, 100, 90, 90));
        assertThat(Black76.impliedStdDev(1, 100, 90, 10)).isZero();
    }

    /// M. Abramowitz, I. Stegun, Handbook of Mathematical Functions, table 26.1.
    @Test
    void normalDistributionAgreesWithItsTables() {
        assertThat(NormalDistribution.cdf(0)).isEqualTo(0.5);
        assertThat(NormalDistribution.cdf(1)).isCloseTo(0.841344746068543, within(1e-15));
        assertThat(NormalDistribution.cdf(2)).isCloseTo(0.977249868051821, within(1e-15));
        assertThat(NormalDistribution.cdf(-5) / 2.8665157187919391e-7 - 1)
                .isCloseTo(0, within(1e-14));
        assertThat(NormalDistribution.cdf(-37.5) / 4.605353009581954e-308 - 1)
                .isCloseTo(0, within(1e-12));
        assertThat(NormalDistribution.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(NormalDistribution.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        for (double x = -8; x <= 8; x += 0.01) {
            assertThat(NormalDistribution.cdf(x) + NormalDistribution.cdf(-x))
                    .as("x %s", x)
                    .isCloseTo(1, within(2.3e-16));
        }
    }

    private static JsonNode read(String path) throws IOException {
        return new ObjectMapper().readTree(SharedData.file(path).toFile());
    }
}
