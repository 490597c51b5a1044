package hedgerow.store;

import hedgerow.TestMarkets;
import hedgerow.margin.Equity;
import hedgerow.margin.Margin;
import hedgerow.margin.MarginModel;
import hedgerow.market.ForwardCurve;
import hedgerow.market.ForwardQuote;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.market.Years;
import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Spot;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.pricing.formula.Black76;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Books of one structure each, in a market where every parameter of a model may matter: rates, a
/// basis, funding, open interest, sources that are unsure, and a stablecoin below par.
final class VenueBooks {
    static final double SPOT = 60_000;
    private static final double SURE = 0.5;
    private static final double STABLE = 0.97;
    private static final double VOL = 0.6;

    /// So high that a discount of debts does not stop at the value without any.
    private static final double RATE = 0.30;

    /// Days to the expiries; the first two lie in the window of settlement averages.
    private static final double[] DAYS = {1 / 720.0, 1 / 96.0, 0.5, 2, 7, 30, 45, 120};

    private static final double[] STRIKES = {30_000, 48_000, 60_000, 60_060, 66_000, 90_000};

    private final MarginModel model;
    private final String id;
    private final Settlement settlement;

    /// The underlyings that books may be on: those that the model names, or BTC and ETH where it
    /// names none.
    static List<String> underlyings(MarginModel model) {
        Set<String> own = new TreeSet<>(model.info().scope().underlyings());
        return own.isEmpty() ? List.of("BTC", "ETH") : List.copyOf(own);
    }

    VenueBooks(MarginModel model, String id) {
        this.model = model;
        this.id = id;
        this.settlement = model.info().scope().settlement().orElse(Settlement.LINEAR);
    }

    /// Every instrument that the books are made of and the model has a rule for.
    List<Instrument> instruments() {
        List<Instrument> all = new ArrayList<>();
        all.add(Spot.of(id));
        all.add(perpetual(settlement));
        all.add(perpetual(other()));
        for (double days : DAYS) all.add(future(days));
        for (double days : DAYS) {
            for (double strike : STRIKES) {
                for (OptionRight right : OptionRight.values()) all.add(option(right, strike, days));
            }
        }
        return all.stream().filter(this::isCovered).toList();
    }

    private boolean isCovered(Instrument instrument) {
        return model.info().scope().refusals(List.of(instrument)).isEmpty();
    }

    private Settlement other() {
        return settlement == Settlement.LINEAR ? Settlement.INVERSE : Settlement.LINEAR;
    }

    Perpetual perpetual(Settlement paid) {
        return new Perpetual(id, Contract.of(paid, 1));
    }

    private Future future(double days) {
        return new Future(id, TestMarkets.in(days), Contract.of(settlement, 1));
    }

    private Option option(OptionRight right, double strike, double days) {
        return new Option(
                id,
                right,
                strike,
                TestMarkets.in(days),
                Option.Style.EUROPEAN,
                Contract.of(settlement, 1));
    }

