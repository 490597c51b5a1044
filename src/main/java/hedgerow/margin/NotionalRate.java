package hedgerow.margin;

import hedgerow.portfolio.Instrument.Kind;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// A rate on the size of every position of some kinds, long or short, at the price of spot or at
/// the contract's own.
///
/// Sources: Derive, "Portfolio margin", perpetual contingency (4 % and 3 % of spot), and "Standard
/// margin", perpetuals (rates on the mark); Paradex, "Cross margin requirement", perpetuals (orders
/// by side); Synthetix, perps market, minimum ratio.
///
/// @param kinds which instruments
/// @param at the price that sizes are valued at
/// @param initialRate fraction of the notional in initial margin
/// @param maintenanceRate fraction of the notional in maintenance margin
/// @param orders how open orders count
public record NotionalRate(
        Set<Kind> kinds, At at, double initialRate, double maintenanceRate, OrderCount orders)
        implements Charge {
    /// The price that sizes are valued at.
    public enum At {
        SPOT,
        MARK
    }

    public NotionalRate {
        kinds = Set.copyOf(kinds);
        if (at == At.MARK && kinds.contains(Kind.OPTION)) {
            throw new IllegalArgumentException("options must be valued at SPOT, was MARK");
        }
        Require.notNegative("initialRate", initialRate);
        Require.notNegative("maintenanceRate", maintenanceRate);
    }

    /// A rate on every order in full.
    public NotionalRate(Set<Kind> kinds, At at, double initialRate, double maintenanceRate) {
        this(kinds, at, initialRate, maintenanceRate, OrderCount.EACH);
    }

    @Override
    public String name() {
        return Arrays.stream(Kind.values())
                        .filter(kinds::contains)
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(" and "))
                + " rate";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] notional = notional(arrays);
        return switch (orders) {
            case EACH -> each(notional);
            case SIDE ->
                    OpenSizes.alike(times(initialRate, notional), times(maintenanceRate, notional));
        };
    }

    private static double[] times(double rate, double[] notional) {
        return Arrays.stream(notional).map(n -> rate * n).toArray();
    }

    private Reader each(double[] notional) {
        return (group, out) -> {
            double held = 0;
            for (int i = group.from; i < group.to; i++) {
                held += Math.abs(group.quantities[i]) * notional[group.rows[i]];
            }
            double ordered = 0;
            for (int i = group.orderFrom; i < group.orderTo; i++) {
                ordered +=
                        Math.abs(group.orders.quantities()[i]) * notional[group.orders.rows()[i]];
            }
            out.set((held + ordered) * initialRate, held * maintenanceRate);
        };
    }

    /// What one contract of each row is worth in the margin currency, if it were bought outright.
    private double[] notional(RiskArrays arrays) {
        double[] units = Rows.units(arrays, kinds);
        double[] notional = new double[units.length];
        for (int row = 0; row < units.length; row++) {
            double price =
                    switch (at) {
                        case SPOT -> arrays.runs().get(arrays.runOf(row)).spot();
                        case MARK -> Rows.mark(arrays, row);
                    };
            notional[row] = units[row] * price;
        }
        return notional;
    }
}
