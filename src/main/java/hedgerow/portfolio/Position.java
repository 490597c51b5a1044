package hedgerow.portfolio;

/// A signed number of contracts of one instrument.
///
/// @param instrument what is held
/// @param quantity contracts; positive is long, negative is short
public record Position(Instrument instrument, double quantity) {
    public Position {
        Require.finite("quantity", quantity);
    }

    /// The same position the other way round.
    public Position negated() {
        return new Position(instrument, -quantity);
    }
}
