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
    private static final long ONE = 1_000_000_000_000_000_000L;

    /// Fields that hold requirements and losses, as figures or lists of them.
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
                    "floorLoss",
                    "lossBefore",
                    "lossAfter",
                    "before",
                    "after",
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

    /// Fields that hold what is owned, gained or saved, and all that stands inside them.
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
                    "unrealisedPnl",
                    "pnl",
                    "scenarioPnl",
                    "bestGain",
                    "lossPrevented",
                    "lossPreventedPerPremium",
                    "financingSaved",
                    "financingSavedPerPremium");

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
        double size = Math.abs(figure);
        boolean directed = rounding == RoundingMode.CEILING || rounding == RoundingMode.FLOOR;
        // Then the whole part and the rest, in units of 2^-64, are whole numbers of 64 bits
        return directed && size >= 0x1p-11 && size < 0x1p62
                ? decimal(figure < 0, size, rounding)
                : new BigDecimal(figure).setScale(DIGITS, rounding).toPlainString();
    }

    private static String decimal(boolean negative, double size, RoundingMode rounding) {
        long whole = (long) size;
        long rest = (long) ((size - whole) * 0x1p63) << 1;
        long digits = Math.unsignedMultiplyHigh(rest, ONE);
        boolean exact = rest * ONE == 0;
        boolean outward = rounding == (negative ? RoundingMode.FLOOR : RoundingMode.CEILING);
        // The rest is a whole 2^-53 below one, so digits never come to one
        if (!exact && outward) digits++;
        // With a one before them they keep their leading zeros
        return (negative ? "-" : "") + whole + "." + Long.toString(ONE + digits).substring(1);
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
