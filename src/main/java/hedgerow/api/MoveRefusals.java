package hedgerow.api;

import hedgerow.api.SuggestReader.Sought;
import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import hedgerow.hedge.search.HedgeLimits.Upside;
import hedgerow.hedge.search.QuotedMove;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Numbers;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.VarianceSwap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Refuses to seek hedges by what nobody knows of a moved market: what a contract with a published
/// array gains there, since that is told for the clearing house's own scenarios alone, and what a
/// variance swap has realised by then.
final class MoveRefusals {
    private final List<Problem.Item> items = new ArrayList<>();

    private MoveRefusals() {}

    /// Ends the request where it asks for such a thing.
    ///
    /// @throws ProblemException with each field that asks for it
    static void check(Question question, Sought sought) {
        List<Instrument> instruments =
                Stream.concat(
                                question.everyLeg(),
                                sought.named().stream().flatMap(named -> named.legs().stream()))
                        .map(Leg::instrument)
                        .toList();
        MoveRefusals refusals = new MoveRefusals();
        first(instruments, ListedContract.class)
                .ifPresent(listed -> refusals.addListed(listed, sought));
        first(instruments, VarianceSwap.class)
                .ifPresent(swap -> sought.move().ifPresent(move -> refusals.addSwap(swap, move)));
        refusals.throwIfAny();
    }

    private static Optional<Instrument> first(
            List<Instrument> instruments, Class<? extends Instrument> type) {
        return instruments.stream().filter(type::isInstance).findFirst();
    }

    private void addListed(Instrument listed, Sought sought) {
        String where = " where a contract with a published array is held or offered";
        String why =
                "what "
                        + listed.label()
                        + " gains is published for the clearing house's scenarios, not for a move"
                        + " of ";
        List<Upside> upside = sought.limits().upside();
        for (int i = 0; i < upside.size(); i++) {
            String move = Numbers.plain(upside.get(i).spotMove());
            add("/limits/upside/" + i + "/move", move, "no upside" + where, why + move);
        }
        sought.move()
                .map(QuotedMove::words)
                .ifPresent(move -> add("/shift", move, "no shift" + where, why + move));
    }

    private void addSwap(Instrument swap, QuotedMove move) {
        if (move.passed().isZero()) return;
        add(
                "/shift/days",
                move.words(),
                "0 where a variance swap is held or offered",
                swap.label() + " depends on what is realised on the way, which is not known");
    }

    private void add(String pointer, String value, String allowed, String detail) {
        items.add(
                new Problem.Item(
                        pointer,
                        Optional.of(value),
                        Optional.of(allowed),
                        detail,
                        Refusal.Reason.NOT_PRICEABLE.name()));
    }

    private void throwIfAny() {
        if (items.isEmpty()) return;
        String detail =
                items.size() == 1
                        ? items.getFirst().detail()
                        : items.size() + " fields ask for more of a moved market than is known";
        throw new ProblemException(Problem.of(ProblemType.REFUSED, detail, items));
    }
}
