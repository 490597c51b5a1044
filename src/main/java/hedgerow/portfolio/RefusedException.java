package hedgerow.portfolio;

import java.util.List;
import java.util.stream.Collectors;

/// A request that was understood but is refused; it carries every reason at once.
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    public RefusedException(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::detail).collect(Collectors.joining("; ")));
        this.refusals = List.copyOf(refusals);
    }

    public RefusedException(Refusal refusal) {
        this(List.of(refusal));
    }

    /// The reasons, in the order in which they were found; never empty.
    public List<Refusal> refusals() {
        return refusals;
    }
}
