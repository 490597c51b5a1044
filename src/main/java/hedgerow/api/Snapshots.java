package hedgerow.api;

import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import hedgerow.store.MarketStore;
import hedgerow.store.MarketStore.Snapshot;
import java.util.List;
import java.util.Optional;

/// Looks up the loaded markets that callers name, or says which there are.
final class Snapshots {
    private Snapshots() {}

    /// The snapshot of an id.
    ///
    /// @param pointer where the id stands in the request; empty text for the path
    /// @throws ProblemException where there is none
    static Snapshot find(MarketStore markets, String id, String pointer) {
        return markets.get(id).orElseThrow(() -> unknown(markets, id, pointer));
    }

    /// The market of an id, as a question has it.
    ///
    /// @throws ProblemException where there is none
    static NamedMarket named(MarketStore markets, String id, String pointer) {
        Snapshot snapshot = find(markets, id, pointer);
        return new NamedMarket(Optional.of(id), snapshot.hash(), snapshot.market());
    }

    private static ProblemException unknown(MarketStore markets, String id, String pointer) {
        List<String> ids = markets.newestFirst().stream().map(Snapshot::id).toList();
        String detail =
                "there is no market snapshot " + id + "; loaded are " + String.join(", ", ids);
        Problem.Item item =
                new Problem.Item(
                        pointer,
                        Optional.of(id),
                        Optional.of("one of " + ids),
                        detail,
                        "UNKNOWN_MARKET");
        return new ProblemException(
                Problem.of(
                        ProblemType.UNKNOWN_MARKET,
                        detail,
                        pointer.isEmpty() ? List.of() : List.of(item)));
    }
}
