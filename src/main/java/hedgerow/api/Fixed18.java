package hedgerow.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Figures as decimals of eighteen digits behind the point, in texts, as contracts on chains hold
/// amounts.
///
/// The decimal is the exact value of the double, rounded in the direction that never helps the
/// account: requirements and losses up, what is owned and what is saved down; what is neither to
/// the nearest, half to even. Whole numbers that count something stay numbers.
final class Fixed18 {
    private static final int DIGITS = 18;

    /// Fields that hold requirements and losses.
    private static final Set<String> AGAINST =
            Set.of(
                    "initial",
                    "maintenance",
                    "requirement",
                    "separate",
                    "standAlone",
                    "netted",
                    "hedgeAlone",
                    "contribution",
                    "incremental",
                    "loss",
                    "worstLoss",
                    "peak",
                    "margins",
                    "total",
                    "up",
                    "down",
                    "initialFactor",
                    "maintenanceFactor",
                    "haircut",
                    "maintenanceHaircut",
                    "bridgeHaircut");

    /// Fields that hold what is owned or saved, and all that stands inside them.
    private static final Set<String> FOR =
            Set.of(
                    "equity",
                    "excess",
                    "offset",
                    "offsetFraction",
                    "offsetPercent",
                    "saved",
                    "savedFraction",
                    "recognised",
                    "credit",
                    "counted",
                    "value",
                    "maintenanceValue",
                    "optionValue",
                    "unrealisedPnl");

    private Fixed18() {}

    /// A requirement or a loss.
    static String up(double figure) {
        return decimal(figure, RoundingMode.CEILING);
    }

    /// What is owned or saved.
    static String down(double figure) {
        return decimal(figure, RoundingMode.FLOOR);
    }

    private static String decimal(double figure, RoundingMode rounding) {
        return new BigDecimal(figure).setScale(DIGITS, rounding).toPlainString();
    }

    /// An answer with every figure in it as a text.
    static JsonNode of(JsonNode answer) {
        return of(answer, RoundingMode.HALF_EVEN);
    }

    private static JsonNode of(JsonNode node, RoundingMode rounding) {
        return switch (node) {
            case ObjectNode object -> {
                for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                    RoundingMode inside = rounding(field.getKey(), field.getValue(), rounding);
                    object.set(field.getKey(), of(field.getValue(), inside));
                }
                yield object;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) array.set(i, of(array.get(i), rounding));
                yield array;
            }
            default ->
                    node.isFloatingPointNumber()
                            ? TextNode.valueOf(decimal(node.doubleValue(), rounding))
                            : node;
        };
    }

    /// Inside of what is owned everything is rounded down, whatever its name.
    private static RoundingMode rounding(String name, JsonNode value, RoundingMode around) {
        if (around == RoundingMode.FLOOR || FOR.contains(name)) return RoundingMode.FLOOR;
        boolean figures = !value.isObject();
        return figures && AGAINST.contains(name) ? RoundingMode.CEILING : RoundingMode.HALF_EVEN;
    }
}
