package hedgerow.portfolio;

import java.util.Optional;

/// Why something that was understood cannot be done for a caller.
///
/// @param reason the kind of refusal
/// @param instrument what it concerns, where it concerns one instrument
/// @param detail the field, the value and what is allowed, in one sentence
public record Refusal(Reason reason, Optional<Instrument> instrument, String detail) {

    /// A refusal that concerns one instrument.
    public static Refusal of(Reason reason, Instrument instrument, String detail) {
        return new Refusal(reason, Optional.of(instrument), detail);
    }

    /// A refusal that concerns the request as a whole.
    public static Refusal of(Reason reason, String detail) {
        return new Refusal(reason, Optional.empty(), detail);
    }

    /// The kinds of refusal, each with when it is used.
    public enum Reason {
        /// The market holds no such underlying.
        UNKNOWN_UNDERLYING,
        /// A forward, a vol, a mark, a rate or a published array that is needed is not in the
        /// market.
        MISSING_QUOTE,
        /// The nearest quotes are too far away to extrapolate from.
        BEYOND_QUOTES,
        /// The contract ended at or before the market's as-of instant.
        EXPIRED,
        /// The model has no rule for this kind of instrument, collateral or order.
        NOT_COVERED,
        /// Amounts in several currencies, and no rate between them.
        MISSING_FX_RATE,
        /// The pricer cannot value the contract with these inputs.
        NOT_PRICEABLE,
        /// The result is too large to be a number.
        OVERFLOW
    }
}
