package hedgerow.portfolio;

/// What a symbol was understood as.
public sealed interface Parsed {
    /// A symbol of a known form.
    ///
    /// @param instrument what it names, with the venue's contract size
    /// @param venue whose symbol it is
    record Known(Instrument instrument, Venue venue) implements Parsed {}

    /// A symbol that names nothing known here.
    ///
    /// @param reason what is wrong with it and what would be understood, in one sentence
    record Unknown(String reason) implements Parsed {}
}
