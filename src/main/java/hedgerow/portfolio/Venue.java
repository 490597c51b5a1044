package hedgerow.portfolio;

/// A venue whose symbols are understood.
public enum Venue {
    /// Deribit: `BTC-PERPETUAL`, `BTC-26DEC26`, `BTC-26DEC26-60000-C`, `BTC_USDC-26DEC26-60000-C`.
    DERIBIT,
    /// OKX: `BTC-USDT`, `BTC-USD-SWAP`, `BTC-USD-261226`, `BTC-USD-261226-60000-C`.
    OKX,
    /// The Options Clearing Corporation: 21 characters, `SPXW 261218C06000000`.
    OCC
}
