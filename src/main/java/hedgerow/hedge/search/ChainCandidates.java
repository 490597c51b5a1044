package hedgerow.hedge.search;

import hedgerow.hedge.search.Candidate.Side;
import hedgerow.market.Lookup;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Underlying;
import hedgerow.market.Years;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Candidates from what a market quotes.
///
/// Nothing is traded without a quote: an option is bought at its offer and sold at its bid, and one
/// without them is no candidate on that side. What is lost by trading is how far the price lies
/// from the mark, or from the middle where there is no mark, and a fee. Futures trade at their
/// listed forwards and perpetuals at their mark, or at spot where none is given, for a fee.
///
/// @param market the market
/// @param currency the margin currency
/// @param filter what may be traded
/// @param held what is held, which tells how options are noted that are quoted without
public record ChainCandidates(
        Market market, String currency, ChainFilter filter, List<Instrument> held) {
    public ChainCandidates {
        held = List.copyOf(held);
    }

    /// The candidates on some underlyings, nearest to the money first, at most as many as the
    /// filter allows.
    ///
    /// @throws RefusedException where the filter asks for what no quote of an underlying states
    public List<Candidate> on(Iterable<String> underlyings) {
        refuseWhatIsNotStated(underlyings);
        List<Placed> placed = new ArrayList<>();
        for (String id : underlyings) {
            market.underlying(id).ifPresent(underlying -> add(underlying, placed));
        }
        return placed.stream()
                .sorted(
                        Comparator.comparingDouble(Placed::distance)
                                .thenComparing(Placed::instrument, Instrument.ORDER))
                .limit(filter.most())
                .map(Placed::candidate)
                .toList();
    }

    /// The quoted sides of one instrument, per contract; empty where it has no quote.
    public Optional<Candidate> quoted(Instrument instrument) {
        Optional<Underlying> underlying = market.underlying(instrument.underlying());
        if (underlying.isEmpty() || fx(underlying.get()).isEmpty()) return Optional.empty();
        return switch (instrument) {
            case Option option ->
                    underlying
                            .get()
                            .listings()
                            .quote(OptionQuote.Key.of(option))
                            .filter(quote -> isOf(quote, option))
                            .flatMap(quote -> option(underlying.get(), option, quote));
            case Future future ->
                    underlying.get().forwards().quote(future.expiry()).isPresent()
                            ? Optional.of(linear(underlying.get(), future, future.contract()))
                            : Optional.empty();
            case Perpetual perpetual ->
                    Optional.of(linear(underlying.get(), perpetual, perpetual.contract()));
            case Spot _, VarianceSwap _, ListedContract _ -> Optional.empty();
        };
    }

    private record Placed(double distance, Instrument instrument, Candidate candidate) {}

    private void add(Underlying underlying, List<Placed> placed) {
        String id = underlying.id();
        if (filter.kinds().contains(Instrument.Kind.PERPETUAL)) {
            place(0, new Perpetual(id, Contract.LINEAR), placed);
        }
        if (filter.kinds().contains(Instrument.Kind.FUTURE)) {
            for (Instant expiry : underlying.forwards().listed().keySet()) {
                if (isInTime(expiry)) place(0, new Future(id, expiry, Contract.LINEAR), placed);
            }
        }
        if (!filter.kinds().contains(Instrument.Kind.OPTION)) return;
        ListedOptions listed = new ListedOptions(held);
        for (OptionQuote quote : underlying.listings().quotes().values()) {
            OptionQuote.Key key = quote.key();
            OptionalDouble distance = distance(underlying, key);
            if (distance.isEmpty() || !isLiquid(quote)) continue;
            place(distance.getAsDouble(), listed.of(id, quote), placed);
        }
    }

    /// Whether a quote is one of this option, and not of one that is exercised otherwise.
    private static boolean isOf(OptionQuote quote, Option option) {
        return quote.listing()
                .notation()
                .filter(notation -> !notation.style().equals(option.style()))
                .isEmpty();
    }

    private void refuseWhatIsNotStated(Iterable<String> underlyings) {
        ChainFilter.Liquidity least = filter.liquidity();
        List<Refusal> refusals = new ArrayList<>();
        for (String id : underlyings) {
            if (least.openInterest() > 0 && !isStated(id, OptionQuote.Listing::openInterest)) {
                refusals.add(notStated(id, "open interest"));
            }
            if (least.volume() > 0 && !isStated(id, OptionQuote.Listing::volume)) {
                refusals.add(notStated(id, "volume"));
            }
        }
        if (!refusals.isEmpty()) throw new RefusedException(refusals);
    }

    /// Whether any option of an underlying states a quantity, or there is none that could.
    private boolean isStated(String id, Function<OptionQuote.Listing, OptionalDouble> quantity) {
        if (!filter.kinds().contains(Instrument.Kind.OPTION)) return true;
        Collection<OptionQuote> quotes =
                market.underlying(id)
                        .map(underlying -> underlying.listings().quotes().values())
                        .orElse(List.of());
        return quotes.isEmpty()
                || quotes.stream().anyMatch(q -> quantity.apply(q.listing()).isPresent());
    }

    private static Refusal notStated(String id, String what) {
        return Refusal.of(
                Refusal.Reason.MISSING_QUOTE,
                "no option quote of " + id + " states its " + what + ", which is asked for");
    }

    private void place(double distance, Instrument instrument, List<Placed> placed) {
        quoted(instrument)
                .ifPresent(candidate -> placed.add(new Placed(distance, instrument, candidate)));
    }

    private boolean isInTime(Instant expiry) {
        double days = Years.between(market.asOf(), expiry) * 365;
        return days > 0 && days >= filter.leastDays() && days <= filter.mostDays();
    }

    /// How far a strike lies from its forward, in roots of a year; empty where it is not wanted, or
    /// cannot be priced.
    private OptionalDouble distance(Underlying underlying, OptionQuote.Key key) {
        boolean wanted = filter.rights().contains(key.right()) && isInTime(key.expiry());
        if (!wanted
                || !(underlying.forward(market.asOf(), key.expiry())
                        instanceof Lookup.Found forward)
                || !(underlying.vol(market.asOf(), key) instanceof Lookup.Found)
                || key.settlement() == Settlement.LINEAR
                        && !(underlying.rate(key.expiry()) instanceof Lookup.Found)) {
            return OptionalDouble.empty();
        }
        double moneyness = key.strike() / forward.value();
        if (Math.abs(moneyness - 1) > filter.strikeDistance()) return OptionalDouble.empty();
        double root = Math.sqrt(Years.between(market.asOf(), key.expiry()));
        return OptionalDouble.of(Math.abs(StrictMath.log(moneyness)) / root);
    }

    private boolean isLiquid(OptionQuote quote) {
        ChainFilter.Liquidity least = filter.liquidity();
        boolean traded =
                quote.listing().openInterest().orElse(0) >= least.openInterest()
                        && quote.listing().volume().orElse(0) >= least.volume();
        if (!traded) return false;
        if (quote.bid().isEmpty() || quote.ask().isEmpty()) {
            return least.spread() == Double.POSITIVE_INFINITY;
        }
        double bid = quote.bid().getAsDouble();
        double ask = quote.ask().getAsDouble();
        return ask - bid <= least.spread() * (ask + bid) / 2;
    }

    private Optional<Candidate> option(Underlying underlying, Option option, OptionQuote quote) {
        boolean coins = option.contract().settlement() == Settlement.INVERSE;
        double unit =
                option.contract().multiplier()
                        * fx(underlying).orElseThrow()
                        * (coins ? underlying.spot() : 1);
        double fee = filter.optionFee() * notional(underlying, option.contract());
        OptionalDouble fair = quote.fair();
        if (fair.isEmpty()) return Optional.empty();
        Side buying = side(filter.buys(), quote.ask(), fair.getAsDouble(), unit, fee, 1);
        Side selling = side(filter.sells(), quote.bid(), fair.getAsDouble(), unit, fee, -1);
        return candidate(option, buying, selling);
    }

    private Side side(
            boolean open, OptionalDouble price, double fair, double unit, double fee, int sign) {
        if (!open || price.isEmpty() || price.getAsDouble() <= 0) return Side.CLOSED;
        double lost = Math.max(0, sign * (price.getAsDouble() - fair)) * unit;
        return new Side(
                (lost + fee) * filter.contractsPerLot(),
                sign * price.getAsDouble() * unit * filter.contractsPerLot(),
                filter.mostLots());
    }

    private Candidate linear(Underlying underlying, Instrument instrument, Contract contract) {
        double fee = filter.linearFee() * notional(underlying, contract);
        Side side = new Side(fee * filter.contractsPerLot(), 0, filter.mostLots());
        return candidate(
                        instrument,
                        filter.buys() ? side : Side.CLOSED,
                        filter.sells() ? side : Side.CLOSED)
                .orElseThrow();
    }

    private Optional<Candidate> candidate(Instrument instrument, Side buying, Side selling) {
        if (instrument instanceof Option && buying.mostLots() + selling.mostLots() == 0) {
            return Optional.empty();
        }
        List<Position> lot = List.of(new Position(instrument, filter.contractsPerLot()));
        return Optional.of(new Candidate(instrument.label(), lot, buying, selling));
    }

    private double notional(Underlying underlying, Contract contract) {
        double units = contract.baseUnits(underlying.spot());
        return units * underlying.spot() * fx(underlying).orElseThrow();
    }

    private OptionalDouble fx(Underlying underlying) {
        return market.rate(underlying.currency(), currency);
    }
}
