package hedgerow.store.span;

import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Tiers of one kind, in XML; a tier without months is all of them, and no tier.
record Tiered(List<Tier> tiers, OptionalDouble wholeRate) {
    private static final Period EARLIEST = Period.ofMonth(1000_01);
    private static final Period LATEST = Period.ofMonth(9999_12);

    static Tiered of(Element commodity, String name, int rate) {
        List<Tier> tiers = new ArrayList<>();
        OptionalDouble whole = OptionalDouble.empty();
        for (Element list : commodity.children(name)) {
            for (Element tier : list.children("tier")) {
                Period first = tier.period("sPe");
                Period last = tier.period("ePe");
                OptionalDouble own = tier.rate("rate", rate);
                if (first.isNone() && last.isNone()) {
                    whole = own;
                } else {
                    add(tiers, tier, first, last, own);
                }
            }
        }
        return new Tiered(tiers, whole);
    }

    private static void add(
            List<Tier> tiers, Element tier, Period first, Period last, OptionalDouble rate) {
        try {
            tiers.add(
                    new Tier(
                            tier.whole("tn", 0),
                            first.isNone() ? EARLIEST : first,
                            last.isNone() ? LATEST : last,
                            rate));
        } catch (IllegalArgumentException e) {
            tier.fault("a tier that can be: " + Line.reason(e));
        }
    }

    /// Whether there is a tier of that number.
    boolean has(int number) {
        return tiers.stream().anyMatch(tier -> tier.number() == number);
    }
}
