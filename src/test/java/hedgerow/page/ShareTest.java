package hedgerow.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// A question is shared by link, and kept as JSON, CSV and a command, and each of them round-trips.
@QuarkusTest
class ShareTest extends OnThePage {
    private static final String REQUEST =
            "(async () => (await import('/page/book.js')).request())()";

    @Test
    void aLinkOpensTheSameQuestion() {
        tab.eval(
                """
                { const r = document.getElementById('w-spot');
                  r.value = -7; r.dispatchEvent(new Event('input')); }
                """);
        settle();
        tab.type("#legs input.num", "-12.5");
        tab.press("Enter");
        settle();
        String verdict = tab.text("#verdict");
        JsonNode request = tab.eval(REQUEST);
        tab.click("#copy-link");
        tab.until("location.hash.length > 20");
        String hash = tab.eval("location.hash").asText();
        assertThat(hash).matches("#[A-Za-z0-9_-]+");
        open(hash);
        assertThat(tab.eval(REQUEST)).isEqualTo(request);
        assertThat(tab.text("#verdict")).isEqualTo(verdict).contains("With spot \u22127 %");
    }

    @Test
    void aDamagedLinkShowsTheSampleBook() {
        open("#thisIsNoLinkAtAllButLongEnough");
        assertThat(tab.text("#verdict")).startsWith("The hedge cuts");
    }

    @Test
    void everyRequestIsTheSameAfterItsLink() {
        JsonNode same =
                tab.eval(
                        """
                        (async () => {
                          const { encode, decode } = await import('/page/share.js');
                          const odd = { text: '\u20bf \u2013 "quoted" \\n', numbers: [0.1, -1e-9, 1e21], empty: {} };
                          return JSON.stringify(await decode(await encode(odd))) === JSON.stringify(odd);
                        })()
                        """);
        assertThat(same.asBoolean()).isTrue();
    }

    @Test
    void theCommandAsksTheSameQuestion() {
        String command =
                tab.eval("(async () => (await import('/page/keep.js')).curl())()").asText();
        assertThat(command).startsWith("curl -s '" + page + "v1/margin/hedge'");
        String body = command.substring(command.indexOf("-d '") + 4, command.length() - 1);
        assertThat(answer("/v1/margin/hedge", tree(body)).get("inputHash"))
                .isEqualTo(answer("/v1/margin/hedge", sample()).get("inputHash"));
    }

    @Test
    void whatIsSavedIsReadAgain() {
        tab.eval(
                """
                { window.saved = {}; const make = URL.createObjectURL;
                  URL.createObjectURL = blob => { window.last = blob; return make(blob); };
                  HTMLAnchorElement.prototype.click = function () { window.saved[this.download] = window.last; }; }
                """);
        for (String button : new String[] {"json", "legs", "scenarios"}) {
            tab.click("#save-" + button);
        }
        tab.until("Object.keys(window.saved).length === 3");
        JsonNode scenarios = tab.eval("window.saved['scenarios.csv'].text()");
        assertThat(scenarios.asText().lines()).hasSize(1 + 2 * 35);
        String json = tab.eval("window.saved['hedgerow.json'].text()").asText();
        String legs = tab.eval("window.saved['legs.csv'].text()").asText();
        String verdict = tab.text("#verdict");
        paste(legs.replaceAll("(?m)^ETH perpetual.*\\R", ""));
        assertThat(tab.text("#paste-say")).isEqualTo("12 positions read.");
        take("BTC-PERPETUAL 1000");
        assertThat(tab.text("#verdict")).isNotEqualTo(verdict);
        take(json);
        assertThat(tab.text("#verdict")).isEqualTo(verdict);
    }
}
