package hedgerow.venues;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.margin.Equity;
import hedgerow.margin.ExpiryDiscount;
import hedgerow.margin.Margin;
import hedgerow.portfolio.Instrument;
import hedgerow.scenario.TenorScale;
import hedgerow.scenario.VolShock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Cases of Derive's second portfolio margin.
final class DerivePortfolioCases implements CaseRunner {
    private static final String ID = "UNDERLYING";

    @Override
    public boolean owns(JsonNode file) {
        return file.path("model").asText().equals("derive-pmrm2");
    }

    @Override
    public void check(JsonNode file, JsonNode one, Checks checks) {
        CaseBook.Said said = book(one).under(yaml(one));
        JsonNode expected = one.get("expected");
        Figures figures = new Figures(one, said);
        for (Map.Entry<String, JsonNode> pinned : expected.properties()) {
            figures.check(pinned.getKey(), pinned.getValue(), checks);
        }
    }

    private static CaseBook book(JsonNode one) {
        CaseBook book = new CaseBook();
        JsonNode market = one.get("market");
        JsonNode portfolio = one.get("portfolio");
        book.stablePrice(market.path("stablePrice").asDouble(1));
        CaseBook.Quotes quotes =
                new CaseBook.Quotes(
                                ID,
                                market.get("spot").asDouble(),
                                market.path("spotConfidence").asDouble(1))
                        .perpetual(
                                market.path("perpPrice").asDouble(),
                                market.path("perpConfidence").asDouble(1));
        for (JsonNode expiry : market.path("expiries")) {
            double sure =
                    Math.min(
                            expiry.path("forwardConfidence").asDouble(1),
                            Math.min(
                                    expiry.path("rateConfidence").asDouble(1),
                                    expiry.path("volConfidence").asDouble(1)));
            quotes.forward(
                    expiry.get("secondsToExpiry").asLong(),
                    expiry.get("forward").asDouble(),
                    expiry.path("rate").asDouble(),
                    sure);
        }
        for (JsonNode option : portfolio.path("options")) {
            book.hold(
                    quotes.option(
                            option.get("secondsToExpiry").asLong(),
                            option.get("strike").asDouble(),
                            option.get("call").asBoolean(),
                            option.get("markVol").asDouble(),
                            1),
                    option.get("quantity").asDouble());
        }
        book.add(quotes);
        book.holdPerpetuals(ID, portfolio.path("perps").asDouble());
        book.unrealised(portfolio.path("perpUnrealisedPnl").asDouble());
        book.unrealised(portfolio.path("perpUnrealisedFunding").asDouble());
        book.post(CaseBook.CURRENCY, portfolio.path("cash").asDouble());
        for (JsonNode asset : portfolio.path("collaterals")) {
            book.post(
                    asset.get("asset").asText(),
                    asset.get("quantity").asDouble(),
                    asset.get("price").asDouble(),
                    asset.path("confidence").asDouble(1));
        }
        return book;
    }

