package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies bound to records, and every way in which they fail to.
class JsonTest {
    private static final Json JSON = Json.standard(Json.UnknownFields.REFUSED);

    enum Colour {
        RED,
        BLUE,
        DARK_GREEN
    }

    record Row(
            @Checks.Required @Nullable Double price,
            @Nullable Integer count,
            @Nullable Boolean open,
            @Nullable String name,
            @Nullable Instant at,
            @Nullable Colour colour,
            @Valid @Nullable Row inner) {}

    record Body(
            @Checks.Required @Size(max = 3, message = "at most 3 rows")
                    @Nullable List<@Checks.Required @Valid @Nullable Row> rows,
            @Nullable Map<String, @Checks.Required @Checks.Price @Nullable Double> fx,
            @Nullable List<@Checks.Required @Nullable Double> pnl) {}

    @Test
    void everyTypeIsBound() throws IOException {
        String body =
                """
                {"rows": [{"price": "1.5e3", "count": 7, "open": true, "name": "a", "colour": "blue",
                           "at": "2026-01-31T09:00:00+01:00", "inner": {"price": -2}}],
                 "fx": {"EUR/USD": 1.08}, "pnl": [1, "2", 3e0]}
                """;
        Row inner = new Row(-2.0, null, null, null, null, null, null);
        Row row =
                new Row(
                        1500.0,
                        7,
                        true,
                        "a",
                        Instant.parse("2026-01-31T08:00:00Z"),
                        Colour.BLUE,
                        inner);
        assertThat(JSON.read(stream(body), Body.class))
                .isEqualTo(
                        new Reading.Value<>(
                                new Body(
                                        List.of(row),
                                        Map.of("EUR/USD", 1.08),
                                        List.of(1.0, 2.0, 3.0)),
                                List.of()));
    }

    @Test
    void enumsAreWordsWithoutUnderscores() throws IOException {
        String body = "{\"rows\": [{\"price\": 1, \"colour\": \"darkGreen\"}]}";
        assertThat(((Reading.Value<Body>) JSON.read(stream(body), Body.class)).value().rows())
                .extracting(Row::colour)
                .containsExactly(Colour.DARK_GREEN);
    }

    @Test
    void brokenTextIsToldBesideWhatWasFoundBefore() throws IOException {
        assertThat(faults("{\"nope\": [}")).extracting(Fault::pointer).containsExactly("/nope", "");
    }

