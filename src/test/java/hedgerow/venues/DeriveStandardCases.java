package hedgerow.venues;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.margin.Equity;
import hedgerow.margin.Margin;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cases of Derive's standard margin in numbers.
final class DeriveStandardCases implements CaseRunner {
    private static final Pattern OPTION =
            Pattern.compile("([A-Z]{3,5}?)Option(|Isolated|Bounded)(IM|MM)");

    @Override
    public boolean owns(JsonNode file) {
        return file.path("model").asText().equals("derive-srm")
                && file.at("/cases/0").has("market_and_portfolio");
    }

    @Override
    public void check(JsonNode file, JsonNode one, Checks checks) {
        JsonNode given = one.get("market_and_portfolio");
        CaseBook book = new CaseBook();
        book.stablePrice(given.path("stable").asDouble(1));
        book.post(CaseBook.CURRENCY, given.path("cash").asDouble());
        for (JsonNode market : given.get("markets")) add(book, market);
        Figures figures = new Figures(one, book);
        one.get("expected")
                .properties()
                .forEach(pinned ->
                        figures.check(pinned.getKey(), pinned.getValue().asDouble(), checks));
        figures.reference(checks);
        JsonNode reference = one.path("reference");
        if (reference.has("IM")) {
            checks.close("ref. IM", reference.get("IM").asDouble(), figures.said.netInitial());
            checks.close("ref. MM", reference.get("MM").asDouble(), figures.said.netMaintenance());
        }
    }

    /// What the whole rule says of a case, and what each of its two rules for options says alone.
    private static final class Figures {
        private final CaseBook.Said said;
        private final CaseBook.Said isolated;
        private final CaseBook.Said bounded;
        private final double cash;

        private final JsonNode one;

        Figures(JsonNode one, CaseBook book) {
            this.one = one;
            JsonNode params = one.get("params");
            JsonNode markets = one.at("/market_and_portfolio/markets");
            this.cash = one.at("/market_and_portfolio/cash").asDouble();
            this.said = book.under(yaml(params, markets, whole(params)));
            this.isolated =
                    book.under(yaml(params, markets, alone("isolatedOptions", isolated(params))));
            this.bounded = book.under(yaml(params, markets, alone("boundedLoss", bounded(params))));
        }

        /// Venues' figures are below zero for what is asked for.
        void check(String name, double value, Checks checks) {
            Margin.Component perpetuals = said.part("perpetual rate");
            switch (name) {
                case "imTruncatedUsd" -> checks.truncated(name, value, said.netInitial());
                case "mmTruncatedUsd" -> checks.truncated(name, value, said.netMaintenance());
                case "realIM", "HandIM" -> checks.close(name, value, said.netInitial());
                case "realMM", "HandMM" -> checks.close(name, value, said.netMaintenance());
                case "Cash" -> checks.close(name, value, cash);
                case "PortfolioMtM" -> checks.close(name, value, marketValue() - cash);
                case "PerpMargin" -> checks.close(name, value, -perpetuals.maintenance());
                case "DepegIMs" -> checks.close(name, value, -said.part("depeg").initial());
                case "OracleConts" -> checks.close(name, value, -oracle());
                case "BaseMargin" -> checks.close(name, value, base());
                case "UnrealizedPNL" -> unsettled(checks);
                case "UnsettledFunding" -> {} // told with the profit above
                default -> option(name, value, checks);
            }
        }

        /// A case gives profit and funding of a perpetual as one amount.
        private void unsettled(Checks checks) {
            JsonNode expected = one.get("expected");
            checks.close(
                    "UnrealizedPNL and UnsettledFunding",
                    expected.path("UnrealizedPNL").asDouble()
                            + expected.path("UnsettledFunding").asDouble(),
                    said.equity().unrealisedPnl());
        }

        /// What the second calculation says of each market; in initial margin what is asked for
        /// unsure prices is in the figures of options and of perpetuals.
        void reference(Checks checks) {
            for (Map.Entry<String, JsonNode> market : one.at("/reference/detIM").properties()) {
                String id = market.getKey();
                JsonNode pinned = market.getValue();
                double whole =
                        said.part("isolated or bounded options", id).initial()
                                + said.part("perpetual rate", id).initial()
                                + said.part("oracle confidence", id).initial();
                double both = pinned.path("opt").asDouble() + pinned.path("perp").asDouble();
                checks.close("ref. " + id + " opt and perp IM", both, -whole);
                reference(pinned, "iso", -isolated.part("isolated options", id).initial(), checks);
                reference(pinned, "depeg", -said.part("depeg", id).initial(), checks);
            }
            for (Map.Entry<String, JsonNode> market : one.at("/reference/detMM").properties()) {
                String id = market.getKey();
                JsonNode pinned = market.getValue();
                Margin.Component options = said.part("isolated or bounded options", id);
                reference(pinned, "opt", -options.maintenance(), checks);
                reference(pinned, "perp", -said.part("perpetual rate", id).maintenance(), checks);
            }
        }

        private static void reference(JsonNode pinned, String name, double actual, Checks checks) {
            if (pinned.has(name)) checks.close("ref. " + name, pinned.get(name).asDouble(), actual);
        }

