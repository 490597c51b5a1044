package hedgerow.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The faults of one text file, gathered while it is read, each with its line and field.
final class LineFaults {
    private final String file;
    private final List<Found> found = new ArrayList<>();

    private record Found(int line, Fault fault) {}

    LineFaults(String file) {
        this.file = file;
    }

    /// Adds a fault.
    ///
    /// @param line counted from one
    /// @param field where in the file, such as `grid.scenarios[2].weight`; empty for the line
    ///   itself
    /// @param value what stands there; empty where nothing does
    /// @param allowed what is allowed there, in words
    void add(int line, String field, Optional<String> value, String allowed) {
        String place = file + ", line " + line + (field.isEmpty() ? "" : ", " + field);
        Optional<String> shown = value.map(LineFaults::oneLine);
        found.add(new Found(line, new Fault(oneLine(place), shown, oneLine(allowed))));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ");
    }

    int count() {
        return found.size();
    }

    /// The faults by line, and as they were found inside a line.
    List<Fault> byLine() {
        return found.stream()
                .sorted(Comparator.comparingInt(Found::line))
                .map(Found::fault)
                .toList();
    }
}
