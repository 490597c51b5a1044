package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.assertj.core.data.Offset;

/// What holds of every explained margin.
final class AnswerInvariants {
    private AnswerInvariants() {}

    /// Checks an answer of `POST /v1/margin` with full or standard detail.
    static void check(JsonNode answer) {
        double initial = number(answer, "initial");
        assertThat(initial).isGreaterThanOrEqualTo(0);
        assertThat(number(answer, "maintenance")).isBetween(0.0, initial * (1 + 1e-12));
        assertThat(answer.get("currency").asText()).isNotBlank();
        assertThat(answer.get("convention").asText())
                .contains("A requirement is positive", answer.get("currency").asText());
        for (String hash : new String[] {"/model/hash", "/market/hash", "/inputHash"}) {
            assertThat(answer.at(hash).asText()).as(hash).matches("[0-9a-f]{64}");
        }
        checkGroups(answer, initial);
        checkOffset(answer, initial);
        checkExcess(answer);
        checkFinite(answer, "");
    }

    private static void checkGroups(JsonNode answer, double initial) {
        double sum = 0;
        double largest = 0;
        double scans = 0;
        for (JsonNode group : answer.get("groups")) {
            sum += number(group, "initial");
            if (!group.get("binding").isNull()) {
                largest = Math.max(largest, number(group.get("binding"), "loss"));
                scans += number(group.get("binding"), "loss");
            }
            checkComponents(answer, group);
        }
        assertThat(sum).isCloseTo(initial, relative(initial));
        JsonNode binding = answer.get("binding");
        assertThat(binding).as("binding is there, if null").isNotNull();
        assertThat(binding.isNull() ? 0 : number(binding, "loss")).isEqualTo(largest);
        double contributions = 0;
        double size = 0;
        for (String legs : new String[] {"contributions", "orders"}) {
            for (JsonNode leg : answer.path(legs)) {
                contributions += number(leg, "contribution");
                size += Math.abs(number(leg, "contribution"));
            }
        }
        for (JsonNode asset : answer.at("/equityDetail/collateral")) {
            contributions += asset.at("/risk/contribution").asDouble();
            size += Math.abs(asset.at("/risk/contribution").asDouble());
        }
        for (JsonNode part : answer.get("components")) {
            if (!part.get("operator").asText().equals("part")) continue;
            contributions += number(part, "initial");
            size += Math.abs(number(part, "initial"));
        }
        assertThat(contributions)
                .as("contributions and adjustments sum to the scans")
                .isCloseTo(scans, relative(size));
    }

    /// `factor * max(largest max + inside sums, minimums) + outside sums` is the group's
    /// requirement.
    private static void checkComponents(JsonNode answer, JsonNode group) {
        double largest = 0;
        double minimum = 0;
        double inside = 0;
        double outside = 0;
        Optional<Double> factor = Optional.empty();
        for (JsonNode part : answer.get("components")) {
            if (!part.get("underlying").equals(group.get("underlying"))) continue;
            double amount = number(part, "initial");
            boolean isInside = part.get("factor").asText().equals("inside");
            switch (part.get("operator").asText()) {
                case "max" -> largest = Math.max(largest, amount);
                case "minimum" -> minimum = Math.max(minimum, amount);
                case "part" -> {}
                default -> {
                    if (isInside) inside += amount;
                    else outside += amount;
                }
            }
            if (isInside) factor = Optional.of(number(part, "initialFactor"));
        }
        double requirement = factor.orElse(1.0) * Math.max(largest + inside, minimum) + outside;
        double initial = number(group, "initial");
        assertThat(requirement).as("%s", group).isCloseTo(initial, relative(initial));
    }

    private static void checkOffset(JsonNode answer, double initial) {
        double alone = 0;
        for (JsonNode leg : answer.get("contributions")) alone += number(leg, "standAlone");
        for (JsonNode asset : answer.at("/equityDetail/collateral")) {
            alone += asset.at("/risk/standAlone").asDouble();
        }
        assertThat(number(answer, "standAlone")).isCloseTo(alone, relative(alone));
        assertThat(number(answer, "offset")).isCloseTo(alone - initial, relative(alone + initial));
        if (alone != 0) {
            assertThat(number(answer, "offsetFraction"))
                    .isCloseTo((alone - initial) / alone, within(1e-9));
        }
    }

    private static void checkExcess(JsonNode answer) {
        double equity = number(answer, "equity");
        JsonNode detail = answer.get("equityDetail");
        double sum = number(detail, "unrealisedPnl") + number(detail, "optionValue");
        for (JsonNode asset : detail.get("collateral")) sum += number(asset, "value");
        assertThat(sum).isCloseTo(equity, relative(equity));
        double kept = number(detail, "unrealisedPnl") + number(detail, "optionValue");
        for (JsonNode asset : detail.get("collateral")) kept += number(asset, "maintenanceValue");
        JsonNode excess = answer.get("excess");
        assertThat(number(excess, "initial")).isEqualTo(equity - number(answer, "initial"));
        assertThat(number(excess, "maintenance"))
                .isCloseTo(kept - number(answer, "maintenance"), relative(kept));
    }

    /// Checks an answer of `POST /v1/margin/hedge`.
    static void checkHedge(JsonNode answer) {
        double before = number(answer.get("before"), "initial");
        double after = number(answer.get("after"), "initial");
        double alone = number(answer.get("hedgeAlone"), "initial");
        for (String part : new String[] {"before", "hedgeAlone", "after"}) {
            check(answer.get(part));
        }
        assertThat(number(answer, "saved")).isEqualTo(before - after);
        assertThat(number(answer, "offset")).isEqualTo(before + alone - after);
        JsonNode given = answer.get("givenOrder");
        assertThat(given.at("/margins/0").asDouble()).isEqualTo(before);
        assertThat(given.get("margins").get(given.get("margins").size() - 1).asDouble())
                .isEqualTo(after);
        assertThat(number(answer, "peak")).isGreaterThanOrEqualTo(Math.max(before, after));
        if (answer.has("safeOrder")) {
            assertThat(number(answer.get("safeOrder"), "peak"))
                    .isLessThanOrEqualTo(number(answer, "peak"));
            assertThat(answer.get("safeOrder").get("order")).hasSize(given.get("order").size());
        }
    }

    /// No null but `binding`, no sentinel, no minus zero.
    private static void checkFinite(JsonNode node, String path) {
        if (node.isNull()) assertThat(path).endsWith("/binding");
        if (node.isNumber()) {
            assertThat(Math.abs(node.asDouble())).as(path).isLessThan(1e300);
            assertThat(node.asText()).as(path).isNotEqualTo("-0.0");
        }
        node.properties()
                .forEach(field -> checkFinite(field.getValue(), path + "/" + field.getKey()));
        if (node.isArray()) for (JsonNode item : node) checkFinite(item, path);
    }

    private static double number(JsonNode node, String field) {
        assertThat(node.path(field).isNumber()).as("%s of %s", field, node).isTrue();
        return node.get(field).asDouble();
    }

    private static Offset<Double> relative(double size) {
        return within(1e-9 * Math.max(1, Math.abs(size)));
    }
}
