package hedgerow.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each element of the page shows what the service answers, and changes with what is edited.
@QuarkusTest
class ElementsTest extends OnThePage {
    private static final JsonNode[] ANSWER = new JsonNode[1];

    /// What the service says of the sample book and its hedge.
    private static JsonNode hedge() {
        if (ANSWER[0] == null) ANSWER[0] = answer("/v1/margin/hedge", sample());
        return ANSWER[0];
    }

    private static String initial(String side) {
        return money(hedge().at("/" + side + "/initial").asDouble());
    }

    @Test
    void theFirstVisitShowsTheVerdictOnTheSampleBook() {
        String saved = money(hedge().get("saved").asDouble());
        assertThat(tab.text("#verdict"))
                .startsWith(
                        "The hedge cuts initial margin from "
                                + initial("before")
                                + " to "
                                + initial("after")
                                + " USD: "
                                + saved
                                + " less (");
        assertThat(tab.eval("document.getElementById('verdict').getAttribute('role')").asText())
                .isEqualTo("status");
    }

    @Test
    void fourNumbersStandWithTheirCauses() {
        JsonNode after = hedge().get("after");
        assertThat(tab.text("#numbers"))
                .contains("Without the hedge " + initial("before") + " worst: BTC: spot")
                .contains("With the hedge " + initial("after") + " worst: BTC: spot")
                .contains("Maintenance " + money(after.get("maintenance").asDouble()) + " equity")
                .contains("Sum of legs alone " + money(after.get("standAlone").asDouble()));
    }

    @Test
    void theStepsLeadFromTheLegsToTheMargin() {
        List<String> names = texts("#waterfall tbody th");
        assertThat(names)
                .startsWith("Sum of legs alone", "Netting", "Without the hedge")
                .contains("BTC-31JAN26-70000-C", "BTC-27MAR26-48000-P", "BTC-PERPETUAL")
                .endsWith("With the hedge");
        assertThat(texts("#waterfall td.num")).endsWith(initial("after"));
    }

    @Test
    void everyLegHasItsFigures() {
        JsonNode first = hedge().at("/after/contributions/0");
        assertThat(tab.text("#legs tbody tr"))
                .contains("BTC 2026-01-31 08:00 66000 call")
                .contains(money(first.get("value").asDouble()))
                .contains(money(first.get("standAlone").asDouble()))
                .contains(money(-first.get("contribution").asDouble()));
        assertThat(tab.eval("document.querySelectorAll('#legs tr.hedge').length").asInt())
                .isEqualTo(3);
    }

    @Test
    void whatIsTickedIsHedge() {
        for (int leg = 0; leg < 3; leg++) {
            tab.click("#legs tr.hedge input[type=checkbox]");
            settle();
        }
        assertThat(tab.text("#verdict")).startsWith("This book must post " + initial("after"));
        assertThat(tab.text("#path")).startsWith("No leg is ticked");
    }

    @Test
    void aQuantityIsEditedInItsPlace() {
        tab.type("#legs input.num", "-20");
        tab.press("Enter");
        settle();
        assertThat(tab.text("#verdict")).doesNotContain(initial("before"));
        tab.type("#legs input.num", "-11");
        tab.press("Enter", "ArrowUp");
        settle();
        assertThat(tab.eval("document.querySelector('#legs input.num').value").asText())
                .isEqualTo("-10");
        assertThat(tab.text("#verdict")).contains(initial("before"));
    }

    @Test
    void legsAreAddedRemovedAndPutBack() {
        String before = tab.text("#verdict");
        tab.click("#legs tbody tr button.icon");
        settle();
        assertThat(tab.text("#verdict")).isNotEqualTo(before);
        tab.click("#legs .tools button.quiet");
        settle();
        assertThat(tab.text("#verdict")).isEqualTo(before);
        tab.type("#legs .add input.name", "BTC-31JAN26-60000-P");
        tab.type("#legs .add input.num", "2");
        tab.press("Enter");
        settle();
        assertThat(texts("#legs tbody small")).contains("BTC 2026-01-31 08:00 60000 put");
    }

    @Test
    void collateralIsEditedAsText() {
        tab.type("#collateral", "50,000 USDC, 1 BTC");
        tab.press("Enter");
        settle();
        assertThat(tab.text("#numbers")).contains("equity of 104,000 is");
        tab.type("#collateral", "much");
        tab.press("Enter");
        assertThat(tab.eval("document.getElementById('collateral').ariaInvalid").asText())
                .isEqualTo("true");
    }

    @Test
    void aMistakeIsShownAtItsLeg() {
        tab.type("#legs input.num", "ten");
        tab.press("Enter");
        settle();
        assertThat(tab.text("#legs tr.fault:not([hidden])")).contains("was ten");
        assertThat(tab.text("#verdict")).contains("malformed").contains("1 position needs a look");
        assertThat(tab.eval("document.body.dataset.state").asText()).isEqualTo("stale");
        assertThat(tab.text("#state")).startsWith("not current");
        tab.type("#legs input.num", "-10");
        tab.press("Enter");
        settle();
        assertThat(tab.text("#verdict")).contains(initial("after"));
    }

    @Test
    void everySliderChangesEveryNumber() {
        for (String slider : List.of("spot:-10", "vol:15", "days:7")) {
            List<String> before = everyNumber();
            slide(slider.split(":")[0], slider.split(":")[1]);
            List<String> after = everyNumber();
            for (int i = 0; i < before.size(); i++) {
                assertThat(after.get(i)).as("%s, part %s", slider, i).isNotEqualTo(before.get(i));
            }
        }
        tab.click("#stand");
        settle();
        assertThat(tab.text("#verdict")).contains(initial("after"));
    }

