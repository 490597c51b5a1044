package hedgerow.market.clearing;

import java.util.Comparator;
import java.util.List;

/// What is charged or credited for holding several things at once.
public sealed interface Spread permits DeltaSpread, ScanSpread {
    /// The order in which spreads are formed: by priority, and of one priority by what they say, so
    /// that the order of a file's records decides nothing.
    Comparator<Spread> ORDER =
            Comparator.comparingInt(Spread::priority).thenComparing(Spread::toString);

    /// Spreads of lower priority numbers are formed first.
    int priority();

    /// The codes of the combined commodities that it names.
    List<String> commodities();
}
