package hedgerow.margin;

import hedgerow.market.Market;
import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.PremiumStyle;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.List;

/// What an account owns that counts against its requirement, in the margin currency.
///
/// `total = sum of assets + unrealised P&L + option value`, where option value is the market value
/// of options whose premium was paid up front, and of listed contracts, under a model that counts
/// it; else zero.
///
/// Under a model with two haircuts an asset there are two totals: `total` counts against initial
/// margin and `maintenanceTotal` against maintenance margin.
///
/// @param total the sum of the parts; below zero where the account owes more than it owns
/// @param maintenanceTotal the same with the haircuts of maintenance margin
/// @param assets each collateral asset at the value that counts, in the caller's order
/// @param unrealisedPnl profit not yet settled, as the caller states it
/// @param optionValue what options are worth, where that counts
public record Equity(
        double total,
        double maintenanceTotal,
        List<Asset> assets,
        double unrealisedPnl,
        double optionValue) {
    public Equity {
        assets = List.copyOf(assets);
    }

    /// One collateral asset.
    ///
    /// @param held the asset and its quantity
    /// @param price the market value of one unit
    /// @param haircut the fraction taken off; zero for a debt, which counts in full
    /// @param value what the holding counts for
    /// @param maintenanceHaircut the fraction taken off against maintenance margin
    /// @param maintenanceValue what the holding counts for against maintenance margin
    public record Asset(
            Collateral held,
            double price,
            double haircut,
            double value,
            double maintenanceHaircut,
            double maintenanceValue) {}

    /// The equity of a portfolio.
    ///
    /// @param arrays hold every instrument of it
    /// @throws RefusedException with every reason, where an asset is not accepted or has no price
    public static Equity of(
            CollateralRule rule, Market market, Portfolio portfolio, RiskArrays arrays) {
        CollateralPrices prices =
                CollateralPrices.of(rule.of(portfolio.collateral()), market, arrays.currency());
        List<Asset> assets = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Collateral held : portfolio.collateral()) {
            try {
                assets.add(prices.asset(held));
            } catch (RefusedException refused) {
                refusals.addAll(refused.refusals());
            }
        }
        if (!refusals.isEmpty()) throw new RefusedException(refusals);
        double options = rule.optionValueCounts() ? optionValue(portfolio, arrays) : 0;
        double posted = Sums.ofSorted(assets.stream().mapToDouble(Asset::value));
        double kept = Sums.ofSorted(assets.stream().mapToDouble(Asset::maintenanceValue));
        double rest = portfolio.unrealisedPnl();
        return new Equity(posted + rest + options, kept + rest + options, assets, rest, options);
    }

    private static double optionValue(Portfolio portfolio, RiskArrays arrays) {
        List<Position> positions = portfolio.positions();
        return Sums.ofSorted(
                positions.stream()
                        .filter(position -> isOwned(position.instrument()))
                        .mapToDouble(position -> value(position, arrays)));
    }

    private static double value(Position position, RiskArrays arrays) {
        int row = Holding.row(arrays, position.instrument());
        return position.quantity() * arrays.columns().value()[row];
    }

    private static boolean isOwned(Instrument instrument) {
        return switch (instrument) {
            case Option option -> option.style().premium() == PremiumStyle.PREMIUM;
            case ListedContract _ -> true;
            case Spot _, Future _, Perpetual _, VarianceSwap _ -> false;
        };
    }
}
