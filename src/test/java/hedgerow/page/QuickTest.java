package hedgerow.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// The page is small, its questions never pile up, and an answer is seen at once.
@QuarkusTest
class QuickTest extends OnThePage {
    private static final int MOST_BYTES = 60_000;

    @Test
    void allOfThePageIsUnderSixtyKilobytes() throws IOException {
        Path folder = Path.of("src/main/resources/META-INF/resources");
        int sum = 0;
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += zipped(Files.readAllBytes(file));
            }
        }
        System.out.println("the page is " + sum + " bytes, zipped file by file");
        assertThat(sum).isBetween(1_000, MOST_BYTES);
    }

    private static int zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.size();
    }

    @Test
    void thePageComesZippedAndIsAskedForAnewAfterAnUpgrade() {
        given().header("Accept-Encoding", "gzip")
                .get("/page/page.css")
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .header("Cache-Control", "no-cache");
    }

    @Test
    void questionsNeverPileUpAndTheLastOneWins() {
        JsonNode most =
                tab.eval(
                        """
                        (async () => {
                          window.asked = [];
                          const slider = document.getElementById('w-spot');
                          for (let i = 1; i <= 60; i++) {
                            slider.value = -i; slider.dispatchEvent(new Event('input'));
                            await new Promise(requestAnimationFrame);
                          }
                          const single = window.asked.filter(q => !q.path.endsWith('compare'));
                          return Math.max(...single.map(q => q.before));
                        })()
                        """);
        settle();
        assertThat(most.asInt()).as("open questions of a kind when one more is asked").isZero();
        assertThat(tab.eval("window.asked.length").asInt()).isLessThan(60 * 4);
        assertThat(tab.text("#verdict")).contains("With spot \u221260 %");
        assertThat(
                        tab.eval(
                                        "JSON.parse(window.asked.findLast(q => q.path === '/v1/margin/hedge').body).market.underlyings[0].spot")
                                .asDouble())
                .isEqualTo(60_000 * 0.4);
    }

    @Test
    void anAnswerIsSeenWithinTwoFrames() {
        int frames =
                tab.eval(
                                """
                                (async () => {
                                  let frame = 0, answered = -1, seen = -1, on = true;
                                  const tick = () => { frame++; if (on) requestAnimationFrame(tick); };
                                  requestAnimationFrame(tick);
                                  const json = Response.prototype.json;
                                  Response.prototype.json = async function () {
                                    const body = await json.call(this);
                                    if (this.url.endsWith('/hedge')) answered = frame;
                                    return body;
                                  };
                                  const watch = new MutationObserver(() => { if (seen < 0 && answered >= 0) seen = frame; });
                                  watch.observe(document.querySelector('#heatmap'), { childList: true, subtree: true });
                                  const slider = document.getElementById('w-vol');
                                  slider.value = 20; slider.dispatchEvent(new Event('input'));
                                  while (seen < 0) await new Promise(done => setTimeout(done, 5));
                                  on = false;
                                  return seen - answered;
                                })()
                                """)
                        .asInt();
        assertThat(frames).as("frames from the answer to the picture").isBetween(0, 2);
    }
}
