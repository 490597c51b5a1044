package hedgerow.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Sets fields of a JSON object in its bytes, and leaves every other byte of its values as it was
/// sent, so that whatever is wrong with them is still told.
final class BodyFields {
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, String> set = new LinkedHashMap<>();
    private final Map<String, String> unlessThere = new LinkedHashMap<>();
    private final Set<String> drop = new HashSet<>();

    /// Sets a field, whatever the body says.
    ///
    /// @param json the value as JSON
    BodyFields set(String name, String json) {
        set.put(name, json);
        return this;
    }

    /// Sets a field where the body has none of that name.
    ///
    /// @param json the value as JSON
    BodyFields unlessThere(String name, String json) {
        unlessThere.put(name, json);
        return this;
    }

    /// Takes fields away.
    BodyFields drop(String... names) {
        drop.addAll(List.of(names));
        return this;
    }

    /// A text as JSON.
    static String text(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /// The body with the fields in it; a body that is no JSON object as it is.
    byte[] in(byte[] body) {
        if (set.isEmpty() && unlessThere.isEmpty() && drop.isEmpty()) return body;
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return body;
            return in(body, parser);
        } catch (IOException e) {
            return body;
        }
    }

    private byte[] in(byte[] body, JsonParser parser) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>(unlessThere);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(body.length);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            int from = (int) parser.currentTokenLocation().getByteOffset();
            int to = endOfValue(parser);
            fields.remove(name);
            if (set.containsKey(name) || drop.contains(name)) continue;
            kept.write(',');
            kept.write(body, from, to - from);
        }
        int end = (int) parser.currentTokenLocation().getByteOffset();
        fields.putAll(set);
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 256);
        fields.forEach((name, json) -> {
            out.write(out.size() == 0 ? '{' : ',');
            out.writeBytes((text(name) + ':' + json).getBytes(StandardCharsets.UTF_8));
        });
        byte[] others = kept.toByteArray();
        if (out.size() == 0 && others.length > 0) others[0] = '{';
        else if (out.size() == 0) out.write('{');
        out.writeBytes(others);
        out.write(body, end, body.length - end);
        return out.toByteArray();
    }

    private static int endOfValue(JsonParser parser) throws IOException {
        parser.nextToken();
        parser.skipChildren();
        parser.finishToken();
        return (int) parser.currentLocation().getByteOffset();
    }
}
