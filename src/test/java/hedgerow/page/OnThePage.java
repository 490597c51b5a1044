package hedgerow.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// What tests of the page have in common: a browser, a fresh tab on the page, and no error in its
/// console at the end.
abstract class OnThePage {
    static final int WIDE = 1280;
    static final int PHONE = 360;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Counts what the page asks: `inFlight` until the answer is drawn, and each question with how
    /// many of its kind were open when it was asked.
    private static final String COUNT =
            """
            window.asked = []; window.inFlight = 0;
            const plain = window.fetch;
            window.fetch = async (path, options) => {
              const open = window.asked.filter(q => q.open && q.path === path).length;
              const question = { path, open: true, before: open, body: options?.body };
              window.asked.push(question); window.inFlight++;
              const done = () => { question.open = false; setTimeout(() => window.inFlight--); };
              try {
                const response = await plain(path, options);
                const json = response.json.bind(response);
                response.json = () => json().finally(done);
                return response;
              } catch (e) { done(); throw e; }
            };
            """;

    private static Chromium chromium;
    Tab tab;

    @TestHTTPResource("/")
    URI page;

    @BeforeAll
    static void startBrowser() throws IOException {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() throws InterruptedException {
        if (chromium != null) chromium.close();
    }

    @BeforeEach
    void openPage() throws IOException, InterruptedException {
        tab = chromium.tab();
        tab.before(COUNT);
        tab.screen(WIDE, 900, "light");
        open("");
    }

    @AfterEach
    void consoleIsClean() {
        if (tab != null) assertThat(tab.errors()).as("console").isEmpty();
    }

    /// Goes to the page with a hash, and waits until every part of it is there.
    void open(String hash) {
        tab.open(page + hash);
        settle();
    }

    /// Waits until the page shows the answer to what stands in it, and asks nothing any more.
    void settle() {
        tab.until("document.body.dataset.state !== 'asking' && window.inFlight === 0");
    }

    /// Loads a whole request in place of the book.
    void take(String request) {
        paste(request);
        tab.click("#paste .primary");
        settle();
    }

    /// Pastes a text on the page, outside of any field, and waits for what is said of it.
    void paste(String text) {
        tab.eval(
                """
                { const data = new DataTransfer();
                  data.setData('text', TEXT);
                  document.body.dispatchEvent(
                      new ClipboardEvent('paste', { clipboardData: data, bubbles: true })); }
                """
                        .replace("TEXT", Tab.quoted(text)));
        tab.until("!document.getElementById('paste').hidden && window.inFlight === 0");
    }

    /// The sample book as a request.
    static ObjectNode sample() {
        return (ObjectNode) tree(given().get("/v1/samples/book").asString());
    }

    static JsonNode answer(String path, JsonNode body) {
        return tree(
                given().contentType("application/json")
                        .body(body.toString())
                        .post(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    /// An amount as the page writes it.
    static String money(double amount) {
        return String.format(Locale.ROOT, "%,.0f", amount).replace('-', '\u2212');
    }
}
