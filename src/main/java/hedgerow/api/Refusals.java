package hedgerow.api;

import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Why a question cannot be answered, each reason at every leg that it concerns.
final class Refusals {
    /// The number of reasons that are told in full.
    static final int MOST = 200;

    private final Question question;
    private final List<Problem.Item> items = new ArrayList<>();
    private int beyond;

    Refusals(Question question) {
        this.question = question;
    }

    /// Adds the reasons of core rooms, at the legs of the instruments that they name.
    void add(RefusedException refused) {
        Map<Instrument, List<Leg>> legsOf =
                question.everyLeg().collect(Collectors.groupingBy(Leg::instrument));
        for (Refusal refusal : refused.refusals()) {
            List<Leg> legs =
                    refusal.instrument()
                            .map(i -> legsOf.getOrDefault(i, List.of()))
                            .orElse(List.of());
            if (legs.isEmpty()) add("", Optional.empty(), refusal);
            for (Leg leg : legs) {
                boolean bySymbol = leg.symbol().isPresent();
                String place = leg.pointer() + (bySymbol ? "/symbol" : "/instrument");
                add(place, Optional.of(leg.symbol().orElse(leg.instrument().label())), refusal);
            }
        }
    }

    /// Adds one reason at one place.
    void add(String pointer, Optional<String> value, Refusal refusal) {
        if (items.size() == MOST) {
            beyond++;
            return;
        }
        String reason = refusal.reason().name();
        items.add(new Problem.Item(pointer, value, Optional.empty(), refusal.detail(), reason));
    }

    /// Ends the request where there is a reason.
    ///
    /// @throws ProblemException with every reason
    void throwIfAny() {
        if (!items.isEmpty()) throw problem();
    }

    /// The problem of all reasons, of which there is one at least.
    ProblemException problem() {
        int all = items.size() + beyond;
        String told = beyond > 0 ? ", of which the first " + MOST + " are told" : "";
        String detail = all == 1 ? items.getFirst().detail() : all + " reasons to refuse" + told;
        return new ProblemException(Problem.of(ProblemType.REFUSED, detail, items));
    }
}
