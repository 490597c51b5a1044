package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.TextTable;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A venue symbol, and the same instrument spelt out as fields, are one and the same question.
@QuarkusTest
class InstrumentFormsTest {
    static Stream<List<String>> pairs() {
        return TextTable.rows(
                """
                symbol                       | fields                                                                                  | multiplier | unit
                BTC-PERPETUAL                | "type": "perpetual", "settlement": "inverse", "multiplier": 10, "unit": "quote"         | 10   | quote
                BTC_USDC-PERPETUAL           | "type": "perpetual"                                                                     | 1    | base
                BTC-31JAN26                  | "type": "future", "expiry": "2026-01-31T08:00:00Z", "settlement": "inverse", "multiplier": "10", "unit": "quote" | 10 | quote
                BTC-31JAN26-60000-C          | "type": "option", "right": "call", "strike": 60000, "expiry": "2026-01-31T08:00:00Z", "settlement": "inverse" | 1 | base
                BTC_USDC-31JAN26-60000-P     | "type": "option", "right": "put", "strike": "60000", "expiry": "2026-01-31T09:00:00+01:00", "style": "european", "settlement": "linear", "premium": "upfront", "deliverable": "spot", "currency": "USD" | 1 | base
                BTC-USD-SWAP                 | "type": "perpetual", "settlement": "inverse", "multiplier": 100, "unit": "quote", "currency": "BTC" | 100 | quote
                BTC-USDT-SWAP                | "type": "perpetual", "multiplier": 0.01                                                 | 0.01 | base
                BTC-USD-260131-60000-C       | "type": "option", "right": "call", "strike": 60000, "expiry": "2026-01-31T08:00:00Z", "settlement": "inverse", "multiplier": 0.01 | 0.01 | base
                BTC-USDT                     | "type": "spot"                                                                          | 1    | base
                """);
    }

    private static JsonNode margin(String leg) {
        return Bodies.answer(
                "/v1/margin",
                """
                {"model": "crypto-grid", "market": %s, "portfolio": {"positions": [%s]}}
                """
                        .formatted(Bodies.MARKET, leg));
    }

    private static JsonNode byFields(String fields, String quantity) {
        return margin(
                """
                {"instrument": {"underlying": "BTC", %s}, "quantity": %s}
                """
                        .formatted(fields, quantity));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void symbolAndFieldsGiveTheSameAnswer(List<String> row) {
        JsonNode bySymbol = margin("{\"symbol\": \"" + row.get(0) + "\", \"quantity\": -7}");
        JsonNode byFields = byFields(row.get(1), "\"-7\"");
        assertThat(byFields.get("inputHash")).isEqualTo(bySymbol.get("inputHash"));
        assertThat(byFields.get("initial")).isEqualTo(bySymbol.get("initial"));
        assertThat(bySymbol.get("initial").asDouble()).isPositive();
        JsonNode leg = bySymbol.at("/contributions/0");
        assertThat(leg.get("symbol").asText()).isEqualTo(row.get(0));
        assertThat(leg.get("multiplier").asDouble()).isEqualTo(Double.parseDouble(row.get(2)));
        assertThat(leg.get("unit").asText()).isEqualTo(row.get(3));
        assertThat(byFields.at("/contributions/0").has("symbol")).isFalse();
    }

    /// `N (1/F - 1/F')` coins, at the current spot: 16 % up loses `N * 0.16 / 1.16` when short.
    @Test
    void notionalInTheQuoteCurrency() {
        double expected = 120_000 * 0.16 / 0.84;
        for (String leg :
                new String[] {
                    "{\"symbol\": \"BTC-PERPETUAL\", \"quantity\": 12000}",
                    "{\"symbol\": \"BTC-PERPETUAL\", \"quantity\": 120000, \"unit\": \"quote\"}",
                    """
                    {"instrument": {"type": "perpetual", "underlying": "BTC", "settlement": "inverse"},
                     "quantity": 120000, "unit": "quote"}
                    """,
                    """
                    {"instrument": {"type": "perpetual", "underlying": "BTC", "settlement": "inverse",
                     "unit": "quote"}, "quantity": 120000}
                    """
                }) {
            JsonNode answer = margin(leg);
            assertThat(answer.at("/groups/0/binding/spotShock").asDouble()).isEqualTo(-0.66);
            JsonNode core =
                    Bodies.answer(
                            "/v1/margin",
                            """
                            {"model": "crypto-grid-core", "market": %s,
                             "portfolio": {"positions": [%s]}}
                            """
                                    .formatted(Bodies.MARKET, leg));
            assertThat(core.get("initial").asDouble()).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void everyKindOfInstrumentIsAnswered() {
        String legs =
                """
                {"instrument": {"type": "spot", "underlying": "BTC"}, "quantity": 1},
                {"instrument": {"type": "future", "underlying": "BTC",
                  "expiry": "2026-03-27T08:00:00Z"}, "quantity": -2},
                {"instrument": {"type": "perpetual", "underlying": "BTC"}, "quantity": 3},
                {"instrument": {"type": "option", "underlying": "BTC", "right": "put",
                  "strike": 55000, "expiry": "2026-01-31T08:00:00Z", "premium": "futures",
                  "deliverable": "future"}, "quantity": -4},
                {"instrument": {"type": "varianceSwap", "underlying": "BTC", "strikeVol": 0.6,
                  "start": "2025-12-01T08:00:00Z", "expiry": "2026-01-31T08:00:00Z",
                  "realisedVol": 0.5, "multiplier": 10000}, "quantity": 5},
                {"instrument": {"type": "volatilitySwap", "underlying": "BTC", "strikeVol": 0.6,
                  "start": "2026-01-01T08:00:00Z", "expiry": "2026-01-31T08:00:00Z",
                  "multiplier": 10000}, "quantity": -6}
                """;
        JsonNode answer = margin(legs);
        assertThat(answer.get("contributions")).hasSize(6);
        AnswerInvariants.check(answer);
    }
}
