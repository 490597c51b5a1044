package hedgerow.api;

import static hedgerow.api.Bodies.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.TextTable;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Worked figures of a market without skew come out of the service to the cent.
@QuarkusTest
class WorkedFiguresApiTest {
    private static final Offset<Double> CENT = within(0.005);
    private static final Offset<Double> BASIS_POINT = within(0.00005);

    static Stream<List<String>> margins() {
        return TextTable.rows(
                """
                model            | book                          | initial
                crypto-grid      | -10 C60000                    | 94684.04
                crypto-grid      | 5 perpetual                   | 48000.00
                crypto-grid      | -10 C60000, 5 perpetual       | 46684.04
                crypto-grid      | -10 C60000, 10 C69000, 2 perpetual | 15104.74
                crypto-grid      | 10 perpetual                  | 96000.00
                crypto-grid      | 10 perpetual, 10 P54000       | 63558.65
                crypto-grid      | 10 perpetual, 10 P54000, -10 C66000 | 44430.69
                crypto-grid      | 10 perpetual, 10 P54000, -10 P48000 | 83505.74
                crypto-grid      | 10 perpetual, -5 perpetual    | 48000.00
                crypto-grid      | -10 C60000, 5.342697 perpetual | 43394.15
                crypto-grid-core | -10 C60000                    | 84021.69
                tims-equity      | -10 C60000                    | 61861.67
                delta            | -10 C60000                    | 6411.24
                delta            | 10 C60000, -10 P60000, -10 perpetual | 6000.00
                crypto-grid-core | 10 C60000, -10 P60000, -10 perpetual | 0.00
                hybrid           | -10 C60000, 5 perpetual       | 61684.04
                derive-standard  | -10 C60000                    | 131123.64
                """);
    }

    @ParameterizedTest
    @MethodSource("margins")
    void marginIsAsWorked(List<String> row) {
        JsonNode answer = answer("/v1/margin", Bodies.margin(row.get(0), row.get(1)));
        double expected = Double.parseDouble(row.get(2));
        assertThat(answer.get("initial").asDouble()).as("%s", row).isCloseTo(expected, CENT);
        AnswerInvariants.check(answer);
    }

    /// Perpetuals alone leave the vega of ten short calls; calls of 90 days take it off too.
    @Test
    void vegaIsHedgedWithLaterCalls() {
        String body =
                Bodies.margin("crypto-grid", "-10 C60000, 2.090120 perpetual, 5.816369 C60000");
        int last = body.lastIndexOf("2026-01-31");
        String later = body.substring(0, last) + "2026-04-01" + body.substring(last + 10);
        JsonNode answer = answer("/v1/margin", later);
        assertThat(answer.get("initial").asDouble()).isCloseTo(20_105.59, within(0.05));
        AnswerInvariants.check(answer);
        String alone = Bodies.margin("crypto-grid-core", "-10 C60000, 5.342697 perpetual");
        assertThat(answer("/v1/margin", alone).get("initial").asDouble())
                .isCloseTo(32_731.80, within(0.05));
        String core = later.replace("\"crypto-grid\"", "\"crypto-grid-core\"");
        assertThat(answer("/v1/margin", core).get("initial").asDouble())
                .isCloseTo(13_355.98, within(0.05));
    }

    /// Contingencies of 3,000 and 12,000 stand beside the scan of 46,684.04, and 1,800 and 9,000
    /// beside that of maintenance margin. A raw charge of 0.45 % of what futures and perpetuals are
    /// worth, long or short, grows by tiers.
    @ParameterizedTest
    @CsvSource({"30000, 50000", "100000, 250000", "800000, 6170000"})
    void aMinimumChargeGrowsByTiers(double raw, double charge) {
        double contracts = raw / 0.0045 / 60_000;
        String positions = "%s perpetual".formatted(BigDecimal.valueOf(contracts).toPlainString());
        JsonNode answer = answer("/v1/margin", Bodies.margin("okx-pm", positions));
        AnswerInvariants.check(answer);
        assertThat(part(answer, "minimum charge").get("maintenance").asDouble())
                .isCloseTo(charge, within(1e-6 * charge));
    }

