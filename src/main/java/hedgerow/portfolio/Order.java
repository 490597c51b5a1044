package hedgerow.portfolio;

/// An open order: it may fill at its limit at any time, so it counts at its worst and never helps.
///
/// @param instrument what would be traded
/// @param quantity contracts; positive buys, negative sells
/// @param limitPrice the price per contract unit in the currency the contract pays in
public record Order(Instrument instrument, double quantity, double limitPrice) {
    public Order {
        Require.finite("quantity", quantity);
        Require.finite("limitPrice", limitPrice);
    }
}
