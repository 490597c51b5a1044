package hedgerow.portfolio;

/// What an option delivers on exercise, which decides the carry that early exercise weighs.
public enum Deliverable {
    /// The underlying itself (a share, an index level, a coin): carry is rate less dividend yield.
    SPOT,
    /// A futures contract: the deliverable carries nothing.
    FUTURE
}
