package hedgerow.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The faults of one model file, gathered while it is read.
final class ModelFaults {
    private final String file;
    private final List<ModelFault> faults = new ArrayList<>();

    ModelFaults(String file) {
        this.file = file;
    }

    void add(int line, String field, String message) {
        faults.add(new ModelFault(file, line, oneLine(field), oneLine(message)));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ");
    }

    int count() {
        return faults.size();
    }

    /// The faults by line, and as they were found inside a line.
    List<ModelFault> byLine() {
        return faults.stream().sorted(Comparator.comparingInt(ModelFault::line)).toList();
    }
}
