package hedgerow.api;

import static hedgerow.api.Bodies.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which legs of a book net, by rule and by group.
@QuarkusTest
class NettingApiTest {
    private static final Offset<Double> CENT = within(0.005);

    private static JsonNode ask(String book, String more) {
        String body = Bodies.margin("crypto-grid", book).replaceFirst("\\{", "{" + more + ", ");
        return answer("/v1/margin", body);
    }

    /// The same with a group for each leg.
    private static JsonNode grouped(String book, String more, String... groups) {
        String body = Bodies.margin("crypto-grid", book);
        for (String group : groups) {
            body =
                    body.replaceFirst(
                            "\\{\"quantity\"", "{\"group\": \"" + group + "\", \"quantity_\"");
        }
        String named = body.replace("quantity_", "quantity").replaceFirst("\\{", "{" + more);
        return answer("/v1/margin", named);
    }

    @Test
    void withoutNettingEachLegPostsItsOwn() {
        JsonNode answer = ask("-10 C60000, 5 perpetual", "\"netting\": \"none\"");
        assertThat(answer.get("initial").asDouble()).isCloseTo(142_684.04, CENT);
        JsonNode netting = answer.get("netting");
        assertThat(netting.get("rule").asText()).isEqualTo("none");
        assertThat(netting.get("standAlone").asDouble()).isCloseTo(142_684.04, CENT);
        assertThat(netting.get("offset").asDouble()).isCloseTo(0, CENT);
        assertThat(netting.get("sets")).hasSize(2);
        assertThat(netting.at("/sets/0/underlying").asText()).isEqualTo("BTC");
        assertThat(answer.at("/components/1/set").asInt()).isEqualTo(1);
    }

    @Test
    void fullNettingReportsWhatItSaves() {
        JsonNode answer = ask("-10 C60000, 5 perpetual", "\"netting\": \"full\"");
        assertThat(answer.get("initial").asDouble()).isCloseTo(46_684.04, CENT);
        JsonNode netting = answer.get("netting");
        assertThat(netting.get("netted").asDouble()).isCloseTo(46_684.04, CENT);
        assertThat(netting.get("standAlone").asDouble()).isCloseTo(142_684.04, CENT);
        assertThat(netting.get("offset").asDouble()).isCloseTo(96_000.00, CENT);
        assertThat(netting.get("offsetPercent").asDouble()).isCloseTo(67.28, CENT);
        AnswerInvariants.check(ask("-10 C60000, 5 perpetual", "\"netting\": \"byUnderlying\""));
    }

    /// A perpetual and an option never end together, so by expiry they do not net.
    @Test
    void eachCoarserRuleAsksForNoMore() {
        List<Double> initial = new ArrayList<>();
        for (String rule : List.of("full", "byUnderlying", "byExpiry", "none")) {
            JsonNode answer =
                    ask(
                            "-10 C60000, 5 perpetual, 4 C66000, -3 P54000",
                            "\"netting\": \"" + rule + "\"");
            initial.add(answer.get("initial").asDouble());
            JsonNode brief =
                    ask(
                            "-10 C60000, 5 perpetual, 4 C66000, -3 P54000",
                            "\"detail\": \"brief\", \"netting\": \"" + rule + "\"");
            assertThat(brief.get("initial")).isEqualTo(answer.get("initial"));
            assertThat(brief.get("inputHash")).isEqualTo(answer.get("inputHash"));
        }
        assertThat(initial).isSorted();
        assertThat(initial.get(0)).isEqualTo(initial.get(1));
        assertThat(initial.get(2)).isGreaterThan(initial.get(1));
        assertThat(initial.get(3)).isGreaterThan(initial.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crypto-grid", "delta"})
    void randomBooksPostNoMoreTheCoarserTheRule(String model) {
        for (long seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed);
            String book =
                    "%d C60000, %d P54000, %d C69000, %d perpetual"
                            .formatted(random.ints(4, -20, 21).boxed().toArray());
            List<Double> initial = new ArrayList<>();
            for (String rule : List.of("full", "byUnderlying", "byExpiry", "none")) {
                String sent =
                        Bodies.margin(model, book)
                                .replaceFirst("\\{", "{\"netting\": \"" + rule + "\", ");
                double asked = answer("/v1/margin", sent).get("initial").asDouble();
                if (!initial.isEmpty()) {
                    assertThat(asked)
                            .as("seed %s, %s, %s, %s", seed, model, rule, book)
                            .isGreaterThanOrEqualTo(initial.getLast() - 1e-6);
                }
                initial.add(asked);
            }
        }
    }

    @Test
    void groupsNetInsideThemselvesAsFarAsTheLevelSays() {
        String book = "-10 C60000, 5 perpetual";
        JsonNode apart = grouped(book, "", "fund/a", "fund/b");
        assertThat(apart.get("initial").asDouble()).isCloseTo(142_684.04, CENT);
        assertThat(apart.at("/netting/sets/0/group").asText()).isEqualTo("fund/a");
        assertThat(apart.at("/netting/sets/1/positions/0").asInt()).isEqualTo(1);
        JsonNode account = grouped(book, "\"groupLevel\": 1, ", "fund/a", "fund/b");
        assertThat(account.get("initial").asDouble()).isCloseTo(46_684.04, CENT);
        assertThat(account.at("/netting/sets/0/group").asText()).isEqualTo("fund");
        assertThat(account.get("inputHash")).isNotEqualTo(apart.get("inputHash"));
        JsonNode same = grouped(book, "", "desk", "desk");
        assertThat(same.get("initial").asDouble()).isCloseTo(46_684.04, CENT);
        AnswerInvariants.check(same);
    }

    @Test
    void anotherRuleIsAFault() {
        JsonNode problem =
                Bodies.tree(
                        Bodies.post(
                                "/v1/margin",
                                Bodies.margin("delta", "1 perpetual")
                                        .replaceFirst(
                                                "\\{",
                                                "{\"netting\": \"some\", \"groupLevel\": 9, ")));
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/netting", "/groupLevel");
    }
}
