package hedgerow.portfolio;

/// When an option may be exercised.
public enum Exercise {
    /// At expiry only.
    EUROPEAN,
    /// At any time up to expiry.
    AMERICAN
}
