package hedgerow.pricing.american;

/// How a model asks for American options to be priced.
public enum AmericanMethod {
    /// [ExerciseBoundary]: exact to the error stated there.
    EXERCISE_BOUNDARY,
    /// [BaroneAdesiWhaley]: an approximation, off by up to the error stated there.
    BARONE_ADESI_WHALEY;

    /// The pricer of this method for `terms`.
    ///
    /// @throws IllegalArgumentException in the regime of two boundaries
    public AmericanPricer pricer(AmericanTerms terms) {
        return switch (this) {
            case EXERCISE_BOUNDARY -> ExerciseBoundary.of(terms);
            case BARONE_ADESI_WHALEY -> BaroneAdesiWhaley.of(terms);
        };
    }
}
