package hedgerow.venues;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.margin.Equity;
import hedgerow.margin.Margin;
import java.util.LinkedHashMap;
import java.util.Map;

/// Cases of Derive's first portfolio margin.
final class DeriveFirstPortfolioCases implements CaseRunner {
    private static final String ID = "UNDERLYING";

    @Override
    public boolean owns(JsonNode file) {
        return file.path("model").asText().equals("derive-pmrm1");
    }

    @Override
    public void check(JsonNode file, JsonNode one, Checks checks) {
        Figures figures = new Figures(one, book(one).under(yaml(one)));
        for (Map.Entry<String, JsonNode> pinned : one.get("expected").properties()) {
            figures.check(pinned.getKey(), pinned.getValue(), -1, checks);
        }
        for (Map.Entry<String, JsonNode> pinned : one.path("reference").properties()) {
            figures.check("ref. " + pinned.getKey(), pinned.getValue(), 1, checks);
        }
    }

    private static CaseBook book(JsonNode one) {
        JsonNode given = one.get("market_and_portfolio");
        CaseBook book = new CaseBook();
        book.stablePrice(given.path("stable").asDouble(1));
        CaseBook.Quotes quotes =
                new CaseBook.Quotes(
                                ID,
                                given.get("spot").asDouble(),
                                given.path("spotConf").asDouble(1))
                        .perpetual(
                                given.path("perpPrice").asDouble(),
                                given.path("perpConf").asDouble(1));
        for (JsonNode expiry : given.path("expiries")) {
            long seconds = expiry.get("sec").asLong();
            double sure =
                    Math.min(
                            expiry.path("fwdConf").asDouble(1),
                            expiry.path("rateConf").asDouble(1));
            // Of an expiry the least sure vol counts
            for (JsonNode option : expiry.path("options")) {
                sure = Math.min(sure, option.path("volConf").asDouble(1));
            }
            double forward = expiry.get("fwdVar").asDouble() + expiry.path("fwdFixed").asDouble();
            quotes.forward(seconds, forward, expiry.path("rate").asDouble(), sure);
            for (JsonNode option : expiry.path("options")) {
                book.hold(
                        quotes.option(
                                seconds,
                                option.get("strike").asDouble(),
                                option.get("isCall").asBoolean(),
                                option.get("vol").asDouble(),
                                1),
                        option.get("amount").asDouble());
            }
        }
        book.add(quotes);
        book.holdPerpetuals(ID, given.path("perp").asDouble());
        book.unrealised(given.path("perpValue").asDouble());
        book.post(ID, given.path("base").asDouble());
        book.post(CaseBook.CURRENCY, given.path("cash").asDouble());
        return book;
    }

    private static String yaml(JsonNode one) {
        JsonNode params = one.get("params");
        JsonNode vol = params.get("vol");
        JsonNode basis = params.get("basis");
        JsonNode other = params.get("other");
        JsonNode margin = params.get("margin");
        return """
        valuation: { %sdiscounting: none }
        grid:
          tenor: { referenceDays: 30, shortPower: %s, longPower: %s, dayFloor: %s }
          volShocks:
        %s
          scenarios:
        %s
        adjustments:
          - expiryDiscount:
              long: { static: %s, rateMultiplier: %s, rateAddition: %s }
        charges:
          - { basisContingency: { up: %s, down: %s, addition: %s, multiplier: %s }, as: floor }
          - { notionalRate: { of: [perpetual], at: spot, initialRate: %s, maintenanceRate: %s }, as: inside }
          - { notionalRate: { of: [spot], at: spot, initialRate: %s, maintenanceRate: %s }, as: inside }
          - { netShortOptions: { initialRate: %s, maintenanceRate: %s }, as: inside }
          - oracleConfidence: { threshold: %s, scale: %s, of: [perpetual, option], optionsWithPerpetual: true }
            as: outside
        factors: { initial: %s, maintenance: 1, depeg: { threshold: %s, slope: %s } }
        collateral:
          stablecoins: [USDC]
          haircuts: { %s: { initial: 0, maintenance: 0, movesWith: %s } }
          confidence: { threshold: %s, scale: %s }
          optionValueCounts: true
        """
                .formatted(
                        averaging(one),
                        vol.get("shortPow").asText(),
                        vol.get("longPow").asText(),
                        Math.max(0.001, vol.get("dteFloorDays").asDouble()),
                        shocks(one),
                        scenarios(one),
                        margin.get("baseStaticDiscount").asText(),
                        margin.get("rateMultScale").asText(),
                        margin.get("rateAddScale").asText(),
                        DerivePortfolioCases.move(basis.get("up")),
                        DerivePortfolioCases.move(basis.get("down")),
                        basis.get("add").asText(),
                        basis.get("mult").asText(),
                        other.get("perpPercent").asText(),
                        other.get("perpPercent").asText(),
                        other.get("basePercent").asText(),
                        other.get("basePercent").asText(),
                        other.get("optionPercent").asText(),
                        other.get("optionPercent").asText(),
                        other.get("confThreshold").asText(),
                        other.get("confMargin").asText(),
                        margin.get("imFactor").asText(),
                        other.get("pegLossThreshold").asText(),
                        other.get("pegLossFactor").asText(),
                        ID,
                        ID,
                        other.get("confThreshold").asText(),
                        other.get("confMargin").asText());
    }

