package hedgerow.market;

import hedgerow.market.Lookup.Found;
import hedgerow.market.Lookup.Missing;
import hedgerow.market.Lookup.Source;
import hedgerow.portfolio.Numbers;
import hedgerow.portfolio.Refusal.Reason;
import hedgerow.portfolio.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// All that the market holds on one underlying.
///
/// @param id the underlying's id, such as `BTC`
/// @param currency the quote currency, such as `USD`
/// @param reference spot, rate, dividend yield, perpetual
/// @param forwards listed forwards
/// @param vols implied vols
/// @param listings option quotes and published arrays
public record Underlying(
        String id,
        String currency,
        Reference reference,
        ForwardCurve forwards,
        VolSurface vols,
        Listings listings) {

    /// How far outside the quoted strikes a vol is held flat, in log-moneyness.
    public static final double STRIKE_REACH = 0.10;

    /// How long before the first or after the last quoted expiry a vol is held flat.
    public static final Duration EXPIRY_REACH = Duration.ofDays(7);

    public Underlying {
        Require.text("id", id);
        Require.text("currency", currency);
    }

    /// The spot price.
    public double spot() {
        return reference.spot();
    }

    /// The same with no other option quotes than those of the given keys.
    Underlying quotingOnly(Set<OptionQuote.Key> kept) {
        Map<OptionQuote.Key, OptionQuote> quotes = new HashMap<>(listings.quotes());
        quotes.keySet().retainAll(kept);
        return with(new Listings(quotes, listings.arrays()));
    }

    /// The same with other listings.
    public Underlying with(Listings other) {
        return new Underlying(id, currency, reference, forwards, vols, other);
    }

    /// The forward price for `expiry`, which is after `asOf`.
    public Lookup forward(Instant asOf, Instant expiry) {
        Optional<ForwardQuote> listed = forwards.quote(expiry);
        if (listed.isPresent()) return new Found(listed.get().price(), Source.QUOTED);
        double years = Years.between(asOf, expiry);
        if (forwards.lists(asOf)) {
            double carry = forwards.carryAnnual(asOf, spot(), expiry);
            return new Found(spot() * StrictMath.exp(carry * years), Source.CARRY_OF_LISTED);
        }
        return carriedForward(asOf, expiry);
    }

    /// Spot grown to `expiry` at the rate less the dividend yield, whatever forwards are listed.
    public Lookup carriedForward(Instant asOf, Instant expiry) {
        return switch (rate(expiry)) {
            case Found rate -> {
                double carry = rate.value() - reference.dividendYieldAnnual();
                double growth = StrictMath.exp(carry * Years.between(asOf, expiry));
                yield new Found(spot() * growth, Source.COST_OF_CARRY);
            }
            case Missing missing -> missing;
        };
    }

    /// The continuously compounded rate of the quote currency.
    public Lookup rate() {
        return reference.rateAnnual().isPresent()
                ? new Found(reference.rateAnnual().getAsDouble(), Source.QUOTED)
                : new Missing(Reason.MISSING_QUOTE, "rateAnnual of " + id + " is not given");
    }

    /// The continuously compounded rate of the quote currency to `expiry`: as quoted for it, else
    /// that of the underlying.
    public Lookup rate(Instant expiry) {
        OptionalDouble own =
                forwards.quote(expiry).map(ForwardQuote::rateAnnual).orElse(OptionalDouble.empty());
        return own.isPresent() ? new Found(own.getAsDouble(), Source.QUOTED) : rate();
    }

    /// The perpetual's mark, or spot where none is given.
    public Found perpetualMark() {
        return reference.perpetual().mark().isPresent()
                ? new Found(reference.perpetual().mark().getAsDouble(), Source.QUOTED)
                : new Found(spot(), Source.SPOT);
    }

    /// The implied vol of one option that expires after `asOf`, as a fraction.
    ///
    /// As quoted for that very option, else for its strike; else total variance is interpolated
    /// linearly in log-moneyness `ln(K/F)` and in time. Outside the quotes the nearest vol is held,
    /// up to [#STRIKE_REACH] and [#EXPIRY_REACH]; beyond these the vol is missing.
    public Lookup vol(Instant asOf, OptionQuote.Key option) {
        OptionalDouble own =
                listings.quote(option).map(OptionQuote::vol).orElse(OptionalDouble.empty());
        return own.isPresent()
                ? new Found(own.getAsDouble(), Source.QUOTED)
                : vol(asOf, option.strike(), option.expiry());
    }

    /// The implied vol for a strike and an expiry after `asOf`, from the surface.
    public Lookup vol(Instant asOf, double strike, Instant expiry) {
        return switch (vols) {
            case VolSurface.Flat flat -> new Found(flat.vol(), Source.FLAT);
            case VolSurface.Quoted quoted -> quotedVol(quoted.smiles(), asOf, strike, expiry);
        };
    }

    /// The strikes between which a quoted surface has vols for `expiry` without extrapolation.
    ///
    /// @param low the lowest such strike
    /// @param high the highest
    public record StrikeRange(double low, double high) {
        /// Every strike.
        static final StrikeRange ALL = new StrikeRange(0, Double.POSITIVE_INFINITY);
    }

    /// The strikes at which a vol for `expiry` needs no extrapolation in strike.
    public StrikeRange strikeRange(Instant asOf, Instant expiry) {
        if (!(vols instanceof VolSurface.Quoted(NavigableMap<Instant, Smile> smiles))) {
            return StrikeRange.ALL;
        }
        Smile exact = smiles.get(expiry);
        if (exact != null) return exact.range();
        NavigableMap<Instant, Smile> live = smiles.tailMap(asOf, false);
        StrikeRange range = StrikeRange.ALL;
        for (var near : Arrays.asList(live.lowerEntry(expiry), live.higherEntry(expiry))) {
            if (near == null) continue;
            double scale = price(forward(asOf, expiry)) / price(forward(asOf, near.getKey()));
            StrikeRange there = near.getValue().range();
            range =
                    new StrikeRange(
                            Math.max(range.low(), there.low() * scale),
                            Math.min(range.high(), there.high() * scale));
        }
        return range;
    }

    private static double price(Lookup forward) {
        return forward instanceof Found found ? found.value() : Double.NaN;
    }

    private Lookup quotedVol(
            NavigableMap<Instant, Smile> smiles, Instant asOf, double strike, Instant expiry) {
        Smile exact = smiles.get(expiry);
        if (exact != null) return inSmile(exact, strike);
        NavigableMap<Instant, Smile> live = smiles.tailMap(asOf, false);
        if (live.isEmpty()) {
            return new Missing(Reason.MISSING_QUOTE, "no vol is quoted for " + id);
        }
        var below = live.lowerEntry(expiry);
        var above = live.higherEntry(expiry);
        if (below == null)
            return beyondExpiries(live.firstEntry().getValue(), asOf, strike, expiry);
        if (above == null) return beyondExpiries(live.lastEntry().getValue(), asOf, strike, expiry);
        return betweenExpiries(below.getValue(), above.getValue(), asOf, strike, expiry);
    }

    private Lookup inSmile(Smile smile, double strike) {
        double quoted = smile.quoted(strike);
        if (!Double.isNaN(quoted)) return new Found(quoted, Source.QUOTED);
        double outside = smile.distanceOutside(strike);
        if (outside > STRIKE_REACH) return beyondStrikes(smile, strike, outside);
        return new Found(
                smile.vol(strike), outside > 0 ? Source.EXTRAPOLATED : Source.INTERPOLATED);
    }

    private Missing beyondStrikes(Smile smile, double strike, double outside) {
        return new Missing(
                Reason.BEYOND_QUOTES,
                "strike "
                        + Numbers.plain(strike)
                        + " lies "
                        + Numbers.plain(round(outside))
                        + " in log-moneyness outside the strikes quoted for "
                        + id
                        + " at "
                        + smile.expiry()
                        + ", at most "
                        + STRIKE_REACH
                        + " is allowed");
    }

    private Lookup beyondExpiries(Smile nearest, Instant asOf, double strike, Instant expiry) {
        Duration outside = Duration.between(nearest.expiry(), expiry).abs();
        if (outside.compareTo(EXPIRY_REACH) > 0) {
            return new Missing(
                    Reason.BEYOND_QUOTES,
                    "expiry "
                            + expiry
                            + " lies "
                            + outside.toHours()
                            + " hours outside the expiries"
                            + " quoted for "
                            + id
                            + ", at most "
                            + EXPIRY_REACH.toHours()
                            + " hours are allowed");
        }
        return switch (sameMoneyness(nearest, asOf, strike, expiry)) {
            case Found found -> new Found(found.value(), Source.EXTRAPOLATED);
            case Missing missing -> missing;
        };
    }

    private Lookup betweenExpiries(
            Smile below, Smile above, Instant asOf, double strike, Instant expiry) {
        Lookup low = sameMoneyness(below, asOf, strike, expiry);
        Lookup high = sameMoneyness(above, asOf, strike, expiry);
        if (low instanceof Missing missing) return missing;
        if (high instanceof Missing missing) return missing;
        double from = Years.between(asOf, below.expiry());
        double to = Years.between(asOf, above.expiry());
        double years = Years.between(asOf, expiry);
        double share = (years - from) / (to - from);
        double variance = (1 - share) * variance(low, from) + share * variance(high, to);
        return new Found(Math.sqrt(variance / years), Source.INTERPOLATED);
    }

    private static double variance(Lookup vol, double years) {
        double value = ((Found) vol).value();
        return value * value * years;
    }

    /// The vol of `smile` at the strike that has there the moneyness of `strike` at `expiry`.
    private Lookup sameMoneyness(Smile smile, Instant asOf, double strike, Instant expiry) {
        Lookup here = forward(asOf, expiry);
        Lookup there = forward(asOf, smile.expiry());
        if (here instanceof Missing missing) return missing;
        if (there instanceof Missing missing) return missing;
        return inSmile(smile, strike * ((Found) there).value() / ((Found) here).value());
    }

    private static double round(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }
}
