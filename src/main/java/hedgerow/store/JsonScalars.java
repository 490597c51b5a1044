package hedgerow.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// How single values are read and written: strictly, and with a fault in the place of a failure.
final class JsonScalars extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final double WHOLE = 1e15;

    JsonScalars() {
        super("hedgerow-scalars");
        addDeserializer(Double.class, new Numbers());
        addDeserializer(Integer.class, new WholeNumbers());
        addDeserializer(Boolean.class, new Booleans());
        addDeserializer(String.class, new Texts());
        addDeserializer(Instant.class, new Instants());
        addSerializer(Double.class, new NumberWriter());
        addSerializer(Instant.class, new InstantWriter());
    }

    /// A value of one token; a fault where the token does not give one.
    private abstract static class Scalar<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final String allowed;

        Scalar(Class<T> type, String allowed) {
            super(type);
            this.allowed = allowed;
        }

        abstract Optional<T> value(JsonParser parser) throws IOException;

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            Optional<T> value = value(parser);
            if (value.isEmpty()) JsonPlace.of(context).refuse(parser, allowed);
            return value.orElse(null);
        }
    }

    private static final class Numbers extends Scalar<Double> {
        private static final long serialVersionUID = 1L;

        Numbers() {
            super(Double.class, "a finite number, or one as a decimal string");
        }

        @Override
        Optional<Double> value(JsonParser parser) throws IOException {
            return number(parser);
        }
    }

    private static final class WholeNumbers extends Scalar<Integer> {
        private static final long serialVersionUID = 1L;

        WholeNumbers() {
            super(Integer.class, "a whole number");
        }

        @Override
        Optional<Integer> value(JsonParser parser) throws IOException {
            return number(parser).filter(n -> n.intValue() == n).map(Double::intValue);
        }
    }

    private static final class Booleans extends Scalar<Boolean> {
        private static final long serialVersionUID = 1L;

        Booleans() {
            super(Boolean.class, "true or false");
        }

        @Override
        Optional<Boolean> value(JsonParser parser) {
            JsonToken token = parser.currentToken();
            return token.isBoolean()
                    ? Optional.of(token == JsonToken.VALUE_TRUE)
                    : Optional.empty();
        }
    }

    private static final class Texts extends Scalar<String> {
        private static final long serialVersionUID = 1L;

        Texts() {
            super(String.class, "a text");
        }

        @Override
        Optional<String> value(JsonParser parser) throws IOException {
            return text(parser);
        }
    }

    private static final class Instants extends Scalar<Instant> {
        private static final long serialVersionUID = 1L;

        Instants() {
            super(Instant.class, Limits.INSTANT);
        }

        @Override
        Optional<Instant> value(JsonParser parser) throws IOException {
            return text(parser).flatMap(Limits::instant);
        }
    }

    private static Optional<Double> number(JsonParser parser) throws IOException {
        OptionalDouble value =
                switch (parser.currentToken()) {
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                            OptionalDouble.of(parser.getDoubleValue());
                    case VALUE_STRING -> Decimals.parse(parser.getText());
                    default -> OptionalDouble.empty();
                };
        return value.isPresent() && Double.isFinite(value.getAsDouble())
                ? Optional.of(value.getAsDouble())
                : Optional.empty();
    }

    private static Optional<String> text(JsonParser parser) throws IOException {
        return parser.hasToken(JsonToken.VALUE_STRING)
                ? Optional.of(parser.getText())
                : Optional.empty();
    }

    /// Writes a whole number without a fraction, and any other so that it reads back the same.
    private static final class NumberWriter extends StdScalarSerializer<Double> {
        private static final long serialVersionUID = 1L;

        NumberWriter() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            if (Math.abs(value) < WHOLE && value == Math.rint(value)) {
                json.writeNumber(value.longValue());
            } else {
                json.writeNumber(value);
            }
        }
    }

    private static final class InstantWriter extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(value.toString());
        }
    }
}
