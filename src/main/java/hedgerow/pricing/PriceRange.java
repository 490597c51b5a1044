package hedgerow.pricing;

import hedgerow.portfolio.Numbers;
import hedgerow.pricing.american.AmericanTerms;
import hedgerow.pricing.american.ExerciseRegime;
import java.util.Optional;

/// The inputs that options can be priced with; all that a market quotes in earnest lies far inside.
final class PriceRange {
    /// As the grid kernel takes them.
    private static final double MOST_FORWARD = 1e20;

    private static final double MOST_DISCOUNT = 1e50;

    private PriceRange() {}

    /// Why an option cannot be priced; empty where it can.
    static Optional<String> refusal(Terms.Vanilla vanilla) {
        if (!within(vanilla.forward(), 1 / MOST_FORWARD, MOST_FORWARD)) {
            return Optional.of(
                    "the forward must be between 1e-20 and 1e20, was " + vanilla.forward());
        }
        if (!within(vanilla.discount(), 0, MOST_DISCOUNT)) {
            return Optional.of(
                    "the discount factor must be at most 1e50, was " + vanilla.discount());
        }
        return Optional.empty();
    }

    /// Why an American option cannot be priced; empty where it can.
    ///
    /// @param highestVol the highest vol that any scenario shocks it to
    static Optional<String> refusal(Terms.American american, double highestVol) {
        double years = american.vanilla().expiryYears();
        if (highestVol > AmericanTerms.MOST_VOL || years > AmericanTerms.MOST_YEARS) {
            return Optional.of(
                    "an American option is priced up to a shocked vol of 10,000 % and 200 years, was "
                            + Numbers.plain(highestVol * 100)
                            + " % and "
                            + Numbers.plain(years)
                            + " years");
        }
        double most = AmericanTerms.MOST_GROWTH;
        if (!within(american.rateAnnual() * years, -most, most)
                || !within(american.yieldAnnual() * years, -most, most)) {
            return Optional.of(
                    "rate and yield times years must be between -200 and 200, were "
                            + american.rateAnnual() * years
                            + " and "
                            + american.yieldAnnual() * years);
        }
        return regime(american) == ExerciseRegime.TWO_BOUNDARIES
                ? Optional.of(
                        "with rate "
                                + american.rateAnnual()
                                + " and yield "
                                + american.yieldAnnual()
                                + " it is exercised only between two prices, which is not priced")
                : Optional.empty();
    }

    private static ExerciseRegime regime(Terms.American american) {
        return new AmericanTerms(
                        american.vanilla().right(),
                        american.rateAnnual(),
                        american.yieldAnnual(),
                        american.vanilla().vol(),
                        american.vanilla().expiryYears())
                .regime();
    }

    private static boolean within(double value, double least, double most) {
        return value >= least && value <= most;
    }
}
