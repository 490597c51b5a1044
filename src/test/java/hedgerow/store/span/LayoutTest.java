package hedgerow.store.span;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.SharedData;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The columns of records against the published layout.
class LayoutTest {
    private static final Pattern DECIMALS = Pattern.compile("V9\\((\\d+)\\)|V(9+)");

    /// Columns as the layout has them, with the decimals of its format.
    private record Columns(int from, int to) {}

    @ParameterizedTest
    @CsvSource({
        "Header,0",
        "Exchange,1",
        "Currency,T",
        "Commodity,2",
        "Intra,3",
        "TierSpread,C",
        "SeriesSpread,E",
        "Scan,S",
        "Spot,4",
        "Calculation,B",
        "Price,P",
        "Group,5",
        "Inter,6",
        "Combination,X",
        "CombinationOption,Y",
        "CombinationLeg,Z"
    })
    void everyFieldStandsWhereTheLayoutHasIt(String name, String type)
            throws IOException, ReflectiveOperationException {
        Map<Columns, Integer> published = published(type);
        for (Field field : fields(name)) {
            // Records 4 of later editions hold day codes, of which this layout does not tell
            if (name.equals("Spot") && field.name().startsWith("day or week")) continue;
            Columns columns = new Columns(field.from(), field.to());
            assertThat(published).as("%s %s", name, field).containsKey(columns);
            boolean isCredit = name.equals("Inter") && field.name().contains("rate");
            if (!isCredit) {
                assertThat(field.decimals()).as("%s", field).isEqualTo(published.get(columns));
            }
        }
    }

    private static Map<Columns, Integer> published(String type) throws IOException {
        JsonNode root =
                new ObjectMapper()
                        .readTree(SharedData.file("parameters/pa2_expanded_layout.json").toFile());
        Map<Columns, Integer> columns = new HashMap<>();
        root.get("records")
                .properties()
                .forEach(record -> {
                    if (!record.getKey().strip().equals(type)) return;
                    for (JsonNode field : record.getValue().get("fields")) {
                        columns.put(
                                new Columns(field.get("frm").asInt(), field.get("to").asInt()),
                                decimals(field.get("fmt").asText()));
                    }
                });
        return columns;
    }

    private static int decimals(String format) {
        Matcher found = DECIMALS.matcher(format);
        if (!found.find()) return 0;
        return found.group(1) != null ? Integer.parseInt(found.group(1)) : found.group(2).length();
    }

    private static List<Field> fields(String name) throws ReflectiveOperationException {
        Class<?> of = Class.forName(Layout.class.getName() + "$" + name);
        List<Field> fields = new ArrayList<>();
        for (java.lang.reflect.Field each : of.getDeclaredFields()) {
            if (!Modifier.isStatic(each.getModifiers())) continue;
            each.setAccessible(true);
            Object value = each.get(null);
            if (value instanceof Field field) fields.add(field);
            if (value instanceof List<?> list) {
                list.forEach(item -> fields.add((Field) item));
            }
        }
        assertThat(fields).as(name).isNotEmpty();
        return fields;
    }
}
