package hedgerow.pricing.american;

import hedgerow.portfolio.OptionRight;
import java.util.SplittableRandom;

/// Random terms from a seed, and the ranges they are drawn from.
final class RandomTerms {
    static final long SEED = 20161123;

    /// Ranges: vols and times are drawn evenly in their logarithms, rates evenly.
    record Ranges(
            double lowVol,
            double highVol,
            double lowYears,
            double highYears,
            double lowRate,
            double highRate) {}

    /// What is listed: a day to three years, 5 % to 150 % vol, rates from -2 % to 10 %.
    static final Ranges LISTED = new Ranges(0.05, 1.5, 1.0 / 365, 3, -0.02, 0.10);

    /// An hour to ten years, 1 % to 800 % vol, rates from -10 % to 20 %.
    static final Ranges WIDE = new Ranges(0.01, 8, 1.0 / 8760, 10, -0.10, 0.20);

    private final SplittableRandom random;

    RandomTerms(long seed) {
        random = new SplittableRandom(seed);
    }

    /// Terms that are exercised early beyond one boundary, at times with equal or nearly equal
    /// rates, or with one of them zero.
    AmericanTerms oneBoundary(Ranges ranges) {
        AmericanTerms terms = any(ranges);
        while (terms.regime() != ExerciseRegime.ONE_BOUNDARY) terms = any(ranges);
        return terms;
    }

    AmericanTerms any(Ranges ranges) {
        double vol = logUniform(ranges.lowVol, ranges.highVol);
        double years = logUniform(ranges.lowYears, ranges.highYears);
        double rate = uniform(ranges.lowRate, ranges.highRate);
        double yield = uniform(ranges.lowRate, ranges.highRate);
        switch (random.nextInt(8)) {
            case 0 -> yield = rate;
            case 1 -> yield = 0;
            case 2 -> rate = 0;
            case 3 -> rate = logUniform(1e-8, 0.1);
            case 4 -> yield = rate * (1 + logUniform(1e-7, 0.1));
            case 5 -> yield = rate * (1 - logUniform(1e-7, 0.1));
            default -> {}
        }
        OptionRight right = random.nextBoolean() ? OptionRight.PUT : OptionRight.CALL;
        return right == OptionRight.PUT
                ? new AmericanTerms(right, rate, yield, vol, years)
                : new AmericanTerms(right, yield, rate, vol, years);
    }

    /// A spot for strike one, up to `deviations` standard deviations away and moved by the drift.
    double spot(AmericanTerms terms, double deviations) {
        double move = uniform(-deviations, deviations) * terms.stdDev();
        return Math.exp(move);
    }

    double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    double logUniform(double low, double high) {
        return Math.exp(uniform(Math.log(low), Math.log(high)));
    }
}