    @Test
    void aHybridPutsRatesOnStaticRiskBesideTheScan() {
        JsonNode answer = answer("/v1/margin", Bodies.margin("hybrid", "-10 C60000, 5 perpetual"));
        assertThat(answer.get("maintenance").asDouble()).isCloseTo(48_147.23, CENT);
        AnswerInvariants.check(answer);
    }

    /// A stablecoin at 0.97 makes the factor 1.08, and a confidence of 0.5 costs half of the
    /// 600,000 of the calls. The worked figure multiplies a scan that was rounded to cents first.
    @Test
    void aFallenStablecoinAndAnUnsureOracleAskForMore() {
        String body =
                """
                {"model": "hybrid",
                 "market": {"asOf": "2026-01-01T08:00:00Z", "stablePrice": 0.97, "underlyings": [
                   {"id": "BTC", "currency": "USD", "spot": 60000, "rateAnnual": 0, "vol": 0.6,
                    "forwards": [{"expiry": "2026-01-31T08:00:00Z", "price": 60000,
                                  "confidence": 0.5}]}]},
                 "portfolio": {"positions": [
                   {"instrument": {"type": "option", "underlying": "BTC", "right": "call",
                    "strike": 60000, "expiry": "2026-01-31T08:00:00Z"}, "quantity": -10},
                   {"instrument": {"type": "perpetual", "underlying": "BTC"}, "quantity": 5}]}}
                """;
        JsonNode answer = answer("/v1/margin", body);
        AnswerInvariants.check(answer);
        JsonNode scan = part(answer, "scan risk");
        double counted = scan.get("initial").asDouble() * scan.get("initialFactor").asDouble();
        assertThat(counted).isCloseTo(1.08 * 46_684.04338209851, within(1e-6));
        assertThat(1.08 * Math.rint(scan.get("initial").asDouble() * 100) / 100)
                .isCloseTo(50_418.76, CENT);
        double unsure = part(answer, "oracle confidence").get("initial").asDouble();
        assertThat(unsure).isCloseTo(300_000, CENT);
    }

    /// Ether that is posted takes part in the scan: it hedges ether sold as a perpetual.
    @Test
    void collateralThatMovesWithAnUnderlyingHedgesIt() {
        String body =
                """
                {"model": "derive-pm2",
                 "market": {"asOf": "2026-01-01T08:00:00Z", "underlyings": [
                   {"id": "ETH", "currency": "USD", "spot": 3000, "rateAnnual": 0, "vol": 0.6}]},
                 "portfolio": {"positions": [
                   {"instrument": {"type": "perpetual", "underlying": "ETH"}, "quantity": -10}],
                  "collateral": [{"asset": "ETH", "quantity": 10}]}}
                """;
        JsonNode answer = answer("/v1/margin", body);
        AnswerInvariants.check(answer);
        assertThat(answer.get("binding").isNull()).isTrue();
        assertThat(answer.get("initial").asDouble()).isCloseTo(0.04 * 30_000, CENT);
        assertThat(answer.get("equity").asDouble()).isCloseTo(0.93 * 30_000, CENT);
        double kept = 0.944 * 30_000 - 0.03 * 30_000;
        assertThat(answer.at("/excess/maintenance").asDouble()).isCloseTo(kept, CENT);
        assertThat(answer.at("/equityDetail/collateral/0/risk/standAlone").asDouble())
                .isCloseTo(0.18 * 30_000, CENT);
    }

    private static double worth(String asOf, double spot) {
        String body =
                Bodies.margin("crypto-grid", "-10 C60000")
                        .replace("2026-01-01T08:00:00Z", asOf)
                        .replace("\"spot\": 60000", "\"spot\": " + spot);
        return answer("/v1/margin", body).at("/contributions/0/value").asDouble();
    }

