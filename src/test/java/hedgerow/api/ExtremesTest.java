package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.store.ModelStore;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Requests at the ends of every range are answered or refused, and never fail the service.
@QuarkusTest
class ExtremesTest {
    private static final long SEED = 20_260_101;
    private static final int REQUESTS = 800;
    private static final List<String> PRICES =
            List.of("1e-15", "1e-9", "1", "60000", "1e9", "1e15");
    private static final List<String> VOLS = List.of("0", "1e-9", "0.6", "100");
    private static final List<String> RATES = List.of("-10", "-0.05", "0", "0.05", "10");
    private static final List<String> INSTANTS =
            List.of(
                    "2026-01-01T08:00:00.000000001Z",
                    "2026-01-01T08:00:01Z",
                    "2026-01-31T08:00:00Z",
                    "2027-01-01T08:00:00Z",
                    "2199-12-31T00:00:00Z");
    private static final List<String> QUANTITIES =
            List.of("-1e12", "-1", "1e-12", "0", "7", "1e12");

    @Inject ModelStore models;

    private final Random random = new Random(SEED);

    @Test
    void everyRequestIsAnsweredOrRefused() {
        for (int i = 0; i < REQUESTS; i++) {
            String body = body();
            Response response =
                    Bodies.post(random.nextBoolean() ? "/v1/margin" : "/v1/margin/hedge", body);
            assertThat(response.statusCode())
                    .as("seed %d, request %d: %s%n%s", SEED, i, body, response.asString())
                    .isIn(200, 400, 422);
        }
    }

    private String body() {
        return """
        {"model": "%s", "market": %s, "portfolio": {"positions": [%s], "unrealisedPnl": %s,
          "collateral": [{"asset": "USD", "quantity": %s}], "orders": [%s]},
         "hedge": {"positions": [%s]}}
        """
                .formatted(
                        one(models.names()),
                        market(),
                        legs(random.nextInt(4), ""),
                        one(PRICES),
                        one(QUANTITIES),
                        legs(random.nextInt(2), ", \"limitPrice\": " + one(PRICES)),
                        legs(1 + random.nextInt(2), ""));
    }

    private String market() {
        String forwards =
                random.nextBoolean()
                        ? ""
                        : ", \"forwards\": [{\"expiry\": \"%s\", \"price\": %s}]"
                                .formatted(one(INSTANTS), one(PRICES));
        String perpetual = random.nextBoolean() ? "" : ", \"perpetualMark\": " + one(PRICES);
        return """
        {"asOf": "2026-01-01T08:00:00Z", "underlyings": [{"id": "X", "currency": "USD",
          "spot": %s, "rateAnnual": %s, "dividendYieldAnnual": %s, "vol": %s%s%s}]}
        """
                .formatted(one(PRICES), one(RATES), one(RATES), one(VOLS), forwards, perpetual);
    }

    private String legs(int count, String rest) {
        return IntStream.range(0, count)
                .mapToObj(_ ->
                        "{\"instrument\": {\"underlying\": \"X\", %s}, \"quantity\": %s%s}"
                                .formatted(instrument(), one(QUANTITIES), rest))
                .collect(Collectors.joining(", "));
    }

    private String instrument() {
        String multiplier = ", \"multiplier\": " + one(List.of("1e-12", "1", "1e12"));
        String settlement = one(List.of("linear", "inverse"));
        String unit =
                settlement.equals("inverse") && random.nextBoolean() ? ", \"unit\": \"quote\"" : "";
        String contract = ", \"settlement\": \"" + settlement + "\"" + unit + multiplier;
        return switch (random.nextInt(6)) {
            case 0 -> "\"type\": \"spot\"" + multiplier;
            case 1 -> "\"type\": \"perpetual\"" + contract;
            case 2 -> "\"type\": \"future\", \"expiry\": \"" + one(INSTANTS) + "\"" + contract;
            case 3, 4 -> option(settlement) + multiplier;
            default ->
                    """
                    "type": "%s", "strikeVol": %s, "realisedVol": %s, "expiry": "%s",
                    "start": "2025-12-01T08:00:00Z"
                    """
                                    .formatted(
                                            one(List.of("varianceSwap", "volatilitySwap")),
                                            one(VOLS),
                                            one(VOLS),
                                            one(INSTANTS))
                            + multiplier;
        };
    }

    private String option(String settlement) {
        return """
        "type": "option", "right": "%s", "strike": %s, "expiry": "%s", "style": "%s",
        "premium": "%s", "deliverable": "%s", "settlement": "%s"
        """
                .formatted(
                        one(List.of("call", "put")),
                        one(PRICES),
                        one(INSTANTS),
                        one(List.of("european", "american")),
                        one(List.of("upfront", "futures")),
                        one(List.of("spot", "future")),
                        settlement);
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
