package hedgerow.api.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/// Makes the schemas say what is on the wire, where the records in the program say it otherwise.
///
/// A field of an answer that does not apply is left out, so it is optional instead of nullable;
/// `binding` alone is null. Words are in lower case. A pattern that only Java reads is dropped.
final class WireSchemas {
    private static final String EITHER = "IdOrMarketBody";
    private static final String NULLED = "binding";
    private static final Set<String> WORDS = Set.of("OptionRight", "Settlement");
    private static final Set<String> ANSWERS_NOT_NAMED_SO =
            Set.of(
                    "ModelName",
                    "MarketName",
                    "EngineName",
                    "InitialMaintenance",
                    "Problem",
                    "ProblemItem",
                    "Entry");

    private WireSchemas() {}

    static void complete(Components components) {
        components.removeSchema(EITHER);
        components.getSchemas().forEach(WireSchemas::complete);
    }

    private static void complete(String name, Schema schema) {
        if (WORDS.contains(name)) inLowerCase(schema);
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) return;
        if (name.endsWith("Answer") || ANSWERS_NOT_NAMED_SO.contains(name)) require(schema);
        properties.forEach(WireSchemas::property);
    }

    private static void inLowerCase(Schema schema) {
        List<Object> words = new ArrayList<>();
        for (Object word : schema.getEnumeration()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
        }
        schema.setEnumeration(words);
    }

    private static void require(Schema answer) {
        answer.setRequired(
                answer.getProperties().entrySet().stream()
                        .filter(p -> p.getKey().equals(NULLED) || !isNullable(p.getValue()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static boolean isNullable(Schema schema) {
        List<SchemaType> types = schema.getType();
        boolean byType = types != null && types.contains(SchemaType.NULL);
        return byType || schema.getAnyOf() != null;
    }

    private static void property(String name, Schema schema) {
        dropPattern(schema);
        if (schema.getItems() != null) dropPattern(schema.getItems());
        if (schema.getRef() != null && schema.getRef().endsWith("/" + EITHER)) {
            schema.setRef(null);
            schema.setType(null);
        } else if (schema.getRef() != null) {
            schema.setType(null);
        }
        if (!name.equals(NULLED)) dropNull(schema);
    }

    private static void dropPattern(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern != null && pattern.contains("\\p{Cntrl}")) schema.setPattern(null);
    }

    private static void dropNull(Schema schema) {
        List<SchemaType> types = schema.getType();
        if (types != null && types.contains(SchemaType.NULL)) {
            schema.setType(types.stream().filter(type -> type != SchemaType.NULL).toList());
        }
        List<Schema> either = schema.getAnyOf();
        if (either != null && !either.isEmpty() && either.getFirst().getRef() != null) {
            schema.setRef(either.getFirst().getRef());
            schema.setAnyOf(null);
            schema.setType(null);
        }
    }
}
