package hedgerow.margin;

import hedgerow.margin.span.Rounding;
import hedgerow.margin.span.SpanReport;
import hedgerow.margin.span.SpanRules;
import hedgerow.margin.span.SpanRules.Stage;
import hedgerow.market.Market;
import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity;
import hedgerow.market.clearing.CombinedCommodity.Charges;
import hedgerow.market.clearing.CombinedCommodity.Credit;
import hedgerow.market.clearing.CombinedCommodity.Factors;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.CombinedCommodity.PriceRisk;
import hedgerow.market.clearing.CombinedCommodity.Setting;
import hedgerow.market.clearing.CombinedCommodity.SpotCharge;
import hedgerow.market.clearing.CombinedCommodity.Tiers;
import hedgerow.market.clearing.ContractKey;
import hedgerow.market.clearing.Conversion;
import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.DeltaSpread.Amount;
import hedgerow.market.clearing.DeltaSpread.Leg;
import hedgerow.market.clearing.DeltaSpread.Side;
import hedgerow.market.clearing.DeltaSpread.Slot;
import hedgerow.market.clearing.Figures;
import hedgerow.market.clearing.InterSpreads;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.PointSet;
import hedgerow.market.clearing.PointSet.ScanPoint;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.ProductFamily.Kind;
import hedgerow.market.clearing.ProductFamily.Valuation;
import hedgerow.market.clearing.Publication;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.market.clearing.RiskParametersBuilder;
import hedgerow.market.clearing.Series;
import hedgerow.market.clearing.Spread;
import hedgerow.market.clearing.Tier;
import hedgerow.portfolio.Exercise;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// A clearing house made by hand for one test, and an account that holds its contracts.
final class SpanCase {
    /// The classic sixteen scenarios; extreme moves of three ranges at 33 %.
    static final PointSet SIXTEEN = points(3, 0.33);

    static final String EXCHANGE = "XYZ";

    private final RiskParametersBuilder builder = new RiskParametersBuilder();
    private final Map<String, Commodity> commodities = new LinkedHashMap<>();
    private final List<Position> positions = new ArrayList<>();
    private final List<Spread> before = new ArrayList<>();
    private final List<Spread> after = new ArrayList<>();
    private final List<Spread> clearing = new ArrayList<>();
    private boolean isOptionValueCapped;

    /// One combined commodity as a test tells it.
    static final class Commodity {
        final String code;
        String currency = "USD";
        Tiers tiers = Tiers.NONE;
        final List<DeltaSpread> series = new ArrayList<>();
        final List<DeltaSpread> tierSpreads = new ArrayList<>();
        final List<SpotCharge> spot = new ArrayList<>();
        Minimum minimum = Minimum.NONE;
        Credit credit = Credit.NONE;
        Factors factors = Factors.ONE;
        double multiplier = 1;
        Valuation optionValuation = Valuation.EQUITY;
        String priceCurrency = "USD";
        Setting setting = Setting.NONE;

        Commodity(String code) {
            this.code = code;
        }

        CombinedCommodity told() {
            return new CombinedCommodity(
                    new CombinedCommodity.Key(code, currency, 0, false),
                    List.of(
                            new CombinedCommodity.Family(future(code), 1),
                            new CombinedCommodity.Family(option(code), 1)),
                    tiers,
                    new Charges(List.of(), series, tierSpreads, spot, minimum, multiplier),
                    credit,
                    factors,
                    setting);
        }
    }

    /// The sixteen scenarios in their usual order.
    static PointSet points(double extreme, double cover) {
        List<ScanPoint> points = new ArrayList<>();
        double[] prices = {0, 1 / 3.0, -1 / 3.0, 2 / 3.0, -2 / 3.0, 1, -1};
        for (double price : prices) {
            points.add(new ScanPoint(price, 1, 1, points.size() + 1));
            points.add(new ScanPoint(price, -1, 1, points.size() - 1));
        }
        points.add(new ScanPoint(extreme, 0, cover, 14));
        points.add(new ScanPoint(-extreme, 0, cover, 15));
        return new PointSet(points, List.of());
    }

    static ScenarioGrid grid(PointSet points) {
        return new ScenarioGrid(
                points.scan().stream()
                        .map(p -> new Scenario(p.price() / 16, VolShock.NONE, p.weight()))
                        .toList());
    }

    static final SpanRules RULES =
            new SpanRules(
                    SIXTEEN,
                    new SpanRules.Account(AccountType.SPECULATOR, false),
                    List.of(Stage.values()),
                    new SpanRules.Defaults(
                            Minimum.Counting.GROSS, PriceRisk.NORMAL, Map.of(10, 11, 12, 11)),
                    new SpanRules.Combination(
                            SpanRules.MinimumAgainst.ALL,
                            SpanRules.OptionValue.AS_PUBLISHED,
                            true,
                            OptionalDouble.empty(),
                            Map.of()),
                    new Rounding(Map.of(Rounding.Step.DELTA, new Rounding.Places(10, false))));

    static SpanModel model(SpanRules rules) {
        return new SpanModel(
                new ModelInfo("span", "1", "SPAN-style", ModelInfo.Status.OWN, List.of(), "-"),
                grid(rules.points()),
                rules,
                new CollateralRule(Set.of("USD"), Map.of(), false));
    }

    private static ProductFamily.Key future(String code) {
        return new ProductFamily.Key(EXCHANGE, code, Kind.FUT);
    }

    private static ProductFamily.Key option(String code) {
        return new ProductFamily.Key(EXCHANGE, code, Kind.OOF);
    }

