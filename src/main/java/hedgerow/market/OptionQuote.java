package hedgerow.market;

import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Require;
import hedgerow.portfolio.Settlement;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// One line of an option chain.
///
/// Prices are per unit of the underlying: in the coin for an inverse option, else in the quote
/// currency.
///
/// @param key which option is quoted
/// @param vol implied vol of the mark, annualised
/// @param mark the venue's mark
/// @param bid best bid
/// @param ask best offer
/// @param delta the venue's delta, per unit of the underlying
/// @param confidence how sure the source of the vol is, from 0 to 1
/// @param listing how the option is listed, and how much of it is held and traded
public record OptionQuote(
        Key key,
        OptionalDouble vol,
        OptionalDouble mark,
        OptionalDouble bid,
        OptionalDouble ask,
        OptionalDouble delta,
        OptionalDouble confidence,
        Listing listing) {
    /// A quote of which the listing is not known.
    public OptionQuote(
            Key key,
            OptionalDouble vol,
            OptionalDouble mark,
            OptionalDouble bid,
            OptionalDouble ask,
            OptionalDouble delta,
            OptionalDouble confidence) {
        this(key, vol, mark, bid, ask, delta, confidence, Listing.UNKNOWN);
    }

    /// A vol and prices alone.
    public OptionQuote(
            Key key,
            OptionalDouble vol,
            OptionalDouble mark,
            OptionalDouble bid,
            OptionalDouble ask) {
        this(key, vol, mark, bid, ask, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /// The same quote with another vol.
    public OptionQuote withVol(OptionalDouble other) {
        return new OptionQuote(key, other, mark, bid, ask, delta, confidence, listing);
    }

    /// What is taken to be the fair price: the mark, else the middle of bid and offer; empty where
    /// there is neither.
    public OptionalDouble fair() {
        if (mark.isPresent() || bid.isEmpty() || ask.isEmpty()) return mark;
        return OptionalDouble.of((bid.getAsDouble() + ask.getAsDouble()) / 2);
    }

    /// The same quote, listed so.
    public OptionQuote listed(Listing other) {
        return new OptionQuote(key, vol, mark, bid, ask, delta, confidence, other);
    }

    /// How an option is listed, and how much of it is held and traded.
    ///
    /// @param notation exercise and size of one contract, where they are known
    /// @param openInterest what is held by all, as the venue counts it
    /// @param volume what was traded in the last day, as the venue counts it
    public record Listing(
            Optional<Notation> notation, OptionalDouble openInterest, OptionalDouble volume) {
        /// Nothing is known.
        public static final Listing UNKNOWN =
                new Listing(Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    /// What one contract is, beside what the key says.
    ///
    /// @param style exercise, premium and what is delivered
    /// @param multiplier units of the underlying in one contract
    public record Notation(Option.Style style, double multiplier) {
        /// European and of one unit.
        public static final Notation STANDARD = new Notation(Option.Style.EUROPEAN, 1);

        public Notation {
            Require.positive("multiplier", multiplier);
        }

        /// The notation of an option.
        public static Notation of(Option option) {
            return new Notation(option.style(), option.contract().multiplier());
        }
    }

    /// Which option a quote is for.
    ///
    /// @param expiry the instant of expiry
    /// @param strike in the quote currency
    /// @param right call or put
    /// @param settlement linear or inverse
    public record Key(Instant expiry, double strike, OptionRight right, Settlement settlement) {
        /// The option on an underlying in a notation.
        public Option option(String underlying, Notation notation) {
            Contract contract = Contract.of(settlement, notation.multiplier());
            return new Option(underlying, right, strike, expiry, notation.style(), contract);
        }

        /// The key under which an option is quoted.
        public static Key of(Option option) {
            return new Key(
                    option.expiry(),
                    option.strike(),
                    option.right(),
                    option.contract().settlement());
        }
    }
}
