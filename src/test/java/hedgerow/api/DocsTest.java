package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Runs the pages: each command against the service, each answer shown against the one that comes,
/// and each figure in the text against the answers of its page or the tests that the page names.
///
/// A block of `sh` that only calls `localhost:8080` is run; the block of `json` after it must be
/// part of the answer. A figure is a number with a thousands separator or two and more decimals. A
/// page that takes figures from tests names them in a comment: `figures from: path, path`.
@QuarkusTest
class DocsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern CALL =
            Pattern.compile(
                    "(?s)curl -s (?:-X (\\w+) )?'?(?:http://)?localhost:8080(/[^\\s']*)'?(.*)");
    private static final Pattern BODY = Pattern.compile("(?s)(?:-d|--data-binary) '(.*?)'");
    private static final Pattern FILE = Pattern.compile("(?:-d|--data-binary) @(\\S+)");
    private static final Pattern TYPE = Pattern.compile("-H '[Cc]ontent-[Tt]ype: ([^']+)'");
    private static final Pattern FIGURE =
            Pattern.compile(
                    "(?<![\\w.,@/-])\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|(?<![\\w.,@/-])\\d+\\.\\d{2,}");
    private static final Pattern SOURCES = Pattern.compile("<!-- figures from: (.*?) -->");

    @TestFactory
    Stream<DynamicTest> everyPageIsTrue() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream().map(page -> dynamicTest(page.toString(), () -> check(page)));
    }

    private static void check(Path page) throws IOException {
        String text = Files.readString(page);
        List<JsonNode> answers = new ArrayList<>();
        JsonNode last = JSON.missingNode();
        for (MatchResult block : BLOCK.matcher(text).results().toList()) {
            if (block.group(1).equals("sh")) {
                Optional<JsonNode> answer = answer(page, block.group(2).replace("\\\n", " "));
                answer.ifPresent(answers::add);
                last = answer.orElse(last);
            } else if (block.group(1).equals("json") && !last.isMissingNode()) {
                assertPart(page + ": ", JSON.readTree(block.group(2)), last);
            }
        }
        checkFigures(page, text, answers);
    }

    /// The answer of a pipe of calls to the service, each taking the one before as its body; none
    /// where the block does anything else.
    private static Optional<JsonNode> answer(Path page, String block) throws IOException {
        String answer = "";
        for (String command : block.split("\\|\\s*\\n", -1)) {
            Matcher call = CALL.matcher(command);
            if (!call.find()) return Optional.empty();
            answer = answer(page, call, answer);
        }
        return Optional.of(JSON.readTree(answer));
    }

    private static String answer(Path page, Matcher call, String piped) throws IOException {
        String rest = call.group(3);
        RequestSpecification request = RestAssured.given();
        Matcher type = TYPE.matcher(rest);
        if (type.find()) request.contentType(type.group(1));
        Matcher body = BODY.matcher(rest);
        Matcher file = FILE.matcher(rest);
        boolean posts = true;
        if (body.find()) request.body(body.group(1));
        else if (file.find()) request.body(bytes(file.group(1), piped));
        else posts = false;
        String method = call.group(1) != null ? call.group(1) : posts ? "POST" : "GET";
        String answer = request.request(method, call.group(2)).asString();
        assertThat(answer).as("%s: answer to %s", page, call.group(2)).isNotBlank();
        return answer;
    }

    private static byte[] bytes(String file, String piped) throws IOException {
        if (file.equals("-")) return piped.getBytes(StandardCharsets.UTF_8);
        return Files.readAllBytes(Path.of(file));
    }

    /// Each field and element of `shown` must be in `answer`, numbers to the digits shown.
    private static void assertPart(String at, JsonNode shown, JsonNode answer) {
        if (shown.isObject()) {
            shown.fieldNames()
                    .forEachRemaining(name ->
                            assertPart(at + "/" + name, shown.get(name), answer.path(name)));
        } else if (shown.isArray()) {
            for (int i = 0; i < shown.size(); i++) {
                assertPart(at + "/" + i, shown.get(i), answer.path(i));
            }
        } else if (shown.isNumber()) {
            assertThat(answer.isNumber()).as("%s is a number in %s", at, answer).isTrue();
            assertThat(rounded(answer.decimalValue(), shown.decimalValue().scale()))
                    .as(at)
                    .isEqualByComparingTo(shown.decimalValue());
        } else {
            assertThat(answer).as(at).isEqualTo(shown);
        }
    }

    private static BigDecimal rounded(BigDecimal value, int scale) {
        return value.setScale(Math.max(0, scale), RoundingMode.HALF_EVEN);
    }

    private static void checkFigures(Path page, String text, List<JsonNode> answers) {
        String prose = BLOCK.matcher(text).replaceAll("");
        String sources = sources(text);
        for (MatchResult found : FIGURE.matcher(prose).results().toList()) {
            String figure = found.group().replace(",", "");
            boolean known =
                    sources.contains(figure)
                            || answers.stream().anyMatch(a -> holds(a, new BigDecimal(figure)));
            assertThat(known)
                    .as("%s: %s is in an answer of the page or in a test it names", page, figure)
                    .isTrue();
        }
    }

    private static String sources(String text) {
        StringBuilder sources = new StringBuilder();
        for (MatchResult named : SOURCES.matcher(text).results().toList()) {
            for (String path : named.group(1).split(", ", -1)) {
                try {
                    sources.append(Files.readString(Path.of(path)).replace("_", ""));
                } catch (IOException e) {
                    throw new UncheckedIOException("named by a page: " + path, e);
                }
            }
        }
        return sources.toString().replace(",", "");
    }

    /// Whether a number in the answer, or a hundred times a fraction, rounds to the figure.
    private static boolean holds(JsonNode answer, BigDecimal figure) {
        if (answer.isNumber()) {
            BigDecimal value = answer.decimalValue().abs();
            return rounded(value, figure.scale()).compareTo(figure) == 0
                    || rounded(value.movePointRight(2), figure.scale()).compareTo(figure) == 0;
        }
        if (answer.isTextual()) {
            String plain = answer.asText().replace(",", "").toLowerCase(Locale.ROOT);
            return plain.contains(figure.toPlainString());
        }
        for (JsonNode child : answer) {
            if (holds(child, figure)) return true;
        }
        return false;
    }
}
