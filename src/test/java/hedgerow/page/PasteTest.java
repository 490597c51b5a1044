package hedgerow.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Books are pasted and dropped in every form, and a mistake is shown on its line.
@QuarkusTest
class PasteTest extends OnThePage {
    private static final String INDEX =
            """
            {"model": "tims-index", "market": {"asOf": "2026-01-02T21:00:00Z", "underlyings": [
              {"id": "SPX", "currency": "USD", "spot": 6000, "rateAnnual": 0.04, "vol": 0.2}]},
             "portfolio": {"positions": [{"symbol": "SPX   261218C06000000", "quantity": -1}]}}
            """;

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of(
                        "CSV with a heading",
                        """
                        Instrument,Side,Size,Hedge
                        BTC-31JAN26-66000-C,sell,10,
                        BTC-27MAR26-48000-P,buy,5,yes
                        """),
                Arguments.of(
                        "our JSON",
                        """
                        [{"symbol": "BTC-31JAN26-66000-C", "quantity": -10},
                         {"symbol": "BTC-27MAR26-48000-P", "quantity": 5, "hedge": true}]
                        """),
                Arguments.of(
                        "a whole request",
                        """
                        {"model": "crypto-grid", "market": "sample",
                         "portfolio": {"positions": [{"symbol": "BTC-31JAN26-66000-C", "quantity": -10}]},
                         "hedge": {"positions": [{"symbol": "BTC-27MAR26-48000-P", "quantity": 5}]}}
                        """),
                Arguments.of(
                        "Deribit symbols",
                        """
                        # a comment
                        BTC-31JAN26-66000-C \u221210
                        BTC-27MAR26-48000-P 5 hedge
                        """),
                Arguments.of(
                        "Deribit positions",
                        """
                        {"jsonrpc": "2.0", "result": [
                          {"instrument_name": "BTC-31JAN26-66000-C", "size": -10, "direction": "sell", "kind": "option"},
                          {"instrument_name": "BTC-27MAR26-48000-P", "size": 5, "direction": "buy", "kind": "option", "hedge": true}]}
                        """),
                Arguments.of(
                        "OKX symbols",
                        """
                        short 1000 BTC-USD-260131-66000-C
                        long\t500\tBTC-USD-260327-48000-P\thedge
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void everyFormIsRead(String form, String text) {
        paste(text);
        assertThat(tab.text("#paste-say")).as(form).isEqualTo("2 positions read.");
        tab.click("#paste .primary");
        settle();
        assertThat(
                        tab.eval(
                                        "document.querySelectorAll('#legs tbody tr:not(.fault, .add)').length")
                                .asInt())
                .isEqualTo(2);
        assertThat(tab.text("#legs"))
                .contains("BTC 2026-01-31 08:00 66000 call", "BTC 2026-03-27 08:00 48000 put");
        assertThat(tab.text("#verdict")).startsWith("The hedge ");
    }

    @Test
    void symbolsOfTheOptionsClearingCorporationAreRead() {
        take(INDEX);
        paste("SPX   261218P05000000 5 hedge\nSPX261218P04000000,-1");
        assertThat(tab.text("#paste-say")).isEqualTo("2 positions read.");
        tab.click("#paste .tools button:not(.primary)");
        settle();
        assertThat(tab.text("#legs")).contains("6000 call", "5000 put", "4000 put");
    }

    @Test
    void aMistakeIsShownOnItsLine() {
        paste(
                """
                BTC-31JAN26-66000-C, -10
                BTC-31FEB26-66000-C, 5
                BTC-27MAR26-48000-P, many
                BTC-31JAN26-12345-C, 1
                """);
        assertThat(tab.text("#paste .faults"))
                .contains("Line 2: was BTC-31FEB26-66000-C")
                .contains("31FEB26 is not a day")
                .contains("Line 3: many is not a quantity");
        assertThat(tab.eval("document.querySelectorAll('.gutter .bad').length").asInt())
                .isGreaterThanOrEqualTo(2);
        tab.click("#paste .primary");
        settle();
        assertThat(
                        tab.eval(
                                        "document.querySelectorAll('#legs tbody tr:not(.fault, .add)').length")
                                .asInt())
                .isBetween(1, 2);
    }

    @Test
    void brokenJsonSaysWhereItBreaks() {
        paste("[{\"symbol\": \"BTC-PERPETUAL\",\n \"quantity\": 1},\n {\"symbol\" \"BTC\"}]");
        assertThat(tab.text("#paste .faults")).startsWith("Line 3");
    }

    @Test
    void aFileIsDropped() {
        tab.eval(
                """
                { const data = new DataTransfer();
                  data.items.add(new File(['symbol;quantity\\nBTC-PERPETUAL;24000'], 'book.csv'));
                  document.body.dispatchEvent(
                      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); }
                """);
        tab.until("document.getElementById('paste-say').textContent.startsWith('1 position')");
    }

    @Test
    void aMarketIsLoaded() {
        String flat =
                """
                {"asOf": "2026-01-01T08:00:00Z", "underlyings": [
                  {"id": "BTC", "currency": "USD", "spot": 61000, "rateAnnual": 0, "vol": 0.6},
                  {"id": "ETH", "currency": "USD", "spot": 3000, "rateAnnual": 0, "vol": 0.7}]}
                """;
        paste(flat);
        assertThat(tab.text("#paste-say")).isEqualTo("This is a market.");
        tab.click("#paste .primary");
        tab.until("document.getElementById('market').value !== 'sample'");
        settle();
        assertThat(tab.text("#liquidation caption")).startsWith("BTC at 61,000");
    }
}