        /// Figures such as `ETHOptionIsolatedIM`.
        private void option(String name, double value, Checks checks) {
            Matcher parts = OPTION.matcher(name);
            if (!parts.matches()) {
                checks.unmapped(name);
                return;
            }
            String rule = parts.group(2);
            CaseBook.Said of = rule.isEmpty() ? said : rule.equals("Isolated") ? isolated : bounded;
            String part =
                    rule.isEmpty()
                            ? "isolated or bounded options"
                            : rule.equals("Isolated") ? "isolated options" : "bounded loss";
            Margin.Component told = of.part(part, parts.group(1));
            double amount = parts.group(3).equals("IM") ? told.initial() : told.maintenance();
            // What an expiry gains at least is no requirement
            checks.close(name, rule.equals("Bounded") ? Math.min(0, value) : value, -amount);
        }

        private double marketValue() {
            double worth = said.equity().unrealisedPnl();
            for (Margin.Contribution leg : said.margin().contributions()) worth += leg.value();
            for (Equity.Asset asset : said.equity().assets()) {
                worth += asset.held().quantity() * asset.price();
            }
            return worth;
        }

        private double oracle() {
            double kept = said.equity().maintenanceTotal() - said.equity().total();
            return said.part("oracle confidence").initial() + kept;
        }

        private double base() {
            return said.equity().maintenanceTotal() - said.equity().unrealisedPnl() - cash;
        }
    }

    static String alone(String kind, String fields) {
        return "charges: [{ " + kind + ": " + fields + ", as: inside }]\n";
    }

    private static void add(CaseBook book, JsonNode market) {
        String id = market.get("name").asText();
        CaseBook.Quotes quotes =
                new CaseBook.Quotes(
                                id,
                                market.get("spot").asDouble(),
                                market.path("spotConf").asDouble(1))
                        .perpetual(
                                market.path("perpPrice").asDouble(),
                                market.path("perpConf").asDouble(1));
        book.holdPerpetuals(id, market.path("perp").asDouble());
        book.unrealised(market.path("perpValue").asDouble());
        book.post(id, market.path("base").asDouble());
        for (JsonNode expiry : market.path("expiries")) {
            long seconds = expiry.get("sec").asLong();
            quotes.forward(
                    seconds, expiry.get("fwd").asDouble(), 0, expiry.path("fwdConf").asDouble(1));
            for (JsonNode option : expiry.path("options")) {
                book.hold(
                        quotes.option(
                                seconds,
                                option.get("strike").asDouble(),
                                option.get("isCall").asBoolean(),
                                option.get("vol").asDouble(),
                                option.path("volConf").asDouble(1)),
                        option.get("amount").asDouble());
            }
        }
        book.add(quotes);
    }

    /// The rule for options, perpetuals, oracle and stablecoin.
    static String whole(JsonNode params) {
        return """
        charges:
          - isolatedOrBounded:
              isolated: %s
              bounded: %s
            as: inside
          - notionalRate: { of: [perpetual], at: mark, initialRate: %s, maintenanceRate: %s }
            as: inside
          - oracleConfidence: { threshold: %s, scale: %s, of: [perpetual] }
            as: inside
          - oracleConfidence: { threshold: %s, scale: %s, of: [option], shortOnly: true }
            as: inside
          - { depeg: { threshold: %s, slope: %s }, as: inside }
        """
                .formatted(
                        isolated(params),
                        bounded(params),
                        params.at("/perp/im").asText(),
                        params.at("/perp/mm").asText(),
                        threshold(params, "perp"),
                        params.at("/oc/factor").asText(),
                        threshold(params, "option"),
                        params.at("/oc/factor").asText(),
                        params.at("/depeg/threshold").asText(),
                        params.at("/depeg/factor").asText());
    }

    /// The threshold of one kind, or that of all.
    private static String threshold(JsonNode params, String kind) {
        JsonNode oracle = params.get("oc");
        return (oracle.has(kind) ? oracle.get(kind) : oracle.get("threshold")).asText();
    }

    static String isolated(JsonNode params) {
        JsonNode option = params.get("opt");
        return "{ initial: { maximum: %s, minimum: %s, putFactor: %s }, maintenance: { call: %s, put: %s, putOfMark: %s } }"
                .formatted(
                        option.get("maxSpotReq").asText(),
                        option.get("minSpotReq").asText(),
                        option.get("mmOffset").asText(),
                        option.get("mmCall").asText(),
                        option.get("mmPut").asText(),
                        option.get("MMPutMtM").asText());
    }

    static String bounded(JsonNode params) {
        return "{ unpairedInitial: %s, unpairedMaintenance: %s }"
                .formatted(
                        params.at("/opt/unpairedIM").asText(),
                        params.at("/opt/unpairedMM").asText());
    }

    private static String yaml(JsonNode params, JsonNode markets, String charges) {
        StringBuilder assets = new StringBuilder();
        double kept = params.at("/base/marginFactor").asDouble();
        double scale = params.at("/base/IMScale").asDouble();
        for (JsonNode market : markets) {
            assets.append(assets.isEmpty() ? "" : ", ")
                    .append(market.get("name").asText())
                    .append(": { initial: ")
                    .append(1 - kept * scale)
                    .append(", maintenance: ")
                    .append(1 - kept)
                    .append(" }");
        }
        return charges
                + """
                factors: { initial: 1, maintenance: 1 }
                collateral:
                  stablecoins: [USDC]
                  haircuts: { %s }
                  confidence: { threshold: %s, scale: %s }
                  optionValueCounts: false
                """
                        .formatted(
                                assets,
                                params.at("/oc/base").asText(),
                                params.at("/oc/factor").asText());
    }
}