    /// The window in which the fixed share of a forward would come about, where one is fixed.
    private static String averaging(JsonNode one) {
        for (JsonNode expiry : one.at("/market_and_portfolio/expiries")) {
            double open = expiry.get("fwdVar").asDouble();
            double fixed = expiry.path("fwdFixed").asDouble();
            if (fixed <= 0 || open <= 0) continue;
            double window = expiry.get("sec").asDouble() * (open + fixed) / open;
            return "averaging: { seconds: " + window + ", of: forward }, ";
        }
        return "";
    }

    private static String shocks(JsonNode one) {
        JsonNode vol = one.at("/params/vol");
        Map<String, String> shocks = new LinkedHashMap<>();
        shocks.put("UP", "{ relative: " + vol.get("up").asText() + " }");
        shocks.put("DOWN", "{ relative: " + -vol.get("down").asDouble() + " }");
        shocks.put("NONE", "unchanged");
        StringBuilder used = new StringBuilder();
        shocks.forEach((name, text) -> {
            for (JsonNode scenario : one.get("scenarios")) {
                if (!scenario.get("vol").asText().equals(name)) continue;
                used.append("    ").append(name).append(": ").append(text).append('\n');
                return;
            }
        });
        return used.toString();
    }

    private static String scenarios(JsonNode one) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode scenario : one.get("scenarios")) {
            lines.append("    - { spot: ")
                    .append(DerivePortfolioCases.move(scenario.get("spotMultiplier")))
                    .append(", vol: ")
                    .append(scenario.get("vol").asText())
                    .append(" }\n");
        }
        return lines.toString();
    }

    /// What was said of a case, under the venue's names; what is asked for has the given sign.
    private record Figures(JsonNode one, CaseBook.Said said) {
        void check(String name, JsonNode pinned, int sign, Checks checks) {
            double value = pinned.asDouble();
            switch (name.replace("ref. ", "")) {
                case "imTruncatedUsd" -> checks.truncated(name, value, said.netInitial());
                case "mmTruncatedUsd" -> checks.truncated(name, value, said.netMaintenance());
                case "im" -> checks.close(name, value, said.netInitial());
                case "mm" -> checks.close(name, value, said.netMaintenance());
                case "portfolioMtmInclCash" -> checks.close(name, value, worth());
                case "mtmExclCash" -> checks.close(name, value, worth() - cash());
                case "perpContingency" ->
                        checks.close(name, value, sign * said.part("perpetual rate").initial());
                case "baseContingency" ->
                        checks.close(name, value, sign * said.part("spot rate").initial());
                case "optionContingency" ->
                        checks.close(name, value, sign * said.part("net short options").initial());
                case "oracleContingency" -> checks.close(name, value, sign * oracle());
                case "forwardContingency", "basisContingency" ->
                        checks.close(name, value, -said.part("basis contingency").initial());
                case "lossFactor" -> lossFactor(name, value, checks);
                case "minSpan" -> checks.close(name, value, -worst());
                case "scenarioPnl" -> scenarioPnl(name, pinned, checks);
                case "worstScenarioIndex" -> worstScenario(name, pinned.asInt(), checks);
                default -> checks.unmapped(name);
            }
        }

        private double cash() {
            return one.at("/market_and_portfolio/cash").asDouble();
        }

        private double worth() {
            double worth = said.equity().unrealisedPnl() + said.equity().optionValue();
            for (Equity.Asset asset : said.equity().assets()) {
                worth += asset.held().quantity() * asset.price();
            }
            return worth;
        }

        private double oracle() {
            double kept = said.equity().maintenanceTotal() - said.equity().total();
            return said.part("oracle confidence").initial() + kept;
        }

        private double worst() {
            return Math.max(
                    said.part("scan risk").initial(), said.part("basis contingency").initial());
        }

        /// Of equal losses roundings choose the scenario, so what is compared is what is lost in
        /// the one that is named; after the last stands the contingency for basis.
        private void worstScenario(String name, int index, Checks checks) {
            double loss = said.part("basis contingency").initial();
            if (index < one.get("scenarios").size()) {
                loss = 0;
                for (Margin.GroupMargin group : said.margin().groups()) {
                    loss -= group.scenarioPnl().get(index);
                }
            }
            checks.close(name, worst(), Math.max(0, loss));
        }

        private void lossFactor(String name, double value, Checks checks) {
            if (said.margin().groups().isEmpty()) return;
            checks.close(name, value, said.part("scan risk").initialFactor());
        }

        private void scenarioPnl(String name, JsonNode pinned, Checks checks) {
            for (int s = 0; s < pinned.size(); s++) {
                double profit = 0;
                for (Margin.GroupMargin group : said.margin().groups()) {
                    profit += group.scenarioPnl().get(s);
                }
                checks.close(name + "[" + s + "]", pinned.get(s).asDouble(), profit);
            }
        }
    }
}
