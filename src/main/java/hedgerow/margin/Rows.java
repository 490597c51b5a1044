package hedgerow.margin;

import hedgerow.market.ForwardQuote;
import hedgerow.market.Lookup;
import hedgerow.market.OptionQuote;
import hedgerow.market.Underlying;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.pricing.RiskArrays;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What charges and adjustments ask of the rows, worked out once for all accounts.
final class Rows {
    private Rows() {}

    /// Units of the base currency in one contract of each row of one of `kinds`; zero for others.
    static double[] units(RiskArrays arrays, Set<Instrument.Kind> kinds) {
        double[] units = new double[arrays.instruments().size()];
        for (int row = 0; row < units.length; row++) {
            Instrument instrument = arrays.instruments().get(row);
            if (kinds.contains(instrument.kind())) {
                units[row] = units(instrument, arrays.columns().price()[row]);
            }
        }
        return units;
    }

    /// The same of every option.
    static double[] optionUnits(RiskArrays arrays) {
        return units(arrays, Set.of(Instrument.Kind.OPTION));
    }

    private static double units(Instrument instrument, double price) {
        return switch (instrument) {
            case Spot s -> s.contract().baseUnits(price);
            case Future f -> f.contract().baseUnits(price);
            case Perpetual p -> p.contract().baseUnits(price);
            case Option o -> o.contract().multiplier();
            case VarianceSwap _, ListedContract _ -> 0;
        };
    }

    /// Whether each row is an option.
    static boolean[] options(RiskArrays arrays) {
        List<Instrument> instruments = arrays.instruments();
        boolean[] options = new boolean[instruments.size()];
        for (int row = 0; row < options.length; row++) {
            options[row] = instruments.get(row) instanceof Option;
        }
        return options;
    }

    /// Whether each row is a perpetual.
    static boolean[] perpetuals(RiskArrays arrays) {
        List<Instrument> instruments = arrays.instruments();
        boolean[] perpetuals = new boolean[instruments.size()];
        for (int row = 0; row < perpetuals.length; row++) {
            perpetuals[row] = instruments.get(row) instanceof Perpetual;
        }
        return perpetuals;
    }

    /// A number for each row that options of one underlying, expiry and strike share, and no other
    /// row has; such options stand together.
    static int[] strikes(RiskArrays arrays) {
        List<Instrument> instruments = arrays.instruments();
        int[] strikes = new int[instruments.size()];
        for (int row = 1; row < strikes.length; row++) {
            boolean same =
                    arrays.expiryOf(row) == arrays.expiryOf(row - 1)
                            && instruments.get(row) instanceof Option option
                            && instruments.get(row - 1) instanceof Option before
                            && option.strike() == before.strike();
            strikes[row] = same ? strikes[row - 1] : strikes[row - 1] + 1;
        }
        return strikes;
    }

    /// The rate to each expiry, not below zero; zero for expiries without an option.
    ///
    /// @throws RefusedException where a rate that is needed is not in the market
    static double[] ratesOfExpiries(RiskArrays arrays) {
        boolean[] options = options(arrays);
        double[] rates = new double[arrays.expiries().size()];
        for (int row = 0; row < options.length; row++) {
            if (options[row]) rates[arrays.expiryOf(row)] = Math.max(0, rate(arrays, row));
        }
        return rates;
    }

    private static double rate(RiskArrays arrays, int row) {
        Instant expiry = arrays.instruments().get(row).maturity().orElseThrow();
        return found(arrays, row, underlying(arrays, row).rate(expiry));
    }

    /// One past the last leg that ends when the leg at `from` does.
    static int endOfExpiry(Group group, int from) {
        int expiry = group.arrays.expiryOf(group.rows[from]);
        int end = from + 1;
        while (end < group.to && group.arrays.expiryOf(group.rows[end]) == expiry) end++;
        return end;
    }

    /// Units of the margin currency for one of the currency that a row is quoted in.
    static double fx(RiskArrays arrays, int row) {
        Underlying underlying = underlying(arrays, row);
        return arrays.market()
                .rate(underlying.currency(), arrays.currency())
                .orElseThrow(() -> new IllegalStateException("no rate of " + underlying.id()));
    }

    /// The spot price of a row's underlying in the currency that it is quoted in.
    static double quotedSpot(RiskArrays arrays, int row) {
        return underlying(arrays, row).spot();
    }

    /// The price of a future, a perpetual or spot in the margin currency.
    static double mark(RiskArrays arrays, int row) {
        return arrays.columns().price()[row] * fx(arrays, row);
    }

    /// The forward price for the expiry of an option, in the currency that it is quoted in.
    static double forward(RiskArrays arrays, int row) {
        Instant expiry = arrays.instruments().get(row).maturity().orElseThrow();
        return found(arrays, row, underlying(arrays, row).forward(arrays.market().asOf(), expiry));
    }

    /// How sure the sources of a row's prices are: the least of spot's confidence, of the expiry's
    /// and of the option's own; one where none is stated.
    ///
    /// @param withPerpetual whether the perpetual's confidence counts too
    static double confidence(RiskArrays arrays, int row, boolean withPerpetual) {
        Underlying underlying = underlying(arrays, row);
        Instrument instrument = arrays.instruments().get(row);
        double least = underlying.reference().confidence().orElse(1);
        if (withPerpetual) {
            double own = underlying.reference().perpetual().confidence().orElse(1);
            least = Math.min(least, own);
        }
        Optional<ForwardQuote> forward =
                instrument.maturity().flatMap(underlying.forwards()::quote);
        if (forward.isPresent()) least = Math.min(least, forward.get().confidence().orElse(1));
        if (instrument instanceof Option option) {
            OptionQuote.Key key =
                    new OptionQuote.Key(
                            option.expiry(),
                            option.strike(),
                            option.right(),
                            option.contract().settlement());
            Optional<OptionQuote> quote = underlying.listings().quote(key);
            if (quote.isPresent()) least = Math.min(least, quote.get().confidence().orElse(1));
        }
        return least;
    }

    /// A row's underlying.
    static Underlying underlying(RiskArrays arrays, int row) {
        String id = arrays.instruments().get(row).underlying();
        return arrays.market().underlying(id).orElseThrow();
    }

    private static double found(RiskArrays arrays, int row, Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found found -> found.value();
            case Lookup.Missing missing -> {
                Instrument instrument = arrays.instruments().get(row);
                String detail = instrument.label() + ": " + missing.detail();
                throw new RefusedException(Refusal.of(missing.reason(), instrument, detail));
            }
        };
    }
}
