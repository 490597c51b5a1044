package hedgerow.pricing.american;

/// Prices American options of one right, rates, vol and time to expiry, at any spot and strike.
///
/// A pricer is immutable and may be kept across price ticks and shared by threads. All values are
/// per unit of the underlying, in the currency of spot and strike. Spot and strike are finite and
/// zero or more; anything else raises `IllegalArgumentException`.
public sealed interface AmericanPricer permits ExerciseBoundary, BaroneAdesiWhaley {
    /// What this pricer was solved for.
    AmericanTerms terms();

    /// The value, never below intrinsic value, and exactly that at and beyond the critical spot.
    double value(double spot, double strike);

    /// The values at many spots.
    ///
    /// @param out receives one value a spot; may be `spots` itself
    /// @throws IllegalArgumentException also when `out` is shorter than `spots`
    default void values(double[] spots, double strike, double[] out) {
        requireRoom(spots, out);
        for (int i = 0; i < spots.length; i++) out[i] = value(spots[i], strike);
    }

    /// @throws IllegalArgumentException where `out` is shorter than `spots`
    static void requireRoom(double[] spots, double[] out) {
        if (out.length < spots.length) {
            throw new IllegalArgumentException(
                    "out must hold " + spots.length + " values, holds " + out.length);
        }
    }

    /// Change of value per unit of spot.
    double delta(double spot, double strike);

    /// The spot at which exercise pays now: at or below it for a put, at or above it for a call.
    ///
    /// Where early exercise never pays, 0 for a put and positive infinity for a call.
    double criticalSpot(double strike);
}
