package hedgerow.portfolio;

/// What a contract's multiplier counts.
public enum ContractUnit {
    /// Units of the base currency, such as 0.01 BTC.
    BASE,
    /// Units of the quote currency at the current price, such as 10 USD worth of BTC.
    QUOTE
}
