package hedgerow.api.planning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked figures of carry, gas, impact, rebalancing and weights, as the service answers them.
@QuarkusTest
class PlanningApiTest {
    private static JsonNode post(String path, String body, int status) {
        String text =
                given().contentType("application/json")
                        .body(body)
                        .post(path)
                        .then()
                        .statusCode(status)
                        .extract()
                        .asString();
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    static JsonNode answer(String path, String body) {
        return post(path, body, 200);
    }

    private static void assertFigure(JsonNode answer, String pointer, double figure, double close) {
        assertThat(answer.at(pointer).asDouble())
                .as("%s of %s", pointer, answer)
                .isCloseTo(figure, within(close));
    }

    @Test
    void carryBasisAndCalendarChargeAreAsWorked() {
        JsonNode answer =
                answer(
                        "/v1/price/forward",
                        """
                        {"spot": 60000, "days": 30, "rateAnnual": 0.05, "quoted": 60300,
                         "fundingRate8h": "0.0001",
                         "calendar": {"units": 10, "days": 90, "moveAnnual": 0.075},
                         "inverse": {"notional": 60000, "from": 60000, "to": 50000},
                         "basisRisk": {"exposure": 600000, "exposureVol": 0.60, "hedgeVol": 0.62,
                                       "correlation": 0.98}}
                        """);
        assertFigure(answer, "/forward", 60_247.08, 5e-3);
        assertFigure(answer, "/basis", 247.08, 5e-3);
        assertFigure(answer, "/basisAnnual", 0.050103, 5e-7);
        assertFigure(answer, "/quoted/difference", 60_300 - 60_247.08, 5e-3);
        assertFigure(answer, "/quoted/impliedRateAnnual", Math.log(1.005) * 365 / 30, 1e-12);
        assertFigure(answer, "/fundingAnnual", 0.1095, 1e-15);
        assertFigure(answer, "/calendarCharge", 11_095.89, 5e-3);
        assertFigure(answer, "/inverseProfit", -0.2, 1e-15);
        assertFigure(answer, "/hedge/ratio", 0.948387, 5e-7);
        assertFigure(answer, "/hedge/effectiveness", 0.9604, 1e-12);
        assertFigure(answer, "/hedge/residualValueAtRisk", 8_723.25, 5e-3);
    }

    /// Two hundred ETH at 3,000, hedged with BTC.
    @Test
    void oneCoinHedgesAnotherAsWorked() {
        JsonNode answer =
                answer(
                        "/v1/price/forward",
                        """
                        {"spot": 60000, "days": 90, "rateAnnual": 0.05,
                         "calendar": {"units": 10, "days": 90, "moveAnnual": 0.05},
                         "basisRisk": {"exposure": 600000, "exposureVol": 0.75, "hedgeVol": 0.60,
                                       "correlation": 0.7, "contractValue": 60000}}
                        """);
        assertFigure(answer, "/calendarCharge", 7_397.26, 5e-3);
        assertFigure(answer, "/hedge/ratio", 0.875, 1e-12);
        assertFigure(answer, "/hedge/effectiveness", 0.49, 1e-12);
        assertFigure(answer, "/hedge/residualVolAnnual", 0.5356, 5e-5);
        assertFigure(answer, "/hedge/contracts", 8.75, 1e-12);
    }

    /// Least squares by hand: deviations of -1, 0, 1 per cent and of -1, 1, 0 per cent have half of
    /// one another's variance in common, and a correlation of a half.
    @Test
    void aHedgeRatioComesFromReturnsToo() {
        JsonNode answer =
                answer(
                        "/v1/price/forward",
                        """
                        {"spot": 60000, "days": 90,
                         "basisRisk": {"exposure": 100, "returns": {
                           "exposure": [0.01, 0.03, 0.02], "hedge": [0.01, 0.02, 0.03],
                           "periodDays": 7}}}
                        """);
        assertFigure(answer, "/hedge/ratio", 0.5, 1e-12);
        assertFigure(answer, "/hedge/effectiveness", 0.25, 1e-12);
        double residual = 0.01 * Math.sqrt(0.75 * 365 / 7);
        assertFigure(answer, "/hedge/residualVolAnnual", residual, 1e-12);
        assertThat(answer.get("hedge").has("contracts")).isFalse();
    }

    /// Short ten calls of 30 days at the money: calls of 90 days take their vega off, perpetuals
    /// the delta that is left. With gamma too: J. Hull, Options, Futures and Other Derivatives,
    /// chapter "The Greek letters".
    @Test
    void greeksAreBroughtToZeroAsWorked() {
        JsonNode vega =
                answer(
                        "/v1/rebalance/plan",
                        """
                        {"greeks": {"portfolio": {"delta": -5.342697, "vega": -683.705725},
                                    "instruments": [{"delta": 0.559211, "vega": 117.548544}]}}
                        """);
        assertFigure(vega, "/greeks/quantities/0", 5.816369, 5e-7);
        assertFigure(vega, "/greeks/underlying", 2.090120, 1e-6);
        JsonNode both =
                answer(
                        "/v1/rebalance/plan",
                        """
                        {"greeks": {"portfolio": {"delta": 0, "gamma": -5000, "vega": -8000},
                                    "instruments": [{"delta": 0.6, "gamma": 0.5, "vega": 2},
                                                    {"delta": 0.5, "gamma": 0.8, "vega": 1.2}]}}
                        """);
        assertFigure(both, "/greeks/quantities/0", 400, 1e-9);
        assertFigure(both, "/greeks/quantities/1", 6_000, 1e-9);
        assertFigure(both, "/greeks/underlying", -3_240, 1e-9);
    }

    /// At a correlation of the ratio of the vols, all is held of the first.
    @Test
    void leastVarianceHoldsTheFirstAloneAtTheEdge() {
        JsonNode answer =
                answer(
                        "/v1/portfolio/frontier",
                        """
                        {"assets": [{"name": "BTC", "mean": 0.30, "vol": 0.60},
                                    {"name": "ETH", "mean": 0.35, "vol": 0.75}],
                         "correlations": [[1, 0.8], [0.8, 1]]}
                        """);
        assertFigure(answer, "/minimumVariance/weights/0", 1, 1e-6);
        assertFigure(answer, "/minimumVariance/vol", 0.60, 1e-9);
    }

    /// Cost grows with the power of three halves of size.
    @Test
    void largerSizesCostWhatWasWorked() {
        for (double[] worked : new double[][] {{100, 22.21, 13_324}, {400, 44.41, 106_594}}) {
            JsonNode answer =
                    answer(
                            "/v1/execution/impact",
                            "{\"size\": %s, \"mid\": 60000, \"vol\": 0.60, \"volumeDaily\": 20000}"
                                    .formatted(worked[0]));
            assertFigure(answer, "/law/impactBps", worked[1], 5e-3);
            assertFigure(answer, "/law/peakCost", worked[2], 0.5);
        }
    }

    @Test
    void gasIsLockedAndCappedAsWorked() {
        JsonNode answer =
                answer(
                        "/v1/gas/hedge",
                        """
                        {"gasUnits": 50000000, "coinPrice": 3000, "gwei": [10, 20, 100],
                         "forward": 22, "cap": {"strike": 30, "vol": 1.5, "days": 30}}
                        """);
        assertFigure(answer, "/locked", 3_300, 1e-9);
        assertFigure(answer, "/premiumGwei", 1.502608, 5e-7);
        assertFigure(answer, "/premium", 225.39, 5e-3);
        assertFigure(answer, "/states/0/capped", 1_725.39, 5e-3);
        assertFigure(answer, "/states/1/cost", 3_000, 1e-9);
        assertFigure(answer, "/states/2/cost", 15_000, 1e-9);
        assertFigure(answer, "/states/2/payoff", 10_500, 1e-9);
        assertFigure(answer, "/states/2/capped", 4_725.39, 5e-3);
        assertThat(answer.get("valuation").asText()).isEqualTo("Black-76 on the forward");
        assertFigure(answer, "/scan/worstLoss", 4 * 3_300, 1e-9);
    }

    /// A base fee moves by at most one eighth a block.
    @ParameterizedTest
    @CsvSource({
        "5, 1.802, 0.513, 2646.71",
        "10, 3.247, 0.263, 7416.16",
        "20, 10.545, 0.069, 31498.81"
    })
    void gasIsScannedAsFarAsBlocksCanTakeIt(int blocks, double growth, double fall, double worst) {
        JsonNode answer =
                answer(
                        "/v1/gas/hedge",
                        """
                        {"gasUnits": 50000000, "coinPrice": 3000, "gwei": [20], "forward": 22,
                         "scan": {"blocks": %s}}
                        """
                                .formatted(blocks));
        assertFigure(answer, "/scan/up", growth - 1, 5e-4);
        assertFigure(answer, "/scan/down", 1 - fall, 5e-4);
        assertFigure(answer, "/scan/worstLoss", worst, 5e-3);
        assertThat(answer.at("/scan/source").asText()).startsWith("EIP-1559");
    }

    @Test
    void impactIsAsWorkedByBookAndLaw() {
        JsonNode answer =
                answer(
                        "/v1/execution/impact",
                        """
                        {"size": 25, "mid": 60000, "vol": 0.60, "volumeDaily": 20000,
                         "levels": [{"price": 59990, "size": 5}, {"price": 59950, "size": 10},
                                    {"price": 59900, "size": 20}]}
                        """);
        assertFigure(answer, "/book/proceeds", 1_498_450, 0);
        assertFigure(answer, "/book/averagePrice", 59_938, 0);
        assertFigure(answer, "/book/cost", 1_550, 0);
        assertFigure(answer, "/book/costBps", 10.333, 5e-4);
        assertFigure(answer, "/law/impactBps", 11.103, 5e-4);
        assertFigure(answer, "/law/peakCost", 1_665.52, 5e-3);
        assertFigure(answer, "/law/averageCost", 1_110.35, 5e-3);
        assertFigure(answer, "/addOn", 1_665.52, 5e-3);
    }

    @Test
    void aDriftIsTradedToTheEdgeOfTheBand() {
        String body =
                """
                {"delta": {"net": %s, "spot": 60000, "costShare": 0.0005, "gamma": 3.85112e-4,
                           "riskAversion": 1e-5},
                 "weights": {"values": [64, 36], "targets": [0.6, 0.4]}}
                """;
        JsonNode waits = answer("/v1/rebalance/plan", body.formatted("0.3"));
        assertFigure(waits, "/delta/halfWidth", 0.8739, 5e-5);
        assertFigure(waits, "/delta/trade", 0, 0);
        assertFigure(waits, "/delta/cost", 0, 0);
        JsonNode trades = answer("/v1/rebalance/plan", body.formatted("1.3739"));
        assertFigure(trades, "/delta/trade", -0.5, 5e-5);
        assertFigure(trades, "/delta/cost", 15, 2e-3);
        assertThat(trades.at("/weights/breached").asBoolean()).isTrue();
        assertFigure(trades, "/weights/trades/0", -4, 1e-12);
    }

    @Test
    void schedulesCostWhatWasWorked() {
        JsonNode answer =
                answer(
                        "/v1/rebalance/cost",
                        """
                        {"gamma": 3.85112e-4, "vegaPerPoint": 683.706, "spot": 60000, "vol": 0.60,
                         "costShare": 0.0005, "gasPerTrade": 12, "horizonDays": 30,
                         "intervalHours": [1, 8, 24], "errorBudget": 4000}
                        """);
        assertFigure(answer, "/schedules/0/cost", 11_192.89, 5e-2);
        assertFigure(answer, "/schedules/0/errorDeviation", 1_355, 0.5);
        assertFigure(answer, "/schedules/1/cost", 1_982.58, 5e-3);
        assertFigure(answer, "/schedules/1/errorDeviation", 3_832, 0.5);
        assertFigure(answer, "/schedules/2/cost", 881.11, 5e-3);
        assertFigure(answer, "/schedules/2/errorDeviation", 6_638, 0.5);
        assertFigure(answer, "/cheapestHours", 8, 0);
    }

    @Test
    void weightsAreAsWorked() {
        JsonNode answer =
                answer(
                        "/v1/portfolio/frontier",
                        """
                        {"assets": [{"name": "BTC", "mean": 0.30, "vol": 0.60},
                                    {"name": "ETH", "mean": 0.35, "vol": 0.75}],
                         "correlations": [[1, 0.7], [0.7, 1]], "riskFreeAnnual": 0.05, "points": 5,
                         "targetVol": 0.1, "riskAversion": 3}
                        """);
        assertFigure(answer, "/minimumVariance/weights/0", 0.846154, 5e-7);
        assertFigure(answer, "/minimumVariance/vol", 0.594203, 5e-7);
        assertFigure(answer, "/tangency/weights/0", 0.61194, 5e-6);
        assertFigure(answer, "/tangency/mean", 0.3194, 5e-5);
        assertFigure(answer, "/tangency/vol", 0.6076, 5e-5);
        assertThat(answer.get("frontier")).hasSize(5);
        assertThat(answer.get("notes").toString()).contains("no portfolio has so little vol");
        assertFigure(answer, "/frontier/4/weights/1", 1, 1e-6);
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/price/forward | {\"spot\": -1, \"days\": 0} | /spot /days",
                "/v1/gas/hedge | {\"gasUnits\": 1, \"coinPrice\": 1, \"gwei\": [], \"forward\": 1}"
                        + " | /gwei",
                "/v1/gas/hedge | {\"gasUnits\": 1, \"coinPrice\": 1, \"gwei\": [1], \"forward\": 1,"
                        + " \"cap\": {\"strike\": 1, \"vol\": 1, \"days\": 1, \"windowDays\": 2}}"
                        + " | /cap/windowDays",
                "/v1/gas/hedge | {\"gasUnits\": 1, \"coinPrice\": 1, \"gwei\": [1], \"forward\": 1,"
                        + " \"scan\": {\"blocks\": 10, \"up\": 1}} | /scan/blocks",
                "/v1/gas/hedge | {\"gasUnits\": 1, \"coinPrice\": 1, \"gwei\": [1], \"forward\": 1,"
                        + " \"scan\": {\"blocks\": 101}} | /scan/blocks",
                "/v1/execution/impact | {\"size\": 1, \"mid\": 100, \"vol\": 1, \"volumeDaily\": 1,"
                        + " \"levels\": [{\"price\": 99, \"size\": 1}, {\"price\": 99.5, \"size\":"
                        + " 1}]} | /levels",
                "/v1/rebalance/plan | {} | /delta",
                "/v1/rebalance/plan | {\"greeks\": {\"portfolio\": {\"delta\": 1, \"vega\": 1},"
                        + " \"instruments\": [{\"delta\": 1, \"gamma\": 1}]}} | /greeks",
                "/v1/rebalance/plan | {\"greeks\": {\"portfolio\": {\"delta\": 1, \"vega\": 1},"
                        + " \"instruments\": [{\"delta\": 1, \"vega\": 0}]}} | /greeks",
                "/v1/rebalance/plan | {\"greeks\": {\"portfolio\": {\"delta\": 1},"
                        + " \"instruments\": [{\"delta\": 1}]}} | /greeks",
                "/v1/price/forward | {\"spot\": 1, \"days\": 1, \"basisRisk\": {\"exposure\": 1,"
                        + " \"exposureVol\": 1}} | /basisRisk/hedgeVol /basisRisk/correlation",
                "/v1/price/forward | {\"spot\": 1, \"days\": 1, \"basisRisk\": {\"exposure\": 1,"
                        + " \"hedgeVol\": 1, \"returns\": {\"exposure\": [1, 2, 3], \"hedge\": [1, 2,"
                        + " 4]}}} | /basisRisk/returns",
                "/v1/price/forward | {\"spot\": 1, \"days\": 1, \"basisRisk\": {\"exposure\": 1,"
                        + " \"returns\": {\"exposure\": [1, 2, 3], \"hedge\": [1, 2]}}} |"
                        + " /basisRisk/returns/hedge",
                "/v1/portfolio/frontier | {\"assets\": [{\"name\": \"A\", \"mean\": 0.1, \"vol\":"
                        + " 1}], \"correlations\": [[2]]} | /correlations",
                "/v1/portfolio/frontier | {\"assets\": [{\"name\": \"A\", \"mean\": 0.1}],"
                        + " \"returns\": [[1e200], [-1e200]]} | /returns",
                "/v1/rebalance/plan | {\"delta\": {\"net\": 1, \"spot\": 1, \"costShare\": 0}} |"
                        + " /delta",
                "/v1/rebalance/cost | {\"gamma\": 1, \"vegaPerPoint\": 1, \"spot\": 1, \"vol\": 1,"
                        + " \"costShare\": 0, \"horizonDays\": 1, \"intervalHours\": [48]} |"
                        + " /intervalHours",
                "/v1/portfolio/frontier | {\"assets\": [{\"name\": \"A\", \"mean\": 0.1}]} |"
                        + " /correlations",
                "/v1/portfolio/frontier | {\"assets\": [{\"name\": \"A\", \"mean\": 0.1, \"most\":"
                        + " 0.5}], \"covariance\": [[1]]} | /assets"
            })
    void faultsAreToldInTheirPlace(String path, String body, String pointers) {
        JsonNode problem = post(path, body, 400);
        for (String pointer : pointers.split(" ")) {
            assertThat(problem.get("errors").findValuesAsText("pointer"))
                    .as("%s", problem)
                    .contains(pointer);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/price/forward | {\"spot\": 1e15, \"days\": 36500, \"rateAnnual\": 10}",
                "/v1/price/forward | {\"spot\": 1e-300, \"days\": 1, \"quoted\": 1e15}",
                "/v1/execution/impact | {\"size\": 1e15, \"mid\": 1e15, \"vol\": 100,"
                        + " \"volumeDaily\": 1e-300}"
            })
    void figuresThatAreNoNumbersAreRefused(String path, String body) {
        assertThat(post(path, body, 422).get("detail").asText()).contains("too large");
    }
}
