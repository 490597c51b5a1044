package hedgerow.venues;

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
import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Settlement;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.store.BadModelsException;
import hedgerow.store.ModelReader;
import hedgerow.store.ModelStore;
import hedgerow.store.Reading;
import hedgerow.store.StoredModel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// The market and the portfolio of one case, as it is read, and what a model says of them.
///
/// Amounts are in USDC, which counts at par; other assets are quoted in dollars.
final class CaseBook {
    static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");
    static final String CURRENCY = "USDC";

    private final List<Underlying> underlyings = new ArrayList<>();
    private final List<Position> positions = new ArrayList<>();
    private final List<Collateral> collateral = new ArrayList<>();
    private double unrealisedPnl;
    private double stablePrice = 1;

    /// One underlying as it is read.
    static final class Quotes {
        private final String id;
        private final double spot;
        private final double confidence;
        private double perpetualMark;
        private double perpetualConfidence = 1;
        private OptionalDouble openInterest = OptionalDouble.empty();
        private final SortedMap<Instant, ForwardQuote> forwards = new TreeMap<>();
        private final Map<OptionQuote.Key, OptionQuote> options = new LinkedHashMap<>();

        Quotes(String id, double spot, double confidence) {
            this.id = id;
            this.spot = spot;
            this.confidence = confidence;
        }

        Quotes perpetual(double mark, double sure) {
            perpetualMark = mark;
            perpetualConfidence = sure;
            return this;
        }

        Quotes openInterest(double units) {
            openInterest = OptionalDouble.of(units);
            return this;
        }

        void forward(long seconds, double price, double rateAnnual, double sure) {
            forwards.put(
                    in(seconds),
                    new ForwardQuote(
                            price, OptionalDouble.of(rateAnnual), OptionalDouble.of(sure)));
        }

        /// Quotes an option, where it is not quoted yet, and returns it.
        Option option(long seconds, double strike, boolean isCall, double vol, double sure) {
            OptionRight right = isCall ? OptionRight.CALL : OptionRight.PUT;
            OptionQuote.Key key =
                    new OptionQuote.Key(in(seconds), strike, right, Settlement.LINEAR);
            options.putIfAbsent(
                    key,
                    new OptionQuote(
                            key,
                            OptionalDouble.of(vol),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            OptionalDouble.of(sure)));
            return new Option(
                    id, right, strike, in(seconds), Option.Style.EUROPEAN, Contract.LINEAR);
        }

        private Underlying underlying() {
            OptionalDouble mark =
                    perpetualMark > 0 ? OptionalDouble.of(perpetualMark) : OptionalDouble.empty();
            Reference reference =
                    new Reference(
                            spot,
                            OptionalDouble.of(0),
                            0,
                            new Reference.PerpetualQuote(
                                    mark,
                                    OptionalDouble.empty(),
                                    OptionalDouble.of(perpetualConfidence),
                                    openInterest),
                            OptionalDouble.of(confidence));
            return new Underlying(
                    id,
                    CURRENCY,
                    reference,
                    new ForwardCurve(forwards),
                    VolSurface.NONE,
                    Listings.ofChain(List.copyOf(options.values())));
        }
    }

    /// The instant so many seconds from now; what expires now does so at the next possible instant,
    /// as what has expired cannot be held.
    static Instant in(long seconds) {
        return seconds == 0 ? NOW.plusNanos(1) : NOW.plus(Duration.ofSeconds(seconds));
    }

    void add(Quotes quotes) {
        underlyings.add(quotes.underlying());
    }

    void stablePrice(double price) {
        stablePrice = price;
    }

    void hold(Instrument instrument, double quantity) {
        if (quantity != 0) positions.add(new Position(instrument, quantity));
    }

    void holdPerpetuals(String underlying, double quantity) {
        hold(new Perpetual(underlying, Contract.LINEAR), quantity);
    }

    void post(String asset, double quantity) {
        collateral.add(new Collateral(asset, quantity));
    }

    /// Posts an asset that is quoted in dollars.
    void post(String asset, double quantity, double price, double confidence) {
        Reference reference =
                new Reference(
                        price,
                        OptionalDouble.empty(),
                        0,
                        Reference.PerpetualQuote.NONE,
                        OptionalDouble.of(confidence));
        underlyings.add(
                new Underlying(
                        asset,
                        "USD",
                        reference,
                        ForwardCurve.NONE,
                        VolSurface.NONE,
                        Listings.NONE));
        post(asset, quantity);
    }

    void unrealised(double pnl) {
        unrealisedPnl += pnl;
    }

    /// What a model says of a case.
    ///
    /// @param arrays what it read
    /// @param margin the requirement
    /// @param equity what stands against it
    record Said(RiskArrays arrays, Portfolio portfolio, Margin margin, Equity equity) {
        double netInitial() {
            return equity.total() - margin.initial();
        }

        double netMaintenance() {
            return equity.maintenanceTotal() - margin.maintenance();
        }

        /// What a part comes to over all underlyings, before the factor.
        Margin.Component part(String name) {
            return part(name, "");
        }

        /// What a part comes to on one underlying, or on all where its id is empty.
        Margin.Component part(String name, String underlying) {
            double initial = 0;
            double maintenance = 0;
            double factor = 0;
            for (Margin.GroupMargin group : margin.groups()) {
                if (!(underlying.isEmpty() || group.underlying().equals(underlying))) continue;
                for (Margin.Component component : group.components()) {
                    if (!component.name().equals(name)) continue;
                    initial += component.initial();
                    maintenance += component.maintenance();
                    factor = component.initialFactor();
                }
            }
            return new Margin.Component(
                    name, Margin.Operator.SUM, initial, maintenance, true, factor, 1, false);
        }
    }

    /// What the model of a file says, named by its id.
    Said underFile(String id) {
        return under(ModelStore.packaged().find(id).orElseThrow().model());
    }

    /// What a model says that is composed for the case.
    Said under(String yaml) {
        return under(model(yaml));
    }

    private Said under(MarginModel model) {
        SortedMap<String, Underlying> byId = new TreeMap<>();
        underlyings.forEach(underlying -> byId.put(underlying.id(), underlying));
        Market market = new Market(NOW, byId, new TreeMap<>(Map.of()), stablePrice);
        Portfolio portfolio = new Portfolio(positions, collateral, List.of(), unrealisedPnl);
        RiskArrays arrays =
                Revaluation.of(market, model.grid(), model.valuation(), CURRENCY)
                        .arrays(model.instruments(portfolio));
        Margin margin = model.margin(arrays, portfolio);
        Equity equity = Equity.of(model.collateral(), market, portfolio, arrays);
        return new Said(arrays, portfolio, margin, equity);
    }

    /// The model whose grid, charges and collateral `yaml` states.
    static MarginModel model(String yaml) {
        String text =
                """
                id: case
                version: 1
                date: 2026-01-01
                title: The model of one case
                status: own
                sources: []
                shape: scan
                """
                        + yaml;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (ModelReader.read("case@1.yaml", bytes)) {
            case Reading.Value<StoredModel> read -> read.value().model();
            case Reading.Refused<StoredModel> refused ->
                    throw new IllegalArgumentException(
                            text, new BadModelsException(refused.faults()));
        };
    }
}
