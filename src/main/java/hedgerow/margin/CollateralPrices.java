package hedgerow.margin;

import hedgerow.margin.CollateralRule.Haircut;
import hedgerow.market.Market;
import hedgerow.market.Underlying;
import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.Refusal.Reason;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What collateral assets count for under one model, in one market and one margin currency.
///
/// The margin currency itself counts at par where the model accepts it. Dollars are dollars, other
/// stablecoins are worth the market's stablecoin price in dollars, without a haircut. Any other
/// accepted asset is worth the spot price of the underlying of that id, or its currency rate, less
/// its haircut. A debt counts in full: a haircut never makes it smaller.
public final class CollateralPrices {
    private static final String DOLLAR = "USD";

    private final CollateralRule rule;
    private final Market market;
    private final String currency;

    private CollateralPrices(CollateralRule rule, Market market, String currency) {
        this.rule = rule;
        this.market = market;
        this.currency = currency;
    }

    /// The prices of `market` under `rule`, in `currency`.
    public static CollateralPrices of(CollateralRule rule, Market market, String currency) {
        return new CollateralPrices(rule, market, currency);
    }

    /// What one holding counts for.
    ///
    /// @throws RefusedException where the model does not accept the asset, or the market cannot
    ///   price it
    public Equity.Asset asset(Collateral held) {
        Haircut haircut = haircut(held.asset());
        double price = price(held.asset());
        double worth = held.quantity() * price;
        boolean owed = held.quantity() < 0;
        double initial = owed ? 0 : haircut.initial() + unsure(held.asset());
        double maintenance = owed ? 0 : haircut.maintenance();
        double value = worth * (1 - initial);
        double maintenanceValue = worth * (1 - maintenance);
        if (!Double.isFinite(value) || !Double.isFinite(maintenanceValue)) {
            throw refused(Reason.OVERFLOW, held.asset() + " is worth too much to be a number");
        }
        return new Equity.Asset(held, price, initial, value, maintenance, maintenanceValue);
    }

    private Haircut haircut(String asset) {
        Haircut haircut = rule.haircuts().get(asset);
        if (haircut != null) return haircut;
        if (rule.stablecoins().contains(asset)) return Haircut.of(0);
        throw refused(
                Reason.NOT_COVERED,
                asset
                        + " is not accepted as collateral by this model, which accepts "
                        + rule.accepted());
    }

    /// The share that an unsure price costs.
    private double unsure(String asset) {
        if (rule.stablecoins().contains(asset)) return 0;
        double least = confidence(asset);
        for (String with : rule.unsure().with()) least = Math.min(least, confidence(with));
        Optional<String> movesWith = rule.movesWith(asset);
        if (movesWith.isPresent()) least = Math.min(least, confidence(movesWith.get()));
        return rule.unsure().rule().share(least);
    }

    private double confidence(String underlying) {
        return market.underlying(underlying)
                .map(u -> u.reference().confidence().orElse(1))
                .orElse(1.0);
    }

    /// The portfolio with what its collateral gains and loses in the scan, as spot of the
    /// underlyings that it moves with: such positions come after its own, in the order of the
    /// collateral.
    ///
    /// @throws RefusedException where such collateral has no price
    public Portfolio held(Portfolio portfolio) {
        List<Position> moving = new ArrayList<>();
        for (Collateral held : portfolio.collateral()) {
            Optional<String> movesWith = rule.movesWith(held.asset());
            if (movesWith.isEmpty()) continue;
            double units = held.quantity() * price(held.asset()) / price(movesWith.get());
            moving.add(new Position(Spot.of(movesWith.get()), units));
        }
        return moving.isEmpty() ? portfolio : portfolio.with(moving);
    }

    private double price(String asset) {
        if (asset.equals(currency)) return 1;
        if (rule.stablecoins().contains(asset)) {
            double perDollar = rate(DOLLAR, currency);
            return asset.equals(DOLLAR) ? perDollar : market.stablePrice() * perDollar;
        }
        Optional<Underlying> underlying = market.underlying(asset);
        return underlying
                .map(u -> u.spot() * rate(u.currency(), currency))
                .orElseGet(() -> rate(asset, currency));
    }

    /// Units of `to` for one `from`; a stablecoin as a currency is worth its price in dollars.
    private double rate(String from, String to) {
        OptionalDouble quoted = market.rate(from, to);
        if (quoted.isPresent()) return quoted.getAsDouble();
        if (from.equals(DOLLAR) && rule.stablecoins().contains(to)) return 1 / market.stablePrice();
        if (to.equals(DOLLAR) && rule.stablecoins().contains(from)) return market.stablePrice();
        throw refused(
                Reason.MISSING_FX_RATE, "fx rate " + from + "/" + to + " is not in the market");
    }

    private static RefusedException refused(Reason reason, String detail) {
        return new RefusedException(Refusal.of(reason, detail));
    }
}
