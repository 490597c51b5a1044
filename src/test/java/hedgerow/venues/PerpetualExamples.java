package hedgerow.venues;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/// Examples of venues of perpetuals, and of what may be borrowed against coins.
final class PerpetualExamples {
    private PerpetualExamples() {}

    /// Positions in markets whose rate grows with the size, and an amount for each position.
    static void synthetix(JsonNode one, Checks checks) {
        CaseBook book = new CaseBook();
        for (Map.Entry<String, JsonNode> position : one.get("positions").properties()) {
            String id = position.getKey().toUpperCase(Locale.ROOT);
            double price = position.getValue().get("price").asDouble();
            book.add(new CaseBook.Quotes(id, price, 1).perpetual(price, 1));
            book.holdPerpetuals(id, position.getValue().get("size").asDouble());
        }
        CaseBook.Said said = book.under(sizeRates(one.get("params"), true));
        CaseBook.Said bare = book.under(sizeRates(one.get("params"), false));
        for (Map.Entry<String, JsonNode> pinned : one.get("expected").properties()) {
            String name = pinned.getKey();
            double value = pinned.getValue().asDouble();
            String market = name.replaceFirst("(IM|MM)$", "").toUpperCase(Locale.ROOT);
            switch (name) {
                case "imExclLiqReward" -> checks.close(name, value, said.margin().initial());
                case "mmExclLiqReward" -> checks.close(name, value, said.margin().maintenance());
                case "minPositionMargin" ->
                        checks.close(
                                name, value, said.margin().initial() - bare.margin().initial());
                default -> {
                    if (name.endsWith("IM")) {
                        checks.close(name, value, bare.part("size rate", market).initial());
                    } else if (name.endsWith("MM")) {
                        checks.close(name, value, bare.part("size rate", market).maintenance());
                    } else {
                        checks.unmapped(name);
                    }
                }
            }
        }
    }

    private static String sizeRates(JsonNode params, boolean withAmount) {
        StringBuilder markets = new StringBuilder();
        for (Map.Entry<String, JsonNode> market : params.properties()) {
            JsonNode p = market.getValue();
            markets.append(
                    "        %s: { skewScale: %s, initialFraction: %s, minimumRatio: %s,%n"
                                    .formatted(
                                            market.getKey().toUpperCase(Locale.ROOT),
                                            p.get("skewScale"),
                                            p.get("initialMarginFraction"),
                                            p.get("minimumInitialMarginRatio"))
                            + "          maintenanceScalar: %s, minimumMargin: %s }%n"
                                    .formatted(
                                            p.get("maintenanceMarginScalar"),
                                            withAmount ? p.get("minimumPositionMargin") : 0));
        }
        return """
        charges:
          - sizeRate:
              of:
        %s    as: inside
        factors: { initial: 1, maintenance: 1 }
        collateral: { stablecoins: [USDC], optionValueCounts: false }
        """
                .formatted(markets);
    }

    /// A coin that is lent against: what may be borrowed, and what counts of it afterwards.
    static void hyperliquid(JsonNode one, Checks checks) {
        JsonNode inputs = one.get("inputs");
        double balance = inputs.get("balance").asDouble();
        double price = inputs.get("price").asDouble();
        double lent = inputs.get("ltv").asDouble();
        CaseBook book = new CaseBook();
        book.post("COIN", balance, price, 1);
        CaseBook.Said said =
                book.under(
                        """
                        factors: { initial: 1, maintenance: 1 }
                        collateral:
                          stablecoins: [USDC]
                          haircuts: { COIN: { initial: %s, maintenance: %s } }
                          health: { measure: debt, limit: 0.95, minimum: 20 }
                          optionValueCounts: false
                        """
                                .formatted(1 - lent, 1 - (0.5 + 0.5 * lent)));
        for (Map.Entry<String, JsonNode> pinned : one.get("expected").properties()) {
            double value = pinned.getValue().asDouble();
            switch (pinned.getKey()) {
                case "borrowableUsdc" ->
                        checks.close(pinned.getKey(), value, said.equity().total());
                case "liquidationThreshold" ->
                        checks.close(
                                pinned.getKey(),
                                value * balance * price,
                                said.equity().maintenanceTotal());
                default -> checks.unmapped(pinned.getKey());
            }
        }
    }
}
