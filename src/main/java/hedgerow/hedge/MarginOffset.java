package hedgerow.hedge;

import hedgerow.margin.Margin;
import hedgerow.margin.MarginModel;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import java.util.List;
import java.util.OptionalDouble;

/// What a hedge takes off a portfolio's margin: three readings of the same arrays.
///
/// @param before what the portfolio posts without the hedge
/// @param hedgeAlone what the hedge would post by itself
/// @param after what both post together
public record MarginOffset(Margin before, Margin hedgeAlone, Margin after) {
    /// Reads the three margins; `arrays` hold every instrument of the portfolio and the hedge.
    public static MarginOffset of(
            MarginModel model, RiskArrays arrays, Portfolio portfolio, List<Position> hedge) {
        return new MarginOffset(
                model.margin(arrays, portfolio),
                model.margin(arrays, Portfolio.of(hedge)),
                model.margin(arrays, portfolio.with(hedge)));
    }

    /// Initial margin taken off by the hedge; negative where it adds.
    public double saved() {
        return before.initial() - after.initial();
    }

    /// The share of the initial margin before that is taken off; empty where that is zero.
    public OptionalDouble savedFraction() {
        double base = before.initial();
        return base == 0 ? OptionalDouble.empty() : OptionalDouble.of(saved() / base);
    }

    /// What portfolio and hedge post less together than apart.
    public double offset() {
        return before.initial() + hedgeAlone.initial() - after.initial();
    }
}