    /// Ten calls sold earn 683.71 a day by time and lose as much by gamma, where spot moves as its
    /// vol says: differences of what they are worth an hour before and after, and around spot.
    @Test
    void thetaIsWhatGammaLoses() {
        double theta =
                12
                        * (worth("2026-01-01T09:00:00Z", 60_000)
                                - worth("2026-01-01T07:00:00Z", 60_000));
        String now = "2026-01-01T08:00:00Z";
        double gamma = (worth(now, 60_020) - 2 * worth(now, 60_000) + worth(now, 59_980)) / 400;
        double lost = gamma * 0.6 * 0.6 / 365 * 60_000 * 60_000 / 2;
        assertThat(theta).isCloseTo(683.71, within(0.01));
        assertThat(lost).isCloseTo(-683.71, within(0.01));
    }

    @Test
    void aPartialModelTellsItsGaps() {
        JsonNode answer = answer("/v1/margin", Bodies.margin("synthetix-perps", "1 perpetual"));
        assertThat(answer.at("/model/status").asText()).isEqualTo("partial");
        assertThat(answer.at("/model/gaps")).hasSize(2);
    }

    private static JsonNode part(JsonNode answer, String name) {
        for (JsonNode part : answer.get("components")) {
            if (part.get("name").asText().equals(name)) return part;
        }
        throw new AssertionError(name + " is no part of " + answer.get("components"));
    }

    /// A perpetual against five short calls of delta 0.3, spot at 70,000: net delta 0.5 counts at 2
    /// %, hedged delta 1.0 at 1 %, which is 1,400. Source: Paradex, "Portfolio margin".
    @Test
    void deltaRatesOfTheVenuesOwnExample() {
        double stdDev = 0.60 * Math.sqrt(30 / 365.0);
        double d1 = -0.5244005127080407; // the normal distribution is 0.3 there
        double strike = 70_000 * Math.exp(stdDev * stdDev / 2 - d1 * stdDev);
        String book =
                """
                {"model": "delta",
                 "market": {"asOf": "2026-01-01T08:00:00Z", "underlyings": [
                   {"id": "BTC", "currency": "USD", "spot": 70000, "rateAnnual": 0, "vol": 0.6}]},
                 "portfolio": {"positions": [
                   {"instrument": {"type": "perpetual", "underlying": "BTC"}, "quantity": 1},
                   {"instrument": {"type": "option", "underlying": "BTC", "right": "call",
                    "strike": %s, "expiry": "2026-01-31T08:00:00Z"}, "quantity": -5}]}}
                """
                        .formatted(strike);
        JsonNode answer = answer("/v1/margin", book);
        assertThat(answer.get("initial").asDouble()).isCloseTo(1_400.00, within(1e-8));
        assertThat(answer.at("/contributions/1/delta").asDouble()).isCloseTo(-1.5, within(1e-12));
    }

    /// The hedged delta counts half of what the net delta does.
    @Test
    void deltaRatesOfAMixedBook() {
        JsonNode answer = answer("/v1/margin", Bodies.margin("delta", "1 perpetual, -10 C60000"));
        // delta of the call 0.534270: (2 % * 4.342697 + 1 % * 1) * 60,000
        assertThat(answer.get("initial").asDouble()).isCloseTo(5_811.24, CENT);
    }

    @Test
    void accountHedgedWithPerpetuals() {
        String book =
                """
                {"model": "crypto-grid", "market": %s, "portfolio": {"positions": %s,
                  "collateral": [{"asset": "USDC", "quantity": 120000}]}}
                """
                        .formatted(Bodies.MARKET, Bodies.positions("-10 C60000, 5 perpetual"));
        JsonNode answer = answer("/v1/margin", book);
        assertThat(answer.get("initial").asDouble()).isCloseTo(46_684.04, CENT);
        assertThat(answer.get("maintenance").asDouble()).isCloseTo(37_347.23, CENT);
        assertThat(answer.get("equity").asDouble()).isEqualTo(120_000);
        assertThat(answer.at("/excess/maintenance").asDouble()).isCloseTo(82_652.77, CENT);
        assertThat(answer.at("/excess/initial").asDouble()).isCloseTo(73_315.96, CENT);
        assertThat(answer.get("standAlone").asDouble()).isCloseTo(142_684.04, CENT);
        assertThat(answer.get("offset").asDouble()).isCloseTo(96_000.00, CENT);
        assertThat(answer.get("offsetFraction").asDouble()).isCloseTo(0.6728, BASIS_POINT);
    }

