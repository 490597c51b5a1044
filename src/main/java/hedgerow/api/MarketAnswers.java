package hedgerow.api;

import hedgerow.api.answer.MarketAnswer;
import hedgerow.api.answer.MarketAnswer.RiskParametersAnswer;
import hedgerow.api.answer.MarketAnswer.UnderlyingAnswer;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.market.clearing.Contracts;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.store.MarketStore.Snapshot;
import java.util.List;
import java.util.Optional;

/// Writes a snapshot as the answer that the service gives.
final class MarketAnswers {
    private MarketAnswers() {}

    static MarketAnswer of(Snapshot snapshot) {
        List<UnderlyingAnswer> underlyings =
                snapshot.market().underlyings().values().stream()
                        .map(MarketAnswers::underlying)
                        .toList();
        return new MarketAnswer(
                snapshot.id(),
                snapshot.hash(),
                snapshot.market().asOf(),
                underlyings,
                snapshot.market().riskParameters().map(MarketAnswers::riskParameters),
                snapshot.notes().isEmpty() ? Optional.empty() : Optional.of(snapshot.notes()));
    }

    private static RiskParametersAnswer riskParameters(RiskParameters held) {
        Contracts contracts = held.contracts();
        return new RiskParametersAnswer(
                held.publication().organisation(),
                held.publication().businessDate(),
                held.publication().session().name(),
                contracts.scenarios(),
                held.commodities().size(),
                contracts.families().size(),
                contracts.series().size(),
                contracts.size(),
                (int) held.spreads().all().count());
    }

    private static UnderlyingAnswer underlying(Underlying underlying) {
        int expiries =
                switch (underlying.vols()) {
                    case VolSurface.Flat _ -> 0;
                    case VolSurface.Quoted quoted -> quoted.smiles().size();
                };
        return new UnderlyingAnswer(
                underlying.id(),
                underlying.currency(),
                underlying.spot(),
                underlying.forwards().listed().size(),
                expiries,
                underlying.listings().quotes().size(),
                underlying.listings().arrays().size());
    }
}
