package hedgerow.market.clearing;

import java.util.List;
import java.util.stream.Stream;

/// Spreads between combined commodities, each list in the order in which it is formed.
///
/// @param before those formed before anything inside a combined commodity (super spreads)
/// @param after those formed after it
/// @param clearing those against another clearing organisation, formed last, whose credits stand
///   apart
public record InterSpreads(List<Spread> before, List<Spread> after, List<Spread> clearing) {
    /// No spreads.
    public static final InterSpreads NONE = new InterSpreads(List.of(), List.of(), List.of());

    public InterSpreads {
        before = before.stream().sorted(Spread.ORDER).toList();
        after = after.stream().sorted(Spread.ORDER).toList();
        clearing = clearing.stream().sorted(Spread.ORDER).toList();
    }

    /// All of them.
    public Stream<Spread> all() {
        return Stream.of(before, after, clearing).flatMap(List::stream);
    }
}
