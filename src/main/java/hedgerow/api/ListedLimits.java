package hedgerow.api;

import hedgerow.api.SuggestReader.Sought;
import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import hedgerow.hedge.search.HedgeLimits.Upside;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Numbers;
import hedgerow.portfolio.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Refuses what cannot be sought with contracts whose arrays are published: what these gain is
/// known in the clearing house's own scenarios, and in no other market.
final class ListedLimits {
    private ListedLimits() {}

    /// Ends the request where it asks for such a thing.
    ///
    /// @throws ProblemException with each field that asks for it
    static void check(Question question, Sought sought) {
        Optional<ListedContract> listed =
                Stream.concat(
                                question.everyLeg(),
                                sought.named().stream().flatMap(named -> named.legs().stream()))
                        .map(Leg::instrument)
                        .filter(ListedContract.class::isInstance)
                        .map(ListedContract.class::cast)
                        .findFirst();
        if (listed.isEmpty()) return;
        List<Problem.Item> items = new ArrayList<>();
        List<Upside> upside = sought.limits().upside();
        for (int i = 0; i < upside.size(); i++) {
            String move = Numbers.plain(upside.get(i).spotMove());
            items.add(item("/limits/upside/" + i + "/move", move, "no upside", listed.get()));
        }
        sought.move()
                .ifPresent(
                        move -> items.add(item("/shift", move.words(), "no shift", listed.get())));
        if (items.isEmpty()) return;
        String detail =
                items.size() == 1
                        ? items.getFirst().detail()
                        : items.size() + " fields ask for more than published arrays tell";
        throw new ProblemException(Problem.of(ProblemType.REFUSED, detail, items));
    }

    private static Problem.Item item(
            String pointer, String value, String allowed, ListedContract listed) {
        return new Problem.Item(
                pointer,
                Optional.of(value),
                Optional.of(
                        allowed + " where a contract with a published array is held or offered"),
                "what "
                        + listed.label()
                        + " gains is published for the clearing house's scenarios, not for a move"
                        + " of "
                        + value,
                Refusal.Reason.NOT_PRICEABLE.name());
    }
}