    /// As the service moves them where hedges are sought: by points, never below zero.
    @Test
    void lowVolsMoveByPointsDownToNone() {
        String moved =
                """
                import('./page/question.js').then(({ moved }) =>
                  moved({ asOf: '2026-01-01T08:00:00Z', underlyings: [{ spot: 100, vol: 0.2 }] },
                    { spot: 0, vol: %s, days: 0 }).underlyings[0].vol)
                """;
        assertThat(tab.eval(moved.formatted("-5")).asDouble()).isCloseTo(0.15, within(1e-12));
        assertThat(tab.eval(moved.formatted("-30")).asDouble()).isZero();
    }

    private List<String> everyNumber() {
        return List.of(
                tab.text("#verdict"),
                tab.text("#numbers"),
                tab.text("#waterfall"),
                tab.text("#legs tbody"),
                tab.text("#whatif .live"),
                tab.text("#heatmap"),
                tab.eval("document.querySelector('#curve .line').getAttribute('d')").asText(),
                tab.text("#liquidation"),
                tab.text("#compare"),
                tab.text("#path"));
    }

    private void slide(String name, String value) {
        tab.eval(
                "{ const r = document.getElementById('w-%s'); r.value = %s; r.dispatchEvent(new Event('input')); }"
                        .formatted(name, value));
        settle();
    }

    @Test
    void aLegThatExpiresOnTheWayIsSettledAndSaysSo() {
        slide("days", "30");
        assertThat(texts("#legs tr.settled small"))
                .hasSize(5)
                .allMatch("expired by then: settled, and covers nothing"::equals);
        assertThat(tab.text("#verdict")).contains("30 days later");
    }

    @Test
    void theCurvesHaveLabelsAndATable() {
        assertThat(texts("#curve .chart .label"))
                .containsExactly("without hedge", "with hedge", "without hedge", "with hedge");
        tab.click("#curve details summary");
        assertThat(tab.text("#curve details table")).contains("BTC 60,000 (0 %) \u00b7 now");
        tab.click("#curve input[value=days]");
        settle();
        assertThat(tab.text("#curve")).contains("days ahead");
    }

    @Test
    void liquidationPricesStandForBothSides() {
        assertThat(texts("#liquidation thead th")).containsExactly("Account", "Below", "Above");
        assertThat(texts("#liquidation tbody th"))
                .containsExactly("Without the hedge", "With the hedge");
    }

    @Test
    void aBetterHedgeIsAppliedWithOnePress() {
        tab.eval("document.getElementById('suggest').scrollIntoView()");
        tab.until("document.querySelector('#suggest table')");
        assertThat(texts("#suggest thead th")).startsWith("Hedge", "Margin", "Saved", "Cost");
        String margin = texts("#suggest tbody td:nth-child(2)").getFirst();
        tab.click("#suggest tbody button");
        settle();
        assertThat(tab.text("#verdict")).contains(" to " + margin + " USD");
        assertThat(texts("#legs tr.hedge")).hasSizeBetween(1, 2);
    }

    /// What is suggested where the sliders stand is what the page then shows of it there.
    @Test
    void betterHedgesFollowTheSliders() {
        slide("spot", "-5");
        slide("days", "3");
        tab.eval("document.getElementById('suggest').scrollIntoView()");
        tab.until("document.querySelector('#suggest table')");
        tab.until("document.getElementById('suggest').textContent.includes('3 days later')");
        assertThat(tab.text("#suggest")).contains("spot \u22125 %");
        String margin = texts("#suggest tbody td:nth-child(2)").getFirst();
        tab.click("#suggest tbody button");
        settle();
        assertThat(tab.text("#verdict"))
                .contains(" to " + margin + " USD")
                .contains("3 days later");
    }

    @Test
    void otherModelsAnswerOrSayWhyNot() {
        assertThat(tab.text("#compare tr.chosen")).contains("crypto-grid@1", initial("after"));
        assertThat(tab.text("#compare")).contains("delta@1").contains("models refuse this book");
    }

    @Test
    void theSafeOrderPeaksLowerThanTheOneGiven() {
        String peak = money(hedge().at("/safeOrder/peak").asDouble());
        assertThat(tab.text("#path .say"))
                .contains("peaks at " + money(hedge().get("peak").asDouble()))
                .contains("in the order below at " + peak);
        assertThat(texts("#path tbody th")).first().isEqualTo("Now");
    }

    @Test
    void theHedgeOfEveryExampleHelps() {
        int examples = tab.eval("document.getElementById('preset').options.length").asInt();
        assertThat(examples).isEqualTo(5);
        for (int example = 1; example < examples; example++) {
            tab.eval(
                    """
                    { const s = document.getElementById('preset'); s.value = '%s';
                      s.dispatchEvent(new Event('change')); }
                    """
                            .formatted(example));
            settle();
            assertThat(tab.text("#verdict")).startsWith("The hedge cuts initial margin");
        }
    }

    @Test
    void anotherModelIsChosen() {
        tab.eval(
                """
                { const s = document.getElementById('model'); s.value = 'delta@1';
                  s.dispatchEvent(new Event('change')); }
                """);
        settle();
        assertThat(tab.text("#asked")).contains("delta@1");
        assertThat(tab.text("#heatmap")).contains("reprices no scenario");
    }

    @Test
    void theAnswerCarriesItsHashes() {
        assertThat(tab.text("#computed"))
                .contains(hedge().get("inputHash").asText())
                .contains(hedge().at("/model/hash").asText());
    }

    private List<String> texts(String selector) {
        JsonNode all =
                tab.eval(
                        "[...document.querySelectorAll("
                                + Tab.quoted(selector)
                                + ")].map(e => e.textContent.replaceAll(/[\\s\\u202f]+/g, ' ').trim())");
        return java.util.stream.StreamSupport.stream(all.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
