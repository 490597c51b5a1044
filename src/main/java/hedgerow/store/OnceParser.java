package hedgerow.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A parser that lets each field of an object through once.
///
/// A field given again is a fault at its pointer, and its value is passed over. Unlike Jackson's
/// own duplicate detection this does not end the reading.
final class OnceParser extends JsonParserDelegate {
    private final Deque<Set<String>> open = new ArrayDeque<>();
    private JsonPlace place;

    OnceParser(JsonParser parser, JsonPlace place) {
        super(parser);
        this.place = place;
    }

    /// Faults go to `place` from now on.
    void at(JsonPlace place) {
        this.place = place;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        while (token == JsonToken.FIELD_NAME && !open.getLast().add(delegate.currentName())) {
            place.add(delegate, Optional.of(delegate.currentName()), "each field once");
            super.nextToken();
            delegate.skipChildren();
            token = super.nextToken();
        }
        if (token == JsonToken.START_OBJECT) open.addLast(new HashSet<>());
        if (token == JsonToken.END_OBJECT) open.removeLast();
        return token;
    }

    @Override
    public JsonToken nextValue() throws IOException {
        JsonToken token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        JsonToken token = currentToken();
        if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) return this;
        for (int depth = 1; depth > 0; ) {
            token = nextToken();
            if (token == null) return this;
            if (token.isStructStart()) depth++;
            if (token.isStructEnd()) depth--;
        }
        return this;
    }
}
