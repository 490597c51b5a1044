package hedgerow.portfolio;

/// How a contract pays: in the quote currency, or in the underlying coin itself.
public enum Settlement {
    /// Paid in the quote currency: a future's profit is `size * (F' - F)`.
    LINEAR,
    /// Paid in the underlying coin: a future's profit is `notional * (1/F - 1/F')` coins.
    INVERSE
}