    /// The books that the model has a rule for, by name.
    Map<String, Portfolio> books() {
        Option call = option(OptionRight.CALL, 60_000, 30);
        Option put = option(OptionRight.PUT, 60_000, 30);
        Perpetual perpetual = perpetual(settlement);
        Map<String, Portfolio> books = new LinkedHashMap<>();
        put(books, "short call", leg(call, -10));
        put(books, "long call", leg(call, 10));
        put(books, "short put", leg(put, -10));
        put(books, "long put", leg(put, 10));
        put(books, "short straddle", leg(call, -10), leg(put, -10));
        put(books, "call spread", leg(call, 10), leg(option(OptionRight.CALL, 66_000, 30), -10));
        put(books, "risk reversal", leg(option(OptionRight.CALL, 90_000, 45), 10), leg(put, -10));
        put(books, "far calls sold", leg(option(OptionRight.CALL, 90_000, 120), -50));
        put(books, "far puts sold", leg(option(OptionRight.PUT, 30_000, 120), -50));
        put(books, "dear puts sold", leg(option(OptionRight.PUT, 90_000, 30), -10));
        put(books, "calendar", leg(call, -10), leg(option(OptionRight.CALL, 60_000, 120), 10));
        put(books, "short calendar", leg(call, 10), leg(option(OptionRight.CALL, 60_000, 120), -9));
        put(
                books,
                "butterfly sold",
                leg(option(OptionRight.CALL, 48_000, 7), -10),
                leg(option(OptionRight.CALL, 60_000, 7), 20),
                leg(option(OptionRight.CALL, 66_000, 7), -10));
        put(books, "hours left", leg(option(OptionRight.CALL, 60_000, 0.5), -10));
        put(books, "days left", leg(option(OptionRight.CALL, 60_000, 2), -10));
        put(books, "two minutes left", leg(option(OptionRight.CALL, 60_060, 1 / 720.0), -10));
        put(books, "minutes left", leg(option(OptionRight.PUT, 66_000, 1 / 96.0), -10));
        put(books, "call hedged", leg(call, -10), leg(perpetual, 5));
        put(books, "perpetual", leg(perpetual, 10));
        put(books, "perpetual sold", leg(perpetual, -10));
        put(books, "many perpetuals", leg(perpetual, 900));
        put(books, "future", leg(future(120), -10));
        put(books, "basis", leg(future(30), -10), leg(perpetual, 9));
        put(books, "carry", leg(Spot.of(id), 10), leg(perpetual, -10));
        put(books, "much carry", leg(Spot.of(id), 4_000), leg(perpetual, -4_000));
        put(books, "coins hedged", leg(perpetual, 100), leg(perpetual(other()), -100));
        put(books, "coins hedged much", leg(perpetual, 250), leg(perpetual(other()), -250));
        orders(books, "order", leg(perpetual, 5), new Order(perpetual, -20, SPOT - 500));
        orders(books, "call ordered", leg(call, -1), new Order(call, -10, 3_000));
        for (Map.Entry<String, Portfolio> posted : collateral(perpetual).entrySet()) {
            if (isAllCovered(posted.getValue())) books.put(posted.getKey(), posted.getValue());
        }
        return books;
    }

    /// Each asset that the model takes, and a debt in each, with what moves beside it.
    private Map<String, Portfolio> collateral(Perpetual perpetual) {
        Map<String, Portfolio> books = new LinkedHashMap<>();
        for (String asset : model.collateral().accepted()) {
            List<Collateral> posted = List.of(new Collateral(asset, 3), new Collateral("USDC", -9));
            books.put(asset + " posted", new Portfolio(List.of(), posted, List.of(), 0));
            List<Position> sold = List.of(leg(perpetual, -2));
            books.put(asset + " hedged", new Portfolio(sold, posted, List.of(), 0));
            for (String owed : model.collateral().accepted()) {
                List<Collateral> debt =
                        List.of(new Collateral(asset, 3), new Collateral(owed, -0.5));
                books.put(asset + " against " + owed, new Portfolio(List.of(), debt, List.of(), 0));
            }
        }
        return books;
    }

    private static Position leg(Instrument instrument, double quantity) {
        return new Position(instrument, quantity);
    }

    private void put(Map<String, Portfolio> books, String name, Position... legs) {
        Portfolio book = Portfolio.of(List.of(legs));
        if (isAllCovered(book)) books.put(name, book);
    }

    private void orders(Map<String, Portfolio> books, String name, Position held, Order order) {
        Portfolio book = new Portfolio(List.of(held), List.of(), List.of(order), 100);
        if (isAllCovered(book)) books.put(name, book);
    }

    private boolean isAllCovered(Portfolio book) {
        return book.instruments().stream().allMatch(this::isCovered)
                && book.collateral().stream()
                        .allMatch(c -> model.collateral().accepted().contains(c.asset()));
    }

