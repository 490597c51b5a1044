package hedgerow.pricing.american;

/// When it pays to exercise an option before it expires, which the signs of the rates decide.
///
/// For a put with rate `r` and yield `q`, exercise turns the stock into the strike: it earns
/// interest on the strike and gives up the yield of the stock. Immediate exercise can only pay
/// where `r K > q S` for some spot below the strike. A call is the mirrored put: exchange `r` and
/// `q`.
///
/// Source: L. Andersen and M. Lake, "Fast American Option Pricing: The Double-Boundary Case",
/// Wilmott 2021, for the sign table.
public enum ExerciseRegime {
    /// Never before expiry: the option is worth its European twin.
    NEVER,
    /// Beyond one critical spot: below it for a put, above it for a call.
    ONE_BOUNDARY,
    /// Only between two critical spots; a put with `q < r < 0`, a call with `r < q < 0`.
    TWO_BOUNDARIES;

    /// The regime of a put.
    static ExerciseRegime ofPut(double rate, double yield) {
        if (rate > 0 || (rate == 0 && yield < 0)) return ONE_BOUNDARY;
        return yield < rate ? TWO_BOUNDARIES : NEVER;
    }
}
