package hedgerow.scenario;

import hedgerow.market.ForwardCurve;
import hedgerow.market.ForwardQuote;
import hedgerow.market.Listings;
import hedgerow.market.Lookup;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Reference;
import hedgerow.market.Smile;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.market.Years;
import hedgerow.portfolio.Require;
import hedgerow.portfolio.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// A whole market moved: spot and vols of one underlying at once, then time for all of them.
///
/// - Spot, forwards and the perpetual's mark move in proportion.
/// - Vols stay with their strikes and expiries and take the shock; a flat surface takes it as it is
///   at the money a year ahead.
/// - As time passes spot stays, and each listed forward keeps its annualised carry, so that it
///   meets spot at its expiry.
/// - A mark below intrinsic value stays as far below it; other marks, bids, asks and deltas are
///   dropped, since nobody quotes in a market that is not.
///
/// @param underlying the id of the underlying that moves
/// @param spotMove relative move of spot, above -1
/// @param volShock what happens to its implied vols
/// @param passed how much time passes, not negative
public record MarketShift(String underlying, double spotMove, VolShock volShock, Duration passed) {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    public MarketShift {
        Require.text("underlying", underlying);
        Require.finite("spotMove", spotMove);
        if (spotMove <= -1) {
            throw new IllegalArgumentException("spotMove must be above -1, was " + spotMove);
        }
        if (passed.isNegative()) {
            throw new IllegalArgumentException("passed must not be negative, was " + passed);
        }
    }

    /// Nothing moves.
    public static MarketShift none(String underlying) {
        return new MarketShift(underlying, 0, VolShock.NONE, Duration.ZERO);
    }

    /// The same with another move of spot.
    public MarketShift withSpotMove(double move) {
        return new MarketShift(underlying, move, volShock, passed);
    }

    /// The same with another vol shock.
    public MarketShift withVolShock(VolShock shock) {
        return new MarketShift(underlying, spotMove, shock, passed);
    }

    /// The same after another time.
    public MarketShift withPassed(Duration time) {
        return new MarketShift(underlying, spotMove, volShock, time);
    }

    /// The moved market.
    public Market of(Market market) {
        Instant asOf = market.asOf().plus(passed);
        SortedMap<String, Underlying> moved = new TreeMap<>(market.underlyings());
        moved.replaceAll((id, before) ->
                id.equals(underlying)
                        ? moved(before, market.asOf(), spotMove, volShock)
                        : passed.isZero()
                                ? before
                                : moved(before, market.asOf(), 0, VolShock.NONE));
        return new Market(asOf, moved, market.fx(), market.stablePrice());
    }

    private Underlying moved(Underlying before, Instant from, double move, VolShock shock) {
        Instant to = from.plus(passed);
        Underlying after =
                new Underlying(
                        before.id(),
                        before.currency(),
                        reference(before.reference(), move),
                        forwards(before, from, to, move),
                        vols(before, from, to, shock),
                        Listings.NONE);
        return after.with(
                new Listings(quotes(before, from, after, to, shock), before.listings().arrays()));
    }

    private static Reference reference(Reference before, double move) {
        Reference.PerpetualQuote perpetual = before.perpetual();
        OptionalDouble mark =
                perpetual.mark().isPresent()
                        ? OptionalDouble.of(perpetual.mark().getAsDouble() * (1 + move))
                        : perpetual.mark();
        return new Reference(
                before.spot() * (1 + move),
                before.rateAnnual(),
                before.dividendYieldAnnual(),
                new Reference.PerpetualQuote(mark, perpetual.fundingRate8h()),
                before.confidence());
    }

    private static ForwardCurve forwards(Underlying before, Instant from, Instant to, double move) {
        SortedMap<Instant, ForwardQuote> moved = new TreeMap<>();
        double spot = before.spot();
        before.forwards()
                .listed()
                .tailMap(to.plusNanos(1))
                .forEach((expiry, quote) -> {
                    double forward = quote.price();
                    if (!to.equals(from)) {
                        double left = Years.between(to, expiry) / Years.between(from, expiry);
                        forward = spot * StrictMath.pow(forward / spot, left);
                    }
                    double there = forward * (1 + move);
                    moved.put(
                            expiry,
                            new ForwardQuote(there, quote.rateAnnual(), quote.confidence()));
                });
        return new ForwardCurve(moved);
    }

