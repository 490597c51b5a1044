package hedgerow.api.body;

/// Which way something is traded.
public enum TradeSide {
    BUY,
    SELL
}
