package hedgerow.venues;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.market.Reference;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Parsed;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.Symbols;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Examples from OKX' notices: hedges between contracts paid in stablecoins and in coins, and spot
/// that hedges perpetuals.
final class OkxExamples {
    /// What the minimum charge takes of a perpetual, and where its tiers end, with multipliers.
    private static final double MINIMUM = 0.0045;

    private static final double[][] TIERS = {
        {10e3, 1}, {70e3, 2}, {170e3, 4}, {300e3, 6}, {470e3, 8}, {700e3, 10}, {1e6, 12}
    };

    private OkxExamples() {}

    /// A hedged amount and the rates on its parts: as many coins held by a linear perpetual as are
    /// sold by an inverse one.
    static void stablecoinHedge(JsonNode one, Checks checks) {
        JsonNode inputs = one.get("inputs");
        double hedged = inputs.get("hedgeUsd").asDouble();
        StringBuilder tiers = new StringBuilder();
        for (JsonNode tier : inputs.get("tiers")) {
            tiers.append("\n        - { to: %s, rate: %s }".formatted(tier.get(0), tier.get(1)));
        }
        String yaml =
                """
                charges:
                  - stablecoinHedge:
                      initialFactor: 1.3
                      tiers:%s
                    as: outside
                factors: { initial: 1.3, maintenance: 1 }
                collateral: { optionValueCounts: false }
                """
                        .formatted(tiers);
        VenueCase book = new VenueCase(CaseBook.NOW, "BTC", Reference.of(1, 0));
        book.hold(new Perpetual("BTC", Contract.LINEAR), hedged);
        book.hold(new Perpetual("BTC", Contract.INVERSE), -hedged);
        CaseBook.Said said = book.under(yaml, "USD");
        checks.close("mr9", one.at("/expected/mr9").asDouble(), said.margin().maintenance());
        checks.close("1.3 mr9", 1.3 * one.at("/expected/mr9").asDouble(), said.margin().initial());
    }

    /// Spot that hedges a perpetual, before and after spot had a charge of its own for basis.
    ///
    /// The example leaves out the price; where none is given it is the one at which the minimum
    /// charge, which does not depend on spot, comes to its figure. The index, at which spot counts,
    /// is a little beside it, so what follows from it is compared within a share of 1e-4.
    static void spotHedge(JsonNode one, Checks checks) {
        JsonNode inputs = one.get("inputs");
        Optional<String> named = coin(inputs);
        if (named.isEmpty()) {
            checks.unmapped("coin of " + inputs);
            return;
        }
        String coin = named.get();
        for (Map.Entry<String, JsonNode> pinned : one.get("expected").properties()) {
            boolean apart = pinned.getKey().equals("after");
            JsonNode expected = pinned.getValue();
            double perpetuals =
                    inputs.get("perpContracts").asDouble()
                            * perpetual(coin).contract().multiplier();
            double price =
                    inputs.has("price")
                            ? inputs.get("price").asDouble()
                            : raw(expected.get("mr7").asDouble())
                                    / (MINIMUM * Math.abs(perpetuals));
            CaseBook.Said said = said(inputs, coin, price, yaml(apart));
            figure(expected, "mr4", said.part("roll shock").maintenance(), checks);
            figure(expected, "mr7", said.part("minimum charge").maintenance(), checks);
            figure(expected, "mmr", said.margin().maintenance(), checks);
        }
    }

    /// The coin that a field such as `spotBtc` names; empty where there is none.
    private static Optional<String> coin(JsonNode inputs) {
        return inputs.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.matches("spot[A-Z][a-z0-9]*"))
                .map(name -> name.substring("spot".length()).toUpperCase(Locale.ROOT))
                .findFirst();
    }

    /// The venue's perpetual that is paid in USDT.
    private static Perpetual perpetual(String coin) {
        return switch (Symbols.parse(coin + "-USDT-SWAP")) {
            case Parsed.Known known -> (Perpetual) known.instrument();
            case Parsed.Unknown unknown -> throw new IllegalArgumentException(unknown.reason());
        };
    }

    private static void figure(JsonNode expected, String name, double actual, Checks checks) {
        if (expected.has(name)) {
            checks.within(name, expected.get(name).asDouble(), actual, 1e-4, 0.005);
        }
    }

    private static CaseBook.Said said(JsonNode inputs, String coin, double price, String yaml) {
        Reference reference =
                new Reference(
                        price,
                        OptionalDouble.of(0),
                        0,
                        new Reference.PerpetualQuote(
                                OptionalDouble.of(price), OptionalDouble.empty()));
        VenueCase book = new VenueCase(CaseBook.NOW, coin, reference);
        String name = coin.charAt(0) + coin.substring(1).toLowerCase(Locale.ROOT);
        book.hold(Spot.of(coin), inputs.get("spot" + name).asDouble());
        book.hold(perpetual(coin), inputs.get("perpContracts").asDouble());
        double bought = inputs.path("spotBuyOrders" + name).asDouble();
        double sold = inputs.path("spotSellOrders" + name).asDouble();
        if (bought != 0) book.order(Spot.of(coin), bought, price);
        if (sold != 0) book.order(Spot.of(coin), -sold, price);
        return book.under(yaml, "USD");
    }

    /// The raw charge that the tiers make `charge` of.
    private static double raw(double charge) {
        double from = 0;
        double left = charge;
        for (double[] tier : TIERS) {
            double part = (tier[0] - from) * tier[1];
            if (left <= part) return from + left / tier[1];
            left -= part;
            from = tier[0];
        }
        return from + left / TIERS[TIERS.length - 1][1];
    }

    /// Parameters of the day of the notice, 31 May 2024.
    private static String yaml(boolean apart) {
        StringBuilder tiers = new StringBuilder();
        for (double[] tier : TIERS) {
            tiers.append("\n        - { to: %s, multiplier: %s }".formatted(tier[0], tier[1]));
        }
        return """
        grid:
          volShocks: { same: unchanged }
          scenarios:
            - { spot: [-0.15, -0.10, -0.05, 0, 0.05, 0.10, 0.15], vol: same }
          tail:
            - { spot: [-0.30, 0.30], vol: same, weight: 0.5 }
        charges:
          - { rollShock: { annualisedMove: 0, minimum: 0.006, spotApart: %s }, as: inside }
          - tieredMinimum:
              of: [perpetual]
              rate: %s
              tiers:%s
            as: minimum
        factors: { initial: 1.3, maintenance: 1 }
        collateral: { optionValueCounts: false }
        """
                .formatted(apart, MINIMUM, tiers);
    }
}