    private static VolSurface vols(Underlying before, Instant from, Instant to, VolShock shock) {
        if (shock instanceof VolShock.None) return before.vols();
        return switch (before.vols()) {
            case VolSurface.Flat flat -> new VolSurface.Flat(shock.shocked(flat.vol(), 0, 1));
            case VolSurface.Quoted quoted -> {
                List<Smile> smiles = new ArrayList<>();
                for (Smile smile : quoted.smiles().tailMap(to, false).values()) {
                    double forward = value(before.forward(from, smile.expiry()));
                    double years = Years.between(to, smile.expiry());
                    smiles.add(shocked(smile, forward, years, shock));
                }
                yield VolSurface.Quoted.of(smiles);
            }
        };
    }

    private static Smile shocked(Smile smile, double forward, double years, VolShock shock) {
        double[] strikes = smile.strikes();
        double[] vols = smile.vols();
        Map<Double, Double> moved = new TreeMap<>();
        for (int i = 0; i < strikes.length; i++) {
            double moneyness = StrictMath.log(strikes[i] / forward);
            moved.put(strikes[i], shock.shocked(vols[i], moneyness, years));
        }
        return Smile.of(smile.expiry(), moved);
    }

    private static Map<OptionQuote.Key, OptionQuote> quotes(
            Underlying before, Instant from, Underlying after, Instant to, VolShock shock) {
        Map<OptionQuote.Key, OptionQuote> moved = new HashMap<>();
        for (OptionQuote quote : before.listings().quotes().values()) {
            OptionQuote.Key key = quote.key();
            if (!key.expiry().isAfter(to)) continue;
            OptionalDouble vol = vol(quote, value(before.forward(from, key.expiry())), to, shock);
            OptionalDouble mark = mark(quote, intrinsic(before, from, key), after, to);
            OptionQuote there =
                    new OptionQuote(key, vol, mark, NONE, NONE, NONE, quote.confidence());
            moved.put(key, there.listed(quote.listing()));
        }
        return moved;
    }

    private static OptionalDouble vol(
            OptionQuote quote, double forward, Instant to, VolShock shock) {
        if (quote.vol().isEmpty()) return quote.vol();
        double moneyness = StrictMath.log(quote.key().strike() / forward);
        double years = Years.between(to, quote.key().expiry());
        return OptionalDouble.of(shock.shocked(quote.vol().getAsDouble(), moneyness, years));
    }

    private static OptionalDouble mark(
            OptionQuote quote, double intrinsic, Underlying after, Instant to) {
        if (quote.mark().isEmpty() || !(quote.mark().getAsDouble() < intrinsic)) {
            return OptionalDouble.empty();
        }
        double there = intrinsic(after, to, quote.key());
        double mark = there + (quote.mark().getAsDouble() - intrinsic);
        return Double.isFinite(mark) ? OptionalDouble.of(mark) : OptionalDouble.empty();
    }

    /// Discounted intrinsic value per unit, in the coin for an inverse option; NaN where the market
    /// does not give it.
    private static double intrinsic(Underlying underlying, Instant asOf, OptionQuote.Key key) {
        double forward = value(underlying.forward(asOf, key.expiry()));
        boolean coins = key.settlement() == Settlement.INVERSE;
        double rate = coins ? 0 : value(underlying.rate(key.expiry()));
        double years = Years.between(asOf, key.expiry());
        double unit = coins ? 1 / forward : StrictMath.exp(-rate * years);
        return Math.max(0, key.right().sign() * (forward - key.strike())) * unit;
    }

    private static double value(Lookup lookup) {
        return lookup instanceof Lookup.Found found ? found.value() : Double.NaN;
    }
}
