package hedgerow.venues;

import com.fasterxml.jackson.databind.JsonNode;

/// Small worked examples from papers of several venues; each case names the model that it is of.
///
/// A case is told by its model and by the fields of its inputs. What belongs to a venue that is no
/// concern here, or has fields that are not known, is named as not mapped; a case whose own file
/// warns of it is left out.
final class DocumentedExamples implements CaseRunner {
    @Override
    public boolean owns(JsonNode file) {
        return !file.has("model") && file.at("/cases/0").has("model");
    }

    @Override
    public boolean isLeftOut(JsonNode one) {
        return one.has("warning") || CaseRunner.super.isLeftOut(one);
    }

    @Override
    public void check(JsonNode file, JsonNode one, Checks checks) {
        JsonNode inputs = one.path("inputs");
        switch (one.get("model").asText()) {
            case "synthetix-v3-perps" -> PerpetualExamples.synthetix(one, checks);
            case "hyperliquid-pm" -> PerpetualExamples.hyperliquid(one, checks);
            case "paradex-portfolio-margin" -> ParadexExamples.deltaFloor(one, checks);
            case "paradex-cross-margin" -> {
                if (inputs.has("position")) ParadexExamples.orders(one, checks);
                else ParadexExamples.legs(one, checks);
            }
            case "okx-portfolio-margin" -> {
                if (inputs.has("tiers")) OkxExamples.stablecoinHedge(one, checks);
                else OkxExamples.spotHedge(one, checks);
            }
            default -> checks.unmapped(one.get("model").asText());
        }
    }
}
