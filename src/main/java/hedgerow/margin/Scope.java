package hedgerow.margin;

import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Instrument.Kind;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.Refusal.Reason;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a model has a rule for; anything else is refused by name.
///
/// @param underlyings ids of the underlyings; empty where any will do
/// @param kinds kinds of instrument; empty where none will do
/// @param settlement what contracts pay in; empty where any will do
public record Scope(Set<String> underlyings, Set<Kind> kinds, Optional<Settlement> settlement) {
    /// Anything.
    public static final Scope ALL =
            new Scope(Set.of(), EnumSet.allOf(Kind.class), Optional.empty());

    public Scope {
        underlyings = Set.copyOf(underlyings);
        kinds = Set.copyOf(kinds);
    }

    /// What both this and another have a rule for.
    ///
    /// @throws IllegalArgumentException where there is nothing
    public Scope and(Scope other) {
        Set<String> ids = new TreeSet<>(underlyings);
        if (!other.underlyings.isEmpty()) ids.retainAll(other.underlyings);
        if (underlyings.isEmpty()) ids.addAll(other.underlyings);
        Set<Kind> both = EnumSet.noneOf(Kind.class);
        both.addAll(kinds);
        both.retainAll(other.kinds);
        boolean apart = ids.isEmpty() && !(underlyings.isEmpty() && other.underlyings.isEmpty());
        boolean paidApart =
                settlement.isPresent()
                        && other.settlement.isPresent()
                        && !settlement.equals(other.settlement);
        if (apart || paidApart || both.isEmpty()) {
            throw new IllegalArgumentException(
                    "there must be something that both have a rule for, of "
                            + this
                            + " and "
                            + other);
        }
        return new Scope(ids, both, settlement.or(other::settlement));
    }

    /// Why the instruments that are outside of this are refused, in their order.
    public List<Refusal> refusals(Collection<Instrument> instruments) {
        List<Refusal> refusals = new ArrayList<>();
        for (Instrument instrument : instruments) refusal(instrument).ifPresent(refusals::add);
        return refusals;
    }

    private Optional<Refusal> refusal(Instrument instrument) {
        if (!underlyings.isEmpty() && !underlyings.contains(instrument.underlying())) {
            return Optional.of(refused(instrument, new TreeSet<>(underlyings)));
        }
        if (!kinds.contains(instrument.kind())) {
            return Optional.of(refused(instrument, words(kinds)));
        }
        Optional<Settlement> paid = settlement(instrument);
        if (settlement.isPresent() && paid.isPresent() && !paid.equals(settlement)) {
            return Optional.of(refused(instrument, Set.of(word(settlement.get()) + " contracts")));
        }
        return Optional.empty();
    }

    /// What an instrument pays in; empty for those that are no contract of one underlying price.
    static Optional<Settlement> settlement(Instrument instrument) {
        return switch (instrument) {
            case Future f -> Optional.of(f.contract().settlement());
            case Perpetual p -> Optional.of(p.contract().settlement());
            case Option o -> Optional.of(o.contract().settlement());
            case Spot _, VarianceSwap _, ListedContract _ -> Optional.empty();
        };
    }

    private static Refusal refused(Instrument instrument, Set<String> covered) {
        String detail =
                instrument.label() + " is not covered by this model, which covers " + covered;
        return Refusal.of(Reason.NOT_COVERED, instrument, detail);
    }

    private static Set<String> words(Set<Kind> kinds) {
        return kinds.stream().map(Scope::word).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
