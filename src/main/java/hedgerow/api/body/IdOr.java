package hedgerow.api.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Something named by its id, as a text, or sent along, as an object.
///
/// @param <T> what is sent along
@JsonDeserialize(using = IdOr.Reader.class)
public sealed interface IdOr<T> {
    /// Something that the service holds.
    ///
    /// @param id its id
    record Id<T>(String id) implements IdOr<T> {}

    /// Something in the request.
    ///
    /// @param value what was sent
    record Sent<T>(T value) implements IdOr<T> {}

    /// Reads a text as an id and anything else as what should be sent along.
    @RegisterForReflection
    final class Reader extends JsonDeserializer<IdOr<?>> implements ContextualDeserializer {
        private final @Nullable JavaType sent;

        /// A reader that is told later what may be sent along.
        public Reader() {
            this(null);
        }

        private Reader(@Nullable JavaType sent) {
            this.sent = sent;
        }

        @Override
        public JsonDeserializer<?> createContextual(
                DeserializationContext context, @Nullable BeanProperty property) {
            return new Reader(context.getContextualType().containedType(0));
        }

        @Override
        public @Nullable IdOr<?> deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) return new Id<>(parser.getText());
            Object value = context.readValue(parser, sent);
            return value == null ? null : new Sent<>(value);
        }
    }

    /// Lets what was sent along be validated as if it stood in the field itself.
    @Singleton
    final class Extractor implements ValueExtractor<IdOr<@ExtractedValue ?>> {
        @Override
        public void extractValues(IdOr<?> field, ValueReceiver receiver) {
            if (field instanceof Sent<?>(Object value)) receiver.value(null, value);
        }
    }
}
