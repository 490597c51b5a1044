package hedgerow.venues;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.market.Reference;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Settlement;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Risk units of OKX' position builder that hold one perpetual.
///
/// The response leaves out the price of the index and of the stablecoin; both follow from its own
/// figures: the delta in money, and the profit of one move. Parameters are those of the unit's
/// class, which its range of moves tells.
final class OkxCases implements CaseRunner {
    /// What a class of underlyings has beside its range.
    private record Terms(double extreme, double roll, double minimum) {}

    private static final Map<Double, Terms> CLASSES =
            Map.of(0.12, new Terms(0.24, 0.002, 0.0045), 0.18, new Terms(0.36, 0.008, 0.007));

    @Override
    public boolean owns(JsonNode file) {
        return file.path("model").asText().equals("okx-portfolio-margin") && file.has("riskUnits");
    }

    @Override
    public JsonNode cases(JsonNode file) {
        return file.get("riskUnits");
    }

    @Override
    public void check(JsonNode file, JsonNode one, Checks checks) {
        JsonNode position = one.get("position");
        List<Double> moves = new ArrayList<>();
        one.get("mr1Scenarios").fieldNames().forEachRemaining(k -> moves.add(Double.valueOf(k)));
        double widest = moves.stream().mapToDouble(m -> m).max().orElseThrow();
        Terms terms = CLASSES.get(widest);
        if (terms == null) {
            checks.unmapped("class of range " + widest);
            return;
        }
        double contracts = position.get("contracts").asDouble();
        double units = position.get("ctVal").asDouble();
        double money = Math.abs(position.get("deltaCashUsd").asDouble());
        String id = one.get("riskUnit").asText();
        double atWidest = scenario(one, widest);
        double mark = atWidest / (widest * contracts * units);
        Reference reference =
                new Reference(
                        money / Math.abs(contracts * units),
                        OptionalDouble.of(0),
                        0,
                        new Reference.PerpetualQuote(
                                OptionalDouble.of(mark), OptionalDouble.empty()));
        VenueCase book = new VenueCase(CaseBook.NOW, id, reference);
        book.hold(new Perpetual(id, Contract.of(Settlement.LINEAR, units)), contracts);
        compare(one, book.under(yaml(moves, terms), "USD"), contracts, checks);
    }

    private static double scenario(JsonNode one, double move) {
        for (Map.Entry<String, JsonNode> scenario : one.get("mr1Scenarios").properties()) {
            if (Double.parseDouble(scenario.getKey()) == move)
                return scenario.getValue().asDouble();
        }
        throw new IllegalArgumentException("no move of " + move);
    }

    private static void compare(JsonNode one, CaseBook.Said said, double contracts, Checks checks) {
        RiskArrays arrays = said.arrays();
        JsonNode expected = one.get("expected");
        double worst = 0;
        double extreme = 0;
        for (int s = 0; s < arrays.scenarios(); s++) {
            double loss = -contracts * arrays.pnl(0, s);
            if (arrays.weight(s) == 1) worst = Math.max(worst, loss);
            else extreme = Math.max(extreme, loss);
        }
        int place = 0;
        for (Map.Entry<String, JsonNode> scenario : one.get("mr1Scenarios").properties()) {
            double pnl = contracts * arrays.pnl(0, place++);
            checks.close("mr1 " + scenario.getKey(), scenario.getValue().asDouble(), pnl);
        }
        checks.close("mr1", expected.get("mr1").asDouble(), worst);
        checks.close("mr6Final.pnl", expected.at("/mr6Final/pnl").asDouble(), -extreme);
        checks.close("mr6", expected.get("mr6").asDouble(), extreme * arrays.weight(place));
        checks.close("mr4", expected.get("mr4").asDouble(), said.part("roll shock").initial());
        checks.close("mr7", expected.get("mr7").asDouble(), said.part("minimum charge").initial());
        checks.close("mmr", expected.get("mmr").asDouble(), said.margin().maintenance());
        checks.close("imr", expected.get("imr").asDouble(), said.margin().initial());
        checks.unmapped("mr8");
    }

    private static String yaml(List<Double> moves, Terms terms) {
        return """
        grid:
          volShocks: { same: unchanged }
          scenarios:
            - { spot: %s, vol: same }
          tail:
            - { spot: [%s, -%s], vol: same, weight: 0.5 }
        charges:
          - { rollShock: { annualisedMove: 0, minimum: %s }, as: inside }
          - tieredMinimum:
              of: [perpetual]
              rate: %s
              tiers:
                - { to: 10000, multiplier: 1 }
                - { to: 70000, multiplier: 2 }
                - { to: 170000, multiplier: 4 }
                - { to: 300000, multiplier: 6 }
                - { to: 470000, multiplier: 8 }
                - { to: 700000, multiplier: 10 }
                - { to: 1000000, multiplier: 12 }
            as: minimum
        factors: { initial: 1.3, maintenance: 1 }
        collateral: { optionValueCounts: false }
        """
                .formatted(moves, terms.extreme(), terms.extreme(), terms.roll(), terms.minimum());
    }
}
