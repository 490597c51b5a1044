package hedgerow.margin;

import static hedgerow.margin.SpanCase.of;
import static hedgerow.margin.SpanCase.tier;
import static hedgerow.margin.SpanCase.tiers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.margin.span.SpanReport;
import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity.Factors;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.CombinedCommodity.SpotCharge;
import hedgerow.market.clearing.CombinedCommodity.Tiers;
import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.Figures;
import hedgerow.market.clearing.Period;
import hedgerow.portfolio.OptionRight;
import hedgerow.store.span.RecordCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/// Every `span_*.json` of a folder of cases comes out, each intermediate figure too.
///
/// The folder is `../shared/cases`, or that of the system property `hedgerow.cases`. A file is told
/// apart by its shape: arrays and positions, legs with summary arrays, charges, one exchange's
/// array, profits by name, portfolios over a file of risk parameters, or lines of such a file.
class SpanConformanceTest {
    private static final double CENT = 0.005;
    private static final int MONTH = 202703;

    @TestFactory
    Stream<DynamicTest> everyCaseComesOut() throws IOException {
        Path folder = Path.of(System.getProperty("hedgerow.cases", "../shared/cases"));
        boolean there = Files.isDirectory(folder);
        if (!there) System.out.println("skipped, as there is no folder " + folder);
        assumeTrue(there, () -> "skipped, as there is no folder " + folder);
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("span_") && name.endsWith(".json")) tests(file, tests);
            }
        }
        return tests.stream();
    }

    private static void tests(Path file, List<DynamicTest> tests) throws IOException {
        JsonNode root = new ObjectMapper().readTree(Files.readAllBytes(file));
        String name = file.getFileName().toString();
        if (root.has("lines")) {
            records(name, root, tests);
        } else if (root.has("file") && root.has("cases")) {
            SpanPortfolioCases cases = new SpanPortfolioCases(file, root);
            for (JsonNode one : root.get("cases")) {
                tests.add(test(name, one.get("name").asText(), () -> cases.check(one)));
            }
        } else if (root.has("cases")) {
            for (JsonNode one : root.get("cases")) {
                tests.add(test(name, one.get("name").asText(), () -> charge(one)));
            }
        } else if (root.at("/inputs/instruments").isObject()) {
            tests.add(test(name, "arrays", () -> arrays(root)));
        } else if (root.at("/inputs/legs").isObject()) {
            tests.add(test(name, "credit", () -> intercommodity(root)));
        } else if (root.at("/inputs/future").isObject()) {
            tests.add(test(name, "future", () -> exchangeFuture(root)));
        } else if (root.has("pnl_long_future")) {
            tests.add(test(name, "profits", () -> profits(root)));
        } else {
            tests.add(test(name, "shape", () -> fail("a file of a shape that is not known")));
        }
    }

    /// Lines of a file: each is read, and says what is expected of it.
    private static void records(String name, JsonNode root, List<DynamicTest> tests) {
        for (JsonNode line : root.get("lines")) {
            String text = line.asText();
            String type = text.substring(0, 2).strip();
            tests.add(test(name, "record " + type, () -> RecordCases.accept(text)));
            for (JsonNode check : root.path("parsedChecks")) {
                if (!check.get("line").asText().equals(type)) continue;
                JsonNode expect = check.get("expect");
                tests.add(test(name, "fields of " + type, () -> RecordCases.check(text, expect)));
            }
        }
    }

    private static DynamicTest test(String file, String name, Executable check) {
        return DynamicTest.dynamicTest(file + ": " + name, check);
    }

    static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    /// Contracts with their arrays, positions by name.
    private static void arrays(JsonNode root) {
        SpanCase told = new SpanCase();
        root.at("/inputs/instruments")
                .properties()
                .forEach(each -> {
                    JsonNode contract = each.getValue();
                    double quantity = root.at("/inputs/positions").path(each.getKey()).asDouble();
                    double delta = contract.path("delta").asDouble(1);
                    double[] losses = numbers(contract.get("array"));
                    if (contract.get("type").asText().equals("FUT")) {
                        told.future("CC", MONTH, delta, losses, quantity);
                    } else {
                        OptionRight right =
                                contract.get("right").asText().equals("C")
                                        ? OptionRight.CALL
                                        : OptionRight.PUT;
                        told.option(
                                "CC",
                                MONTH,
                                right,
                                contract.get("strike").asDouble(),
                                figures(contract.path("contractValue").asDouble(), delta),
                                losses,
                                quantity);
                    }
                });
        SpanReport.Commodity of = of(told.report(), "CC");
        JsonNode expected = root.get("expected");
        assertThat(of.scan().sv()).containsExactly(boxed(numbers(expected.get("summaryArray"))));
        assertThat(of.sr()).isEqualTo(expected.get("scanRisk").asDouble());
        assertThat(of.scan().as()).isEqualTo(expected.get("activeScenario").asInt());
    }

    private static Double[] boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Double[]::new);
    }

    private static Figures figures(double price, double delta) {
        return new Figures(OptionalDouble.of(price), OptionalDouble.empty(), delta);
    }

    /// Two commodities with their summary arrays and net deltas, and a credit between them.
    private static void intercommodity(JsonNode root) {
        SpanCase told = new SpanCase();
        root.at("/inputs/legs")
                .properties()
                .forEach(leg ->
                        told.future(
                                leg.getKey(),
                                MONTH,
                                leg.getValue().get("netDelta").asDouble(),
                                numbers(leg.getValue().get("summaryArray")),
                                1));
        JsonNode legs = root.at("/inputs/spread/legs");
        double rate = root.at("/inputs/spread/creditRatePct").asDouble() / 100;
        List<DeltaSpread.Leg> formed = new ArrayList<>();
        for (JsonNode leg : legs) {
            formed.add(
                    SpanCase.leg(
                            leg.get("cc").asText(),
                            new DeltaSpread.Slot.Whole(),
                            leg.get("ratio").asText(),
                            leg.get("side").asText(),
                            rate));
        }
        told.after(
                new DeltaSpread(
                        1,
                        DeltaSpread.Method.REGULAR,
                        new DeltaSpread.Amount(DeltaSpread.Unit.WEIGHTED_PRICE_RISK, rate),
                        formed));
        SpanReport report = told.report();
        JsonNode expected = root.get("expected");
        double printed = root.path("tolerance").asDouble(CENT);
        for (JsonNode leg : legs) {
            String code = leg.get("cc").asText();
            check(of(report, code), expected.get(code), printed);
            assertThat(of(report, code).spreads().getFirst().spreads())
                    .isCloseTo(expected.get("numberOfSpreads").asDouble(), within(1e-9));
        }
        assertThat(report.spanReq()).isCloseTo(expected.get("total").asDouble(), within(printed));
    }

    private static void check(SpanReport.Commodity of, JsonNode expected, double printed) {
        assertThat(of.sr()).isEqualTo(expected.get("scanRisk").asDouble());
        assertThat(of.scan().as()).isEqualTo(expected.get("activeScenario").asInt());
        int paired = SpanCase.SIXTEEN.scan().get(of.scan().as() - 1).paired();
        assertThat(paired + 1).isEqualTo(expected.get("pairedScenario").asInt());
        assertThat(of.scan().sv().get(paired)).isEqualTo(expected.get("pairedLoss").asDouble());
        assertThat(of.scan().tr()).isEqualTo(expected.get("timeRisk").asDouble());
        assertThat(of.scan().vr()).isEqualTo(expected.get("volRisk").asDouble());
        assertThat(of.scan().pr()).isEqualTo(expected.get("priceRisk").asDouble());
        assertThat(of.scan().wpr())
                .isCloseTo(expected.get("weightedPriceRisk").asDouble(), within(CENT));
        assertThat(of.ie()).isCloseTo(expected.get("credit").asDouble(), within(printed));
        assertThat(of.req()).isCloseTo(expected.get("margin").asDouble(), within(printed));
    }

    /// Short texts with a few numbers each; the fields tell what is charged.
    private static void charge(JsonNode one) {
        SpanCase told = new SpanCase();
        SpanCase.Commodity commodity = told.commodity("CC");
        if (one.has("longDelta")) {
            commodity.tiers = new Tiers(List.of(), List.of(tier(1, 202701, 202712)), List.of());
            commodity.tierSpreads.add(tiers("CC", 1, one.get("rate").asDouble(), "1 1 A", "1 1 B"));
            flat(told, 202703, one.get("longDelta").asDouble());
            flat(told, 202705, one.get("shortDelta").asDouble());
            SpanReport.Commodity of = of(told.report(), "CC");
            assertThat(formed(of)).isEqualTo(one.get("expectedSpreads").asDouble());
            assertThat(of.ia()).isEqualTo(one.get("expectedCharge").asDouble());
        } else if (one.has("spreads")) {
            double within1 = one.at("/spreads/tier1").asDouble();
            double within2 = one.at("/spreads/tier2").asDouble();
            double between = one.at("/spreads/tier1_2").asDouble();
            commodity.tiers =
                    new Tiers(
                            List.of(),
                            List.of(tier(1, 202701, 202706), tier(2, 202707, 202712)),
                            List.of());
            commodity.tierSpreads.add(rate(one, 1, "tier1", "1 1 A", "1 1 B"));
            commodity.tierSpreads.add(rate(one, 2, "tier2", "2 1 A", "2 1 B"));
            commodity.tierSpreads.add(rate(one, 3, "tier1_2", "1 1 A", "2 1 B"));
            flat(told, 202703, within1 + between);
            flat(told, 202705, -within1);
            flat(told, 202709, within2);
            flat(told, 202711, -within2 - between);
            assertThat(of(told.report(), "CC").ia())
                    .isEqualTo(one.get("expectedCharge").asDouble());
        } else if (one.has("frontMonthSpreads")) {
            double spreads = one.get("frontMonthSpreads").asDouble();
            commodity.tiers = new Tiers(List.of(), List.of(tier(1, 202701, 202712)), List.of());
            commodity.tierSpreads.add(
                    tiers("CC", 1, one.get("spreadRate").asDouble(), "1 1 A", "1 1 B"));
            commodity.spot.add(
                    new SpotCharge(
                            Period.ofMonth(202703),
                            one.get("deliverySpreadRate").asDouble(),
                            one.get("deliveryOutrightRate").asDouble(),
                            SpotCharge.Applies.BOTH));
            flat(told, 202703, spreads + one.get("frontMonthOutrights").asDouble());
            flat(told, 202705, -spreads);
            SpanReport.Commodity of = of(told.report(), "CC");
            assertThat(of.ia()).isEqualTo(one.get("expectedIntermonth").asDouble());
            assertThat(of.dr()).isEqualTo(one.get("expectedDelivery").asDouble());
        } else if (one.has("shortOptions")) {
            commodity.minimum =
                    new Minimum(Optional.empty(), one.get("rate").asDouble(), List.of());
            double[] none = new double[16];
            told.option(
                    "CC",
                    MONTH,
                    OptionRight.CALL,
                    1,
                    figures(0, 0),
                    none,
                    -one.get("shortOptions").asDouble());
            SpanReport report = told.report();
            assertThat(of(report, "CC").som()).isEqualTo(one.get("expectedSom").asDouble());
            assertThat(report.spanReq()).isEqualTo(one.get("expectedSom").asDouble());
        } else if (one.has("initialToMaintenance")) {
            double ratio = one.get("initialToMaintenance").asDouble();
            commodity.factors = new Factors(Map.of(), Map.of(AccountType.SPECULATOR, ratio));
            double[] losses = new double[16];
            losses[12] = 1000;
            told.future("CC", MONTH, 1, losses, 1);
            SpanReport report = told.report();
            assertThat(report.spanReq()).isEqualTo(1000);
            assertThat(report.spanReqInitial()).isCloseTo(1000 * ratio, within(1e-9));
        } else {
            fail("a charge of a shape that is not known: " + one);
        }
    }

    private static DeltaSpread rate(JsonNode one, int priority, String name, String... legs) {
        return tiers("CC", priority, one.get("rates").get(name).asDouble(), legs);
    }

    /// A future that loses nothing, so that charges stand alone.
    private static void flat(SpanCase told, int month, double quantity) {
        told.future("CC", month, 1, new double[16], quantity);
    }

    private static double formed(SpanReport.Commodity of) {
        return of.spreads().stream().mapToDouble(SpanReport.FormedSpread::spreads).sum();
    }

    /// One future's array of an exchange.
    private static void exchangeFuture(JsonNode root) {
        JsonNode expected = root.get("expected");
        double[] losses = numbers(root.at("/inputs/future/array"));
        SpanReport.Commodity bought =
                of(new SpanCase().future("CC", MONTH, 1, losses, 1).report(), "CC");
        SpanReport.Commodity sold =
                of(new SpanCase().future("CC", MONTH, 1, losses, -1).report(), "CC");
        SpanReport.Commodity lot =
                of(new SpanCase().future("CC", MONTH, 1, losses, 75).report(), "CC");
        assertThat(bought.sr()).isEqualTo(expected.get("longScanRiskPerUnit").asDouble());
        assertThat(sold.sr()).isEqualTo(expected.get("shortScanRiskPerUnit").asDouble());
        assertThat(bought.scan().as()).isEqualTo(expected.get("activeScenarioLong").asInt());
        assertThat(sold.scan().as()).isEqualTo(expected.get("activeScenarioShort").asInt());
        assertThat(lot.sr()).isCloseTo(expected.get("perLot75Long").asDouble(), within(1e-9));
    }

    /// Profits of a future and of a call, and of both together.
    private static void profits(JsonNode root) {
        double[] future = losses(root.get("pnl_long_future"));
        double[] call = losses(root.get("pnl_long_call_dec410"));
        JsonNode expected = root.get("expected");
        double outright = scan(future, call, 1, 0).sr();
        double covered = scan(future, call, 1, -1).sr();
        double sold = scan(future, call, 0, -1).sr();
        assertThat(outright).isEqualTo(expected.get("margin_long_future").asDouble());
        assertThat(sold).isEqualTo(expected.get("margin_short_call_scan").asDouble());
        assertThat(covered).isEqualTo(expected.get("margin_covered_write").asDouble());
        assertThat(scan(future, call, 0, 1).sr())
                .isEqualTo(expected.get("margin_long_call_scan").asDouble());
        assertThat(outright + sold - covered).isEqualTo(expected.get("hedge_offset").asDouble());
        List<Double> written = scan(future, call, 1, -1).scan().sv();
        assertThat(written).containsExactly(boxed(losses(root.get("pnl_covered_write"))));
        String active = expected.get("active_scenario").asText();
        assertThat(root.get("scenarios").get(scan(future, call, 1, -1).scan().as() - 1).asText())
                .isEqualTo(active);
    }

    private static double[] losses(JsonNode profits) {
        double[] losses = numbers(profits);
        for (int s = 0; s < losses.length; s++) losses[s] = 0 - losses[s];
        return losses;
    }

    private static SpanReport.Commodity scan(
            double[] future, double[] call, double futures, double calls) {
        SpanCase told = new SpanCase().future("CC", MONTH, 1, future, futures);
        told.option("CC", MONTH, OptionRight.CALL, 410, figures(0, 0.5), call, calls);
        return of(told.report(), "CC");
    }
}
