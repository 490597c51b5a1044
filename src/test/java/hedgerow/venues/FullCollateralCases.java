package hedgerow.venues;

import com.fasterxml.jackson.databind.JsonNode;

/// Cases of fully collateralised options: what must be posted in the underlying itself and what in
/// money, for puts and calls of one expiry.
final class FullCollateralCases implements CaseRunner {
    private static final long WEEK_SECONDS = 7 * 86_400;
    private static final double SPOT = 20_000;

    @Override
    public boolean owns(JsonNode file) {
        return file.path("model").asText().equals("grappa-cross-margin-min-collateral");
    }

    /// A case whose own second calculation says something else.
    @Override
    public boolean isLeftOut(JsonNode one) {
        JsonNode agrees = one.path("maxLossCheck").path("agrees");
        return agrees.isBoolean() && !agrees.asBoolean();
    }

    @Override
    public void check(JsonNode file, JsonNode one, Checks checks) {
        CaseBook.Quotes quotes = new CaseBook.Quotes("X", SPOT, 1);
        quotes.forward(WEEK_SECONDS, SPOT, 0, 1);
        CaseBook book = new CaseBook();
        hold(one, "put", false, quotes, book);
        hold(one, "call", true, quotes, book);
        book.add(quotes);
        double money = book.under(yaml(0)).margin().initial();
        double both = book.under(yaml(1)).margin().initial();
        JsonNode expected = one.get("expected");
        checks.close("numeraireNeeded", expected.get("numeraireNeeded").asDouble(), money);
        checks.close(
                "underlyingNeeded",
                expected.get("underlyingNeeded").asDouble(),
                (both - money) / SPOT);
    }

    private static void hold(
            JsonNode one, String right, boolean isCall, CaseBook.Quotes quotes, CaseBook book) {
        JsonNode strikes = one.get(right + "Strikes");
        for (int i = 0; i < strikes.size(); i++) {
            book.hold(
                    quotes.option(WEEK_SECONDS, strikes.get(i).asDouble(), isCall, 0.5, 1),
                    one.get(right + "Weights").get(i).asDouble());
        }
    }

    private static String yaml(int unpaired) {
        return """
        charges:
          - { boundedLoss: { unpairedInitial: %d, unpairedMaintenance: 1 }, as: inside }
        factors: { initial: 1, maintenance: 1 }
        collateral: { optionValueCounts: false }
        """
                .formatted(unpaired);
    }
}