    /// Field, what was sent, the value in the fault, what is allowed.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    price  | "abc"          | abc            | a finite number
                    price  | ""             | ''             | a finite number
                    price  | " 1"           | ' 1'           | a finite number
                    price  | "NaN"          | NaN            | a finite number
                    price  | "Infinity"     | Infinity       | a finite number
                    price  | "1d"           | 1d             | a finite number
                    price  | "0x1p3"        | 0x1p3          | a finite number
                    price  | "1e400"        | 1e400          | a finite number
                    price  | 1e400          | 1e400          | a finite number
                    price  | -1e400         | -1e400         | a finite number
                    price  | NaN            | NaN            | a finite number
                    price  | -Infinity      | -Infinity      | a finite number
                    price  | true           | true           | a finite number
                    price  | {"a": [1]}     | an object      | a finite number
                    price  | [1, {"b": 2}]  | a list         | a finite number
                    count  | 1.5            | 1.5            | a whole number
                    count  | 3000000000     | 3000000000     | a whole number
                    count  | "x"            | x              | a whole number
                    open   | "true"         | true           | true or false
                    open   | 1              | 1              | true or false
                    name   | 1              | 1              | a text
                    name   | {}             | an object      | a text
                    at     | "2026-01-31"   | 2026-01-31     | an instant with its zone
                    at     | 1700000000     | 1700000000     | an instant with its zone
                    at     | "2026-01-31T08:00:00"  | 2026-01-31T08:00:00  | an instant with its zone
                    at     | "2026-02-31T08:00:00Z" | 2026-02-31T08:00:00Z | an instant with its zone
                    at     | "+999999999-01-01T00:00:00Z" | +999999999-01-01T00:00:00Z | from 1970 to 2199
                    colour | "green"        | green          | red or blue or darkGreen
                    colour | 0              | 0              | red or blue or darkGreen
                    colour | "0"            | 0              | red or blue or darkGreen
                    colour | ""             | ''             | red or blue or darkGreen
                    inner  | 5              | 5              | an object of the fields price, count, open
                    inner  | ""             | ''             | an object
                    inner  | []             | a list         | an object
                    shoe   | {"size": {}}   | an object      | no such field; the fields are price, count, open
                    """)
    void valueOfAWrongTypeIsAFaultInItsPlace(
            String field, String sent, String value, String allowed) throws IOException {
        String other = field.equals("price") ? "\"open\": 7" : "\"price\": \"?\"";
        String otherField = field.equals("price") ? "open" : "price";
        String template = "{'rows': [{'price': 1}, {'inner': {'%s': %s, %s}, 'price': 2}]}";
        List<Fault> faults = faults(template.replace('\'', '"').formatted(field, sent, other));
        if (field.equals("inner")) otherField = "price";
        assertThat(faults)
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/rows/1/inner/" + field, "/rows/1/inner/" + otherField);
        Fault fault =
                faults.stream().filter(f -> f.pointer().endsWith("/" + field)).findFirst().get();
        assertThat(fault.value()).contains(value);
        assertThat(fault.allowed()).contains(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"rows": 5}                     | /rows         | 5         | a list
                    {"rows": ""}                    | /rows         | ''        | a list
                    {"rows": {"price": 1}}          | /rows         | an object | a list
                    {"rows": [5]}                   | /rows/0       | 5         | an object
                    {"rows": [[]]}                  | /rows/0       | a list    | an object
                    {"rows": [], "fx": []}          | /fx           | a list    | an object
                    {"rows": [], "fx": {"a/b": -1}} | /fx/a~1b      | -1        | a number above 0
                    {"rows": [], "fx": {"a": "x"}}  | /fx/a         | x         | a finite number
                    {"rows": [], "pnl": [1, "x"]}   | /pnl/1        | x         | a finite number
                    {"rows": [], "a~b": 1}          | /a~0b         | 1         | no such field
                    {"rows": [], "rows": [1]}       | /rows         | rows      | each field once
                    {"rows": [{"price":1,"price":{"x":1}}]} | /rows/0/price | price | each field once
                    {"rows": [], "fx": {"a": 1, "a": 2}}    | /fx/a | a         | each field once
                    {"rows": [{"price":1},{"price":1},{"price":1},{"price":1}]} | /rows | 4 items | at most 3 rows
                    5                               | ''            | 5         | an object
                    null                            | ''            | null      | a JSON object
                    {"rows": []} {}                 | ''            | an object | the end of the body
                    """)
    void shapeThatIsWrongIsAFault(String body, String pointer, String value, String allowed)
            throws IOException {
        assertThat(faults(body))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo(pointer);
                    assertThat(fault.value()).contains(value);
                    assertThat(fault.allowed()).contains(allowed);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                      | /rows
                    {"rows": null}          | /rows
                    {"rows": [{}]}          | /rows/0/price
                    {"rows": [null]}        | /rows/0
                    {"rows": [], "pnl": [1, null]}   | /pnl/1
                    {"rows": [], "fx": {"a": null}}  | /fx/a
                    {"rows": [{"price": 1, "inner": {}}]} | /rows/0/inner/price
                    """)
    void fieldThatIsMissingIsAFault(String body, String pointer) throws IOException {
        assertThat(faults(body))
                .containsExactly(
                        new Fault(pointer, Optional.empty(), "a value: this field is required"));
    }

    @Test
    void everyFaultIsToldAtOnce() throws IOException {
        String body =
                """
                {"rows": [{"price": "x", "count": 1.5, "colour": "green", "shoe": [1, 2, {}]}, 7, {}],
                 "fx": {"A": 0, "B": "b", "C": 1, "C": 2}, "pnl": {"a": 1}, "hat": null}
                """;
        assertThat(faults(body))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/rows/0/price",
                        "/rows/0/count",
                        "/rows/0/colour",
                        "/rows/0/shoe",
                        "/rows/1",
                        "/rows/2/price",
                        "/fx/A",
                        "/fx/B",
                        "/fx/C",
                        "/pnl",
                        "/hat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"rows\": [",
                "{\"rows\": [}",
                "{\"rows\": [] ",
                "{rows: []}",
                "{'rows': []}",
                "{\"rows\": [1,]}",
                "{\"rows\": [{\"price\": 01}]}",
                "{\"rows\": [{\"price\": +1}]}",
                "{\"rows\": [{\"price\": .5}]}",
                "{\"rows\": // x\n []}",
                "\u0000",
                "xyz",
                "{\"rows\": [{\"name\": \"a\nb\"}]}",
                "{\"rows\": \"\\u12\"}"
            })
    void textThatIsNoJsonEndsWithAFaultThatSaysWhere(String body) throws IOException {
        assertThat(faults(body).getLast().allowed()).startsWith("well-formed JSON (line ");
    }

    @Test
    void faultsBeforeTextThatIsNoJsonAreTold() throws IOException {
        assertThat(faults("{\"rows\": [{\"price\": \"x\"}, {"))
                .extracting(Fault::pointer)
                .contains("/rows/0/price")
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void bodyWithoutAValueIsAFault(String body) throws IOException {
        assertThat(faults(body)).containsExactly(Fault.missing("", "a JSON object"));
    }

    @Test
    void bytesThatAreNoTextAreAFault() throws IOException {
        for (byte[] bytes :
                List.of(
                        new byte[] {(byte) 0xff, (byte) 0xfe, 1, 2, 3},
                        new byte[] {0, 0, (byte) 0xff, (byte) 0xff, 1, 2, 3, 4},
                        new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'},
                        "{\"rows\": []}x".getBytes(Charset.forName("UTF-32BE")))) {
            Reading<Body> reading = JSON.read(new ByteArrayInputStream(bytes), Body.class);
            assertThat(reading).isInstanceOf(Reading.Refused.class);
        }
    }

    @Test
    void depthLengthAndNameAreLimited() throws IOException {
        String deep = "{\"rows\": " + "[".repeat(100_000);
        String longName = "{\"" + "n".repeat(100_000) + "\": 1}";
        String longText = "{\"rows\": [{\"name\": \"" + "n".repeat(100_000) + "\"}]}";
        String longNumber = "{\"rows\": [{\"price\": " + "1".repeat(100_000) + "}]}";
        for (String body : List.of(deep, longName, longText, longNumber)) {
            assertThat(faults(body).getLast().allowed()).startsWith("JSON of this form");
        }
    }

    @Test
    void streamThatFailsIsNoFaultOfTheBody() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("cut off");
                    }
                };
        assertThatThrownBy(() -> JSON.read(broken, Body.class))
                .isInstanceOf(IOException.class)
                .hasMessage("cut off");
    }

    @Test
    void unknownFieldsArePassedOverWhereAsked() throws IOException {
        Json tolerant = Json.standard(Json.UnknownFields.IGNORED);
        String body = "{\"x\": {\"y\": [1]}, \"rows\": [{\"z\": 1, \"price\": 1}]}";
        assertThat(tolerant.read(stream(body), Body.class)).isInstanceOf(Reading.Value.class);
    }

    @Test
    void writtenValueReadsBackTheSame() throws IOException {
        Row row =
                new Row(
                        0.1 + 0.2,
                        -3,
                        false,
                        "\"é\n",
                        Instant.parse("2026-01-31T08:00:00.123Z"),
                        Colour.RED,
                        new Row(1e300, null, null, null, null, null, null));
        Body body = new Body(List.of(row), Map.of("a/b", 60_000.0), List.of(-0.5, 1e-320, 1e15));
        String text = new String(JSON.write(body), StandardCharsets.UTF_8);
        assertThat(text).contains("\"colour\":\"red\"", "\"a/b\":60000", "0.30000000000000004");
        assertThat(JSON.read(stream(text), Body.class))
                .isEqualTo(new Reading.Value<>(body, List.of()));
    }

    private static List<Fault> faults(String body) throws IOException {
        Reading<Body> reading = JSON.read(stream(body), Body.class);
        assertThat(reading).as(body).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused<Body>) reading).faults();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
