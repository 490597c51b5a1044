package hedgerow.pricing.clearing;

import hedgerow.market.clearing.PointSet.DeltaPoint;
import hedgerow.market.clearing.PointSet.ScanPoint;
import hedgerow.market.clearing.ProductFamily.Valuation;
import hedgerow.market.clearing.ScanRange;
import hedgerow.market.clearing.Series.Calculation;
import hedgerow.portfolio.Exercise;
import hedgerow.portfolio.OptionRight;
import hedgerow.pricing.american.AmericanMethod;
import hedgerow.pricing.american.AmericanPricer;
import hedgerow.pricing.american.AmericanTerms;
import hedgerow.pricing.clearing.ArrayRules.Base;
import hedgerow.pricing.clearing.ArrayRules.Futures;
import hedgerow.pricing.clearing.ContractTerms.OptionTerms;
import hedgerow.pricing.formula.Black76;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/// The array of one contract: in scenario `i` the loss
///
/// ```
/// a_i = w_i * (V_0 - V(S_i, vol_i, T')) * value factor
/// S_i = S + u_i * range / value factor    or S * (1 + u_i * range)
/// vol_i = vol + v_i * range               or vol * (1 + v_i * range)
/// T' = max(T - look-ahead, 0)
/// ```
///
/// with the price kept above zero and the vol at least [#LEAST_VOL]; and the composite delta, the
/// mean of deltas over the points of the price at the vol as it is and at `T'`.
///
/// @param losses by scenario, in money for one contract held long
/// @param compositeDelta one for a future
public record ContractArray(double[] losses, double compositeDelta) {
    /// The least vol of an option.
    public static final double LEAST_VOL = 1e-4;

    /// The least price of what is delivered, as a fraction of its price now.
    private static final double LEAST_PRICE = 1e-6;

    public ContractArray {
        losses = losses.clone();
    }

    /// The losses by scenario; a copy.
    @Override
    public double[] losses() {
        return losses.clone();
    }

    /// The array of a contract.
    public static ContractArray of(ContractTerms terms, ArrayRules rules) {
        return new Building(terms, rules).array();
    }

    /// Works on one contract.
    private static final class Building {
        private final ContractTerms terms;
        private final ArrayRules rules;
        private final Calculation calculation;
        private final double leftYears;
        private final Map<Double, AmericanPricer> pricers = new HashMap<>();

        Building(ContractTerms terms, ArrayRules rules) {
            this.terms = terms;
            this.rules = rules;
            this.calculation = terms.calculation();
            this.leftYears =
                    Math.max(0, calculation.time().expiryYears() - calculation.lookAheadYears());
        }

        ContractArray array() {
            double[] losses = new double[rules.points().size()];
            for (int s = 0; s < losses.length; s++) losses[s] = round(loss(s));
            return new ContractArray(losses, terms.option().map(this::compositeDelta).orElse(1.0));
        }

        private double round(double loss) {
            return rules.digits().isEmpty()
                    ? loss
                    : BigDecimal.valueOf(loss)
                            .setScale(rules.digits().getAsInt(), RoundingMode.HALF_UP)
                            .doubleValue();
        }

        private double loss(int s) {
            ScanPoint point = rules.points().scan().get(s);
            double move = point.price();
            double weight = point.weight();
            if (rules.points().isExtreme(s) && calculation.scan().extreme().isPresent()) {
                ScanRange.Extreme extreme = calculation.scan().extreme().get();
                move = Math.signum(move) * extreme.multiple();
                weight = extreme.cover();
            }
            return terms.option().isPresent()
                    ? weight * optionLoss(terms.option().get(), move, point.vol())
                    : weight * futureLoss(move);
        }

        private double futureLoss(double move) {
            double price = terms.price().orElseThrow();
            if (rules.futures() == Futures.LINEAR) {
                return (price - moved(price, move)) * terms.valueFactor();
            }
            double rate = calculation.rateAnnual();
            double spot = price * StrictMath.exp(-rate * calculation.time().expiryYears());
            double carried = moved(spot, move) * StrictMath.exp(rate * leftYears);
            return (price - carried) * terms.valueFactor();
        }

        /// A price after so many scan ranges.
        private double moved(double price, double move) {
            return calculation.scan().price().move(price, move, terms.valueFactor());
        }

        private double optionLoss(OptionTerms option, double move, double volMove) {
            double vol = calculation.scan().vol().move(option.vol(), volMove, 1);
            double now = calculation.time().expiryYears();
            double base =
                    rules.base() == Base.SETTLEMENT && terms.price().isPresent()
                            ? terms.price().getAsDouble()
                            : value(option, option.underlying().price(), option.vol(), now);
            double shocked = value(option, underlying(option, move), vol, leftYears);
            return (base - shocked) * terms.valueFactor();
        }

        /// The price of what is delivered after so many scan ranges, kept above zero.
        private double underlying(OptionTerms option, double move) {
            double price = option.underlying().price();
            return Math.max(LEAST_PRICE * price, moved(price, move));
        }

        private double value(OptionTerms option, double price, double vol, double years) {
            double value =
                    option.style().exercise() == Exercise.AMERICAN
                            ? pricer(option, vol, years).value(price, option.strike())
                            : european(option, price, vol, years);
            return Math.max(value, option.style().cabinetValue() / terms.valueFactor());
        }

        private double european(OptionTerms option, double price, double vol, double years) {
            double forward = price * StrictMath.exp(carry(option) * years);
            double value =
                    Black76.value(
                            option.right().sign(), forward, option.strike(), stdDev(vol, years));
            return StrictMath.exp(-rate(option) * years) * value;
        }

        private static double stdDev(double vol, double years) {
            return Math.max(LEAST_VOL, vol) * Math.sqrt(years);
        }

        /// The growth of the forward: none of a future.
        private double carry(OptionTerms option) {
            return option.underlying().isFuture()
                    ? 0
                    : calculation.rateAnnual() - calculation.yieldAnnual();
        }

        private double rate(OptionTerms option) {
            boolean paid = option.style().valuation() == Valuation.EQUITY;
            return paid ? calculation.rateAnnual() : 0;
        }

        private AmericanPricer pricer(OptionTerms option, double vol, double years) {
            OptionRight right = option.right();
            double rate = rate(option);
            double used = Math.max(LEAST_VOL, vol);
            // The vol and the time decide, and there are two times: now and after the look-ahead
            double key = years == leftYears ? used : -used;
            return pricers.computeIfAbsent(
                    key,
                    k ->
                            AmericanMethod.EXERCISE_BOUNDARY.pricer(
                                    new AmericanTerms(
                                            right, rate, rate - carry(option), used, years)));
        }

        private double compositeDelta(OptionTerms option) {
            double sum = 0;
            double weights = 0;
            for (DeltaPoint point : rules.points().delta()) {
                sum += point.weight() * delta(option, underlying(option, point.price()));
                weights += point.weight();
            }
            return weights > 0 ? sum / weights : delta(option, option.underlying().price());
        }

        private double delta(OptionTerms option, double price) {
            if (option.style().exercise() == Exercise.AMERICAN) {
                return pricer(option, option.vol(), leftYears).delta(price, option.strike());
            }
            double growth = StrictMath.exp(carry(option) * leftYears);
            double delta =
                    Black76.delta(
                            option.right().sign(),
                            price * growth,
                            option.strike(),
                            stdDev(option.vol(), leftYears));
            return StrictMath.exp(-rate(option) * leftYears) * growth * delta;
        }
    }
}
