package hedgerow.portfolio;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A call or put on the underlying's forward for its expiry.
///
/// @param underlying the id of the underlying
/// @param right call or put
/// @param strike in the quote currency, positive
/// @param expiry the instant of expiry
/// @param style exercise, premium and what is delivered
/// @param contract size and settlement; the multiplier counts units of the base currency
public record Option(
        String underlying,
        OptionRight right,
        double strike,
        Instant expiry,
        Style style,
        Contract contract)
        implements Instrument {

    static final Comparator<Option> TERMS =
            Comparator.comparingDouble(Option::strike)
                    .thenComparing(Option::right)
                    .thenComparing(o -> o.style().exercise())
                    .thenComparing(o -> o.style().premium())
                    .thenComparing(o -> o.style().deliverable())
                    .thenComparing(Option::contract);

    /// How an option is exercised, paid for and delivered.
    ///
    /// @param exercise European or American
    /// @param premium paid up front or by variation margin
    /// @param deliverable the underlying or a future on it
    public record Style(Exercise exercise, PremiumStyle premium, Deliverable deliverable) {
        /// European, premium up front: the style of the crypto venues and of index options.
        public static final Style EUROPEAN =
                new Style(Exercise.EUROPEAN, PremiumStyle.PREMIUM, Deliverable.SPOT);

        /// American, premium up front, on the underlying: the style of listed equity options.
        public static final Style AMERICAN =
                new Style(Exercise.AMERICAN, PremiumStyle.PREMIUM, Deliverable.SPOT);
    }

    public Option {
        Require.text("underlying", underlying);
        Require.positive("strike", strike);
        if (contract.unit() != ContractUnit.BASE) {
            throw new IllegalArgumentException("option unit must be BASE, was QUOTE");
        }
        if (contract.settlement() == Settlement.INVERSE && style.exercise() == Exercise.AMERICAN) {
            throw new IllegalArgumentException("an inverse option must be EUROPEAN, was AMERICAN");
        }
        if (style.exercise() == Exercise.AMERICAN && style.premium() == PremiumStyle.FUTURES) {
            throw new IllegalArgumentException(
                    "an AMERICAN option must be PREMIUM style, was FUTURES: without a premium to"
                            + " invest it is never exercised early, so state it as EUROPEAN");
        }
    }

    @Override
    public Optional<Instant> maturity() {
        return Optional.of(expiry);
    }

    @Override
    public Kind kind() {
        return Kind.OPTION;
    }

    @Override
    public String label() {
        return underlying
                + " "
                + expiry
                + " "
                + Numbers.plain(strike)
                + " "
                + (right == OptionRight.CALL ? "call" : "put");
    }
}
