package hedgerow.pricing;

import hedgerow.market.Lookup;
import hedgerow.market.Lookup.Found;
import hedgerow.market.Lookup.Missing;
import hedgerow.market.Lookup.Source;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.PublishedArray;
import hedgerow.market.Underlying;
import hedgerow.market.Years;
import hedgerow.market.clearing.Contracts;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.portfolio.Deliverable;
import hedgerow.portfolio.Exercise;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Numbers;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.PremiumStyle;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.Refusal.Reason;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;
import hedgerow.scenario.Valuation.Sources;
import hedgerow.scenario.VolShock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Looks up, once, everything that pricing an instrument needs.
final class Resolver {
    /// An excess that is worth a note, as a fraction of the forward; smaller ones are rounding.
    private static final double NOTED_EXCESS = 1e-6;

    private final Market market;
    private final ScenarioGrid grid;
    private final Valuation valuation;
    private final String currency;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    Resolver(Market market, ScenarioGrid grid, Valuation valuation, String currency) {
        this.market = market;
        this.grid = grid;
        this.valuation = valuation;
        this.currency = currency;
    }

    /// The terms of each instrument, in order.
    ///
    /// @throws RefusedException with every reason, where any instrument cannot be priced
    List<Terms> resolve(List<Instrument> instruments) {
        List<Terms> terms = new ArrayList<>(instruments.size());
        for (Instrument instrument : instruments) {
            try {
                terms.add(terms(instrument));
            } catch (RefusedException refused) {
                refusals.addAll(refused.refusals());
            }
        }
        if (!refusals.isEmpty()) throw new RefusedException(refusals);
        return terms;
    }

    /// What was taken from elsewhere than a quote.
    List<Note> notes() {
        return notes;
    }

    private Terms terms(Instrument instrument) {
        if (instrument instanceof ListedContract listed && isPublished(listed)) {
            return published(listed, market.riskParameters().orElseThrow());
        }
        Underlying underlying = underlying(instrument);
        refuseExpired(instrument);
        double fx = fx(instrument, underlying.currency(), currency);
        double spot = underlying.spot();
        return switch (instrument) {
            case Spot s -> new Terms.Linear(s.contract(), spot, spot, true, 1, fx);
            case Future f -> {
                double price = forward(f, underlying, f.expiry());
                yield new Terms.Linear(f.contract(), price, spot, false, openShare(f.expiry()), fx);
            }
            case Perpetual p -> {
                double price = found(p, "price", underlying.perpetualMark());
                yield new Terms.Linear(p.contract(), price, spot, false, 1, fx);
            }
            case Option o -> option(o, underlying, fx);
            case VarianceSwap v -> swap(v, underlying, fx);
            case ListedContract l -> new Terms.Listed(array(l, underlying), fx);
        };
    }

    /// Whether a clearing house publishes arrays of the contract's combined commodity.
    private boolean isPublished(ListedContract listed) {
        return market.riskParameters().flatMap(p -> p.commodity(listed.underlying())).isPresent();
    }

    private Terms published(ListedContract listed, RiskParameters parameters) {
        OptionalInt contract = parameters.contractOf(listed);
        if (contract.isEmpty()) {
            throw refused(
                    listed,
                    Reason.MISSING_QUOTE,
                    "%s is not among the contracts that %s publishes for %s"
                            .formatted(
                                    listed.label(),
                                    parameters.publication().organisation(),
                                    parameters.publication().businessDate()));
        }
        String currency = parameters.commodity(listed.underlying()).orElseThrow().key().currency();
        return new Terms.Listed(
                array(listed, parameters.contracts(), contract.getAsInt(), currency),
                fx(listed, currency, this.currency));
    }

    /// The array in the currency of its combined commodity, its sign turned.
    private PublishedArray array(
            ListedContract listed, Contracts contracts, int contract, String currency) {
        double[] pnl = contracts.losses(contract);
        for (int s = 0; s < pnl.length; s++) pnl[s] = 0 - pnl[s];
        ProductFamily family = contracts.family(contract);
        double value =
                family.isPremiumStyle()
                        ? contracts.price(contract).orElse(0)
                                * contracts.series(contract).valueFactor()
                                * fx(listed, family.terms().currency(), currency)
                        : 0;
        double scaling = contracts.series(contract).scaling();
        return new PublishedArray(pnl, value, scaling * contracts.compositeDelta(contract));
    }

    private Underlying underlying(Instrument instrument) {
        return market.underlying(instrument.underlying())
                .orElseThrow(() ->
                        refused(
                                instrument,
                                Reason.UNKNOWN_UNDERLYING,
                                "underlying "
                                        + instrument.underlying()
                                        + " is not in the market, which holds "
                                        + market.underlyings().keySet()));
    }

