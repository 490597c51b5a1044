package hedgerow.pricing;

import hedgerow.market.Lookup;
import hedgerow.market.Lookup.Found;
import hedgerow.market.Lookup.Missing;
import hedgerow.market.Lookup.Source;
import hedgerow.market.Underlying;
import hedgerow.market.Years;
import hedgerow.pricing.formula.Black76;
import java.time.Instant;

/// The variance at which a swap from now to an expiry is fair, by replication with options.
///
/// `K_var = (2/T) * [integral of put(K)/K^2 below F + integral of call(K)/K^2 above F]`, with
/// undiscounted out-of-the-money values; in `k = ln(K/F)` the integrand is `value * exp(-k) / F`.
/// The smile is the market's for that expiry, held flat beyond its outermost quotes.
///
/// Source: K. Demeterfi, E. Derman, M. Kamal, J. Zou, "More than you ever wanted to know about
/// volatility swaps", Goldman Sachs Quantitative Strategies Research Notes, March 1999.
final class FairVariance {
    /// Panels of Simpson's rule on each side of the forward, and how far they reach, in standard
    /// deviations at the money.
    private static final int PANELS = 1000;

    private static final double REACH = 10;

    private final Underlying underlying;
    private final Instant asOf;
    private final Instant expiry;
    private final Underlying.StrikeRange range;
    private final double forward;
    private final double years;

    private FairVariance(
            Underlying underlying,
            Instant asOf,
            Instant expiry,
            Underlying.StrikeRange range,
            double forward) {
        this.underlying = underlying;
        this.asOf = asOf;
        this.expiry = expiry;
        this.range = range;
        this.forward = forward;
        this.years = Years.between(asOf, expiry);
    }

    /// The square root of the fair variance, as an annualised vol; for a flat surface its vol.
    static Lookup vol(Underlying underlying, Instant asOf, Instant expiry) {
        Lookup atTheMoney = underlying.forward(asOf, expiry);
        if (!(atTheMoney instanceof Found forward)) return atTheMoney;
        Lookup middle = underlying.vol(asOf, forward.value(), expiry);
        if (middle instanceof Missing || source(middle) == Source.FLAT) return middle;
        Underlying.StrikeRange range = underlying.strikeRange(asOf, expiry);
        double fair =
                new FairVariance(underlying, asOf, expiry, range, forward.value())
                        .vol(((Found) middle).value());
        return new Found(fair, source(middle));
    }

    private static Source source(Lookup found) {
        return ((Found) found).source();
    }

    private double vol(double atTheMoneyVol) {
        double reach = REACH * atTheMoneyVol * Math.sqrt(years);
        if (reach == 0) return 0;
        double below = integral(-1, reach);
        double above = integral(1, reach);
        return Math.sqrt(2 / years * (below + above));
    }

    /// Simpson's rule over `k` from zero to `sign * reach`.
    private double integral(int sign, double reach) {
        double step = reach / PANELS;
        double sum = integrand(sign, 0) + integrand(sign, sign * reach);
        for (int i = 1; i < PANELS; i++) {
            sum += (i % 2 == 1 ? 4 : 2) * integrand(sign, sign * i * step);
        }
        return sum * step / 3;
    }

    private double integrand(int sign, double k) {
        double growth = StrictMath.exp(k);
        double strike = forward * growth;
        double quoted = Math.max(range.low(), Math.min(range.high(), strike));
        if (!(underlying.vol(asOf, quoted, expiry) instanceof Found vol)) {
            throw new IllegalStateException("no vol inside the quoted strikes, at " + quoted);
        }
        double stdDev = vol.value() * Math.sqrt(years);
        return Black76.value(sign, forward, strike, stdDev) / (forward * growth);
    }
}
