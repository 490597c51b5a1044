package hedgerow.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Nothing that axe knows keeps anyone from using the page, on any screen and in both colours.
@QuarkusTest
class AccessTest extends OnThePage {
    @ParameterizedTest(name = "{0} at {1} pixels")
    @CsvSource({"light,1280", "dark,1280", "light,360", "dark,360"})
    void axeFindsNothing(String scheme, int width) throws IOException {
        tab.screen(width, 900, scheme);
        open("");
        assertThat(violations()).as("%s at %s", scheme, width).isEmpty();
        tab.eval(
                """
                { const days = document.getElementById('w-days');
                  days.value = 30; days.dispatchEvent(new Event('input')); }
                """);
        settle();
        assertThat(violations()).as("30 days later, %s at %s", scheme, width).isEmpty();
        paste("BTC-31FEB26-66000-C, 5\nBTC-PERPETUAL 1");
        tab.type("#legs input.num", "ten");
        tab.press("Enter");
        settle();
        assertThat(violations()).as("with mistakes, %s at %s", scheme, width).isEmpty();
    }

    private JsonNode violations() throws IOException {
        try (InputStream axe = AccessTest.class.getResourceAsStream("/axe.min.js")) {
            tab.eval(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; 0");
        }
        return tab.eval(
                """
                axe.run().then(r => r.violations.map(v =>
                    v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join(' | ')))
                """);
    }

    @ParameterizedTest(name = "{0} pixels")
    @CsvSource({"360", "768", "1280", "1920"})
    void nothingScrollsSideways(int width) {
        tab.screen(width, 900, "light");
        open("");
        assertThat(tab.eval("document.documentElement.scrollWidth").asInt()).isEqualTo(width);
    }

    @Test
    void whatIsPrintedLeavesOutTheControls() {
        assertThat(tab.eval("matchMedia('print').matches").asBoolean()).isFalse();
        int hidden =
                tab.eval(
                                """
                                [...document.styleSheets[0].cssRules].filter(r => r.media?.mediaText === 'print')
                                  .flatMap(r => [...r.cssRules]).filter(r => r.selectorText?.includes('.noprint')).length
                                """)
                        .asInt();
        assertThat(hidden).isEqualTo(1);
    }
}
