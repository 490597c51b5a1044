package hedgerow.market.clearing;

/// What risk parameters say twice, differently, or about something that they never define.
public final class Contradiction extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /// @param message the thing, what is said of it and what was said before, in one sentence
    public Contradiction(String message) {
        super(message);
    }
}
