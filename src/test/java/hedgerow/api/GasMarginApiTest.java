package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Gas as an underlying: 200 transactions of 250,000 gas, a forward of 22 gwei, a coin at 3,000.
///
/// Gas is quoted in gwei, and a gwei is 1e-9 coins, so 0.000003 USD.
@QuarkusTest
class GasMarginApiTest {
    private static final Offset<Double> CENT = within(0.005);
    private static final double UNITS = 200 * 250_000;

    private static String body(String asOf, String positions, String more) {
        return """
        {"model": "gas", "currency": "USD",
         "market": {"asOf": "%s", "fx": {"GWEI/USD": 0.000003},
           "underlyings": [{"id": "GAS", "currency": "GWEI", "spot": 20, "rateAnnual": 0,
             "vol": 1.5, "forwards": [{"expiry": "2026-01-31T08:00:00Z", "price": 22}]}]},
         "portfolio": {"positions": [%s]}%s}
        """
                .formatted(asOf, positions, more);
    }

    private static JsonNode margin(String positions) {
        return Bodies.answer("/v1/margin", body("2026-01-01T08:00:00Z", positions, ""));
    }

    private static String future(double quantity) {
        return """
        {"quantity": %s, "instrument": {"type": "future", "underlying": "GAS",
         "expiry": "2026-01-31T08:00:00Z"}}
        """
                .formatted(quantity);
    }

    private static String cap(double quantity) {
        return """
        {"quantity": %s, "instrument": {"type": "option", "underlying": "GAS", "right": "call",
         "strike": 30, "expiry": "2026-01-31T08:00:00Z"}}
        """
                .formatted(quantity);
    }

    @Test
    void aFutureIsScannedOneSidedly() {
        JsonNode seller = margin(future(-UNITS));
        assertThat(seller.get("initial").asDouble()).isCloseTo(4 * 3_300, CENT);
        assertThat(seller.at("/binding/spotShock").asDouble()).isEqualTo(4);
        JsonNode buyer = margin(future(UNITS));
        assertThat(buyer.get("initial").asDouble()).isCloseTo(0.75 * 3_300, CENT);
        assertThat(buyer.at("/binding/spotShock").asDouble()).isEqualTo(-0.75);
    }

    /// The cap is worth its premium, and is all that its buyer can lose; it caps what a seller of
    /// the future can lose.
    @Test
    void aCapIsWorthItsPremiumAndCapsAFuture() {
        JsonNode bought = margin(cap(UNITS));
        assertThat(bought.get("equity").asDouble()).isCloseTo(225.39, CENT);
        assertThat(bought.get("initial").asDouble()).isCloseTo(225.39, CENT);
        JsonNode sold = margin(cap(-UNITS));
        assertThat(sold.get("initial").asDouble()).isGreaterThan(4 * 3_300 - 10_000.0);
        JsonNode covered = margin(future(-UNITS) + ", " + cap(UNITS));
        double most = (30 - 22) * UNITS * 0.000003 + 225.39;
        assertThat(covered.get("initial").asDouble()).isBetween(most - 1, most + 0.005);
    }

    /// Half way through the day that the mean is of, half of the move is left.
    @Test
    void aMeanThatIsHalfFixedMovesHalfAsMuch() {
        JsonNode half =
                Bodies.answer("/v1/margin", body("2026-01-30T20:00:00Z", future(-UNITS), ""));
        assertThat(half.get("initial").asDouble()).isCloseTo(2 * 3_300, CENT);
    }

    @Test
    void whatGasCostsTogetherIsLockedByAHedge() {
        String hedge = ", \"hedge\": {\"positions\": [%s]}".formatted(future(UNITS));
        JsonNode answer =
                Bodies.answer(
                        "/v1/margin/hedge", body("2026-01-01T08:00:00Z", future(-UNITS), hedge));
        assertThat(answer.get("saved").asDouble()).isCloseTo(13_200, CENT);
        assertThat(answer.at("/after/initial").asDouble()).isZero();
    }

    @Test
    void othersThanGasHaveNoRule() {
        String bitcoin =
                Bodies.margin("gas", "1 perpetual")
                        .replace(
                                "\"perpetual\"",
                                "\"future\", " + "\"expiry\": \"2026-01-31T08:00:00Z\"");
        assertThat(Bodies.post("/v1/margin", bitcoin).statusCode()).isEqualTo(422);
    }
}
