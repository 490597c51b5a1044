package hedgerow.pricing.american;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.SharedData;
import hedgerow.portfolio.OptionRight;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Published values, through QuantLib's test-suite, which counts time in whole days of a 360-day
/// year where a table states years.
class AmericanPublishedTest {
    /// L. Andersen, M. Lake, D. Offengenden, 2016: S = K = 100, q 5 %, vol 25 %, one year.
    @Test
    void reproducesThePremiumsOfAndersenLakeAndOffengenden() {
        assertThat(premium(0.05)).isCloseTo(0.1069527028, within(1e-9));
        assertThat(premium(0.075)).isCloseTo(0.3671112309, within(2e-7));
    }

    @Test
    void reproducesTheHighPrecisionCases() throws IOException {
        JsonNode rows = read("cases/american_exact.json").get("rows");
        for (JsonNode row : rows) {
            assertThat(premium(row.get("r").asDouble()))
                    .as("%s", row)
                    .isCloseTo(row.get("premium").asDouble(), within(row.get("tol").asDouble()));
        }
        assertThat(rows.size()).isPositive();
    }

    private static double premium(double rate) {
        AmericanTerms terms = new AmericanTerms(OptionRight.PUT, rate, 0.05, 0.25, 1);
        double european = 100 * EuropeanPut.of(terms).value(1);
        return ExerciseBoundary.of(terms).value(100, 100) - european;
    }

    /// E. G. Haug, "Option pricing formulas", 1998, page 24. He prints four digits of which three
    /// are reproduced by others.
    @Test
    void baroneAdesiWhaleyReproducesHaugsTable() throws IOException {
        JsonNode rows = table("testBaroneAdesiWhaleyValues", "values");
        for (JsonNode row : rows) {
            double value = BaroneAdesiWhaley.of(terms(row)).value(spot(row), strike(row));
            assertThat(value).as("%s", row).isCloseTo(row.get("result").asDouble(), within(3e-3));
        }
        assertThat(rows.size()).isPositive();
    }

    /// Haug's first and ninth row, so that the formula is held without the file too.
    @Test
    void baroneAdesiWhaleyReproducesRowsOfHaugsTable() {
        AmericanTerms low = new AmericanTerms(OptionRight.CALL, 0.10, 0.10, 0.15, 0.1);
        AmericanTerms high = new AmericanTerms(OptionRight.CALL, 0.10, 0.10, 0.35, 0.5);
        assertThat(BaroneAdesiWhaley.of(low).value(90, 100)).isCloseTo(0.0206, within(5e-5));
        assertThat(BaroneAdesiWhaley.of(high).value(100, 100)).isCloseTo(9.5106, within(5e-4));
    }

    /// The first row is Haug's page 27, by an approximation of Bjerksund and Stensland; the others
    /// are all but free of vol, where approximations and exact values meet.
    @Test
    void agreesWithBjerksundAndStenslandToTheirAccuracy() throws IOException {
        JsonNode rows = table("testBjerksundStenslandValues", "values");
        for (JsonNode row : rows) {
            double value = ExerciseBoundary.of(terms(row)).value(spot(row), strike(row));
            double tolerance = row.get("v").asDouble() > 0.01 ? 5e-2 : 3e-4;
            assertThat(value)
                    .as("%s", row)
                    .isCloseTo(row.get("result").asDouble(), within(tolerance));
        }
        assertThat(rows.size()).isPositive();
    }

    /// N. Ju, Journal of Derivatives, Winter 1999, exhibits 3 and 6: an approximation, which is off
    /// by up to 0.073 on the rows of three years.
    @Test
    void agreesWithJusApproximationToItsAccuracy() throws IOException {
        JsonNode rows = table("testBjerksundStenslandValues", "juValues");
        for (JsonNode row : rows) {
            double value = ExerciseBoundary.of(terms(row)).value(spot(row), strike(row));
            double tolerance = row.get("t").asDouble() > 1 ? 0.08 : 0.02;
            assertThat(value)
                    .as("%s", row)
                    .isCloseTo(row.get("result").asDouble(), within(tolerance));
        }
        assertThat(rows.size()).isPositive();
    }

    /// Limits of QuantLib's QD+ engine: days of 1/365 year. Two rows are no limits but that
    /// engine's approximation, which holds to a thousandth of the strike.
    @Test
    void reproducesTheLimitsOfTheQdEngines() throws IOException {
        JsonNode rows = table("testQdAmericanEngines", "edgeTestCases");
        for (JsonNode row : rows) {
            double years = row.get("maturityInDays").asDouble() / 365;
            double vol = row.get("volatility").asDouble();
            AmericanTerms terms = terms(row.get("optionType").asText(), row, vol, years);
            double value =
                    ExerciseBoundary.of(terms).value(row.get("spot").asDouble(), strike(row));
            String name = row.get("_group").asText();
            boolean limit = !name.startsWith("standard") && !name.startsWith("extreme dividend");
            double precision = limit ? row.get("precision").asDouble() : 1e-3 * strike(row);
            assertThat(value)
                    .as("%s", row)
                    .isCloseTo(row.get("expectedValue").asDouble(), within(precision));
        }
        assertThat(rows.size()).isPositive();
    }

    /// The paper's schemes with more and fewer nodes, each to the tolerance it is published with.
    @Test
    void agreesWithThePublishedSchemes() throws IOException {
        for (JsonNode row : table("testAndersenLakeHighPrecisionExample", "testCases")) {
            double tolerance = Math.max(2e-7, row.get("tol").asDouble());
            for (String expected : row.get("expected[2]").asText().split("[{},]")) {
                if (expected.isBlank()) continue;
                assertThat(premium(row.get("r").asDouble()))
                        .as("%s", row)
                        .isCloseTo(Double.parseDouble(expected), within(tolerance));
            }
        }
    }

    private static AmericanTerms terms(JsonNode row) {
        double years = Math.rint(row.get("t").asDouble() * 360) / 360;
        return terms(row.get("type").asText(), row, row.get("v").asDouble(), years);
    }

    private static AmericanTerms terms(String type, JsonNode row, double vol, double years) {
        return new AmericanTerms(
                type.equals("Call") ? OptionRight.CALL : OptionRight.PUT,
                row.get("r").asDouble(),
                row.get("q").asDouble(),
                vol,
                years);
    }

    private static double spot(JsonNode row) {
        return row.get("s").asDouble();
    }

    private static double strike(JsonNode row) {
        return row.get("strike").asDouble();
    }

    private static JsonNode table(String test, String variable) throws IOException {
        JsonNode tables = read("cases/americanoption.json").get("tables");
        return StreamSupport.stream(tables.spliterator(), false)
                .filter(table -> table.get("test").asText().equals(test))
                .filter(table -> table.get("var").asText().equals(variable))
                .findFirst()
                .orElseThrow()
                .get("rows");
    }

    private static JsonNode read(String path) throws IOException {
        return new ObjectMapper().readTree(SharedData.file(path).toFile());
    }
}
