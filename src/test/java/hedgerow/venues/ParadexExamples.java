package hedgerow.venues;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.market.OptionQuote;
import hedgerow.market.Reference;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Perpetual;
import hedgerow.pricing.RiskArrays;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// Examples from Paradex' papers and from the tests of its library: the delta floor, and cross
/// margin.
final class ParadexExamples {
    private static final String ID = "BTC";
    private static final Perpetual PERPETUAL = new Perpetual(ID, Contract.LINEAR);

    /// The legs of a live account are pinned with four decimals.
    private static final double PRINTED = 0.000_05;

    private ParadexExamples() {}

    /// Perpetuals, and options of which only the delta is told.
    static void deltaFloor(JsonNode one, Checks checks) {
        JsonNode inputs = one.get("inputs");
        double spot = inputs.get("spot").asDouble();
        VenueCase book = new VenueCase(CaseBook.NOW, ID, reference(spot, spot));
        book.hold(PERPETUAL, inputs.path("perp").asDouble());
        for (OptionRight right : OptionRight.values()) {
            String name = right.name().toLowerCase(Locale.ROOT);
            if (!inputs.has(name + "s")) continue;
            Option option = option(right, spot);
            book.quote(quote(option, 1, inputs.get(name + "Delta").asDouble()));
            book.hold(option, inputs.get(name + "s").asDouble());
        }
        CaseBook.Said said =
                book.under(
                        floor(inputs.get("unhedged").asText(), inputs.get("hedged").asText()),
                        "USD");
        double net = floor(book.under(floor("1", "0"), "USD")) / spot;
        double hedged = floor(book.under(floor("1", "1"), "USD")) / spot - net;
        for (Map.Entry<String, JsonNode> pinned : one.get("expected").properties()) {
            String name = pinned.getKey();
            double value = pinned.getValue().asDouble();
            switch (name) {
                case "netDelta" -> checks.close(name, value, netDelta(book, said.arrays()));
                case "grossDelta" -> checks.close(name, value, net + 2 * hedged);
                case "hedgedDelta" -> checks.close(name, value, hedged);
                case "minDeltaRisk" -> checks.close(name, value, floor(said));
                default -> checks.unmapped(name);
            }
        }
    }

    private static double floor(CaseBook.Said said) {
        return said.part("delta floor").initial();
    }

    private static double netDelta(VenueCase book, RiskArrays arrays) {
        double[] delta = arrays.columns().delta();
        return book.positions().stream()
                .mapToDouble(p -> p.quantity() * delta[arrays.row(p.instrument()).orElseThrow()])
                .sum();
    }

    private static String floor(String unhedged, String hedged) {
        return """
        valuation: { deltas: quoted }
        charges:
          - { deltaFloor: { unhedgedRate: %s, hedgedRate: %s }, as: floor }
        factors: { initial: 1, maintenance: 1 }
        collateral: { optionValueCounts: false }
        """
                .formatted(unhedged, hedged);
    }

    /// The legs of an account, each with the parameters of its market, and what the venue said of
    /// them together, with fees that are not told.
    static void legs(JsonNode one, Checks checks) {
        JsonNode expected = one.get("expected");
        double initial = 0;
        double maintenance = 0;
        for (Map.Entry<String, JsonNode> leg : one.get("inputs").properties()) {
            CaseBook.Said said = leg(leg.getKey(), leg.getValue());
            initial += said.margin().initial();
            maintenance += said.margin().maintenance();
            printed(expected, leg.getKey() + "IM", said.margin().initial(), checks);
            printed(expected, leg.getKey() + "MM", said.margin().maintenance(), checks);
        }
        double most = expected.path("toleranceUsd").asDouble();
        if (expected.has("exchangeReportedIM")) {
            double value = expected.get("exchangeReportedIM").asDouble();
            checks.within("exchangeReportedIM", value, initial, 0, most);
        }
        if (expected.has("exchangeReportedMM")) {
            double value = expected.get("exchangeReportedMM").asDouble();
            checks.within("exchangeReportedMM", value, maintenance, 0, most);
        }
    }

    private static void printed(JsonNode expected, String name, double actual, Checks checks) {
        if (expected.has(name)) {
            checks.within(name, expected.get(name).asDouble(), actual, 0, PRINTED);
        }
    }

    private static CaseBook.Said leg(String name, JsonNode leg) {
        double mark = leg.get("mark").asDouble();
        double size = leg.get("size").asDouble();
        double signed = leg.get("side").asText().equals("BUY") ? size : -size;
        if (!leg.has("strike")) {
            VenueCase book = new VenueCase(CaseBook.NOW, ID, reference(mark, mark));
            book.hold(PERPETUAL, signed);
            double rate = leg.get("imf_base").asDouble();
            return book.under(crossPerpetuals(rate, leg.get("mmf_factor").asDouble(), 0), "USD");
        }
        double spot = leg.get("spot").asDouble();
        VenueCase book = new VenueCase(CaseBook.NOW, ID, reference(spot, spot));
        OptionRight right = name.startsWith("put") ? OptionRight.PUT : OptionRight.CALL;
        Option option = option(right, leg.get("strike").asDouble());
        book.quote(quote(option, mark, 0.5));
        book.hold(option, signed);
        return book.under(crossOptions(rates(leg, "imf", 1), rates(leg, "mmf", 0.5)), "USD");
    }

