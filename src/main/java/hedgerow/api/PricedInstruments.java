package hedgerow.api;

import hedgerow.margin.MarginReader;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The instruments of a stream of accounts: each priced once, or refused once.
final class PricedInstruments {
    private final Reckoning opening;
    private final Revaluation revaluation;
    private final Set<Instrument> rows = new HashSet<>();
    private final Map<Instrument, RefusedException> refused = new HashMap<>();
    private MarginReader reader;

    PricedInstruments(Reckoning opening) {
        this.opening = opening;
        this.revaluation =
                Revaluation.of(
                        opening.question().market().market(),
                        opening.model().grid(),
                        opening.model().valuation(),
                        opening.arrays().currency());
        this.reader = opening.model().on(opening.arrays());
    }

    /// A reader of arrays that hold all of these instruments but those that cannot be priced.
    MarginReader reader(Set<Instrument> instruments) {
        Set<Instrument> fresh = new HashSet<>(instruments);
        fresh.removeAll(rows);
        fresh.removeAll(refused.keySet());
        if (!fresh.isEmpty()) {
            refuse(fresh);
            fresh.removeAll(refused.keySet());
            rows.addAll(fresh);
            reader = opening.model().on(arrays(rows));
        }
        return reader;
    }

    /// @throws RefusedException with what cannot be priced, or is outside of the model's scope
    private RiskArrays arrays(Set<Instrument> instruments) {
        List<Refusal> outside = opening.model().info().scope().refusals(instruments);
        if (!outside.isEmpty()) throw new RefusedException(outside);
        return revaluation.arrays(instruments);
    }

    /// Keeps the reasons of those that cannot be priced.
    private void refuse(Set<Instrument> fresh) {
        try {
            arrays(fresh);
        } catch (RefusedException e) {
            for (Refusal refusal : e.refusals()) {
                Optional<Instrument> instrument = refusal.instrument();
                RefusedException reason = new RefusedException(List.of(refusal));
                instrument.ifPresent(named -> refused.put(named, reason));
                if (instrument.isEmpty()) fresh.forEach(each -> refused.put(each, reason));
            }
        }
    }

    /// Refuses a book that holds what cannot be priced, with every reason at its leg.
    void refuseUnpriced(Book book) {
        Optional<Refusal> tooMany = opening.model().info().tooMany(book.portfolio());
        if (refused.isEmpty() && tooMany.isEmpty()) return;
        Question question = opening.question().of(book);
        Refusals refusals = new Refusals(question);
        tooMany.ifPresent(why -> refusals.add("", Optional.empty(), why));
        book.everyLeg()
                .map(Leg::instrument)
                .distinct()
                .filter(refused::containsKey)
                .forEach(instrument -> refusals.add(reason(instrument)));
        refusals.throwIfAny();
    }

    private RefusedException reason(Instrument instrument) {
        RefusedException reason = refused.get(instrument);
        if (reason == null) {
            throw new IllegalStateException(instrument.label() + " is not refused");
        }
        return reason;
    }
}
