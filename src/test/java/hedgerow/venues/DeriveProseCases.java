package hedgerow.venues;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.margin.Margin;
import hedgerow.pricing.formula.Black76;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Examples of Derive's standard margin whose positions are told in words, such as `-8 1700C (mark
/// 425) +8 1900C` or `ex3 with BTC perp confidence 0.5 and USDC 0.7`.
///
/// What a case leaves out is as in the case that it names. Expiries are not told; all are thirty
/// days away. Spot of a coin that has perpetuals alone is at their price.
final class DeriveProseCases implements CaseRunner {
    private static final long MONTH_SECONDS = 30 * 86_400;
    private static final double MONTH_YEARS = 30 / 365.0;
    private static final String COIN = "ETH";
    private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
    private static final Pattern NAMED = Pattern.compile("\\bex(\\d+)\\b");
    private static final Pattern OPTIONS =
            Pattern.compile(
                    "([+-]?)"
                            + NUMBER
                            + "\\s+(?:([A-Z]{2,6})\\s+)?"
                            + NUMBER
                            + "([CP])\\b(?:\\s*\\(?mark\\s+"
                            + NUMBER
                            + ")?");
    private static final Pattern PERPETUALS =
            Pattern.compile("([+-]?)\\s*" + NUMBER + "\\s+([A-Z]{2,6}) perps?\\s*@\\s*" + NUMBER);
    private static final Pattern UNSURE = Pattern.compile("([A-Z]{2,6}) perp confidence " + NUMBER);
    private static final Pattern STABLE = Pattern.compile("\\bUSDC " + NUMBER);

    @Override
    public boolean owns(JsonNode file) {
        return file.path("model").asText().equals("derive-srm")
                && file.at("/cases/0").path("positions").isTextual();
    }

    @Override
    public void check(JsonNode file, JsonNode one, Checks checks) {
        Told told = new Told(file);
        told.read(one);
        if (!told.isWhole) {
            checks.unmapped(one.get("positions").asText());
            return;
        }
        JsonNode params = file.get("params");
        CaseBook book = told.book();
        CaseBook.Said said = book.under(yaml(DeriveStandardCases.whole(params)));
        CaseBook.Said isolated =
                book.under(
                        yaml(
                                DeriveStandardCases.alone(
                                        "isolatedOptions", DeriveStandardCases.isolated(params))));
        CaseBook.Said bounded =
                book.under(
                        yaml(
                                DeriveStandardCases.alone(
                                        "boundedLoss", DeriveStandardCases.bounded(params))));
        for (Map.Entry<String, JsonNode> pinned : one.get("expected").properties()) {
            String name = pinned.getKey();
            double value = pinned.getValue().asDouble();
            switch (name) {
                case "IM" -> checks.close(name, value, said.netInitial());
                case "MM" -> checks.close(name, value, said.netMaintenance());
                case "optionIM" -> checks.close(name, value, -options(said).initial());
                case "optionMM" -> checks.close(name, value, -options(said).maintenance());
                case "defaultIM" ->
                        checks.close(name, value, -isolated.part("isolated options").initial());
                case "defaultMM" ->
                        checks.close(name, value, -isolated.part("isolated options").maintenance());
                case "offset" -> checks.close(name, value, -bounded.part("bounded loss").initial());
                case "perpIM" -> checks.close(name, value, -said.part("perpetual rate").initial());
                case "perpMM" ->
                        checks.close(name, value, -said.part("perpetual rate").maintenance());
                case "perpOracle" ->
                        checks.close(name, value, -said.part("oracle confidence").initial());
                default -> coin(name, value, said, checks);
            }
        }
    }

    private static Margin.Component options(CaseBook.Said said) {
        return said.part("isolated or bounded options");
    }

    /// Figures such as `depegEth`.
    private static void coin(String name, double value, CaseBook.Said said, Checks checks) {
        if (name.startsWith("depeg")) {
            String id = name.substring("depeg".length()).toUpperCase(Locale.ROOT);
            checks.close(name, value, -said.part("depeg", id).initial());
        } else {
            checks.unmapped(name);
        }
    }

    private static String yaml(String charges) {
        return charges
                + """
                factors: { initial: 1, maintenance: 1 }
                collateral: { stablecoins: [USDC], optionValueCounts: false }
                """;
    }