    private static String yaml(JsonNode one) {
        JsonNode params = one.get("params");
        JsonNode margin = params.get("margin");
        JsonNode basis = params.get("basisContingency");
        JsonNode other = params.get("otherContingency");
        String text =
                """
                valuation: { averaging: { seconds: 1800, of: forward }, discounting: floored }
                grid:
                  tenor: { referenceDays: 30, shortPower: %s, longPower: %s, dayFloor: %s }
                  volShocks:
                %s
                  scenarios:
                %s
                adjustments:
                  - expiryDiscount:
                      long: { static: %s, rateMultiplier: %s, rateAddition: %s }
                      short: { static: %s, rateMultiplier: %s, rateAddition: %s }
                charges:
                  - basisContingency: { up: %s, down: %s, addition: %s, multiplier: %s }
                    as: floor
                  - notionalRate: { of: [perpetual], at: spot, initialRate: %s, maintenanceRate: %s }
                    as: outside
                  - { netShortOptions: { initialRate: %s, maintenanceRate: %s }, as: outside }
                  - oracleConfidence: { threshold: %s, scale: %s, of: [perpetual, option], optionsWithPerpetual: true }
                    as: outside
                factors: { initial: %s, maintenance: %s, depeg: { threshold: %s, slope: %s } }
                collateral:
                  stablecoins: [USDC]
                  haircuts: { %s }
                  confidence: { threshold: %s, scale: %s, with: [%s] }
                  optionValueCounts: true
                """;
        return text.formatted(
                params.at("/volShock/SHORTTERMPOWER").asText(),
                params.at("/volShock/LONGTERMPOWER").asText(),
                dayFloor(params.at("/volShock/DTE_FLOOR")),
                shocks(params),
                scenarios(params),
                margin.get("BASE_STATIC_DISCOUNT").asText(),
                margin.get("LONG_RATE_MULTSCALE").asText(),
                margin.get("LONG_RATE_ADDSCALE").asText(),
                margin.get("BASE_STATIC_DISCOUNT_NEG").asText(),
                margin.get("SHORT_RATE_MULTSCALE").asText(),
                margin.get("SHORT_RATE_ADDSCALE").asText(),
                move(basis.get("SCENARIO_SPOT_UP")),
                move(basis.get("SCENARIO_SPOT_DOWN")),
                basis.get("BASIS_CONT_ADD_FACTOR").asText(),
                basis.get("BASIS_CONT_MULT_FACTOR").asText(),
                sum(other, "MM_PERP_PERCENT", "IM_PERP_PERCENT"),
                other.get("MM_PERP_PERCENT").asText(),
                sum(other, "MM_OPTION_PERCENT", "IM_OPTION_PERCENT"),
                other.get("MM_OPTION_PERCENT").asText(),
                other.get("CONF_THRESHOLD").asText(),
                other.get("CONF_MARGIN").asText(),
                margin.get("IM_LOSS_FACTOR").asText(),
                margin.get("MM_LOSS_FACTOR").asText(),
                other.get("PEG_LOSS_THRESHOLD").asText(),
                other.get("PEG_LOSS_FACTOR").asText(),
                haircuts(one.at("/portfolio/collaterals")),
                other.get("CONF_THRESHOLD").asText(),
                other.get("CONF_MARGIN").asText(),
                ID);
    }

    /// The floor, or where there is none the least that a model file has a place for.
    static double dayFloor(JsonNode days) {
        return Math.max(0.001, days.asDouble());
    }

    /// The move of a multiplier, as a decimal.
    static String move(JsonNode multiplier) {
        return new BigDecimal(multiplier.asText()).subtract(BigDecimal.ONE).toPlainString();
    }

    private static double sum(JsonNode fields, String one, String other) {
        return fields.get(one).asDouble() + fields.get(other).asDouble();
    }

    private static String shocks(JsonNode params) {
        JsonNode vol = params.get("volShock");
        JsonNode skew = params.get("skewShock");
        Map<String, String> shocks = new LinkedHashMap<>();
        shocks.put(
                "UP",
                "{ relative: %s, floorVol: %s }"
                        .formatted(
                                vol.get("VOLRANGEUP").asText(),
                                vol.path("MIN_VOL_EVAL_SHOCKED").asText("0")));
        shocks.put("DOWN", "{ relative: %s }".formatted(-vol.get("VOLRANGEDOWN").asDouble()));
        shocks.put("NONE", "unchanged");
        shocks.put("SKEW_LINEAR", skew(skew, "linear", "LINEAR"));
        shocks.put("SKEW_ABS", skew(skew, "absolute", "ABS"));
        StringBuilder used = new StringBuilder();
        shocks.forEach((name, text) -> {
            for (JsonNode scenario : params.get("scenarios")) {
                if (!scenario.get("vol").asText().equals(name)) continue;
                used.append("    ").append(name).append(": ").append(text).append('\n');
                return;
            }
        });
        return used.toString();
    }

    private static String skew(JsonNode skew, String form, String word) {
        return "{ skew: %s, baseCap: %s, capSlope: %s, width: { least: %s, scale: %s, vol: %s, volSlope: %s } }"
                .formatted(
                        form,
                        skew.get(word + "_SCALE_CAP").asText(),
                        skew.get(word + "_CBASE").asText(),
                        skew.get("MIN_K_STAR").asText(),
                        skew.get("MIN_WIDTH_SCALE").asText(),
                        skew.get("VOL_PARAM_STATIC").asText(),
                        skew.get("VOL_PARAM_SCALE").asText());
    }