    private void refuseExpired(Instrument instrument) {
        instrument
                .maturity()
                .filter(end -> !end.isAfter(market.asOf()))
                .ifPresent(end -> {
                    throw refused(
                            instrument,
                            Reason.EXPIRED,
                            instrument.label()
                                    + " expired at "
                                    + end
                                    + ", not after the market's asOf "
                                    + market.asOf());
                });
    }

    private double fx(Instrument instrument, String from, String to) {
        OptionalDouble rate = market.rate(from, to);
        if (rate.isPresent()) return rate.getAsDouble();
        OptionalDouble published =
                market.riskParameters()
                        .map(parameters -> parameters.rate(from, to))
                        .orElse(OptionalDouble.empty());
        if (published.isPresent()) return published.getAsDouble();
        throw refused(
                instrument,
                Reason.MISSING_FX_RATE,
                "fx rate " + from + "/" + to + " is not in the market");
    }

    private Terms option(Option option, Underlying underlying, double fx) {
        Lookup forwardQuote = forwardQuote(option, underlying);
        double forward = found(option, "forward", forwardQuote);
        double years = Years.between(market.asOf(), option.expiry());
        double vol = found(option, "vol", underlying.vol(market.asOf(), key(option)));
        boolean spotDelta =
                forwardQuote instanceof Found f
                        && f.source() == Source.COST_OF_CARRY
                        && option.style().deliverable() == Deliverable.SPOT;
        Terms.Vanilla vanilla =
                new Terms.Vanilla(
                        option.right(),
                        option.strike(),
                        forward,
                        spotDelta ? forward / underlying.spot() : 1,
                        vol,
                        horizon(years, discountRate(option, underlying)),
                        openShare(option.expiry()));
        refuse(option, PriceRange.refusal(vanilla));
        if (option.style().exercise() == Exercise.AMERICAN) {
            Terms.American american = american(option, underlying, vanilla, fx);
            refuse(option, PriceRange.refusal(american, highestVol(vanilla)));
            return american;
        }
        Terms.Shown shown = shown(option, underlying, vanilla);
        return new Terms.European(vanilla, option.contract(), underlying.spot(), shown, fx);
    }

    private Lookup forwardQuote(Option option, Underlying underlying) {
        return switch (valuation.sources().forwards()) {
            case LISTED -> underlying.forward(market.asOf(), option.expiry());
            case CARRY -> underlying.carriedForward(market.asOf(), option.expiry());
        };
    }

    private double openShare(Instant expiry) {
        return valuation.averaging().openShare(Years.seconds(market.asOf(), expiry));
    }

    private Terms.Horizon horizon(double years, double rateAnnual) {
        double then = Math.max(0, years - valuation.lookAheadDays() / 365);
        return new Terms.Horizon(
                years,
                StrictMath.exp(-rateAnnual * years),
                then,
                StrictMath.exp(-rateAnnual * then));
    }

    private static void refuse(Option option, Optional<String> reason) {
        reason.ifPresent(words -> {
            throw refused(option, Reason.NOT_PRICEABLE, option.label() + ": " + words);
        });
    }

    /// The highest vol that any scenario shocks an option to.
    private double highestVol(Terms.Vanilla vanilla) {
        double highest = vanilla.vol();
        for (Scenario scenario : grid.scenarios()) {
            VolShock shock = scenario.volShock();
            double shocked =
                    shock.shocked(vanilla.vol(), vanilla.logMoneyness(), vanilla.expiryYears());
            highest = Math.max(highest, shocked);
        }
        return highest;
    }

    /// The rate that the option's value is discounted at.
    private double discountRate(Option option, Underlying underlying) {
        boolean coins = option.contract().settlement() == Settlement.INVERSE;
        if (coins || option.style().premium() == PremiumStyle.FUTURES) return 0;
        return switch (valuation.formula().discounting()) {
            case RATE -> rate(option, underlying);
            case FLOORED -> Math.max(0, rate(option, underlying));
            case NONE -> 0;
        };
    }

    private double rate(Option option, Underlying underlying) {
        return found(option, "rate", underlying.rate(option.expiry()));
    }

    private Terms.American american(
            Option option, Underlying underlying, Terms.Vanilla vanilla, double fx) {
        double rate = rate(option, underlying);
        boolean onFuture = option.style().deliverable() == Deliverable.FUTURE;
        double spot = underlying.spot();
        return new Terms.American(
                vanilla,
                option.contract(),
                onFuture ? vanilla.forward() : spot,
                rate,
                onFuture ? rate : yieldAnnual(option, underlying, vanilla, rate),
                shown(option, underlying, vanilla),
                fx);
    }

