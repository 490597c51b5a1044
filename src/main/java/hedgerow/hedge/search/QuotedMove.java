package hedgerow.hedge.search;

import hedgerow.hedge.CurveAxis;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Underlying;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Numbers;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Require;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.MarketShift;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/// A whole market moved with its quotes, so that what could be traded there is known.
///
/// Every underlying moves as [MarketShift] says. An option that is quoted today is quoted there:
/// its mark is what it is worth, and bid and offer stay as far from it as they are from the mark
/// today, or from the middle where there is none. A price that would not be above zero is gone.
///
/// @param spotMove relative move of every spot price, above -1
/// @param volShock what happens to all implied vols
/// @param passed how much time passes, not negative
public record QuotedMove(double spotMove, VolShock volShock, Duration passed) {
    /// Nothing moves.
    public static final QuotedMove NONE = new QuotedMove(0, VolShock.NONE, Duration.ZERO);

    public QuotedMove {
        Require.finite("spotMove", spotMove);
        if (spotMove <= -1) {
            throw new IllegalArgumentException("spotMove must be above -1, was " + spotMove);
        }
        if (passed.isNegative()) {
            throw new IllegalArgumentException("passed must not be negative, was " + passed);
        }
    }

    /// The move in words, such as `spot -5 %, vol +10 points, 7 days later`.
    public String words() {
        return Scenario.of(spotMove, volShock).words()
                + ", "
                + Numbers.plain(CurveAxis.days(passed))
                + " days later";
    }

    /// The moved market.
    ///
    /// @param held what is held, which tells how options are noted that are quoted without
    public Market of(Market market, List<Instrument> held) {
        Market there = market;
        Duration time = passed;
        for (String id : market.underlyings().keySet()) {
            there = new MarketShift(id, spotMove, volShock, time).of(there);
            time = Duration.ZERO;
        }
        ListedOptions options = new ListedOptions(held);
        Market quoted = there;
        for (Underlying before : market.underlyings().values()) {
            quoted = quoted.with(quoted(before, there, options));
        }
        return quoted;
    }

    private static Underlying quoted(Underlying before, Market there, ListedOptions options) {
        Underlying after = there.underlying(before.id()).orElseThrow();
        Map<Instrument, OptionQuote> today = new HashMap<>();
        for (OptionQuote quote : before.listings().quotes().values()) {
            boolean lives = after.listings().quote(quote.key()).isPresent();
            if (lives && quote.fair().isPresent()) today.put(options.of(before.id(), quote), quote);
        }
        RiskArrays priced = priced(there, before.currency(), today.keySet());
        Map<OptionQuote.Key, OptionQuote> quotes = new HashMap<>(after.listings().quotes());
        for (Instrument option : priced.instruments()) {
            OptionQuote quote = Objects.requireNonNull(today.get(option));
            double price = priced.columns().price()[priced.row(option).orElseThrow()];
            quotes.computeIfPresent(quote.key(), (_, moved) -> at(price, moved, quote));
        }
        return after.with(new Listings(quotes, after.listings().arrays()));
    }

    /// What those of some options are worth that can be priced.
    private static RiskArrays priced(Market market, String currency, Set<Instrument> options) {
        try {
            return Revaluation.of(market, ScenarioGrid.EMPTY, 0, currency).arrays(options);
        } catch (RefusedException refused) {
            Set<Instrument> others = new HashSet<>(options);
            for (Refusal refusal : refused.refusals()) {
                refusal.instrument().ifPresent(others::remove);
            }
            if (others.size() == options.size()) throw refused;
            return priced(market, currency, others);
        }
    }

    private static OptionQuote at(double price, OptionQuote moved, OptionQuote today) {
        double by = price - today.fair().orElseThrow();
        return new OptionQuote(
                moved.key(),
                moved.vol(),
                OptionalDouble.of(price),
                moved(today.bid(), by),
                moved(today.ask(), by),
                moved.delta(),
                moved.confidence(),
                moved.listing());
    }

    private static OptionalDouble moved(OptionalDouble price, double by) {
        return price.isPresent() && price.getAsDouble() + by > 0
                ? OptionalDouble.of(price.getAsDouble() + by)
                : OptionalDouble.empty();
    }
}
