package hedgerow.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hedgerow.portfolio.Numbers;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/// JSON bodies bound to records, with every fault found in one pass.
///
/// A body is bound field by field: a value of a wrong type, a field that is not known and a field
/// given twice each become a [Fault] at their JSON pointer, and reading goes on. Then the
/// constraints on the records (Jakarta Validation) are checked. Only text that is no JSON at all
/// ends the reading early.
///
/// How a record is written for it: its components carry the names of the JSON fields; all are boxed
/// or reference types and `@Nullable`, since a field may be missing or may have failed to bind;
/// [Checks.Required] says which must be there; nested records and lists of them carry `@Valid`, as
/// in `List<@Required @Valid Row>`. Scalars are `Double`, `Integer`, `Boolean`, `String`, `Instant`
/// and enums (in lower case, `VARIANCE_SWAP` as `varianceSwap`); numbers may be decimal strings. In
/// a native program a record must be registered for reflection.
///
/// Immutable and safe for use by many threads.
public final class Json {
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 65_536;
    private static final int LONGEST_NAME = 256;

    /// What Jackson adds to its messages for those who program it.
    private static final Pattern ADVICE =
            Pattern.compile(" \\((for|start marker at) .*$|: (JSON spec|enable) .*$");

    private final JsonMapper mapper;
    private final Validator validator;

    /// What becomes of fields that a record does not have.
    public enum UnknownFields {
        /// Each is a fault: for bodies of our own form.
        REFUSED,
        /// They are passed over: for bodies of others, who may add fields at any time.
        IGNORED
    }

    /// A reader and writer that checks constraints by `validator`.
    public Json(Validator validator, UnknownFields unknownFields) {
        this.validator = validator;
        this.mapper = mapper(unknownFields);
    }

    /// A reader and writer with a validator of its own, for use outside a container.
    public static Json standard(UnknownFields unknownFields) {
        return new Json(ValidatorHolder.VALIDATOR, unknownFields);
    }

    private static final class ValidatorHolder {
        static final Validator VALIDATOR =
                Validation.byDefaultProvider()
                        .configure()
                        .messageInterpolator(new ParameterMessageInterpolator())
                        .buildValidatorFactory()
                        .getValidator();
    }

    private static JsonMapper mapper(UnknownFields unknownFields) {
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(DEEPEST)
                                        .maxStringLength(LONGEST_TEXT)
                                        .maxNameLength(LONGEST_NAME)
                                        .maxNumberLength(LONGEST_NAME)
                                        .build())
                        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                        // So that NaN is a value that is refused in its place, not a broken text
                        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                        .build();
        return JsonMapper.builder(factory)
                .addModule(new JsonScalars().setDeserializerModifier(new JsonShapes(unknownFields)))
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .build();
    }

    /// Reads a body of one JSON value.
    ///
    /// @throws IOException where the stream fails; never for what is in it
    public <T> Reading<T> read(InputStream body, Class<T> type) throws IOException {
        Faults faults = new Faults();
        Optional<T> value = bind(body, type, faults);
        return value.isPresent() && faults.isEmpty()
                ? new Reading.Value<>(value.get(), List.of())
                : new Reading.Refused<>(faults.list());
    }

    /// Binds a body of one JSON value, adding what is wrong with it to `faults`.
    ///
    /// The value is given even where there are faults, so that further checks can add theirs; what
    /// failed to bind is null in it. Empty where there is no value at all: a fault then says so.
    ///
    /// @throws IOException where the stream fails; never for what is in it
    public <T> Optional<T> bind(InputStream body, Class<T> type, Faults faults) throws IOException {
        List<T> values = bind(body, type, faults, 1);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /// Binds a body of several JSON values, one after the other, at most `most`.
    ///
    /// @throws IOException where the stream fails; never for what is in it
    <T> List<T> bind(InputStream body, Class<T> type, Faults faults, int most) throws IOException {
        List<T> values = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(body)) {
            JsonPlace place = new JsonPlace(faults, "");
            OnceParser once = new OnceParser(parser, place);
            try {
                bindAll(once, mapper.readerFor(type), place, most, values);
            } catch (JsonProcessingException e) {
                faults.add(Fault.missing("", words(e)));
            } catch (CharConversionException | CharacterCodingException e) {
                faults.add(Fault.missing("", "JSON in UTF-8: " + e.getMessage()));
            }
        } catch (CharConversionException e) {
            faults.add(Fault.missing("", "JSON in UTF-8: " + e.getMessage()));
        }
        return values;
    }

    private <T> void bindAll(
            OnceParser parser, ObjectReader reader, JsonPlace first, int most, List<T> values)
            throws IOException {
        JsonPlace place = first;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (values.size() == most) {
                place.faults().add("", place.text(parser), "the end of the body");
                return;
            }
            T value = reader.withAttribute(JsonPlace.class, place).readValue(parser);
            if (value != null) {
                check(value, place);
                values.add(value);
            } else if (token == JsonToken.VALUE_NULL) {
                place.add(parser, Optional.of("null"), "a JSON object");
            }
            if (value == null) return;
            place = new JsonPlace(first.faults(), JsonPlace.prefix(values.size()));
            parser.at(place);
        }
        if (values.isEmpty()) first.faults().add(Fault.missing("", "a JSON object"));
    }

    private <T> void check(T value, JsonPlace place) {
        for (ConstraintViolation<T> violation : validator.validate(value)) {
            Object sent = violation.getInvalidValue();
            place.faults()
                    .add(
                            new Fault(
                                    place.prefix() + pointer(violation.getPropertyPath()),
                                    Optional.ofNullable(sent).map(Json::text),
                                    violation.getMessage()));
        }
    }

    private static String text(Object sent) {
        return switch (sent) {
            case Collection<?> items -> items.size() + " items";
            case Map<?, ?> entries -> entries.size() + " entries";
            case Double number -> Numbers.plain(number);
            default -> sent.toString();
        };
    }

    /// The JSON pointer of a path through records, lists and maps.
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) pointer.append('/').append(node.getIndex());
            if (node.getKey() != null) pointer.append('/').append(escape(node.getKey().toString()));
            boolean named =
                    switch (node.getKind()) {
                        case PROPERTY -> true;
                        case BEAN,
                                CONTAINER_ELEMENT,
                                METHOD,
                                CONSTRUCTOR,
                                PARAMETER,
                                CROSS_PARAMETER,
                                RETURN_VALUE ->
                                false;
                    };
            if (named) pointer.append('/').append(escape(node.getName()));
        }
        return pointer.toString();
    }

    /// A name as a segment of a JSON pointer.
    static String escape(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }

    private static String words(JsonProcessingException e) {
        Throwable cause = e;
        while (cause.getCause() instanceof JsonProcessingException inner) cause = inner;
        boolean broken = cause instanceof JsonParseException;
        JsonLocation at = e.getLocation();
        String where =
                at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        String what = ((JsonProcessingException) cause).getOriginalMessage();
        return (broken ? "well-formed JSON" : "JSON of this form")
                + where
                + ": "
                + ADVICE.matcher(what).replaceAll("");
    }

    /// A value as JSON in UTF-8; components that are null are left out.
    public byte[] write(Object value) {
        return write(mapper.writer(), value);
    }

    /// A value as indented JSON in UTF-8, for people.
    public byte[] writeIndented(Object value) {
        return write(mapper.writerWithDefaultPrettyPrinter(), value);
    }

    private static byte[] write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass(), e);
        }
    }
}
