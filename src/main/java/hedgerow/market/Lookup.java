package hedgerow.market;

import hedgerow.portfolio.Refusal;

/// The answer to a question put to the market: a value and its origin, or what is missing.
public sealed interface Lookup {
    /// A value that the market holds or that follows from what it holds.
    ///
    /// @param value the value, in the unit of what was asked for
    /// @param source where it came from
    record Found(double value, Source source) implements Lookup {}

    /// A value that the market cannot give.
    ///
    /// @param reason why not
    /// @param detail what is missing, and what would be allowed, in one sentence
    record Missing(Refusal.Reason reason, String detail) implements Lookup {}

    /// Where a value came from.
    enum Source {
        /// Quoted for exactly what was asked for.
        QUOTED("as quoted"),
        /// One value stated for the whole underlying.
        FLAT("flat for the underlying"),
        /// Between quotes.
        INTERPOLATED("interpolated between quotes"),
        /// Beyond the outermost quote, within the stated limit.
        EXTRAPOLATED("held flat beyond the outermost quote"),
        /// A forward by the carry of the listed forwards.
        CARRY_OF_LISTED("by the carry of the listed forwards"),
        /// A forward by spot, rate and dividend yield, as none is listed.
        COST_OF_CARRY("by spot, rate and dividend yield, as no forward is listed"),
        /// A perpetual's mark, taken from spot as none is given.
        SPOT("taken from spot, as no perpetual mark is given");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        /// The origin in words.
        public String words() {
            return words;
        }
    }
}
