package hedgerow.hedge;

import hedgerow.margin.CollateralPrices;
import hedgerow.margin.Equity;
import hedgerow.margin.MarginModel;
import hedgerow.margin.MarginReader;
import hedgerow.margin.Requirement;
import hedgerow.market.Market;
import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.MarketShift;
import hedgerow.scenario.VolShock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// An account carried into moved markets: what it has gained there, owns and must post.
///
/// Each moved market is revalued and margined as any other is. A leg that expires on the way
/// settles at the moved spot price of its expiry: its payoff is gained or lost for good, and it
/// covers nothing afterwards. Profits in coins are valued at the moved spot price. Collateral that
/// moves with an underlying moves in proportion, by whatever id it is quoted. Financing, funding
/// and trades on the way are not counted.
public final class MovingAccount {
    private final Market market;
    private final MarginModel model;
    private final Portfolio portfolio;
    private final RiskArrays now;
    private final double equity;
    private final double collateral;

    private MovingAccount(
            Market market, MarginModel model, Portfolio portfolio, RiskArrays now, double equity) {
        this.market = market.quotingOnly(portfolio.instruments());
        this.model = model;
        this.portfolio = portfolio;
        this.now = now;
        this.equity = equity;
        this.collateral = collateral(market);
    }

    /// An account in the market of today.
    ///
    /// @param now arrays of that market, of every instrument of the portfolio, in the margin
    ///   currency
    /// @throws RefusedException where a contract has a published array, which cannot be repriced
    public static MovingAccount of(
            Market market, MarginModel model, Portfolio portfolio, RiskArrays now) {
        refuse(
                portfolio,
                instrument -> instrument instanceof ListedContract,
                "has a published array, which cannot be repriced in a moved market");
        double equity = Equity.of(model.collateral(), market, portfolio, now).maintenanceTotal();
        return new MovingAccount(market, model, portfolio, now, equity);
    }

    /// Where an account stands in a moved market; amounts in the margin currency.
    ///
    /// @param valuedAt the instant of the moved market
    /// @param pnl what the positions have gained from today, settled legs included
    /// @param equity what counts against maintenance margin: that of today, with the gain and with
    ///   the collateral at its moved value
    /// @param initial initial margin of the legs that are left
    /// @param maintenance maintenance margin of the legs that are left
    public record Standing(
            Instant valuedAt, double pnl, double equity, double initial, double maintenance) {
        /// Equity less maintenance margin; below zero the account may be liquidated.
        public double excess() {
            return equity - maintenance;
        }
    }

    /// What is held.
    public Portfolio portfolio() {
        return portfolio;
    }

    /// The market of today.
    public Market market() {
        return market;
    }

    /// What the positions are worth today; zero for futures.
    public double value() {
        double value = 0;
        for (Position position : portfolio.positions()) {
            int row = now.row(position.instrument()).orElseThrow();
            value += position.quantity() * now.columns().value()[row];
        }
        return value;
    }

    /// The positions that expire at or before an instant.
    public List<Position> settledBy(Instant instant) {
        return portfolio.positions().stream()
                .filter(position -> !isLive(position.instrument(), instant))
                .toList();
    }

    /// Where the account stands after a shift.
    ///
    /// @throws RefusedException where the moved market cannot price what is held, or time passes
    ///   and a variance swap is held, since what is realised on the way is not known
    public Standing at(MarketShift shift) {
        if (!shift.passed().isZero()) {
            refuse(
                    portfolio,
                    instrument -> instrument instanceof VarianceSwap,
                    "depends on what is realised on the way, which is not known");
        }
        Market moved = moved(shift);
        Portfolio live = live(moved.asOf());
        RiskArrays there =
                Revaluation.of(moved, model.grid(), model.valuation(), now.currency())
                        .arrays(model.instruments(live));
        MarginReader reader = model.on(there);
        Requirement requirement = new Requirement();
        reader.read(reader.hold(live), reader.scratch(), requirement);
        double pnl = 0;
        for (Position position : portfolio.positions()) {
            pnl += position.quantity() * profit(position.instrument(), there, moved);
        }
        return new Standing(
                moved.asOf(),
                pnl,
                equity + pnl + collateral(moved) - collateral,
                requirement.initial(),
                requirement.maintenance());
    }