    /// The yield as stated where the forward follows from it, else the one that the forward
    /// implies.
    private double yieldAnnual(
            Option option, Underlying underlying, Terms.Vanilla vanilla, double rateAnnual) {
        boolean stated =
                forwardQuote(option, underlying) instanceof Found forward
                        && forward.source() == Source.COST_OF_CARRY;
        if (stated) return underlying.reference().dividendYieldAnnual();
        double growth = vanilla.forward() / underlying.spot();
        return rateAnnual - StrictMath.log(growth) / vanilla.expiryYears();
    }

    private Terms.Shown shown(Option option, Underlying underlying, Terms.Vanilla vanilla) {
        Optional<OptionQuote> quote = underlying.listings().quote(key(option));
        OptionalDouble mark = quote.map(OptionQuote::mark).orElse(OptionalDouble.empty());
        OptionalDouble delta = quote.map(OptionQuote::delta).orElse(OptionalDouble.empty());
        OptionalDouble base = quoted(option, "mark", valuation.sources().base(), mark);
        return new Terms.Shown(
                base.isPresent() ? 0 : excess(option, mark, vanilla),
                base,
                quoted(option, "delta", valuation.sources().deltas(), delta));
    }

    /// A figure of the option's quote, where the model takes it from there.
    private static OptionalDouble quoted(
            Option option, String field, Sources.Origin origin, OptionalDouble figure) {
        return switch (origin) {
            case MODEL -> OptionalDouble.empty();
            case QUOTED -> {
                if (figure.isPresent()) yield figure;
                String detail = field + " of " + option.label() + " is not quoted";
                throw refused(option, Reason.MISSING_QUOTE, detail);
            }
        };
    }

    /// How far the quoted mark lies below intrinsic value, as a number not above zero; per unit.
    private double excess(Option option, OptionalDouble mark, Terms.Vanilla vanilla) {
        boolean american = option.style().exercise() == Exercise.AMERICAN;
        if (american || mark.isEmpty()) return 0;
        boolean coins = option.contract().settlement() == Settlement.INVERSE;
        double unit = coins ? 1 / vanilla.forward() : vanilla.discount();
        double inside = option.right().sign() * (vanilla.forward() - option.strike());
        double excess = Math.min(0, mark.getAsDouble() - Math.max(0, inside) * unit);
        if (excess < -NOTED_EXCESS * vanilla.forward() * unit) {
            notes.add(
                    new Note(
                            option,
                            "mark "
                                    + Numbers.plain(mark.getAsDouble())
                                    + " is below intrinsic value; the difference "
                                    + Numbers.plain(excess)
                                    + " is held constant"));
        }
        return excess;
    }

    private static OptionQuote.Key key(Option option) {
        return new OptionQuote.Key(
                option.expiry(), option.strike(), option.right(), option.contract().settlement());
    }

    private Terms swap(VarianceSwap swap, Underlying underlying, double fx) {
        VarianceSwap.Accrual accrual = swap.accrual();
        if (accrual.start().isAfter(market.asOf())) {
            throw refused(
                    swap,
                    Reason.NOT_PRICEABLE,
                    "start must not be after the market's asOf "
                            + market.asOf()
                            + ", was "
                            + accrual.start());
        }
        double years = Years.between(market.asOf(), accrual.expiry());
        double left = years / Years.between(accrual.start(), accrual.expiry());
        double rate = found(swap, "rate", underlying.rate(accrual.expiry()));
        Lookup fair = FairVariance.vol(underlying, market.asOf(), accrual.expiry());
        return new Terms.Swap(swap, found(swap, "vol", fair), left, horizon(years, rate), fx);
    }

    private PublishedArray array(ListedContract contract, Underlying underlying) {
        return underlying
                .listings()
                .array(contract.contractId())
                .orElseThrow(() ->
                        refused(
                                contract,
                                Reason.MISSING_QUOTE,
                                "no array is published for " + contract.label()));
    }

    private double forward(Instrument instrument, Underlying underlying, Instant expiry) {
        return found(instrument, "forward", underlying.forward(market.asOf(), expiry));
    }

    private double found(Instrument instrument, String field, Lookup lookup) {
        return switch (lookup) {
            case Found found -> {
                if (found.source() != Source.QUOTED && found.source() != Source.FLAT) {
                    notes.add(new Note(instrument, field + " " + found.source().words()));
                }
                yield found.value();
            }
            case Missing missing ->
                    throw refused(
                            instrument,
                            missing.reason(),
                            field + " of " + instrument.label() + ": " + missing.detail());
        };
    }

    private static RefusedException refused(Instrument instrument, Reason reason, String detail) {
        return new RefusedException(Refusal.of(reason, instrument, detail));
    }
}
