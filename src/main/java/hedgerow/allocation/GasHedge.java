package hedgerow.allocation;

import hedgerow.portfolio.Require;
import hedgerow.pricing.formula.Black76;

/// What gas costs in money, as it comes, locked by a future, and capped by a call.
///
/// `cost = gas * gwei * 1e-9 * price of the coin`. The cap is a call on the mean gas price of its
/// window, valued by Black-76 on the window's forward; where the window is long against what is
/// left until it opens, the mean moves less than the price and its vol is taken as that of an
/// average (its last observations weigh as much as its first):
///
/// ```
/// variance of the mean = vol^2 * (T0 + (T1 - T0) / 3)        window from T0 to T1
/// ```
///
/// Sources:
/// 1. EIP-1559: the base fee of a block moves by at most one eighth.
/// 2. F. Black, The pricing of commodity contracts, Journal of Financial Economics 3 (1976).
/// 3. A. Kemna, A. Vorst, A pricing method for options based on average asset values, Journal of
///    Banking and Finance 14 (1990) (the variance of a continuous average).
///
/// @param gasUnits gas to be paid for
/// @param coinPrice money per coin
public record GasHedge(double gasUnits, double coinPrice) {
    /// By how much the base fee moves from one block to the next, at most.
    public static final double MOST_MOVE_PER_BLOCK = 0.125;

    private static final double COINS_PER_GWEI = 1e-9;

    /// A call on the mean gas price of a window.
    ///
    /// @param forward gwei, of the window
    /// @param strike gwei
    /// @param vol annual, of the gas price
    /// @param opensYears until the window opens, not below zero
    /// @param closesYears until it closes and the cap settles, above zero
    public record Cap(
            double forward, double strike, double vol, double opensYears, double closesYears) {
        public Cap {
            Require.positive("forward", forward);
            Require.positive("strike", strike);
            Require.notNegative("vol", vol);
            Require.positive("closesYears", closesYears);
            Require.between("opensYears", opensYears, 0, closesYears);
        }

        /// Gwei per unit of gas.
        public double premium() {
            double years = opensYears + (closesYears - opensYears) / 3;
            return Black76.value(1, forward, strike, vol * Math.sqrt(years));
        }
    }

    public GasHedge {
        Require.notNegative("gasUnits", gasUnits);
        Require.positive("coinPrice", coinPrice);
    }

    /// What the gas costs at a price in gwei.
    public double cost(double gwei) {
        return gasUnits * gwei * COINS_PER_GWEI * coinPrice;
    }

    /// What the cap costs.
    public double premium(Cap cap) {
        return cost(cap.premium());
    }

    /// What the cap pays at a mean gas price.
    public double payoff(Cap cap, double gwei) {
        return cost(Math.max(0, gwei - cap.strike()));
    }

    /// Gas, less what the cap pays, and the cap itself.
    public double capped(Cap cap, double gwei) {
        return cost(gwei) - payoff(cap, gwei) + premium(cap);
    }

    /// The highest factor by which the base fee can have grown after so many blocks.
    public static double mostGrowth(int blocks) {
        return StrictMath.pow(1 + MOST_MOVE_PER_BLOCK, blocks);
    }

    /// The lowest factor to which it can have fallen.
    public static double mostFall(int blocks) {
        return StrictMath.pow(1 - MOST_MOVE_PER_BLOCK, blocks);
    }
}
