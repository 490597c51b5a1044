package hedgerow.pricing.american;

/// A put with strike one, as a function of spot.
///
/// Values and deltas hold above the critical spot; at and below it the option is worth what
/// exercise brings.
///
/// @see ClockedPut for how every American option comes down to it
sealed interface UnitPut permits EuropeanPut, CertainPut, BoundaryPut {
    /// The value at `spot`, which is finite and zero or more.
    double value(double spot);

    /// The same value, worked out in `work`, which has room for [#room] numbers.
    default double value(double spot, PremiumWork work) {
        return value(spot);
    }

    /// What [PremiumWork] must have room for.
    default int room() {
        return 0;
    }

    /// Change of value per unit of spot.
    double delta(double spot);

    /// At or below this spot exercise pays now; zero where it never does.
    double critical();
}
