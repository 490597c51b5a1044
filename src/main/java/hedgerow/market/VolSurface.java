package hedgerow.market;

import hedgerow.portfolio.Require;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The implied vols of one underlying.
public sealed interface VolSurface {
    /// One vol for every strike and expiry.
    ///
    /// @param vol annualised, a fraction such as 0.60
    record Flat(double vol) implements VolSurface {
        public Flat {
            Require.notNegative("vol", vol);
        }
    }

    /// Vols as quoted, by expiry and strike.
    ///
    /// @param smiles the quotes by expiry; may be empty
    record Quoted(NavigableMap<Instant, Smile> smiles) implements VolSurface {
        public Quoted {
            smiles = Collections.unmodifiableNavigableMap(new TreeMap<>(smiles));
        }

        /// A surface of the given smiles, one per expiry.
        public static Quoted of(List<Smile> smiles) {
            NavigableMap<Instant, Smile> byExpiry = new TreeMap<>();
            for (Smile smile : smiles) {
                if (byExpiry.put(smile.expiry(), smile) != null) {
                    throw new IllegalArgumentException("two smiles for expiry " + smile.expiry());
                }
            }
            return new Quoted(byExpiry);
        }
    }

    /// A surface without a quote.
    VolSurface NONE = new Quoted(new TreeMap<>());
}
