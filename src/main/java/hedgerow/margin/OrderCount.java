package hedgerow.margin;

/// How open orders count beside the position in the same contract, in initial margin.
public enum OrderCount {
    /// Every order in full, whether it opens or closes.
    EACH,
    /// The largest size that the position comes to when either all its buys or all its sells fill.
    SIDE
}
