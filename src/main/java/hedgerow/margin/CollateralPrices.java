package hedgerow.margin;

import hedgerow.market.Market;
import hedgerow.market.Underlying;
import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.Refusal.Reason;
import hedgerow.portfolio.RefusedException;
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
        double haircut = haircut(held);
        double price = price(held.asset());
        double counted = held.quantity() < 0 ? 0 : haircut;
        double value = held.quantity() * price * (1 - counted);
        if (!Double.isFinite(value)) {
            throw refused(Reason.OVERFLOW, held.asset() + " is worth too much to be a number");
        }
        return new Equity.Asset(held, price, counted, value);
    }

    private double haircut(Collateral held) {
        String asset = held.asset();
        if (rule.stablecoins().contains(asset)) return 0;
        Double haircut = rule.haircuts().get(asset);
        if (haircut != null) return haircut;
        throw refused(
                Reason.NOT_COVERED,
                asset
                        + " is not accepted as collateral by this model, which accepts "
                        + rule.accepted());
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