    @Test
    void callSpreadIsAttributedLegByLeg() {
        JsonNode answer =
                answer(
                        "/v1/margin",
                        Bodies.margin("crypto-grid", "-10 C60000, 10 C69000, 2 perpetual"));
        assertThat(answer.at("/binding/spotShock").asDouble()).isEqualTo(0.16);
        assertThat(answer.at("/binding/volShock").asDouble()).isEqualTo(-0.25);
        double[][] expected = {
            {60_042.11, -16_894.62}, {-25_737.37, -60_379.30}, {-19_200.00, -19_200.00}
        };
        for (int i = 0; i < expected.length; i++) {
            JsonNode leg = answer.at("/contributions/" + i);
            assertThat(leg.get("contribution").asDouble()).isCloseTo(expected[i][0], CENT);
            assertThat(leg.get("incremental").asDouble()).isCloseTo(expected[i][1], CENT);
        }
    }

    static Stream<List<String>> hedges() {
        return TextTable.rows(
                """
                book         | hedge                 | before   | after    | saved    | fraction
                -10 C60000   | 5 perpetual           | 94684.04 | 46684.04 | 48000.00 | 0.5069
                10 perpetual | 10 P54000             | 96000.00 | 63558.65 | 32441.35 | 0.3379
                10 perpetual | 10 P54000, -10 C66000 | 96000.00 | 44430.69 | 51569.31 | 0.5372
                10 perpetual | 10 P54000, -10 P48000 | 96000.00 | 83505.74 | 12494.26 | 0.1301
                10 perpetual | -5 perpetual          | 96000.00 | 48000.00 | 48000.00 | 0.5000
                """);
    }

    @ParameterizedTest
    @MethodSource("hedges")
    void hedgeTakesOffWhatWasWorked(List<String> row) {
        String body = Bodies.hedge("crypto-grid", row.get(0), row.get(1));
        JsonNode answer = answer("/v1/margin/hedge", body);
        double[] expected = row.subList(2, 6).stream().mapToDouble(Double::parseDouble).toArray();
        assertThat(answer.at("/before/initial").asDouble()).isCloseTo(expected[0], CENT);
        assertThat(answer.at("/after/initial").asDouble()).isCloseTo(expected[1], CENT);
        assertThat(answer.get("saved").asDouble()).isCloseTo(expected[2], CENT);
        assertThat(answer.get("savedFraction").asDouble()).isCloseTo(expected[3], BASIS_POINT);
        AnswerInvariants.checkHedge(answer);
    }

    /// Writing the call first needs more on the way than either end; buying the put first does not.
    @Test
    void peakOfACollarDependsOnTheOrderOfItsLegs() {
        String body = Bodies.hedge("crypto-grid", "10 perpetual", "-10 C66000, 10 P54000");
        JsonNode answer = answer("/v1/margin/hedge", body);
        JsonNode backwards =
                answer(
                        "/v1/margin/hedge",
                        Bodies.hedge("crypto-grid", "10 perpetual", "10 P54000, -10 C66000"));
        assertThat(answer.get("peak").asDouble())
                .isGreaterThanOrEqualTo(answer.at("/safeOrder/peak").asDouble());
        assertThat(backwards.at("/safeOrder/peak").asDouble())
                .isEqualTo(answer.at("/safeOrder/peak").asDouble());
        assertThat(answer.at("/safeOrder/search").asText()).isEqualTo("exact");
    }
}
