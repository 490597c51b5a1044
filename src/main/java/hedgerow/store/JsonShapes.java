package hedgerow.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How objects, lists and enums are read: where another shape was sent there is a fault, and
/// reading goes on behind it.
final class JsonShapes extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    private final Json.UnknownFields unknownFields;

    JsonShapes(Json.UnknownFields unknownFields) {
        this.unknownFields = unknownFields;
    }

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription type, JsonDeserializer<?> standard) {
        return type.getBeanClass().isRecord()
                ? new RecordReader(type.getBeanClass(), unknownFields)
                : standard;
    }

    @Override
    public JsonDeserializer<?> modifyMapDeserializer(
            DeserializationConfig config,
            MapType type,
            BeanDescription description,
            JsonDeserializer<?> standard) {
        return new Shape(standard, JsonToken.START_OBJECT, "an object");
    }

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config,
            CollectionType type,
            BeanDescription description,
            JsonDeserializer<?> standard) {
        return new Shape(standard, JsonToken.START_ARRAY, "a list");
    }

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config,
            JavaType type,
            BeanDescription description,
            JsonDeserializer<?> standard) {
        return new Words(type.getRawClass());
    }

    /// A deserializer behind a check of the first token.
    private static final class Shape extends DelegatingDeserializer {
        private static final long serialVersionUID = 1L;

        private final JsonToken first;
        private final String allowed;

        Shape(JsonDeserializer<?> standard, JsonToken first, String allowed) {
            super(standard);
            this.first = first;
            this.allowed = allowed;
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> standard) {
            return new Shape(standard, first, allowed);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (parser.hasToken(first)) return super.deserialize(parser, context);
            JsonPlace.of(context).refuse(parser, allowed);
            return null;
        }
    }

    /// An enum by its constants in lower case, such as `call` or `varianceSwap`.
    private static final class Words extends StdScalarDeserializer<Object> {
        private static final long serialVersionUID = 1L;

        private final transient Object[] constants;

        Words(Class<?> type) {
            super(type);
            this.constants = type.getEnumConstants();
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                for (Object constant : constants) {
                    if (word(constant).equals(parser.getText())) return constant;
                }
            }
            String words =
                    Arrays.stream(constants).map(Words::word).collect(Collectors.joining(" or "));
            JsonPlace.of(context).refuse(parser, words);
            return null;
        }

        private static String word(Object constant) {
            String[] parts = ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).split("_", -1);
            StringBuilder word = new StringBuilder(parts[0]);
            for (int i = 1; i < parts.length; i++) {
                word.append(parts[i].substring(0, 1).toUpperCase(Locale.ROOT));
                word.append(parts[i], 1, parts[i].length());
            }
            return word.toString();
        }
    }
}
