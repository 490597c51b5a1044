package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import hedgerow.SharedData;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What getting out costs, in a margin and over real order books.
@QuarkusTest
class LiquidityApiTest {
    private static final Pattern LEVEL = Pattern.compile("\\[([0-9.]+), ([0-9.]+)\\]");

    @Test
    void aMarginHasAChargeForGettingOut() {
        for (double[] worked : new double[][] {{25, 1_665.52}, {100, 13_324}, {400, 106_594}}) {
            String book = worked[0] + " perpetual";
            JsonNode answer =
                    Bodies.answer("/v1/margin", Bodies.margin("crypto-grid-liquidity", book));
            JsonNode charge = answer.at("/components/1");
            assertThat(charge.get("name").asText()).isEqualTo("liquidity");
            assertThat(charge.get("initial").asDouble()).isCloseTo(worked[1], within(0.5));
            assertThat(answer.get("initial").asDouble())
                    .isCloseTo(worked[0] * 9_600 + charge.get("initial").asDouble(), within(1e-6));
            AnswerInvariants.check(answer);
        }
    }

    /// Every book of options on one real day: the walk is the sum over its levels, what it costs
    /// grows with size, and what it does not hold is told.
    @Test
    void realBooksAreWalkedLevelByLevel() throws IOException {
        int books = 0;
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                SharedData.file("data/deribit/btc_options_book_20200521.csv"))) {
            for (NamedCsvRecord line : csv) {
                if (walks(line, "bids") && walks(line, "asks")) books++;
            }
        }
        assertThat(books).isGreaterThan(100);
    }

    private static boolean walks(NamedCsvRecord line, String side) {
        ArrayNode levels = new ObjectMapper().createArrayNode();
        double held = 0;
        double value = 0;
        for (MatchResult level : LEVEL.matcher(line.getField(side)).results().toList()) {
            double price = Double.parseDouble(level.group(1));
            double size = Double.parseDouble(level.group(2));
            levels.addObject().put("price", price).put("size", size);
            held += size;
            value += price * size;
        }
        double bid = number(line, "best_bid_price");
        double ask = number(line, "best_ask_price");
        if (levels.isEmpty() || bid <= 0 || ask <= 0) return false;
        double mid = (bid + ask) / 2;
        String what = line.getField("instrument_name") + " " + side;
        JsonNode whole = impact(levels, mid, held);
        assertThat(whole.at("/book/missing").asDouble()).as(what).isCloseTo(0, within(1e-9));
        assertThat(whole.at("/book/proceeds").asDouble()).as(what).isCloseTo(value, within(1e-9));
        assertThat(whole.at("/book/cost").asDouble())
                .as(what)
                .isCloseTo(Math.abs(mid * held - value), within(1e-9));
        JsonNode half = impact(levels, mid, held / 2);
        assertThat(half.at("/book/costBps").asDouble())
                .as(what)
                .isLessThanOrEqualTo(whole.at("/book/costBps").asDouble() + 1e-9);
        JsonNode beyond = impact(levels, mid, held + 7);
        assertThat(beyond.at("/book/missing").asDouble()).as(what).isCloseTo(7, within(1e-9));
        assertThat(beyond.get("addOn").asDouble())
                .as(what)
                .isGreaterThan(beyond.at("/book/cost").asDouble());
        return true;
    }

    private static double number(NamedCsvRecord line, String field) {
        String text = line.getField(field);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    private static JsonNode impact(ArrayNode levels, double mid, double size) {
        ObjectNode body = new ObjectMapper().createObjectNode();
        body.put("size", size).put("mid", mid).put("vol", 0.85).put("volumeDaily", 1_000);
        body.set("levels", levels);
        return Bodies.answer("/v1/execution/impact", body.toString());
    }
}