    /// Rates of one margin; those of short options are the venue's where a case leaves them out.
    private static String rates(JsonNode leg, String margin, double share) {
        return "{ premium: %s, longRate: %s, shortMaximum: %s, shortMinimum: %s, putCap: %s }"
                .formatted(
                        leg.path("premium_mult_" + margin).asDouble(share),
                        leg.path("long_itm_" + margin).asDouble(0.2 * share),
                        leg.path("short_itm_" + margin).asDouble(0.15 * share),
                        leg.path("short_otm_" + margin).asDouble(0.1 * share),
                        leg.path("short_put_cap_" + margin).asDouble(0.5));
    }

    /// A position in one market with open orders on both sides.
    static void orders(JsonNode one, Checks checks) {
        JsonNode inputs = one.get("inputs");
        double rate = inputs.get("imf").asDouble();
        double kept = inputs.get("mmf").asDouble();
        String perpetuals = crossPerpetuals(rate, kept, inputs.path("fee").asDouble());
        CaseBook.Said said = book(inputs, PERPETUAL).under(perpetuals, "USD");
        for (Map.Entry<String, JsonNode> pinned : one.get("expected").properties()) {
            String name = pinned.getKey();
            double value = pinned.getValue().asDouble();
            switch (name) {
                case "buyOpen" -> checks.close(name, value, openSize(inputs, LONG));
                case "sellOpen" -> checks.close(name, value, openSize(inputs, SHORT));
                case "netImr" -> checks.close(name, value, said.part("perpetual rate").initial());
                case "feeIm" -> checks.close(name, value, said.part("fee provision").initial());
                case "openLoss" -> checks.close(name, value, said.part("open loss").initial());
                case "im" -> checks.close(name, value, said.margin().initial());
                case "mm" -> checks.close(name, value, said.margin().maintenance());
                default -> checks.unmapped(name);
            }
        }
    }

    private static final String LONG =
            "{ premium: 1e9, longRate: 1, shortMaximum: 0, shortMinimum: 0, putCap: 0 }";
    private static final String SHORT =
            "{ premium: 0, longRate: 0, shortMaximum: 1, shortMinimum: 1, putCap: 0 }";

    /// What a position comes to when one side fills: read from calls that post spot on that side
    /// and nothing on the other.
    private static double openSize(JsonNode inputs, String rates) {
        double mark = inputs.get("mark").asDouble();
        VenueCase book = book(inputs, option(OptionRight.CALL, mark));
        return book.under(crossOptions(rates, rates), "USD").part("sided options").initial() / mark;
    }

    private static VenueCase book(JsonNode inputs, Instrument instrument) {
        double mark = inputs.get("mark").asDouble();
        VenueCase book = new VenueCase(CaseBook.NOW, ID, reference(mark, mark));
        if (instrument instanceof Option option) book.quote(quote(option, mark, 0.5));
        double held = inputs.path("position").asDouble();
        if (held != 0) book.hold(instrument, held);
        double bought = inputs.path("buyOrders").asDouble();
        double sold = inputs.path("sellOrders").asDouble();
        if (bought != 0) book.order(instrument, bought, inputs.path("buyPrice").asDouble(mark));
        if (sold != 0) book.order(instrument, -sold, inputs.path("sellPrice").asDouble(mark));
        return book;
    }

    private static String crossPerpetuals(double rate, double kept, double fee) {
        return """
        charges:
          - notionalRate: { of: [perpetual], at: mark, initialRate: %s, maintenanceRate: %s, orders: side }
            as: inside
          - { openLoss: {}, as: outside }
          - { feeProvision: { optionRate: 0, optionCap: 0, otherRate: %s, orders: side }, as: outside }
        factors: { initial: 1, maintenance: 1 }
        collateral: { optionValueCounts: false }
        """
                .formatted(rate, rate * kept, fee);
    }

    private static String crossOptions(String initial, String maintenance) {
        return """
        valuation: { base: quoted }
        charges:
          - sidedOptions:
              initial: %s
              maintenance: %s
            as: inside
        factors: { initial: 1, maintenance: 1 }
        collateral: { optionValueCounts: true }
        """
                .formatted(initial, maintenance);
    }

    private static Reference reference(double spot, double mark) {
        return new Reference(
                spot,
                OptionalDouble.of(0),
                0,
                new Reference.PerpetualQuote(OptionalDouble.of(mark), OptionalDouble.empty()));
    }

    private static Option option(OptionRight right, double strike) {
        return new Option(
                ID,
                right,
                strike,
                CaseBook.NOW.plus(Duration.ofDays(30)),
                Option.Style.EUROPEAN,
                Contract.LINEAR);
    }

    private static OptionQuote quote(Option option, double mark, double delta) {
        return new OptionQuote(
                OptionQuote.Key.of(option),
                OptionalDouble.of(0.5),
                OptionalDouble.of(mark),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(delta),
                OptionalDouble.empty());
    }
}
