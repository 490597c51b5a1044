package hedgerow.cli;

import hedgerow.cli.print.Cell;
import hedgerow.cli.print.Column;
import hedgerow.cli.print.Figures;
import hedgerow.cli.print.Report;
import hedgerow.cli.print.Table;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Profit and loss of one underlying's legs, by move of spot down the side and shock of vol across;
/// scenarios that count in part stand below as the tail.
final class Heatmap {
    private final ScenarioGrid grid;
    private final List<Double> pnl;
    private final int worst;
    private final Map<Double, Map<VolShock, Integer>> full = new TreeMap<>();
    private final Set<VolShock> vols = new LinkedHashSet<>();
    private final List<Integer> tail = new ArrayList<>();

    private Heatmap(ScenarioGrid grid, List<Double> pnl, int worst) {
        this.grid = grid;
        this.pnl = pnl;
        this.worst = worst;
        IntStream.range(0, Math.min(grid.size(), pnl.size())).forEach(this::place);
    }

    /// Shows a heatmap, where the model has a grid.
    ///
    /// @param pnl profit (positive) or loss by scenario, unweighted
    /// @param worst the scenario that binds; negative where none does
    static void show(ScenarioGrid grid, List<Double> pnl, int worst, Report report) {
        Heatmap map = new Heatmap(grid, pnl, worst);
        report.table(map.inFull());
        report.table(map.tail());
    }

    private void place(int index) {
        Scenario scenario = grid.get(index);
        if (scenario.weight() == 0) return;
        Map<VolShock, Integer> row = full.getOrDefault(scenario.spotMove(), Map.of());
        if (scenario.weight() != 1 || row.containsKey(scenario.volShock())) {
            tail.add(index);
            return;
        }
        vols.add(scenario.volShock());
        full.computeIfAbsent(scenario.spotMove(), _ -> new LinkedHashMap<>())
                .put(scenario.volShock(), index);
    }

    private Table inFull() {
        List<Column> columns = new ArrayList<>(List.of(Column.figures("Spot")));
        vols.forEach(vol -> columns.add(Column.figures(words(vol))));
        List<List<Cell>> rows = new ArrayList<>();
        full.forEach((spot, row) -> {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(Figures.move(spot))));
            vols.forEach(vol -> cells.add(cell(row.getOrDefault(vol, -1))));
            rows.add(cells);
        });
        return new Table(columns, rows);
    }

    private Cell cell(int index) {
        if (index < 0) return Cell.EMPTY;
        return marked(index, Figures.whole(pnl.get(index)));
    }

    private Cell marked(int index, String text) {
        return index == worst ? Cell.worst(text) : Cell.of(text);
    }

    private Table tail() {
        Table.Builder table =
                Table.of(
                        Column.figures("Spot"),
                        Column.words("Vol"),
                        Column.figures("P&L"),
                        Column.figures("Counted at"),
                        Column.figures("Counts for"));
        for (int index : tail) {
            Scenario scenario = grid.get(index);
            table.cells(
                    List.of(
                            Cell.of(Figures.move(scenario.spotMove())),
                            Cell.of(words(scenario.volShock())),
                            Cell.of(Figures.whole(pnl.get(index))),
                            Cell.of(Figures.move(scenario.weight()).substring(1)),
                            marked(index, Figures.whole(pnl.get(index) * scenario.weight()))));
        }
        return table.build();
    }

    private static String words(VolShock vol) {
        return switch (vol) {
            case VolShock.None _ -> "vol same";
            case VolShock.Relative relative -> "vol " + Figures.move(relative.size());
            case VolShock.Absolute absolute -> absolute.words();
            case VolShock.Skew skew -> skew.words();
        };
    }
}