    private static String scenarios(JsonNode params) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode scenario : params.get("scenarios")) {
            lines.append("    - { spot: ")
                    .append(move(scenario.get("spotMultiplier")))
                    .append(", vol: ")
                    .append(scenario.get("vol").asText())
                    .append(", weight: ")
                    .append(scenario.get("dampening").asText())
                    .append(" }\n");
        }
        return lines.toString();
    }

    private static String haircuts(JsonNode assets) {
        List<String> haircuts = new ArrayList<>();
        for (JsonNode asset : assets) {
            double kept = asset.get("mmHaircut").asDouble();
            boolean moves = asset.path("riskCancelling").asBoolean();
            haircuts.add(
                    "%s: { initial: %s, maintenance: %s%s }"
                            .formatted(
                                    asset.get("asset").asText(),
                                    kept + asset.get("imHaircutAdd").asDouble(),
                                    kept,
                                    moves ? ", movesWith: " + ID : ""));
        }
        return String.join(", ", haircuts);
    }

    /// What was said of a case, under the venue's names and signs.
    private record Figures(JsonNode one, CaseBook.Said said) {
        void check(String name, JsonNode pinned, Checks checks) {
            double value = pinned.asDouble();
            Margin.Component perpetuals = said.part("perpetual rate");
            Margin.Component options = said.part("net short options");
            switch (name) {
                case "im" -> checks.close(name, value, said.netInitial());
                case "mm" -> checks.close(name, value, said.netMaintenance());
                case "optionMtm" -> checks.close(name, value, said.equity().optionValue());
                case "collateralMtm" -> checks.close(name, value, collateral());
                // Cash is in it all the same
                case "portfolioMtmExclCash" ->
                        checks.close(
                                name,
                                value,
                                collateral()
                                        + one.at("/portfolio/cash").asDouble()
                                        + said.equity().optionValue()
                                        + said.equity().unrealisedPnl());
                case "forwardContingency" ->
                        checks.close(name, value, -said.part("basis contingency").initial());
                case "oracleContingency" -> checks.close(name, value, -oracle());
                case "mmPerpContingency" -> checks.close(name, value, -perpetuals.maintenance());
                case "imPerpContingencyAdd" ->
                        checks.close(name, value, perpetuals.maintenance() - perpetuals.initial());
                case "mmOptionContingency" -> checks.close(name, value, -options.maintenance());
                case "imOptionContingencyAdd" ->
                        checks.close(name, value, options.maintenance() - options.initial());
                case "mmCollateralContingency" -> checks.close(name, value, -haircut("mmHaircut"));
                case "imCollateralContingencyAdd" ->
                        checks.close(name, value, -haircut("imHaircutAdd"));
                case "imLossFactor" -> lossFactor(value, checks);
                case "scenarioPnl" -> scenarioPnl(pinned, checks);
                case "optionMtmPerExpiry" -> perExpiry(pinned, checks);
                case "discountFactorsPosNeg" -> discounts(pinned, checks);
                case "worstAll" -> worst(pinned.asText(), checks);
                case "volShockUpMultiplier" -> multipliers(name, pinned, checks);
                case "volShockDownMultiplier" -> multipliers(name, pinned, checks);
                default -> checks.unmapped(name);
            }
        }

        /// What vols are multiplied by, before any floor, for each option.
        private void multipliers(String name, JsonNode pinned, Checks checks) {
            JsonNode vol = one.at("/params/volShock");
            boolean up = name.equals("volShockUpMultiplier");
            double size =
                    up ? vol.get("VOLRANGEUP").asDouble() : -vol.get("VOLRANGEDOWN").asDouble();
            TenorScale tenor =
                    new TenorScale(
                            30,
                            vol.get("SHORTTERMPOWER").asDouble(),
                            vol.get("LONGTERMPOWER").asDouble(),
                            dayFloor(vol.get("DTE_FLOOR")));
            VolShock shock = new VolShock.Relative(size, tenor, 0);
            JsonNode options = one.at("/portfolio/options");
            for (int i = 0; i < pinned.size(); i++) {
                double years = options.get(i).get("secondsToExpiry").asDouble() / (365 * 86_400.0);
                checks.close(
                        name + "[" + i + "]", pinned.get(i).asDouble(), shock.shocked(1, 0, years));
            }
        }

        private double collateral() {
            double worth = 0;
            for (Equity.Asset asset : said.equity().assets()) {
                if (asset.held().asset().equals(CaseBook.CURRENCY)) continue;
                worth += asset.held().quantity() * asset.price();
            }
            return worth;
        }

        /// What our equity takes off under one of the venue's two haircuts.
        private double haircut(String field) {
            double taken = 0;
            for (JsonNode asset : one.at("/portfolio/collaterals")) {
                double share = asset.get(field).asDouble();
                for (Equity.Asset held : said.equity().assets()) {
                    if (!held.held().asset().equals(asset.get("asset").asText())) continue;
                    double worth = held.held().quantity() * held.price();
                    taken +=
                            field.equals("mmHaircut")
                                    ? worth - held.maintenanceValue()
                                    : share * worth;
                }
            }
            return taken;
        }

        /// Of the initial haircuts, what is neither of the two shares is for unsure prices.
        private double oracle() {
            double taken = said.part("oracle confidence").initial();
            for (JsonNode asset : one.at("/portfolio/collaterals")) {
                double known =
                        asset.get("mmHaircut").asDouble() + asset.get("imHaircutAdd").asDouble();
                for (Equity.Asset held : said.equity().assets()) {
                    if (!held.held().asset().equals(asset.get("asset").asText())) continue;
                    taken += (held.haircut() - known) * held.held().quantity() * held.price();
                }
            }
            return taken;
        }

        private void lossFactor(double value, Checks checks) {
            if (said.margin().groups().isEmpty()) return;
            checks.close("imLossFactor", value, said.part("scan risk").initialFactor());
        }

        private void scenarioPnl(JsonNode pinned, Checks checks) {
            for (int s = 0; s < pinned.size(); s++) {
                double profit = 0;
                for (Margin.GroupMargin group : said.margin().groups()) {
                    profit += group.scenarioPnl().get(s) * said.arrays().weight(s);
                }
                checks.close("scenarioPnl[" + s + "]", pinned.get(s).asDouble(), profit);
            }
        }

        /// Which kind of scenario decides, where more than a trifle is lost.
        private void worst(String kind, Checks checks) {
            double scan = said.part("scan risk").initial();
            double basis = said.part("basis contingency").initial();
            if (Math.max(scan, basis) < 1e-6) return;
            String ours = "fwd_contingency";
            if (scan >= basis) {
                int binding = said.margin().binding().orElseThrow().index();
                JsonNode scenario = one.at("/params/scenarios").get(binding);
                boolean whole = scenario.get("dampening").asDouble() == 1;
                boolean skewed = scenario.get("vol").asText().startsWith("SKEW");
                ours = skewed ? "skew" : whole ? "regular" : "tail";
            }
            if (ours.equals(kind)) checks.close("worstAll", 0, 0);
            else checks.failed("worstAll: expected " + kind + ", was " + ours);
        }

        private void perExpiry(JsonNode pinned, Checks checks) {
            JsonNode expiries = one.at("/market/expiries");
            for (int e = 0; e < expiries.size(); e++) {
                long seconds = expiries.get(e).get("secondsToExpiry").asLong();
                double worth = 0;
                for (int i = 0; i < said.portfolio().positions().size(); i++) {
                    Instrument held = said.portfolio().positions().get(i).instrument();
                    if (held.maturity().filter(CaseBook.in(seconds)::equals).isEmpty()) continue;
                    worth += said.margin().contributions().get(i).value();
                }
                checks.close("optionMtmPerExpiry[" + e + "]", pinned.get(e).asDouble(), worth);
            }
        }

        private void discounts(JsonNode pinned, Checks checks) {
            JsonNode margin = one.at("/params/margin");
            ExpiryDiscount discount =
                    new ExpiryDiscount(
                            side(margin, "LONG", "BASE_STATIC_DISCOUNT"),
                            side(margin, "SHORT", "BASE_STATIC_DISCOUNT_NEG"));
            JsonNode expiries = one.at("/market/expiries");
            for (int e = 0; e < pinned.size(); e++) {
                double years = expiries.get(e).get("secondsToExpiry").asDouble() / (365 * 86_400.0);
                double rate = Math.max(0, expiries.get(e).get("rate").asDouble());
                String name = "discountFactorsPosNeg[" + e + "]";
                checks.close(name, pinned.get(e).get(0).asDouble(), discount.ofAsset(rate, years));
                checks.close(name, pinned.get(e).get(1).asDouble(), discount.ofDebt(rate, years));
            }
        }

        private static ExpiryDiscount.Side side(JsonNode margin, String word, String fixed) {
            return new ExpiryDiscount.Side(
                    margin.get(fixed).asDouble(),
                    margin.get(word + "_RATE_MULTSCALE").asDouble(),
                    margin.get(word + "_RATE_ADDSCALE").asDouble());
        }
    }
}
