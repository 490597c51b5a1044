package hedgerow.api;

import hedgerow.api.SuggestReader.Named;
import hedgerow.api.SuggestReader.Sought;
import hedgerow.api.body.TradeSide;
import hedgerow.hedge.search.Candidate;
import hedgerow.hedge.search.Candidate.Side;
import hedgerow.hedge.search.ChainCandidates;
import hedgerow.hedge.search.ChainFilter;
import hedgerow.market.Market;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What may be traded in one search.
///
/// @param quoted candidates from the market's quotes
/// @param named candidates that were named, without what needs prices
/// @param quotes the quotes by which named candidates without a cost are traded
record Tradables(List<Candidate> quoted, List<Named> named, ChainCandidates quotes) {

    /// @param held what is held, which tells how options are noted that are quoted without
    /// @throws RefusedException where the filter asks for what no quote states
    static Tradables of(Market market, String currency, Sought sought, List<Instrument> held) {
        ChainFilter filter = sought.filter();
        List<Candidate> quoted =
                new ChainCandidates(market, currency, filter, held).on(sought.underlyings());
        ChainFilter one =
                filter.with(new ChainFilter.Lots(1, Double.POSITIVE_INFINITY, true, true));
        return new Tradables(
                quoted, sought.named(), new ChainCandidates(market, currency, one, held));
    }

    /// Every instrument of them as a leg, so that all are priced once.
    List<Leg> legs() {
        Map<Instrument, Leg> legs = new LinkedHashMap<>();
        for (Named one : named) one.legs().forEach(leg -> legs.put(leg.instrument(), leg));
        for (Candidate candidate : quoted) {
            for (Position position : candidate.lot()) {
                legs.putIfAbsent(
                        position.instrument(),
                        new Leg("/chain", Optional.empty(), Optional.empty(), position));
            }
        }
        return List.copyOf(legs.values());
    }

    /// The candidates with their costs.
    ///
    /// @param arrays of every instrument
    /// @throws RefusedException where a candidate has neither a cost nor a quote
    List<Candidate> candidates(RiskArrays arrays) {
        List<Candidate> all = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Named one : named) {
            if (one.cost().isPresent()) {
                all.add(atCost(one, one.cost().get(), arrays));
            } else {
                byQuotes(one, refusals).ifPresent(all::add);
            }
        }
        if (!refusals.isEmpty()) throw new RefusedException(refusals);
        return Stream.concat(all.stream(), quoted.stream()).toList();
    }

    private static Candidate atCost(Named one, double cost, RiskArrays arrays) {
        double value = 0;
        for (Position leg : lot(one)) {
            int row = arrays.row(leg.instrument()).orElseThrow();
            value += leg.quantity() * arrays.columns().value()[row];
        }
        return candidate(
                one, new Side(cost, value, one.mostLots()), new Side(cost, -value, one.mostLots()));
    }

    /// A lot costs what its legs cost, each traded on its side.
    private Optional<Candidate> byQuotes(Named one, List<Refusal> refusals) {
        Side buying = new Side(0, 0, one.mostLots());
        Side selling = buying;
        for (Position leg : lot(one)) {
            Optional<Candidate> quote = quotes.quoted(leg.instrument());
            if (quote.isEmpty()) {
                refusals.add(
                        Refusal.of(
                                Refusal.Reason.MISSING_QUOTE,
                                leg.instrument(),
                                leg.instrument().label()
                                        + " has no bid or offer in the market: quote it, or state"
                                        + " the candidate's cost"));
                return Optional.empty();
            }
            boolean bought = leg.quantity() > 0;
            buying = with(buying, bought ? quote.get().buying() : quote.get().selling(), leg);
            selling = with(selling, bought ? quote.get().selling() : quote.get().buying(), leg);
        }
        return Optional.of(candidate(one, buying, selling));
    }

    private static Side with(Side lot, Side leg, Position position) {
        if (lot.mostLots() == 0 || leg.mostLots() == 0) return Side.CLOSED;
        double size = Math.abs(position.quantity());
        return new Side(
                lot.costPerLot() + size * leg.costPerLot(),
                lot.premiumPerLot() + size * leg.premiumPerLot(),
                lot.mostLots());
    }

    private static Candidate candidate(Named one, Side buying, Side selling) {
        return new Candidate(
                one.name(),
                lot(one),
                one.sides().contains(TradeSide.BUY) ? buying : Side.CLOSED,
                one.sides().contains(TradeSide.SELL) ? selling : Side.CLOSED);
    }

    private static List<Position> lot(Named one) {
        return one.legs().stream().map(Leg::position).toList();
    }
}
