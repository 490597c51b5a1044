package hedgerow.api;

import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import hedgerow.store.Fault;
import java.util.List;
import java.util.Optional;

/// Turns what is wrong with a body into a problem.
final class FaultProblems {
    private FaultProblems() {}

    /// The problem of a body with these faults, at least one.
    static ProblemException of(List<Fault> faults) {
        List<Problem.Item> items = faults.stream().map(FaultProblems::item).toList();
        String detail =
                items.size() == 1
                        ? place(items.getFirst()) + items.getFirst().detail()
                        : items.size() + " faults";
        return new ProblemException(Problem.of(ProblemType.INVALID_REQUEST, detail, items));
    }

    private static String place(Problem.Item item) {
        return item.pointer().isEmpty() ? "" : item.pointer() + ": ";
    }

    private static Problem.Item item(Fault fault) {
        boolean whole = fault.pointer().isEmpty();
        String reason = whole ? "MALFORMED" : fault.value().isPresent() ? "INVALID" : "MISSING";
        String none =
                whole ? "needed is " + fault.allowed() : "is missing; allowed: " + fault.allowed();
        return new Problem.Item(
                fault.pointer(),
                fault.value(),
                Optional.of(fault.allowed()),
                fault.value()
                        .map(value -> "was " + value + "; allowed: " + fault.allowed())
                        .orElse(none),
                reason);
    }
}
