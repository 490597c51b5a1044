package hedgerow.store;

import hedgerow.margin.CollateralRule;
import hedgerow.margin.MarginModel;
import hedgerow.margin.ModelInfo;
import hedgerow.margin.SpanModel;
import hedgerow.margin.span.Rounding;
import hedgerow.margin.span.SpanRules;
import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.CombinedCommodity.PriceRisk;
import hedgerow.market.clearing.PointSet;
import hedgerow.market.clearing.PointSet.DeltaPoint;
import hedgerow.market.clearing.PointSet.ScanPoint;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.TenorScale;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Reads the fields of a model of shape `span`: scenarios, and the options of the method.
final class SpanModelReader {
    private static final NumberRange WHOLE_DIGITS = new NumberRange(0, true, 15);
    private static final NumberRange MONTH = new NumberRange(1, true, 12);

    private SpanModelReader() {}

    static MarginModel read(ModelInfo info, CollateralRule collateral, YamlFields fields) {
        Optional<Points> points = fields.get("points").as(SpanModelReader::points);
        SpanRules.Account account =
                new SpanRules.Account(
                        fields.get("account").word(AccountType.class).orElse(AccountType.MEMBER),
                        fields.get("gross").flag());
        List<SpanRules.Stage> order =
                fields.get("order").list().stream()
                        .flatMap(stage -> stage.word(SpanRules.Stage.class).stream())
                        .toList();
        SpanRules.Defaults defaults = defaults(fields);
        SpanRules.Combination combination = combination(fields);
        Rounding rounding =
                fields.get("rounding").as(SpanModelReader::rounding).orElse(Rounding.NONE);
        Points told = points.orElse(Points.STAND_IN);
        return new SpanModel(
                info,
                told.grid,
                new SpanRules(told.set, account, order, defaults, combination, rounding),
                collateral);
    }

    private static SpanRules.Defaults defaults(YamlFields fields) {
        Map<Integer, Integer> crush = new HashMap<>();
        fields.find("crushMonths")
                .ifPresent(months ->
                        months.named((name, month) -> {
                            try {
                                crush.put(Integer.valueOf(name), whole(month, MONTH));
                            } catch (NumberFormatException e) {
                                month.refuse("a month from 1 to 12 as its name", name);
                            }
                            return month;
                        }));
        return new SpanRules.Defaults(
                fields.get("shortOptions")
                        .word(Minimum.Counting.class)
                        .orElse(Minimum.Counting.GROSS),
                fields.get("priceRisk").word(PriceRisk.class).orElse(PriceRisk.NORMAL),
                crush);
    }

    private static SpanRules.Combination combination(YamlFields fields) {
        Optional<Double> cap =
                fields.find("correlationCap").map(value -> value.number(NumberRange.SHARE));
        return new SpanRules.Combination(
                fields.get("minimumAgainst")
                        .word(SpanRules.MinimumAgainst.class)
                        .orElse(SpanRules.MinimumAgainst.ALL),
                fields.get("optionValue")
                        .word(SpanRules.OptionValue.class)
                        .orElse(SpanRules.OptionValue.AS_PUBLISHED),
                fields.get("initialOnAdjusted").flag(),
                cap.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                currencyShocks(fields));
    }

    private static Map<String, SpanRules.CurrencyShock> currencyShocks(YamlFields fields) {
        return fields
                .find("currencyShocks")
                .map(shocks -> shocks.named((_, shock) -> shock.as(SpanModelReader::shock)))
                .orElse(Map.of())
                .entrySet()
                .stream()
                .flatMap(e -> e.getValue().stream().map(shock -> Map.entry(e.getKey(), shock)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static SpanRules.CurrencyShock shock(YamlFields fields) {
        return new SpanRules.CurrencyShock(
                fields.get("up").number(NumberRange.NOT_NEGATIVE),
                fields.get("down").number(NumberRange.SHARE));
    }

    private static int whole(YamlValue value, NumberRange range) {
        double number = value.number(range);
        if (number != Math.rint(number)) value.refuse("a whole number");
        return (int) number;
    }

    /// `step: digits`, or `step: { digits, down }` for what is cut off.
    private static Rounding rounding(YamlFields fields) {
        Map<Rounding.Step, Rounding.Places> places = new HashMap<>();
        for (Rounding.Step step : Rounding.Step.values()) {
            fields.find(step.name().toLowerCase(Locale.ROOT))
                    .ifPresent(value -> places.put(step, places(value)));
        }
        return new Rounding(places);
    }

    private static Rounding.Places places(YamlValue value) {
        if (value.scalar().isPresent()) {
            return new Rounding.Places(whole(value, WHOLE_DIGITS), false);
        }
        return value.as(f ->
                        new Rounding.Places(
                                whole(f.get("digits"), WHOLE_DIGITS), f.get("down").flag()))
                .orElse(new Rounding.Places(0, false));
    }

    /// The scenarios in units of scan ranges, and as moves of rows that are priced here.
    private record Points(PointSet set, ScenarioGrid grid) {
        static final Points STAND_IN =
                new Points(
                        new PointSet(List.of(new ScanPoint(0, 0, 1, 0)), List.of()),
                        new ScenarioGrid(List.of(Scenario.of(0, VolShock.NONE))));
    }

    /// Each price under the vol range up and down, then the extreme moves.
    private static Points points(YamlFields fields) {
        double priceRange = fields.get("priceRange").number(NumberRange.SHARE);
        double volRange = fields.get("volRange").number(NumberRange.SHARE);
        List<ScanPoint> scan = new ArrayList<>();
        for (YamlValue price : fields.get("prices").filledList()) {
            double move = price.number(NumberRange.ANY);
            scan.add(new ScanPoint(move, 1, 1, scan.size() + 1));
            scan.add(new ScanPoint(move, -1, 1, scan.size() - 1));
        }
        fields.find("extremes").ifPresent(extremes -> extremes.as(f -> extremes(f, scan)));
        List<DeltaPoint> delta = new ArrayList<>();
        for (YamlValue point : fields.find("deltaPoints").map(YamlValue::list).orElse(List.of())) {
            point.as(f ->
                            new DeltaPoint(
                                    f.get("price").number(NumberRange.ANY),
                                    f.get("weight").number(NumberRange.NOT_NEGATIVE)))
                    .ifPresent(delta::add);
        }
        ScenarioGrid grid =
                new ScenarioGrid(
                        scan.stream().map(p -> scenario(p, priceRange, volRange)).toList());
        return new Points(new PointSet(scan, delta), grid);
    }

    private static List<ScanPoint> extremes(YamlFields fields, List<ScanPoint> scan) {
        double cover = fields.get("cover").number(NumberRange.POSITIVE);
        for (YamlValue price : fields.get("prices").filledList()) {
            scan.add(new ScanPoint(price.number(NumberRange.ANY), 0, cover, scan.size()));
        }
        return scan;
    }

    private static Scenario scenario(ScanPoint point, double priceRange, double volRange) {
        VolShock shock =
                point.vol() == 0
                        ? VolShock.NONE
                        : new VolShock.Relative(point.vol() * volRange, TenorScale.NONE, 0);
        return new Scenario(point.price() * priceRange, shock, point.weight());
    }
}
