package hedgerow.store;

import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.TenorScale;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Reads a grid: named vol shocks, and lines of scenarios that cross spots with vols, spot outside
/// and vol inside, in the file's order.
final class GridReader {
    private final YamlFields fields;
    private final Map<String, VolShock> shocks;
    private final Map<String, YamlValue> unused = new LinkedHashMap<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private long counted;

    private GridReader(YamlFields fields) {
        TenorScale tenor =
                fields.find("tenor").flatMap(VolShockReader::tenor).orElse(TenorScale.NONE);
        VolShockReader reader = new VolShockReader(tenor);
        this.fields = fields;
        YamlValue named = fields.get("volShocks");
        if (named.isEmptyMapping()) named.refuse("at least one shock");
        this.shocks = named.named((name, shock) -> shock(name, shock, reader));
    }

    private VolShock shock(String name, YamlValue shock, VolShockReader reader) {
        unused.put(name, shock);
        return reader.read(shock).orElse(VolShock.NONE);
    }

    static ScenarioGrid read(YamlFields fields) {
        return new GridReader(fields).grid();
    }

    private ScenarioGrid grid() {
        Optional<Fraction> range =
                fields.find("spotRange")
                        .map(r -> r.fraction(NumberRange.POSITIVE))
                        .orElse(Optional.of(Fraction.ONE));
        YamlValue regular = fields.get("scenarios");
        List<YamlValue> tail = fields.find("tail").map(YamlValue::list).orElse(List.of());
        List<YamlValue> lines = regular.filledList();
        boolean whole = !lines.isEmpty();
        for (YamlValue line : lines) {
            whole &= line.as(f -> cross(f, spot -> move(spot, range))).isPresent();
        }
        for (YamlValue line : tail) whole &= line.as(f -> cross(f, GridReader::move)).isPresent();
        if (counted > ScenarioGrid.MOST) {
            String most = "at most " + ScenarioGrid.MOST + " scenarios with the tail";
            regular.refuse(most, counted + " scenarios");
        }
        if (whole)
            unused.values().forEach(shock -> shock.refuse("a shock that some scenario uses"));
        return new ScenarioGrid(scenarios);
    }

    /// Adds the scenarios of one line; returns how many there are by then.
    private long cross(YamlFields line, ToDoubleFunction<YamlValue> move) {
        List<YamlValue> spots = line.get("spot").oneOrMore();
        double[] moves = spots.stream().mapToDouble(move).toArray();
        List<VolShock> vols = line.get("vol").oneOrMore().stream().map(this::shock).toList();
        double weight =
                line.find("weight").map(w -> w.number(NumberRange.NOT_NEGATIVE)).orElse(1.0);
        counted += (long) moves.length * vols.size();
        if (counted > ScenarioGrid.MOST) return counted;
        for (double spot : moves) {
            for (VolShock vol : vols) scenarios.add(new Scenario(spot, vol, weight));
        }
        return counted;
    }

    private static double move(YamlValue spot) {
        return spot.fraction(NumberRange.MOVE).map(Fraction::value).orElse(0.0);
    }

    private static double move(YamlValue spot, Optional<Fraction> range) {
        Optional<Fraction> written = spot.fraction(NumberRange.ANY);
        if (written.isEmpty() || range.isEmpty()) return 0;
        double move = written.get().times(range.get()).value();
        if (NumberRange.MOVE.allow(move)) return move;
        spot.refuse(NumberRange.MOVE.words() + " once multiplied by the spot range");
        return 0;
    }

    private VolShock shock(YamlValue vol) {
        vol.scalar().ifPresent(unused::remove);
        if (shocks.isEmpty()) return VolShock.NONE;
        return vol.choice(shocks).orElse(VolShock.NONE);
    }
}
