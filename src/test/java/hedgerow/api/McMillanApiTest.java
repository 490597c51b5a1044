package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.SharedData;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Published arrays of a clearing house, sent with the market, margined through the service.
@QuarkusTest
class McMillanApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String body(String future, String call, String positions) {
        return """
        {"model": "spot-vol-16", "scenarioPnl": true,
         "market": {"asOf": "2026-01-01T08:00:00Z", "underlyings": [
           {"id": "SP", "currency": "USD", "spot": 410, "arrays": [
             {"contract": "FUT DEC", "value": 0, "delta": 1, "pnl": %s},
             {"contract": "CALL DEC 410", "value": 0, "delta": 0.5, "pnl": %s}]}]},
         "portfolio": {"positions": [%s]}}
        """
                .formatted(future, call, positions);
    }

    private static String leg(String contract, int quantity) {
        return """
        {"instrument": {"type": "listed", "underlying": "SP", "contract": "%s"}, "quantity": %d}
        """
                .formatted(contract, quantity);
    }

    private static JsonNode answer(int futures, int calls) throws IOException {
        JsonNode published = JSON.readTree(SharedData.file("cases/span_mcmillan.json").toFile());
        String positions =
                futures == 0
                        ? leg("CALL DEC 410", calls)
                        : calls == 0
                                ? leg("FUT DEC", futures)
                                : leg("FUT DEC", futures) + "," + leg("CALL DEC 410", calls);
        JsonNode answer =
                Bodies.answer(
                        "/v1/margin",
                        body(
                                published.get("pnl_long_future").toString(),
                                published.get("pnl_long_call_dec410").toString(),
                                positions));
        AnswerInvariants.check(answer);
        return answer;
    }

    /// Source: L. McMillan, Options as a Strategic Investment, chapter 34, pages 668 to 670.
    @ParameterizedTest
    @CsvSource({"1, 0, 10000", "0, 1, 3990", "0, -1, 8060", "1, -1, 6620"})
    void scanIsAsPublished(int futures, int calls, double expected) throws IOException {
        assertThat(answer(futures, calls).get("initial").asDouble()).isEqualTo(expected);
    }

    @Test
    void coveredWriteIsSummedScenarioByScenario() throws IOException {
        JsonNode answer = answer(1, -1);
        JsonNode published = JSON.readTree(SharedData.file("cases/span_mcmillan.json").toFile());
        JsonNode pnl = answer.at("/groups/0/scenarioPnl");
        assertThat(pnl).hasSize(16);
        for (int s = 0; s < 16; s++) {
            assertThat(pnl.get(s).asDouble())
                    .as("scenario %d", s + 1)
                    .isEqualTo(published.at("/pnl_covered_write/" + s).asDouble());
        }
        assertThat(answer.get("offset").asDouble()).isEqualTo(11_440);
        assertThat(answer.at("/binding/index").asInt()).isEqualTo(12);
        assertThat(answer.at("/binding/weight").asDouble()).isEqualTo(1);
        assertThat(answer.at("/contributions/0/contribution").asDouble()).isEqualTo(10_000);
        assertThat(answer.at("/contributions/1/contribution").asDouble()).isEqualTo(-3_380);
    }

    @Test
    void arraysOfAnotherLengthThanTheModelsAreRefused() {
        BadInputTest.assertProblem(
                Bodies.post("/v1/margin", body("[1, 2]", "[1, 2]", leg("FUT DEC", 1))),
                422,
                List.of("/portfolio/positions/0/instrument"),
                "2 scenarios");
    }
}
