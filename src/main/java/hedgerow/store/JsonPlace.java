package hedgerow.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import java.io.IOException;
import java.util.Optional;

/// Where the faults of one JSON value go.
///
/// @param faults the faults so far
/// @param prefix what stands before each pointer: empty, or which of several values it is
record JsonPlace(Faults faults, String prefix) {

    /// What stands before the pointers of the value at `index` of several.
    static String prefix(int index) {
        return index == 0 ? "" : "value " + (index + 1) + ": ";
    }

    static JsonPlace of(DeserializationContext context) {
        return (JsonPlace) context.getAttribute(JsonPlace.class);
    }

    /// Adds a fault at the parser's current place.
    void add(JsonParser parser, Optional<String> value, String allowed) {
        faults.add(new Fault(prefix + pointer(parser), value, allowed));
    }

    /// Adds a fault in the parser's current value and passes over the value.
    void refuse(JsonParser parser, String allowed) throws IOException {
        add(parser, Optional.of(text(parser)), allowed);
        parser.skipChildren();
    }

    /// The current value as it was sent; of an object or a list only that it is one.
    String text(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) return "an object";
        if (token == JsonToken.START_ARRAY) return "a list";
        return parser.getText();
    }

    private static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }
}
