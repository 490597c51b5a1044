package hedgerow.api.body;

/// How much is answered.
public enum Detail {
    /// Everything, and the off-grid check.
    FULL,
    /// Everything but the off-grid check.
    STANDARD,
    /// Requirement, binding scenario and hashes.
    BRIEF
}