    /// What a model of the same scope says of a book.
    ///
    /// @param margin the requirement
    /// @param equity what stands against it
    record Said(Margin margin, Equity equity) {
        double initial() {
            return equity.total() - margin.initial();
        }

        double maintenance() {
            return equity.maintenanceTotal() - margin.maintenance();
        }
    }

    /// What a model says of each book; of the same scope as the one that the books are of.
    Map<String, Said> said(MarginModel of, Map<String, Portfolio> books) {
        Market market = market();
        List<Instrument> rows =
                books.values().stream()
                        .flatMap(book -> of.instruments(book).stream())
                        .distinct()
                        .toList();
        RiskArrays arrays = Revaluation.of(market, of.grid(), of.valuation(), "USD").arrays(rows);
        Map<String, Said> said = new LinkedHashMap<>();
        books.forEach((name, book) ->
                said.put(
                        name,
                        new Said(
                                of.margin(arrays, book),
                                Equity.of(of.collateral(), market, book, arrays))));
        return said;
    }

    private Market market() {
        SortedMap<String, Underlying> all = new TreeMap<>();
        for (String asset : model.collateral().accepted()) all.put(asset, coin(asset));
        all.putIfAbsent(id, coin(id));
        for (String own : model.info().scope().underlyings()) all.putIfAbsent(own, coin(own));
        model.collateral().haircuts().values().stream()
                .flatMap(haircut -> haircut.movesWith().stream())
                .forEach(with -> all.putIfAbsent(with, coin(with)));
        all.put(id, quoted());
        return new Market(TestMarkets.NOW, all, new TreeMap<>(), STABLE);
    }

    private static Underlying coin(String asset) {
        Reference reference =
                new Reference(
                        SPOT,
                        OptionalDouble.of(0.04),
                        0,
                        Reference.PerpetualQuote.NONE,
                        OptionalDouble.of(SURE));
        return new Underlying(
                asset,
                "USD",
                reference,
                ForwardCurve.NONE,
                new VolSurface.Flat(VOL),
                Listings.NONE);
    }

    private Underlying quoted() {
        Reference reference =
                new Reference(
                        SPOT,
                        OptionalDouble.of(0.04),
                        0,
                        new Reference.PerpetualQuote(
                                OptionalDouble.of(60_050),
                                OptionalDouble.of(1e-4),
                                OptionalDouble.of(0.3),
                                OptionalDouble.of(1_000)),
                        OptionalDouble.of(SURE));
        SortedMap<Instant, ForwardQuote> forwards = new TreeMap<>();
        List<OptionQuote> quotes = new ArrayList<>();
        for (double days : DAYS) {
            Instant expiry = TestMarkets.in(days);
            double forward = SPOT * Math.exp(0.05 * days / 365);
            forwards.put(
                    expiry,
                    new ForwardQuote(forward, OptionalDouble.of(RATE), OptionalDouble.of(0.45)));
            for (double strike : STRIKES) {
                for (OptionRight right : OptionRight.values()) {
                    quotes.add(quote(option(right, strike, days), forward));
                }
            }
        }
        return new Underlying(
                id,
                "USD",
                reference,
                new ForwardCurve(forwards),
                new VolSurface.Flat(VOL),
                Listings.ofChain(quotes));
    }

    private OptionQuote quote(Option option, double forward) {
        int sign = option.right().sign();
        double root = Math.sqrt(Years.between(TestMarkets.NOW, option.expiry()));
        double value = Black76.value(sign, forward, option.strike(), VOL * root);
        double delta = Black76.delta(sign, forward, option.strike(), VOL * root);
        boolean coins = settlement == Settlement.INVERSE;
        return new OptionQuote(
                OptionQuote.Key.of(option),
                OptionalDouble.of(VOL),
                OptionalDouble.of(coins ? value / forward : value),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(delta),
                OptionalDouble.empty());
    }
}
