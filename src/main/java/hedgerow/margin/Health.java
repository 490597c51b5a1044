package hedgerow.margin;

import hedgerow.portfolio.Require;
import java.util.OptionalDouble;

/// How a lending venue tells whether an account can be liquidated: what its collateral counts for
/// against what it owes.
///
/// ```
/// weighted = sum of assets less their maintenance haircuts, and unrealised gains
/// owed     = minimum + maintenance margin + debts, and unrealised losses
/// ```
///
/// Sources: Aave v3, health factor (weighted over owed, liquidated below 1); Hyperliquid, portfolio
/// margin ratio (owed over weighted, with a minimum of 20 USDC, liquidated above 0.95).
///
/// @param measure which ratio is told
/// @param limit where the account can be liquidated
/// @param minimum what is owed at least, in the margin currency
public record Health(Measure measure, double limit, double minimum) {
    /// Which ratio is told.
    public enum Measure {
        /// Weighted collateral over what is owed: more is better.
        COLLATERAL,
        /// What is owed over weighted collateral: less is better.
        DEBT
    }

    public Health {
        Require.positive("limit", limit);
        Require.notNegative("minimum", minimum);
    }

    /// Where an account stands.
    ///
    /// @param weighted what the collateral counts for
    /// @param owed debts and margin
    /// @param ratio the ratio that the venue tells; empty where it has no number
    /// @param isHealthy whether it cannot be liquidated
    public record Standing(double weighted, double owed, OptionalDouble ratio, boolean isHealthy) {}

    /// Where an account with this equity and this maintenance margin stands.
    public Standing of(Equity equity, double maintenance) {
        double gains = Math.max(0, equity.unrealisedPnl()) + Math.max(0, equity.optionValue());
        double losses = Math.max(0, -equity.unrealisedPnl()) + Math.max(0, -equity.optionValue());
        double weighted =
                gains
                        + Sums.ofSorted(
                                equity.assets().stream()
                                        .mapToDouble(a -> Math.max(0, a.maintenanceValue())));
        double owed =
                minimum
                        + maintenance
                        + losses
                        + Sums.ofSorted(
                                equity.assets().stream()
                                        .mapToDouble(a -> Math.max(0, -a.maintenanceValue())));
        return switch (measure) {
            case COLLATERAL ->
                    new Standing(weighted, owed, ratio(weighted, owed), weighted >= limit * owed);
            case DEBT ->
                    new Standing(weighted, owed, ratio(owed, weighted), owed <= limit * weighted);
        };
    }

    private static OptionalDouble ratio(double above, double below) {
        return below > 0 ? OptionalDouble.of(above / below) : OptionalDouble.empty();
    }
}
