package hedgerow.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads an object into a record, field by field in the order in which they come.
///
/// Jackson's own reader of records puts unknown fields aside and asks about them at the end, when
/// their place is lost; this one asks, and passes over them, where they stand.
final class RecordReader extends StdDeserializer<Object> implements ResolvableDeserializer {
    private static final long serialVersionUID = 1L;

    private final transient RecordComponent[] components;
    private final transient Constructor<?> constructor;
    private final transient Map<String, Integer> places = new LinkedHashMap<>();
    private final transient JsonDeserializer<?>[] readers;
    private final Json.UnknownFields unknownFields;

    RecordReader(Class<?> type, Json.UnknownFields unknownFields) {
        super(type);
        this.unknownFields = unknownFields;
        this.components = type.getRecordComponents();
        this.constructor = constructor(type, components);
        this.readers = new JsonDeserializer<?>[components.length];
        for (int i = 0; i < components.length; i++) places.put(components[i].getName(), i);
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " must be a record", e);
        }
    }

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        for (int i = 0; i < readers.length; i++) {
            var type = context.getTypeFactory().constructType(components[i].getGenericType());
            readers[i] = context.findContextualValueDeserializer(type, null);
        }
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        JsonPlace place = JsonPlace.of(context);
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            place.refuse(parser, "an object of the fields " + names());
            return null;
        }
        @Nullable Object[] values = new Object[readers.length];
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Integer at = places.get(parser.currentName());
            JsonToken token = parser.nextToken();
            if (at == null) {
                unknown(parser, place);
            } else if (token != JsonToken.VALUE_NULL) {
                values[at] = readers[at].deserialize(parser, context);
            }
        }
        return instance(values, parser, place);
    }

    private void unknown(JsonParser parser, JsonPlace place) throws IOException {
        switch (unknownFields) {
            case REFUSED -> place.refuse(parser, "no such field; the fields are " + names());
            case IGNORED -> parser.skipChildren();
        }
    }

    private @Nullable Object instance(
            @Nullable Object[] values, JsonParser parser, JsonPlace place) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            String reason = e.getCause() == null ? e.toString() : e.getCause().getMessage();
            place.add(parser, Optional.of("an object"), reason == null ? "another" : reason);
            return null;
        }
    }

    private String names() {
        return String.join(", ", places.keySet());
    }
}
