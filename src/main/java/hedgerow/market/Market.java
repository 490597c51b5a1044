package hedgerow.market;

import hedgerow.market.clearing.RiskParameters;
import hedgerow.portfolio.Fingerprint;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Require;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// One immutable snapshot of everything that is quoted.
///
/// @param asOf the instant of the quotes
/// @param underlyings what is held on each underlying, by id
/// @param fx units of the second currency for one of the first, by pair such as `EUR/USD`
/// @param stablePrice the price of a dollar stablecoin in dollars; 1 at par
/// @param riskParameters what a clearing house publishes, where that is part of the snapshot
public record Market(
        Instant asOf,
        SortedMap<String, Underlying> underlyings,
        SortedMap<String, Double> fx,
        double stablePrice,
        Optional<RiskParameters> riskParameters) {

    /// A snapshot without risk parameters.
    public Market(
            Instant asOf,
            SortedMap<String, Underlying> underlyings,
            SortedMap<String, Double> fx,
            double stablePrice) {
        this(asOf, underlyings, fx, stablePrice, Optional.empty());
    }

    public Market {
        underlyings = Collections.unmodifiableSortedMap(new TreeMap<>(underlyings));
        fx = Collections.unmodifiableSortedMap(new TreeMap<>(fx));
        fx.forEach((pair, rate) -> Require.positive("fx rate " + pair, rate));
        Require.positive("stablePrice", stablePrice);
    }

    /// A snapshot of the given underlyings, without currency rates, stablecoins at par.
    ///
    /// @throws IllegalArgumentException on two underlyings of one id
    public static Market of(Instant asOf, Collection<Underlying> underlyings) {
        SortedMap<String, Underlying> byId = new TreeMap<>();
        for (Underlying underlying : underlyings) {
            if (byId.put(underlying.id(), underlying) != null) {
                throw new IllegalArgumentException("two underlyings of id " + underlying.id());
            }
        }
        return new Market(asOf, byId, new TreeMap<>(), 1);
    }

    /// This snapshot with what a clearing house publishes.
    public Market with(RiskParameters published) {
        return new Market(asOf, underlyings, fx, stablePrice, Optional.of(published));
    }

    /// What is held on one underlying.
    public Optional<Underlying> underlying(String id) {
        return Optional.ofNullable(underlyings.get(id));
    }

    /// This snapshot with other quotes of one underlying, or with one more.
    public Market with(Underlying quotes) {
        SortedMap<String, Underlying> changed = new TreeMap<>(underlyings);
        changed.put(quotes.id(), quotes);
        return new Market(asOf, changed, fx, stablePrice, riskParameters);
    }

    /// This snapshot with another price of stablecoins.
    public Market withStablePrice(double price) {
        return new Market(asOf, underlyings, fx, price, riskParameters);
    }

    /// Units of `to` for one unit of `from`; empty where neither the pair nor its inverse is
    /// quoted.
    public OptionalDouble rate(String from, String to) {
        if (from.equals(to)) return OptionalDouble.of(1);
        Double direct = fx.get(from + "/" + to);
        if (direct != null) return OptionalDouble.of(direct);
        Double inverse = fx.get(to + "/" + from);
        return inverse == null ? OptionalDouble.empty() : OptionalDouble.of(1 / inverse);
    }

    /// The same market with no other option quotes than those of the given instruments.
    ///
    /// Their prices are the same in both, and what reads many moved markets reads less.
    public Market quotingOnly(Collection<Instrument> instruments) {
        Set<OptionQuote.Key> kept = new HashSet<>();
        for (Instrument instrument : instruments) {
            if (instrument instanceof Option option) kept.add(OptionQuote.Key.of(option));
        }
        SortedMap<String, Underlying> lean = new TreeMap<>(underlyings);
        lean.replaceAll((id, underlying) -> underlying.quotingOnly(kept));
        return new Market(asOf, lean, fx, stablePrice);
    }

    /// A SHA-256 over every figure of this snapshot; equal snapshots have equal hashes.
    public String hash() {
        Fingerprint print = Fingerprint.start().put(asOf).put(stablePrice);
        for (Map.Entry<String, Double> rate : fx.entrySet()) {
            print.put(rate.getKey()).put(rate.getValue());
        }
        print.putLong(underlyings.size());
        underlyings.values().forEach(underlying -> MarketPrint.put(print, underlying));
        riskParameters.ifPresent(published -> published.print(print));
        return print.hex();
    }
}
