package hedgerow.market.clearing;

import hedgerow.market.clearing.CombinedCommodity.Charges;
import hedgerow.market.clearing.CombinedCommodity.Credit;
import hedgerow.market.clearing.CombinedCommodity.Factors;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.CombinedCommodity.Tiers;
import hedgerow.market.clearing.ProductFamily.Kind;
import hedgerow.market.clearing.ProductFamily.Valuation;
import hedgerow.portfolio.Exercise;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Small parts of risk parameters for tests.
public final class SampleParameters {
    private SampleParameters() {}

    public static Publication publication() {
        return new Publication(
                "XYZ",
                LocalDate.of(2026, 1, 2),
                Publication.Session.SETTLEMENT,
                "F",
                Publication.Requirement.MAINTENANCE,
                false);
    }

    public static ProductFamily family(String commodity, Kind kind, double valueFactor) {
        Valuation valuation = kind.isOption() ? Valuation.EQUITY : Valuation.FUTURES;
        return new ProductFamily(
                new ProductFamily.Key("XYZ", commodity, kind),
                commodity,
                new ProductFamily.Terms(valueFactor, "USD", valuation, Exercise.AMERICAN, 0),
                ProductFamily.Quotation.PLAIN);
    }

    public static Series series(ProductFamily family, Period period, Period underlying) {
        return new Series(
                new Series.Key(family.key(), period, underlying),
                1,
                family.terms().valueFactor(),
                Optional.empty());
    }

    public static CombinedCommodity commodity(String code, List<ProductFamily> families) {
        return new CombinedCommodity(
                new CombinedCommodity.Key(code, "USD", 0, false),
                families.stream()
                        .map(family -> new CombinedCommodity.Family(family.key(), 1))
                        .toList(),
                Tiers.NONE,
                new Charges(List.of(), List.of(), List.of(), List.of(), Minimum.NONE, 1),
                Credit.NONE,
                Factors.ONE);
    }

    public static Figures figures(double price, double delta) {
        return new Figures(OptionalDouble.of(price), OptionalDouble.empty(), delta);
    }
}
