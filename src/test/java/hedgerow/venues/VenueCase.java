package hedgerow.venues;

import hedgerow.margin.CollateralPrices;
import hedgerow.margin.Equity;
import hedgerow.margin.Margin;
import hedgerow.margin.MarginModel;
import hedgerow.market.ForwardCurve;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// One underlying with what is held and ordered on it, and what a model says of that.
final class VenueCase {
    private final Instant asOf;
    private final String id;
    private final Reference reference;
    private final List<OptionQuote> quotes = new ArrayList<>();
    private final SortedMap<Instant, Double> forwards = new TreeMap<>();
    private final List<Position> positions = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();

    VenueCase(Instant asOf, String id, Reference reference) {
        this.asOf = asOf;
        this.id = id;
        this.reference = reference;
    }

    void quote(OptionQuote quote) {
        quotes.add(quote);
    }

    void forward(Instant expiry, double price) {
        forwards.put(expiry, price);
    }

    void hold(Instrument instrument, double quantity) {
        positions.add(new Position(instrument, quantity));
    }

    void order(Instrument instrument, double quantity, double limitPrice) {
        orders.add(new Order(instrument, quantity, limitPrice));
    }

    List<Position> positions() {
        return positions;
    }

    List<Order> orders() {
        return orders;
    }

    /// What a model says, in a currency: dollars, or the coin itself.
    CaseBook.Said under(String yaml, String currency) {
        MarginModel model = CaseBook.model(yaml);
        Underlying underlying =
                new Underlying(
                        id,
                        "USD",
                        reference,
                        ForwardCurve.of(forwards),
                        VolSurface.NONE,
                        Listings.ofChain(quotes));
        Market market =
                new Market(
                        asOf,
                        new TreeMap<>(Map.of(id, underlying)),
                        new TreeMap<>(Map.of(id + "/USD", reference.spot())),
                        1);
        Portfolio portfolio = new Portfolio(positions, List.of(), orders, 0);
        List<Instrument> instruments =
                CollateralPrices.of(model.collateral(), market, currency)
                        .held(portfolio)
                        .instruments();
        RiskArrays arrays =
                Revaluation.of(market, model.grid(), model.valuation(), currency)
                        .arrays(instruments);
        Margin margin = model.margin(arrays, portfolio);
        Equity equity = Equity.of(model.collateral(), market, portfolio, arrays);
        return new CaseBook.Said(arrays, portfolio, margin, equity);
    }
}
