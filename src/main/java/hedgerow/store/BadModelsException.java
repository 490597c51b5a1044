package hedgerow.store;

import java.util.List;
import java.util.stream.Collectors;

/// Model files that cannot be used; it carries every fault of every file at once.
public final class BadModelsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ModelFault> faults;

    public BadModelsException(List<ModelFault> faults) {
        super(faults.stream().map(ModelFault::text).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /// The faults by file and line; never empty.
    public List<ModelFault> faults() {
        return faults;
    }
}