    /// The market after a shift, with what is posted and moves with the underlying moved too.
    private Market moved(MarketShift shift) {
        Market moved = shift.of(market);
        Set<String> along = new TreeSet<>();
        for (Collateral held : portfolio.collateral()) {
            model.collateral()
                    .movesWith(held.asset())
                    .filter(shift.underlying()::equals)
                    .ifPresent(_ -> along.add(held.asset()));
        }
        along.remove(shift.underlying());
        for (String asset : along) {
            MarketShift same =
                    new MarketShift(asset, shift.spotMove(), VolShock.NONE, Duration.ZERO);
            moved =
                    moved.underlying(asset).isPresent()
                            ? same.of(moved)
                            : atRates(moved, asset, 1 + shift.spotMove());
        }
        return moved;
    }

    /// The market with an asset that is quoted as a currency worth `factor` times as much.
    private static Market atRates(Market market, String asset, double factor) {
        SortedMap<String, Double> fx = new TreeMap<>(market.fx());
        fx.replaceAll((pair, rate) ->
                pair.startsWith(asset + "/")
                        ? rate * factor
                        : pair.endsWith("/" + asset) ? rate / factor : rate);
        return new Market(
                market.asOf(),
                market.underlyings(),
                fx,
                market.stablePrice(),
                market.riskParameters());
    }

    private double collateral(Market at) {
        CollateralPrices prices = CollateralPrices.of(model.collateral(), at, now.currency());
        double sum = 0;
        for (Collateral held : portfolio.collateral()) sum += prices.asset(held).maintenanceValue();
        return sum;
    }

    private Portfolio live(Instant at) {
        List<Position> positions =
                portfolio.positions().stream().filter(p -> isLive(p.instrument(), at)).toList();
        List<Order> orders =
                portfolio.orders().stream().filter(o -> isLive(o.instrument(), at)).toList();
        return new Portfolio(positions, portfolio.collateral(), orders, portfolio.unrealisedPnl());
    }

    private static boolean isLive(Instrument instrument, Instant at) {
        return instrument.maturity().map(end -> end.isAfter(at)).orElse(true);
    }

    /// What one contract held long gains from today until the moved market.
    private double profit(Instrument instrument, RiskArrays there, Market moved) {
        int row = now.row(instrument).orElseThrow();
        double value = now.columns().value()[row];
        double price = now.columns().price()[row];
        double spot = moved.underlying(instrument.underlying()).orElseThrow().spot();
        double fx = now.runs().get(now.runOf(row)).spot() / spotNow(instrument);
        boolean live = isLive(instrument, moved.asOf());
        int rowThere = live ? there.row(instrument).orElseThrow() : -1;
        double last = live ? there.columns().price()[rowThere] : spot;
        return switch (instrument) {
            case Future f -> variation(f.contract(), price, last, spot) * fx;
            case Perpetual p -> variation(p.contract(), price, last, spot) * fx;
            case Option o ->
                    (live ? there.columns().value()[rowThere] : payoff(o, spot) * fx) - value;
            case Spot _, VarianceSwap _ -> there.columns().value()[rowThere] - value;
            case ListedContract l ->
                    throw new IllegalArgumentException(l.label() + " cannot be repriced");
        };
    }

    private double spotNow(Instrument instrument) {
        return market.underlying(instrument.underlying()).orElseThrow().spot();
    }

    /// What a future gains, in the quote currency, when its price goes from one to another.
    private static double variation(Contract contract, double from, double to, double spot) {
        double units = contract.baseUnits(from);
        return contract.settlement() == Settlement.INVERSE
                ? units * (1 - from / to) * spot
                : units * (to - from);
    }

    private static double payoff(Option option, double spot) {
        double inside = option.right().sign() * (spot - option.strike());
        return option.contract().multiplier() * Math.max(0, inside);
    }

    private static void refuse(Portfolio portfolio, Predicate<Instrument> which, String why) {
        List<Refusal> refusals =
                portfolio.instruments().stream()
                        .filter(which)
                        .map(instrument ->
                                Refusal.of(
                                        Refusal.Reason.NOT_PRICEABLE,
                                        instrument,
                                        instrument.label() + " " + why))
                        .toList();
        if (!refusals.isEmpty()) throw new RefusedException(refusals);
    }
}