    /// What the words of a case and of those that it names say.
    private static final class Told {
        private record Leg(
                String coin, double quantity, double strike, boolean isCall, double mark) {}

        private record Perpetuals(double quantity, double price) {}

        private final JsonNode file;
        private final List<Leg> legs = new ArrayList<>();
        private final Map<String, Perpetuals> perpetuals = new TreeMap<>();
        private final Map<String, Double> sure = new TreeMap<>();
        private double spot;
        private double forward;
        private double cash;
        private double stable = 1;
        private boolean isWhole = true;

        Told(JsonNode file) {
            this.file = file;
        }

        void read(JsonNode one) {
            String words = one.get("positions").asText();
            Matcher named = NAMED.matcher(words);
            while (named.find()) other(named.group(1));
            spot = one.path("spot").asDouble(spot);
            forward = one.path("forward").asDouble(one.has("spot") ? spot : forward);
            cash = one.path("cash").asDouble(cash);
            String rest = NAMED.matcher(words).replaceAll(" ");
            rest = PERPETUALS.matcher(rest).replaceAll(this::perpetuals);
            rest = UNSURE.matcher(rest).replaceAll(this::unsure);
            rest = STABLE.matcher(rest).replaceAll(this::stable);
            rest = OPTIONS.matcher(rest).replaceAll(this::options);
            isWhole &= !rest.matches("(?s).*\\d.*");
        }

        private void other(String number) {
            for (JsonNode other : file.get("cases")) {
                if (other.get("id").asText().startsWith("ex" + number + "_")) read(other);
            }
        }

        private String options(MatchResult m) {
            legs.add(
                    new Leg(
                            m.group(3) == null ? COIN : m.group(3),
                            signed(m.group(1), m.group(2)),
                            Double.parseDouble(m.group(4)),
                            m.group(5).equals("C"),
                            m.group(6) == null ? 0 : Double.parseDouble(m.group(6))));
            return "";
        }

        private String perpetuals(MatchResult m) {
            perpetuals.put(
                    m.group(3),
                    new Perpetuals(signed(m.group(1), m.group(2)), Double.parseDouble(m.group(4))));
            return "";
        }

        private String unsure(MatchResult m) {
            sure.put(m.group(1), Double.parseDouble(m.group(2)));
            return "";
        }

        private String stable(MatchResult m) {
            stable = Double.parseDouble(m.group(1));
            return "";
        }

        private static double signed(String sign, String size) {
            return (sign.equals("-") ? -1 : 1) * Double.parseDouble(size);
        }

        CaseBook book() {
            CaseBook book = new CaseBook();
            book.stablePrice(stable);
            book.post(CaseBook.CURRENCY, cash);
            Map<String, CaseBook.Quotes> coins = new TreeMap<>();
            legs.forEach(leg -> coins.computeIfAbsent(leg.coin, id -> quotes(id, spot)));
            perpetuals.forEach((id, held) -> {
                CaseBook.Quotes quotes = coins.computeIfAbsent(id, i -> quotes(i, held.price));
                quotes.perpetual(held.price, sure.getOrDefault(id, 1.0));
                book.holdPerpetuals(id, held.quantity);
            });
            for (Leg leg : legs) {
                CaseBook.Quotes quotes = coins.get(leg.coin);
                book.hold(
                        quotes.option(MONTH_SECONDS, leg.strike, leg.isCall, vol(leg), 1),
                        leg.quantity);
            }
            coins.values().forEach(book::add);
            return book;
        }

        private CaseBook.Quotes quotes(String id, double price) {
            CaseBook.Quotes quotes = new CaseBook.Quotes(id, price, 1);
            if (legs.stream().anyMatch(leg -> leg.coin.equals(id))) {
                quotes.forward(MONTH_SECONDS, forward, 0, 1);
            }
            return quotes;
        }

        /// The vol at which an option is worth its mark; any where no mark is told.
        private double vol(Leg leg) {
            if (leg.mark == 0) return 0.6;
            int sign = leg.isCall ? 1 : -1;
            double stdDev = Black76.impliedStdDev(sign, forward, leg.strike, leg.mark);
            return stdDev / Math.sqrt(MONTH_YEARS);
        }
    }
}
