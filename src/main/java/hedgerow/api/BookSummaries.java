package hedgerow.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;

/// Recognises Deribit's book summaries among JSON bodies, alone or as a list of several.
final class BookSummaries {
    private static final Set<String> FIELDS = Set.of("jsonrpc", "result", "error");
    private static final JsonFactory JSON = new JsonFactory();

    private BookSummaries() {}

    /// Whether a body is a response of Deribit's, by its first fields, or a list of them.
    static boolean areIn(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) return true;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (FIELDS.contains(parser.currentName())) return true;
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /// The items of a list one after the other, as the reader takes them; another body as it is.
    static byte[] oneAfterTheOther(byte[] body) {
        ByteArrayOutputStream items = new ByteArrayOutputStream(body.length);
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) return body;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                int to = (int) parser.currentLocation().getByteOffset();
                items.write(body, from, to - from);
                items.write('\n');
            }
            return items.toByteArray();
        } catch (IOException e) {
            return body;
        }
    }
}
