package hedgerow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BodyFieldsTest {
    private static String in(BodyFields fields, String body) {
        return new String(fields.in(body.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static BodyFields model() {
        return new BodyFields().set("model", BodyFields.text("delta"));
    }

    @Test
    void fieldIsSetWhateverTheBodySays() {
        assertThat(in(model(), "{}")).isEqualTo("{\"model\":\"delta\"}");
        assertThat(in(model(), "{ \"model\" : \"x\" }")).isEqualTo("{\"model\":\"delta\"}");
        assertThat(in(model(), "{\"a\":1,\"model\":{\"b\":[1,2]},\"c\":\"\u00e9\"}"))
                .isEqualTo("{\"model\":\"delta\",\"a\":1,\"c\":\"\u00e9\"}");
    }

    @Test
    void fieldIsSetWhereThereIsNone() {
        BodyFields fields = new BodyFields().unlessThere("detail", "true");
        assertThat(in(fields, "{\"a\":1}")).isEqualTo("{\"detail\":true,\"a\":1}");
        assertThat(in(fields, "{\"detail\":false}")).isEqualTo("{\"detail\":false}");
    }

    @Test
    void fieldIsDropped() {
        BodyFields fields = new BodyFields().drop("model");
        assertThat(in(fields, "{\"model\":1}")).isEqualTo("{}");
        assertThat(in(fields, "{\"a\":-1.50,\"model\":1}")).isEqualTo("{\"a\":-1.50}");
    }

    /// What is wrong with a value, a repeated field or an end that is missing is for the service to
    /// tell.
    @Test
    void everyOtherByteStays() {
        assertThat(in(model(), "{\"a\": 1.50, \"a\" :[ \"x\\n\" ]} tail"))
                .isEqualTo("{\"model\":\"delta\",\"a\": 1.50,\"a\" :[ \"x\\n\" ]} tail");
        for (String broken :
                new String[] {"", "[1]", "{\"a\":", "{\"a\":NaN}", "\"model\"", "{a:1}"}) {
            assertThat(in(model(), broken)).isEqualTo(broken);
        }
        assertThat(in(new BodyFields(), "{ \"a\" : 1 }")).isEqualTo("{ \"a\" : 1 }");
    }

    @Test
    void namesAreQuoted() {
        assertThat(BodyFields.text("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
    }
}
