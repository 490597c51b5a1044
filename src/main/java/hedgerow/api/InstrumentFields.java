package hedgerow.api;

import hedgerow.api.body.InstrumentBody;
import hedgerow.api.body.InstrumentBody.Type;
import hedgerow.portfolio.Settlement;
import hedgerow.store.Fault;
import hedgerow.store.Faults;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields of an instrument beside its type and underlying: which types need them, and which may
/// have them.
enum InstrumentFields {
    RIGHT("right", InstrumentBody::right, EnumSet.of(Type.OPTION), none()),
    STRIKE("strike", InstrumentBody::strike, EnumSet.of(Type.OPTION), none()),
    EXPIRY(
            "expiry",
            InstrumentBody::expiry,
            EnumSet.of(Type.FUTURE, Type.OPTION, Type.VARIANCE_SWAP, Type.VOLATILITY_SWAP),
            none()),
    STYLE("style", InstrumentBody::style, none(), EnumSet.of(Type.OPTION)),
    SETTLEMENT(
            "settlement",
            body -> body.settlement() == null ? null : words(body.settlement()),
            none(),
            EnumSet.of(Type.SPOT, Type.FUTURE, Type.PERPETUAL, Type.OPTION)),
    PREMIUM("premium", InstrumentBody::premium, none(), EnumSet.of(Type.OPTION)),
    DELIVERABLE("deliverable", InstrumentBody::deliverable, none(), EnumSet.of(Type.OPTION)),
    MULTIPLIER(
            "multiplier",
            InstrumentBody::multiplier,
            none(),
            EnumSet.complementOf(EnumSet.of(Type.LISTED))),
    UNIT(
            "unit",
            InstrumentBody::unit,
            none(),
            EnumSet.of(Type.SPOT, Type.FUTURE, Type.PERPETUAL, Type.OPTION)),
    CURRENCY("currency", InstrumentBody::currency, none(), EnumSet.allOf(Type.class)),
    STRIKE_VOL("strikeVol", InstrumentBody::strikeVol, swaps(), none()),
    START("start", InstrumentBody::start, swaps(), none()),
    REALISED_VOL("realisedVol", InstrumentBody::realisedVol, none(), swaps()),
    CONTRACT("contract", InstrumentBody::contract, EnumSet.of(Type.LISTED), none());

    private final String field;
    private final Function<InstrumentBody, @Nullable Object> value;
    private final Set<Type> neededBy;
    private final Set<Type> allowedFor;

    InstrumentFields(
            String field,
            Function<InstrumentBody, @Nullable Object> value,
            Set<Type> neededBy,
            Set<Type> allowedFor) {
        this.field = field;
        this.value = value;
        this.neededBy = neededBy;
        this.allowedFor = allowedFor;
    }

    private static Set<Type> none() {
        return EnumSet.noneOf(Type.class);
    }

    private static Set<Type> swaps() {
        return EnumSet.of(Type.VARIANCE_SWAP, Type.VOLATILITY_SWAP);
    }

    /// Adds a fault for each field that the type needs and that is missing, and for each that it
    /// does not have; true where nothing that is needed is missing.
    static boolean check(InstrumentBody body, Type type, String pointer, Faults faults) {
        boolean complete = true;
        for (InstrumentFields field : values()) {
            Object sent = field.value.apply(body);
            String place = pointer + "/" + field.field;
            if (sent == null && field.neededBy.contains(type)) {
                faults.add(Fault.missing(place, "a value: this field is required " + of(type)));
                complete = false;
            } else if (sent != null && !field.fits(type)) {
                faults.add(place, words(sent), "nothing: there is no such field " + of(type));
            }
        }
        return complete && fitsOptionUnit(body, type, pointer, faults);
    }

    private boolean fits(Type type) {
        return neededBy.contains(type) || allowedFor.contains(type);
    }

    /// Only inverse futures and perpetuals count in the quote currency; spot is linear.
    private static boolean fitsOptionUnit(
            InstrumentBody body, Type type, String pointer, Faults faults) {
        boolean quote = body.unit() == InstrumentBody.Unit.QUOTE;
        if (quote && (type == Type.OPTION || type == Type.SPOT)) {
            faults.add(pointer + "/unit", "quote", "base " + of(type));
            return false;
        }
        if (type == Type.SPOT && body.settlement() == Settlement.INVERSE) {
            faults.add(pointer + "/settlement", "inverse", "linear " + of(type));
            return false;
        }
        return true;
    }

    private static String of(Type type) {
        return switch (type) {
            case SPOT -> "for spot";
            case FUTURE -> "for a future";
            case PERPETUAL -> "for a perpetual";
            case OPTION -> "for an option";
            case VARIANCE_SWAP -> "for a variance swap";
            case VOLATILITY_SWAP -> "for a volatility swap";
            case LISTED -> "for a listed contract";
        };
    }

    private static String words(Object sent) {
        return sent instanceof Enum<?> word
                ? word.name().toLowerCase(Locale.ROOT)
                : sent.toString();
    }
}
