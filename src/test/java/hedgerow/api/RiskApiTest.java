package hedgerow.api;

import static hedgerow.api.BadInputTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.TextTable;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What could be lost, as the service answers it.
@QuarkusTest
class RiskApiTest {
    private static final Offset<Double> CENT = within(0.005);
    private static final String PUTS = "10 P54000";
    private static final String COLLAR = "10 P54000, -10 C66000";

    private static String body(String book, String hedge, String risk) {
        String traded =
                hedge.isEmpty()
                        ? ""
                        : ", \"hedge\": {\"positions\": %s}".formatted(Bodies.positions(hedge));
        return """
        {"model": "crypto-grid", "market": %s,
         "portfolio": {"positions": %s, "collateral": [{"asset": "USDC", "quantity": 200000}]}%s,
         "risk": %s}
        """
                .formatted(Bodies.MARKET, Bodies.positions(book), traded, risk);
    }

    private static JsonNode assess(String book, String hedge, String risk) {
        return Bodies.answer("/v1/risk/assess", body(book, hedge, risk));
    }

    private static double number(JsonNode answer, String pointer) {
        assertThat(answer.at(pointer).isNumber()).as("%s of %s", pointer, answer).isTrue();
        return answer.at(pointer).asDouble();
    }

    private static String returns(double[] returns) {
        return DoubleStream.of(returns)
                .mapToObj(Double::toString)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String history(double[] returns, String more) {
        return """
        {"history": {"underlyings": [{"underlying": "BTC", "returns": %s}]}%s}
        """
                .formatted(returns(returns), more);
    }

    @Test
    void tenLongCoinsRiskWhatWasWorked() {
        JsonNode answer = assess("10 perpetual", PUTS, "{}");
        assertThat(number(answer, "/parametric/before/valueAtRisk")).isCloseTo(43_835.98, CENT);
        assertThat(number(answer, "/parametric/before/expectedShortfall"))
                .isCloseTo(44_051.83, CENT);
        assertThat(number(answer, "/lognormal/moves/0/down")).isCloseTo(-0.070913, within(5e-7));
        assertThat(number(answer, "/lognormal/before")).isCloseTo(42_547.92, CENT);
        assertThat(number(answer, "/lognormal/after")).isCloseTo(29_794.19, CENT);
        assertThat(number(answer, "/lognormal/change")).isCloseTo(-0.300, within(0.0005));
        assertThat(number(answer, "/margin/before/initial")).isCloseTo(96_000, CENT);
        assertThat(number(answer, "/margin/after/initial")).isCloseTo(63_558.65, CENT);
        assertThat(number(answer, "/greeks/0/deltaBefore")).isEqualTo(10);
        assertThat(number(answer, "/greeks/0/deltaAfter")).isBetween(7.0, 8.0);
        assertThat(answer.has("historical")).isFalse();
        assertThat(answer.has("backtests")).isFalse();
    }

    @Test
    void aCollarTakesMoreThanHalfOfIt() {
        JsonNode answer = assess("10 perpetual", COLLAR, "{}");
        assertThat(number(answer, "/lognormal/after")).isCloseTo(18_725.10, CENT);
        assertThat(number(answer, "/lognormal/change")).isCloseTo(-0.560, within(0.0005));
    }

    @Test
    void stressesAreExplainedInNumbers() {
        JsonNode answer =
                assess(
                        "10 perpetual",
                        PUTS,
                        "{\"stress\": {\"moves\": [{\"name\": \"crash\", \"spotMove\": -0.5,"
                                + " \"volMove\": 1}]}}");
        JsonNode stale = stress(answer, "oracleStale");
        double root = 0.60 * Math.sqrt(600.0 / (365 * 86_400));
        double fall = -Math.expm1(-2.3263478740408408 * root - root * root / 2);
        assertThat(number(stale, "/lossBefore")).isCloseTo(600_000 * fall, within(1e-6));
        assertThat(stale.get("text").asText()).contains("600 s", "BTC -0.61 % or +0.61 %");
        assertThat(number(stale, "/lossAfter")).isLessThan(number(stale, "/lossBefore"));
        JsonNode illiquid = stress(answer, "illiquid");
        assertThat(illiquid.get("text").asText()).contains("10 days");
        assertThat(number(illiquid, "/lossBefore")).isGreaterThan(100_000);
        JsonNode depeg = stress(answer, "depeg");
        assertThat(number(depeg, "/lossBefore")).isCloseTo(200_000 * 0.03, within(1e-9));
        assertThat(number(depeg, "/initialBefore")).isCloseTo(96_000, CENT);
        JsonNode venue = stress(answer, "venueLoss");
        assertThat(number(venue, "/lossBefore")).isEqualTo(200_000);
        assertThat(number(venue, "/initialBefore")).isZero();
        JsonNode other = stress(answer, "hedgeVenueLoss");
        assertThat(number(other, "/lossAfter")).isCloseTo(16_149.41, CENT);
        assertThat(number(other, "/initialAfter")).isCloseTo(96_000, CENT);
        JsonNode crash = stress(answer, "crash");
        assertThat(number(crash, "/lossBefore")).isCloseTo(300_000, within(1e-9));
        assertThat(number(crash, "/lossAfter")).isBetween(60_000.0, 76_149.41);
        assertThat(crash.get("text").asText()).isEqualTo("spot -50 %, vol +100 %");
    }

    private static JsonNode stress(JsonNode answer, String name) {
        for (JsonNode stress : answer.get("stresses")) {
            if (stress.get("name").asText().equals(name)) return stress;
        }
        throw new AssertionError("no stress " + name + " in " + answer);
    }

    /// Under a model that asks for more when stablecoins fall, the requirement of the worked
    /// example.
    @Test
    void aDepegRaisesWhatSomeModelsAskFor() {
        String body =
                body("10 perpetual", "", "{}")
                        .replace("\"crypto-grid\"", "\"derive-pm2\"")
                        .replace(
                                "\"rateAnnual\": 0,",
                                "\"rateAnnual\": 0, \"confidence\": 1,"
                                        + " \"perpetualConfidence\": 1,");
        JsonNode answer = Bodies.answer("/v1/risk/assess", body);
        JsonNode depeg = stress(answer, "depeg");
        assertThat(number(depeg, "/initialBefore"))
                .isGreaterThan(number(answer, "/margin/before/initial") * 1.02);
    }

    @Test
    void theSmallestMovesThatLoseAnAmountAreFound() {
        String asked = "{\"reverse\": {\"loss\": 60000, \"underlying\": \"BTC\"}}";
        JsonNode answer = assess("10 perpetual", PUTS, asked);
        assertThat(number(answer, "/reverse/before/down")).isCloseTo(-0.1, within(1e-12));
        assertThat(answer.at("/reverse/before").has("up")).isFalse();
        assertThat(answer.at("/reverse/before/text").asText())
                .isEqualTo("a fall of 10 %, no rise to ten times loses so much");
        double down = number(answer, "/reverse/after/down");
        assertThat(down).isLessThan(-0.12);
        JsonNode there =
                assess(
                        "10 perpetual",
                        PUTS,
                        "{\"stress\": {\"moves\": [{\"name\": \"there\", \"spotMove\": %s}]}}"
                                .formatted(down));
        assertThat(number(stress(there, "there"), "/lossAfter")).isCloseTo(60_000, within(1e-5));
        JsonNode calls = assess("-10 C60000", "", "{\"reverse\": {\"loss\": 50000}}");
        assertThat(number(calls, "/reverse/before/up")).isBetween(0.05, 0.15);
        assertThat(calls.at("/reverse/before").has("down")).isFalse();
    }

    @Test
    void aMoveThatIsAlmostNoneIsToldAsSuch() {
        JsonNode answer = assess("10 perpetual", "", "{\"reverse\": {\"loss\": 0.1}}");
        assertThat(number(answer, "/reverse/before/down")).isCloseTo(-1 / 6e6, within(1e-12));
        assertThat(answer.at("/reverse/before/text").asText())
                .isEqualTo("a fall of less than 0.01 %, no rise to ten times loses so much");
    }

    /// A minute before expiry, ten short butterflies lose around 66,000 alone, between two even
    /// steps; 600 puts far below come before them.
    @Test
    void ofManyStrikesThoseNearestToTheForwardAreLookedAt() {
        String option =
                "{\"quantity\": %s, \"instrument\": {\"type\": \"option\", \"underlying\": \"BTC\","
                        + " \"right\": \"%s\", \"strike\": %s,"
                        + " \"expiry\": \"2026-01-01T08:01:00Z\"}}";
        List<String> legs = new ArrayList<>();
        for (int i = 0; i < 600; i++) legs.add(option.formatted(1, "put", 20_000 + 50 * i));
        legs.add(option.formatted(-10, "call", 65_900));
        legs.add(option.formatted(20, "call", 66_000));
        legs.add(option.formatted(-10, "call", 66_100));
        String body =
                """
                {"model": "crypto-grid", "market": %s, "portfolio": {"positions": [%s]},
                 "risk": {"reverse": {"loss": 300}}}
                """
                        .formatted(Bodies.MARKET, String.join(", ", legs));
        JsonNode answer = Bodies.answer("/v1/risk/assess", body);
        assertThat(number(answer, "/reverse/before/up")).isBetween(0.0975, 0.1005);
        assertThat(answer.at("/notes").toString())
                .contains("512 strikes nearest to their forwards, the other 91 are left out");
    }

    @Test
    void aHistoryWithAVeryLongCalmIsAnsweredWithoutWhatIsFiltered() {
        double[] returns = new double[1_200];
        returns[0] = 0.1;
        String terms = history(returns, "").replace("}]}", "}], \"lambda\": 0.5, \"seed\": 1}");
        JsonNode answer = assess("-10 perpetual", PUTS, terms);
        assertThat(answer.has("filtered")).isFalse();
        assertThat(answer.at("/notes").toString())
                .contains("filtered is left out: BTC stood still for so long");
        assertThat(number(answer, "/historical/before/worst")).isCloseTo(63_102.55, CENT);
        assertThat(answer.at("/backtests").size()).isEqualTo(6);
        returns[1_199] = 0.1;
        terms = history(returns, "").replace("}]}", "}], \"lambda\": 0.98, \"seed\": 1}");
        answer = assess("-10 perpetual", "", terms);
        assertThat(answer.at("/notes").toString())
                .contains(
                        "filtered is left out: at the volatility of today the return of BTC in period 1199");
        assertThat(number(answer, "/historical/before/worst")).isCloseTo(63_102.55, CENT);
    }

    @Test
    void aHistoryTooShortToHoldFiguresAgainstIsAnsweredWithoutBacktests() {
        for (int periods = 1; periods <= 4; periods++) {
            double[] returns = Arrays.copyOf(new double[] {0.01, -0.02, 0.03, -0.04}, periods);
            JsonNode answer = assess("10 perpetual", "", history(returns, ""));
            assertThat(number(answer, "/historical/outcomes")).isEqualTo(periods);
            assertThat(answer.has("backtests")).as("%d periods", periods).isEqualTo(periods == 4);
            assertThat(answer.at("/notes").toString().contains("backtests are left out"))
                    .as("%d periods", periods)
                    .isEqualTo(periods < 4);
        }
    }

    /// A history of the two returns +10 % and -10 %: every figure by hand.
    @Test
    void everyPeriodOfThePastIsRevalued() {
        double[] returns = {Math.log(1.1), Math.log(0.9), Math.log(1.05), Math.log(0.98)};
        JsonNode answer =
                assess(
                        "10 perpetual",
                        "-10 perpetual",
                        history(returns, ", \"confidence\": 0.75, \"shortfallConfidence\": 0.5"));
        assertThat(number(answer, "/historical/outcomes")).isEqualTo(4);
        assertThat(number(answer, "/historical/before/worst")).isCloseTo(60_000, within(1e-6));
        assertThat(number(answer, "/historical/before/valueAtRisk"))
                .isCloseTo(12_000, within(1e-6));
        assertThat(number(answer, "/historical/before/expectedShortfall"))
                .isCloseTo((60_000 + 12_000 - 30_000) / 3.0, within(1e-6));
        assertThat(number(answer, "/historical/after/worst")).isZero();
        assertThat(number(answer, "/historical/change")).isEqualTo(-1);
        assertThat(answer.get("filtered").isObject()).isTrue();
    }

    /// Levels with vols are the same history as returns; vols move options.
    @Test
    void levelsAndVolsAreReturns() {
        String levels =
                "{\"history\": {\"underlyings\": [{\"underlying\": \"BTC\","
                        + " \"levels\": [100, 110, \"99\", 103.95], \"vols\": [0.5, 0.5, 1, 1]}]}}";
        JsonNode byLevels = assess("10 perpetual", "", levels);
        double[] returns = {Math.log(1.1), Math.log(0.9), Math.log(1.05)};
        JsonNode byReturns = assess("10 perpetual", "", history(returns, ""));
        assertThat(number(byLevels, "/historical/before/worst"))
                .isCloseTo(number(byReturns, "/historical/before/worst"), within(1e-6));
        double still =
                number(assess("10 C60000", "", history(returns, "")), "/historical/before/worst");
        double moving = number(assess("10 C60000", "", levels), "/historical/before/worst");
        assertThat(moving).isLessThan(still);
    }

    /// A simulated past with the vol of the market: the 99 % figures are accepted by it, and those
    /// of 95 % that are called 99 % are rejected.
    @Test
    void figuresAreAcceptedForWhatTheyAreAndRejectedForMore() {
        RandomGenerator random = new Random(41);
        double daily = 0.60 / Math.sqrt(365);
        double[] returns = random.doubles(2_500).toArray();
        for (int t = 0; t < returns.length; t++) {
            returns[t] = daily * random.nextGaussian() - daily * daily / 2;
        }
        String tests =
                ", \"confidence\": %s, \"backtest\": {\"window\": 1000, \"confidence\": 0.99}";
        JsonNode right = assess("10 perpetual", "", history(returns, tests.formatted("0.99")));
        JsonNode called = assess("10 perpetual", "", history(returns, tests.formatted("0.95")));
        for (int i : new int[] {1, 2}) {
            assertThat(right.at("/backtests/" + i + "/accepted").asBoolean())
                    .as("seed 41, %s", right.at("/backtests/" + i))
                    .isTrue();
            assertThat(called.at("/backtests/" + i + "/accepted").asBoolean())
                    .as("seed 41, %s", called.at("/backtests/" + i))
                    .isFalse();
        }
        JsonNode margin = right.at("/backtests/0");
        assertThat(margin.get("figure").asText()).isEqualTo("initial margin of crypto-grid@1");
        assertThat(number(margin, "/stated")).isCloseTo(96_000, CENT);
        assertThat(number(margin, "/breaches")).isZero();
        assertThat(number(right, "/backtests/2/periods")).isEqualTo(1_500);
        assertThat(number(right, "/historical/before/valueAtRisk"))
                .as("seed 41")
                .isCloseTo(42_547.92, within(4_000.0));
    }

    /// Two underlyings that move together: what one gains the other loses, period by period.
    @Test
    void underlyingsMoveTogetherAsTheyDid() {
        String market =
                """
                {"asOf": "2026-01-01T08:00:00Z", "underlyings": [
                  {"id": "BTC", "currency": "USD", "spot": 60000, "vol": 0.60},
                  {"id": "ETH", "currency": "USD", "spot": 3000, "vol": 0.60}]}
                """;
        RandomGenerator random = new Random(5);
        double[] returns = random.doubles(300).map(u -> 0.1 * u - 0.05).toArray();
        String body =
                """
                {"model": "crypto-grid", "market": %s, "portfolio": {"positions": [
                   {"instrument": {"type": "perpetual", "underlying": "BTC"}, "quantity": 1},
                   {"instrument": {"type": "perpetual", "underlying": "ETH"}, "quantity": -20}]},
                 "risk": {"history": {"underlyings": [
                   {"underlying": "BTC", "returns": %s}, {"underlying": "ETH", "returns": %s}]}}}
                """
                        .formatted(market, returns(returns), returns(returns));
        JsonNode answer = Bodies.answer("/v1/risk/assess", body);
        assertThat(number(answer, "/historical/before/worst")).isCloseTo(0, within(1e-9));
        assertThat(number(answer, "/parametric/before/valueAtRisk")).isCloseTo(0, within(1e-3));
        String without = body.replaceAll("(?s), *\n *\"risk\".*", "}");
        JsonNode apart = Bodies.answer("/v1/risk/assess", without);
        assertThat(number(apart, "/parametric/before/valueAtRisk"))
                .isCloseTo(2 * 4_383.598, within(0.01));
        assertThat(apart.get("assumptions").toString()).contains("all go against the book");
    }

    @Test
    void theSameQuestionGivesTheSameAnswer() {
        String risk = history(new double[] {0.01, -0.02, 0.03}, ", \"reverse\": {\"loss\": 1000}");
        JsonNode one = assess("10 perpetual", PUTS, risk);
        assertThat(assess("10 perpetual", PUTS, risk)).isEqualTo(one);
        JsonNode other = assess("10 perpetual", PUTS, risk.replace("1000", "1001"));
        assertThat(other.get("inputHash")).isNotEqualTo(one.get("inputHash"));
    }

    @Test
    void anEmptyBookLosesNothing() {
        JsonNode answer =
                Bodies.answer(
                        "/v1/risk/assess",
                        """
                        {"model": "crypto-grid", "market": %s, "portfolio": {"positions": []},
                         "risk": {"reverse": {"loss": 1}}}
                        """
                                .formatted(Bodies.MARKET));
        assertThat(number(answer, "/parametric/before/valueAtRisk")).isZero();
        assertThat(answer.at("/reverse/before").has("down")).isFalse();
    }

    static Stream<List<String>> faults() {
        return TextTable.rows(
                """
                risk                                                                    | places                        | says
                {"confidence": 1}                                                       | confidence                    | 0.9999
                {"horizonDays": 0}                                                      | horizonDays                   | 0.001
                {"history": {}}                                                         | history/underlyings           | required
                {"history": {"underlyings": []}}                                        | history/underlyings           | 1 to 100
                {"history": {"underlyings": [{"underlying": "ETH", "returns": [1]}]}}   | history/underlyings           | [BTC]
                {"history": {"underlyings": [{"underlying": "BTC"}]}}                   | history/underlyings/0         | levels or returns
                {"history": {"underlyings": [{"underlying": "BTC", "levels": [1, 0]}]}} | history/underlyings/0/levels/1 | above 0
                {"history": {"underlyings": [{"underlying": "BTC", "levels": [1]}]}}    | history/underlyings/0/levels  | 2 to 4097
                {"history": {"underlyings": [{"underlying": "BTC", "levels": [1, 2], "vols": [1, 1, 1]}]}} | history/underlyings/0/vols | 2 vols
                {"history": {"underlyings": [{"underlying": "BTC", "returns": [0.1]}, {"underlying": "BTC", "returns": [0.1, 0]}]}} | history/underlyings/1 history/underlyings/1/underlying | once
                {"history": {"underlyings": [{"underlying": "BTC", "returns": [0.1, "x"]}]}} | history/underlyings/0/returns/1 | number
                {"history": {"underlyings": [{"underlying": "BTC", "returns": [9, 9]}], "periodDays": 0.01}} | history | at most 20
                {"backtest": {}}                                                        | history                       | hold figures
                {"history": {"underlyings": [{"underlying": "BTC", "returns": [0.1, 0, 0, 0]}]}, "backtest": {"window": 3}} | backtest/window | 2 to 2
                {"history": {"underlyings": [{"underlying": "BTC", "returns": [0.1, 0, 0]}]}, "backtest": {}} | history | 4 periods
                {"reverse": {"loss": 0}}                                                | reverse/loss                  | above 0
                {"reverse": {"loss": 1, "underlying": "ETH"}}                           | reverse/underlying            | [BTC]
                {"stress": {"moves": [{"name": "x", "spotMove": -1}, {}]}}              | stress/moves/0/spotMove stress/moves/1/name stress/moves/1/spotMove | -0.999
                {"stress": {"stablePrice": 0}}                                          | stress/stablePrice            | 0.01
                """);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultsAreToldInTheirPlaces(List<String> row) {
        List<String> places =
                Arrays.stream(row.get(1).split(" ")).map(place -> "/risk/" + place).toList();
        assertProblem(
                Bodies.post("/v1/risk/assess", body("10 perpetual", "", row.get(0))),
                400,
                places,
                row.get(2));
    }

    @Test
    void whatWouldTakeTooLongIsRefusedWithTheLimit() {
        String american =
                "{\"quantity\": 1, \"instrument\": {\"type\": \"option\", \"underlying\": \"BTC\","
                        + " \"right\": \"put\", \"style\": \"american\", \"strike\": %s,"
                        + " \"expiry\": \"2026-01-31T08:00:00Z\"}}";
        String legs =
                Stream.iterate(1, i -> i + 1)
                        .limit(20)
                        .map(i -> american.formatted(50_000 + i))
                        .collect(Collectors.joining(", "));
        String body =
                """
                {"model": "crypto-grid", "market": %s, "portfolio": {"positions": [%s]}, "risk": %s}
                """
                        .formatted(Bodies.MARKET, legs, history(new double[4_096], ""));
        assertProblem(
                Bodies.post("/v1/risk/assess", body),
                422,
                List.of(""),
                "at most 8000000 are found");
    }
}
