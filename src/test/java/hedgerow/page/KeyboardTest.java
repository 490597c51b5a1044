package hedgerow.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// The grid of scenarios is walked by keys, and its worst cell is the scenario that binds.
@QuarkusTest
class KeyboardTest extends OnThePage {
    private static final String FOCUS = "document.activeElement.getAttribute('aria-label')";

    @Test
    void theWorstCellIsTheScenarioThatBinds() {
        JsonNode after = answer("/v1/margin/hedge", sample()).get("after");
        JsonNode binding = after.at("/groups/0/binding");
        assertThat(tab.eval("document.querySelector('#heatmap .worst').dataset.scenario").asInt())
                .isEqualTo(binding.get("index").asInt());
        assertThat(tab.text("#heatmap .worst"))
                .isEqualTo("\u25bc " + money(-binding.get("loss").asDouble()));
        assertThat(tab.text("#worst")).contains("counts: " + money(binding.get("loss").asDouble()));
    }

    @Test
    void arrowsHomeAndEndMoveTheFocus() {
        tab.eval("document.querySelector('#heatmap .heat [data-scenario]').focus()");
        assertThat(focus()).startsWith("spot +16 %, vol +50 %");
        tab.press("ArrowRight");
        assertThat(focus()).startsWith("spot +16 %, vol unchanged");
        tab.press("ArrowDown", "ArrowDown");
        assertThat(focus()).startsWith("spot +8 %, vol unchanged");
        tab.press("End");
        assertThat(focus()).startsWith("spot +8 %, vol \u221225 %");
        tab.press("Home", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowLeft");
        assertThat(focus()).startsWith("spot +16 %, vol +50 %");
        assertThat(
                        tab.eval(
                                        "document.querySelectorAll('#heatmap .heat')[0].querySelectorAll('[tabindex=\"0\"]').length")
                                .asInt())
                .as("cells in the order of tabs")
                .isEqualTo(1);
        assertThat(tab.text("#cell-legs caption")).isEqualTo("Legs at spot +16 %, vol +50 %");
    }

    @Test
    void theLegsOfACellSumToIt() {
        tab.eval("document.querySelector('#heatmap .heat [data-scenario]').focus()");
        assertThat(tab.text("#cell-legs .sum td"))
                .isEqualTo(tab.text("#heatmap .heat [data-scenario]"));
    }

    @Test
    void theDifferenceIsWithLessWithout() {
        String cell = "#heatmap .heat [data-scenario]";
        double with = number(tab.text(cell));
        tab.click("#heatmap input[value=before]");
        double without = number(tab.text(cell));
        tab.click("#heatmap input[value=difference]");
        assertThat(Math.abs(number(tab.text(cell)) - (with - without))).isLessThanOrEqualTo(1);
        assertThat(tab.eval("document.querySelectorAll('#heatmap .worst').length").asInt())
                .isZero();
    }

    @Test
    void theFirstTabLeadsToTheResult() {
        tab.press("Tab");
        assertThat(tab.eval("document.activeElement.textContent").asText())
                .isEqualTo("Skip to the result");
        tab.press("Enter");
        tab.until("document.activeElement.id === 'verdict'");
    }

    private String focus() {
        return tab.eval(FOCUS).asText().replace('\u202f', ' ');
    }

    private static double number(String text) {
        return Double.parseDouble(text.replaceAll("[^0-9\u2212]", "").replace('\u2212', '-'));
    }
}