    Commodity commodity(String code) {
        return commodities.computeIfAbsent(
                code,
                c -> {
                    Commodity commodity = new Commodity(c);
                    return commodity;
                });
    }

    private static ProductFamily family(
            ProductFamily.Key key, Valuation valuation, String currency) {
        return new ProductFamily(
                key,
                "",
                new ProductFamily.Terms(1, currency, valuation, Exercise.AMERICAN, 0),
                ProductFamily.Quotation.PLAIN);
    }

    /// Adds a future, and holds so many.
    SpanCase future(String code, int month, double delta, double[] losses, double quantity) {
        commodity(code);
        Series.Key key = Series.Key.of(future(code), Period.ofMonth(month));
        int place = builder.series(new Series(key, 1, 1, Optional.empty()));
        Figures figures = new Figures(OptionalDouble.of(0), OptionalDouble.empty(), delta);
        builder.contract(place, Optional.empty(), 0, figures, losses);
        return hold(code, ContractKey.of(key), quantity);
    }

    /// Adds an option on a future of the same month, and holds so many.
    SpanCase option(
            String code,
            int month,
            OptionRight right,
            double strike,
            Figures figures,
            double[] losses,
            double quantity) {
        Commodity commodity = commodity(code);
        Series.Key key = Series.Key.of(option(code), Period.ofMonth(month));
        if (builder.family(option(code)).isEmpty()) {
            builder.family(
                    family(option(code), commodity.optionValuation, commodity.priceCurrency));
        }
        int place =
                builder.series(key)
                        .orElseGet(() -> builder.series(new Series(key, 1, 1, Optional.empty())));
        builder.contract(place, Optional.of(right), strike, figures, losses);
        return hold(code, new ContractKey(key, Optional.of(right), strike), quantity);
    }

    private SpanCase hold(String code, ContractKey key, double quantity) {
        if (quantity != 0) {
            positions.add(new Position(new ListedContract(code, key.id()), quantity));
        }
        return this;
    }

    SpanCase before(Spread spread) {
        before.add(spread);
        return this;
    }

    SpanCase after(Spread spread) {
        after.add(spread);
        return this;
    }

    SpanCase clearing(Spread spread) {
        clearing.add(spread);
        return this;
    }

    SpanCase capped() {
        isOptionValueCapped = true;
        return this;
    }

    SpanCase conversion(String from, double rate) {
        builder.conversion(new Conversion(from, "USD", rate));
        return this;
    }

    private RiskParameters parameters() {
        for (Commodity commodity : commodities.values()) {
            builder.family(
                    family(future(commodity.code), Valuation.FUTURES, commodity.priceCurrency));
            if (builder.family(option(commodity.code)).isEmpty()) {
                builder.family(
                        family(
                                option(commodity.code),
                                commodity.optionValuation,
                                commodity.priceCurrency));
            }
            builder.commodity(commodity.told());
        }
        return builder.publication(
                        new Publication(
                                "XYZ",
                                LocalDate.of(2026, 1, 2),
                                Publication.Session.SETTLEMENT,
                                "F",
                                Publication.Requirement.MAINTENANCE,
                                isOptionValueCapped))
                .spreads(new InterSpreads(before, after, clearing))
                .build();
    }

    List<Position> positions() {
        return positions;
    }

    /// The account and its arrays; the case is told to its end.
    Told told() {
        Market market = Market.of(Instant.EPOCH, List.of()).with(parameters());
        return new Told(market, Portfolio.of(positions));
    }

    /// A case told to its end.
    record Told(Market market, Portfolio portfolio) {
        RiskArrays arrays(SpanRules rules) {
            List<Instrument> instruments = portfolio.instruments();
            return Revaluation.of(market, grid(rules.points()), 0, "USD").arrays(instruments);
        }

        SpanReport report(SpanRules rules) {
            return model(rules).report(arrays(rules), portfolio);
        }

        SpanReport report() {
            return report(RULES);
        }

        Margin margin(SpanRules rules) {
            return model(rules).margin(arrays(rules), portfolio);
        }
    }

    SpanReport report() {
        return told().report();
    }

    static SpanReport.Commodity of(SpanReport report, String code) {
        return report.ccs().stream().filter(c -> c.cc().equals(code)).findFirst().orElseThrow();
    }

    /// A spread inside a combined commodity, each leg `tier ratio side`.
    static DeltaSpread tiers(String code, int priority, double rate, String... legs) {
        List<Leg> told = new ArrayList<>();
        for (String leg : legs) {
            String[] words = leg.split(" ");
            Slot slot = new Slot.OfTier(Integer.parseInt(words[0]));
            told.add(leg(code, slot, words[1], words[2], 0));
        }
        return new DeltaSpread(
                priority, DeltaSpread.Method.POOLS, new Amount(DeltaSpread.Unit.FLAT, rate), told);
    }

    static Leg leg(String code, Slot slot, String ratio, String side, double rate) {
        return new Leg(code, slot, Double.parseDouble(ratio), Side.valueOf(side), rate);
    }

    /// A credit between two combined commodities, one to one, by net delta.
    static DeltaSpread credit(int priority, double rate, String long_, String short_) {
        return new DeltaSpread(
                priority,
                DeltaSpread.Method.REGULAR,
                new Amount(DeltaSpread.Unit.WEIGHTED_PRICE_RISK, rate),
                List.of(
                        leg(long_, new Slot.Whole(), "1", "A", rate),
                        leg(short_, new Slot.Whole(), "1", "B", rate)));
    }

    static Tier tier(int number, int first, int last) {
        return Tier.of(number, Period.ofMonth(first), Period.ofMonth(last));
    }
}
