package hedgerow.portfolio;

/// When an option's premium is paid.
public enum PremiumStyle {
    /// Up front, so that the value is discounted and counts as an asset or a liability.
    PREMIUM,
    /// By daily variation margin, as a future is: the value is not discounted, and no premium is
    /// held.
    FUTURES
}
