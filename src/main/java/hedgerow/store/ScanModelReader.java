package hedgerow.store;

import hedgerow.margin.CollateralRule;
import hedgerow.margin.Depeg;
import hedgerow.margin.MarginModel;
import hedgerow.margin.ModelInfo;
import hedgerow.margin.ScanModel;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the fields of a model of shape `scan`: grid, money unit, charges and factors.
final class ScanModelReader {
    private static final Pattern POWER_OF_TWO = Pattern.compile("2\\^(-?[0-9]{1,2})");
    private static final int FINEST = -64;
    private static final int COARSEST = 29;

    private ScanModelReader() {}

    static MarginModel read(ModelInfo info, CollateralRule collateral, YamlFields fields) {
        Optional<YamlValue> grid = fields.find("grid");
        Optional<YamlValue> unit = fields.find("moneyUnit");
        Optional<YamlValue> valuation = fields.find("valuation");
        List<YamlValue> charges = fields.find("charges").map(YamlValue::list).orElse(List.of());
        ScenarioGrid scenarios =
                grid.flatMap(g -> g.as(GridReader::read)).orElse(ScenarioGrid.EMPTY);
        if (grid.isEmpty() && charges.isEmpty() && collateral.health().isEmpty()) {
            fields.get("shape").refuse("a grid, a charge or a health in a model of this shape");
        }
        return new ScanModel(
                info,
                scenarios,
                fields.find("adjustments").map(YamlValue::list).orElse(List.of()).stream()
                        .flatMap(a -> AdjustmentReader.read(a).stream())
                        .toList(),
                charges.stream().flatMap(c -> ChargeReader.read(c).stream()).toList(),
                factors(fields.get("factors")),
                valuation
                        .flatMap(v -> v.as(ValuationReader::read))
                        .orElse(Valuation.STANDARD)
                        .roundedTo(unit.map(ScanModelReader::moneyUnit).orElse(0.0)),
                collateral);
    }

    /// The factors of a model.
    static ScanModel.Factors factors(YamlValue factors) {
        return factors.as(f ->
                        new ScanModel.Factors(
                                f.get("initial").number(NumberRange.NOT_NEGATIVE),
                                f.get("maintenance").number(NumberRange.NOT_NEGATIVE),
                                f.find("depeg")
                                        .flatMap(d -> d.as(ChargeReader::depeg))
                                        .orElse(Depeg.NONE)))
                .orElse(new ScanModel.Factors(1, 1));
    }

    /// A power of two, written as `2^-16` or as the number itself.
    private static double moneyUnit(YamlValue unit) {
        double value = unit.scalar().map(ScanModelReader::powerOrNumber).orElse(Double.NaN);
        int exponent = Math.getExponent(value);
        boolean allowed = exponent >= FINEST && exponent <= COARSEST;
        if (allowed && value == Math.scalb(1.0, exponent)) return value;
        unit.refuse("a power of two from 2^" + FINEST + " to 2^" + COARSEST + ", such as 2^-16");
        return 0;
    }

    private static double powerOrNumber(String text) {
        Matcher power = POWER_OF_TWO.matcher(text);
        return power.matches()
                ? Math.scalb(1.0, Integer.parseInt(power.group(1)))
                : Fraction.parse(text).map(Fraction::value).orElse(Double.NaN);
    }
}
