package hedgerow.store;

import hedgerow.margin.CollateralRule;
import hedgerow.margin.HistoryModel;
import hedgerow.margin.MarginModel;
import hedgerow.margin.ModelInfo;
import hedgerow.scenario.FilteredHistory;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.TenorScale;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the fields of a model of shape `history`: days of the past, stresses, and their mix.
final class HistoryModelReader {
    private static final NumberRange RETURN = new NumberRange(-2, true, 2);
    private static final NumberRange DAYS = new NumberRange(1, true, ScenarioGrid.MOST);

    private HistoryModelReader() {}

    static MarginModel read(ModelInfo info, CollateralRule collateral, YamlFields fields) {
        List<Scenario> scenarios =
                new ArrayList<>(
                        fields.get("history")
                                .as(history -> history(history).scenarios())
                                .orElse(List.of(Scenario.of(0, VolShock.NONE))));
        int days = scenarios.size();
        for (YamlValue stress : fields.get("stresses").list()) {
            stress.as(HistoryModelReader::stress).ifPresent(scenarios::add);
        }
        return new HistoryModel(
                info,
                new ScenarioGrid(scenarios),
                days,
                fields.get("mix").as(HistoryModelReader::mix).orElse(NO_MIX),
                factors(fields.get("factors")),
                collateral);
    }

    private static final HistoryModel.Mix NO_MIX = new HistoryModel.Mix(0.5, 1, 0, 0, 0);

    private static FilteredHistory history(YamlFields fields) {
        List<YamlValue> spots = fields.get("spotReturns").filledList();
        List<YamlValue> vols = fields.find("volReturns").map(YamlValue::list).orElse(List.of());
        if (!vols.isEmpty() && vols.size() != spots.size()) {
            fields.get("volReturns")
                    .refuse("one for each of the spot returns", vols.size() + " returns");
        }
        List<FilteredHistory.Day> days = new ArrayList<>();
        for (int t = 0; t < spots.size(); t++) {
            double vol = t < vols.size() ? vols.get(t).number(RETURN) : 0;
            days.add(new FilteredHistory.Day(spots.get(t).number(RETURN), vol));
        }
        return new FilteredHistory(
                days,
                fields.get("lambda").number(NumberRange.SHARE),
                (int) fields.get("seed").number(DAYS),
                fields.get("floor").number(NumberRange.NOT_NEGATIVE));
    }

    private static Scenario stress(YamlFields fields) {
        double spot = fields.get("spot").number(NumberRange.MOVE);
        double vol = fields.find("vol").map(v -> v.number(NumberRange.MOVE)).orElse(0.0);
        VolShock shock = vol == 0 ? VolShock.NONE : new VolShock.Relative(vol, TenorScale.NONE, 0);
        return Scenario.of(spot, shock);
    }

    private static HistoryModel.Mix mix(YamlFields fields) {
        return new HistoryModel.Mix(
                fields.get("confidence").number(NumberRange.SHARE),
                fields.get("share").number(NumberRange.SHARE),
                fields.get("liquidityRate").number(NumberRange.NOT_NEGATIVE),
                fields.get("threshold").number(NumberRange.NOT_NEGATIVE),
                fields.get("concentrationRate").number(NumberRange.NOT_NEGATIVE));
    }

    private static HistoryModel.Factors factors(YamlValue factors) {
        Optional<HistoryModel.Factors> read =
                factors.as(f ->
                        new HistoryModel.Factors(
                                f.get("initial").number(NumberRange.NOT_NEGATIVE),
                                f.get("maintenance").number(NumberRange.NOT_NEGATIVE)));
        return read.orElse(new HistoryModel.Factors(1, 1));
    }
}
