package hedgerow.store;

import java.util.List;

/// What came of reading an input: a whole value, or every reason why there is none.
public sealed interface Reading<T> {
    /// The value that was read.
    ///
    /// @param value the value
    /// @param notes what the caller should know about it, such as lines that were left out
    record Value<T>(T value, List<String> notes) implements Reading<T> {
        public Value {
            notes = List.copyOf(notes);
        }
    }

    /// Nothing was read.
    ///
    /// @param faults everything that is wrong, at least one
    record Refused<T>(List<Fault> faults) implements Reading<T> {
        public Refused {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) throw new IllegalArgumentException("a refusal needs a fault");
        }
    }
}
