package hedgerow.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.margin.SpanCase.Told;
import hedgerow.margin.span.SpanReport;
import hedgerow.market.Market;
import hedgerow.market.clearing.CombinedCommodity;
import hedgerow.market.clearing.ContractKey;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.ProductFamily.Kind;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.market.clearing.Series;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.store.Reading;
import hedgerow.store.span.Pa2Reader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Portfolios over a file of risk parameters, each with its figures on the way.
final class SpanPortfolioCases {
    private static final double TIGHT = 1e-6;

    private final RiskParameters parameters;

    SpanPortfolioCases(Path file, JsonNode root) throws IOException {
        try (InputStream in =
                Files.newInputStream(file.resolveSibling(root.get("file").asText()))) {
            Reading<RiskParameters> reading = Pa2Reader.read(in);
            assertThat(reading).as("%s", reading).isInstanceOf(Reading.Value.class);
            this.parameters = ((Reading.Value<RiskParameters>) reading).value();
        }
    }

    void check(JsonNode one) {
        List<Position> positions = new ArrayList<>();
        for (JsonNode position : one.get("positions")) positions.add(position(position));
        Market market = Market.of(Instant.EPOCH, List.of()).with(parameters);
        Told told = new Told(market, Portfolio.of(positions));
        SpanReport report = told.report();
        JsonNode expected = one.get("expected");
        close(report.spanReq(), expected, "spanRisk");
        close(report.anov(), expected, "netOptionValue");
        close(report.total(), expected, "totalMaintenance");
        close(report.totalInitial(), expected, "totalInitialSpeculator");
        assertThat(report.ccs()).hasSize(expected.get("perCombinedCommodity").size());
        for (SpanReport.Commodity of : report.ccs()) {
            commodity(of, expected.get("perCombinedCommodity").get(of.cc()));
        }
        double margin = told.margin(SpanCase.RULES).initial();
        assertThat(margin).isCloseTo(Math.max(0, report.totalInitial()), within(TIGHT));
    }

    private Position position(JsonNode told) {
        Kind kind = Kind.valueOf(told.get("type").asText());
        ProductFamily.Key family =
                parameters.contracts().families().stream()
                        .map(ProductFamily::key)
                        .filter(key -> key.kind() == kind)
                        .filter(key -> key.commodity().equals(told.get("commodity").asText()))
                        .findFirst()
                        .orElseThrow();
        Period underlying = Period.of(told.get("futureMonth").asText());
        String own = told.get("optionMonth").asText();
        Series.Key series =
                new Series.Key(family, own.isEmpty() ? underlying : Period.of(own), underlying);
        Optional<OptionRight> right =
                switch (told.get("right").asText()) {
                    case "C" -> Optional.of(OptionRight.CALL);
                    case "P" -> Optional.of(OptionRight.PUT);
                    default -> Optional.empty();
                };
        ContractKey key = new ContractKey(series, right, told.get("strike").asDouble());
        CombinedCommodity commodity = parameters.commodityOf(family).orElseThrow();
        return new Position(
                new ListedContract(commodity.code(), key.id()), told.get("qty").asDouble());
    }

    private static void commodity(SpanReport.Commodity of, JsonNode expected) {
        assertThat(of.scan().sv())
                .containsExactly(
                        Arrays.stream(SpanConformanceTest.numbers(expected.get("scenarioLosses")))
                                .boxed()
                                .toArray(Double[]::new));
        close(of.sr(), expected, "scanRisk");
        assertThat(of.scan().as()).isEqualTo(expected.get("activeScenario").asInt());
        close(of.scan().tr(), expected, "timeRisk");
        close(of.scan().vr(), expected, "volRisk");
        close(of.scan().pr(), expected, "priceRisk");
        close(of.scan().wpr(), expected, "weightedPriceRisk");
        close(of.scan().netDelta(), expected, "netDelta");
        close(of.ia(), expected, "intraCharge");
        close(of.dr(), expected, "spotCharge");
        close(of.ie(), expected, "interCredit");
        close(of.som(), expected, "shortOptionMinimum");
        close(of.values().lov(), expected, "longOptionValue");
        close(of.values().sov(), expected, "shortOptionValue");
        close(of.req(), expected, "maintenanceRisk");
        deltas(of, expected.get("deltaByMonth"));
        spreads(of, expected.get("spreadsFormed"));
    }

    private static void deltas(SpanReport.Commodity of, JsonNode expected) {
        assertThat(of.pd()).hasSize(expected.size());
        for (SpanReport.PeriodDelta delta : of.pd()) close(delta.od(), expected, delta.pe());
    }

    private static void spreads(SpanReport.Commodity of, JsonNode expected) {
        List<SpanReport.FormedSpread> formed =
                of.spreads().stream()
                        .filter(s -> s.stage().startsWith("series") || s.stage().startsWith("tier"))
                        .toList();
        assertThat(formed).hasSize(expected.size());
        for (int i = 0; i < formed.size(); i++) {
            SpanReport.FormedSpread spread = formed.get(i);
            JsonNode one = expected.get(i);
            String kind = one.get("kind").asText().equals("E") ? "series spreads" : "tier spreads";
            assertThat(spread.stage()).isEqualTo(kind);
            assertThat(spread.priority()).isEqualTo(one.get("priority").asInt());
            assertThat(spread.orientation()).isEqualTo(one.get("orient").asText());
            close(spread.spreads(), one, "spreads");
            close(spread.rate(), one, "rate");
        }
    }

    private static void close(double actual, JsonNode expected, String field) {
        double value = expected.get(field).asDouble();
        assertThat(actual).as(field).isCloseTo(value, within(TIGHT * Math.max(1, Math.abs(value))));
    }
}
