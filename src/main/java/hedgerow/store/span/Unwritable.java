package hedgerow.store.span;

import hedgerow.market.clearing.CombinedCommodity;

/// What a file format cannot hold.
public final class Unwritable extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    Unwritable(String what, String value, String allowed) {
        super("%s must be %s in this format, was %s".formatted(what, allowed, value));
    }

    /// Refuses a combined commodity of which no format holds everything.
    static void refuse(CombinedCommodity commodity) {
        String code = commodity.code();
        if (!commodity.charges().strategySpreads().isEmpty()) {
            throw new Unwritable("strategy spreads of " + code, "present", "none");
        }
        if (commodity.credit().correlation().isPresent()) {
            throw new Unwritable("correlation of " + code, "present", "none");
        }
        if (commodity.charges().multiplier() != 1) {
            throw new Unwritable(
                    "multiplier of " + code, "" + commodity.charges().multiplier(), "1");
        }
    }
}
