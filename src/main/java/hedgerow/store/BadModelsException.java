package hedgerow.store;

import java.util.List;
import java.util.stream.Collectors;

/// Model files that cannot be used; it carries every fault of every file at once.
public final class BadModelsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public BadModelsException(List<Fault> faults) {
        super(faults.stream().map(BadModelsException::line).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    private static String line(Fault fault) {
        String was = fault.value().map(value -> "was " + value + ", ").orElse("");
        return fault.pointer() + ": " + was + "expected " + fault.allowed();
    }

    /// The faults by file and line; never empty.
    public List<Fault> faults() {
        return faults;
    }
}
