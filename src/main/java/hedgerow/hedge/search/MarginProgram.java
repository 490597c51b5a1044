package hedgerow.hedge.search;

import hedgerow.hedge.search.ProgramSheet.Expression;
import hedgerow.margin.ConvexModel;
import hedgerow.margin.MarginReader;
import hedgerow.margin.Requirement;
import hedgerow.portfolio.Portfolio;
import hedgerow.pricing.RiskArrays;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The convex part of a model as a linear program over lots bought and sold.
///
/// ```
/// least    initial + cost, as the goal weighs them
/// where    initial as MarginRows writes it, cost and the limits as LimitRows does
/// ```
///
/// What of a model is not convex is taken to stay as it is; [#isBound] says whether the program is
/// never above the model.
///
/// Rows of scenarios and charges are cuts: a solution is sought with few of them, those that it
/// breaks are added, and so on until it breaks none. Its optimum is that of the whole program.
final class MarginProgram {
    /// What an excess may be by rounding, relative to the largest loss.
    private static final double ROUNDING = 1e-9;

    /// What the part of the objective weighs that only decides between equals.
    private static final double TIE = 1e-8;

    /// By how much a row must be broken to be added, in the program's money.
    private static final double BROKEN = Exposure.SIZE * 1e-10;

    /// The most rows that are added at once.
    private static final int ADDED = 12;

    private final HedgeTask task;
    private final RiskArrays arrays;
    private final ConvexModel model;
    private final Exposure exposure;
    private final ProgramSheet sheet = new ProgramSheet();
    private final boolean isBound;
    private final Expression cost;
    private final Expression margin;
    private final double[][] columns;
    private final BitSet always = new BitSet();

    MarginProgram(HedgeTask task) {
        this.task = task;
        this.arrays = task.arrays();
        this.model = ConvexModel.of(task.model(), arrays);
        this.exposure = new Exposure(task, model);
        this.isBound = model.isBound() && task.portfolio().orders().isEmpty();
        LimitRows limits = new LimitRows(task, sheet, exposure);
        limits.candidates();
        MarginRows rows = new MarginRows(sheet, arrays, model, exposure);
        this.cost = limits.cost();
        this.margin = rows.margin();
        margin.add(rest() / exposure.unit());
        limits.target(margin);
        limits.netDelta(rows);
        limits.upside(rows);
        double costWeight = task.goal().value(0, 1);
        double marginWeight = task.goal().value(1, 0);
        sheet.cost(cost, costWeight > 0 ? costWeight : TIE);
        sheet.cost(margin, marginWeight > 0 ? marginWeight : TIE);
        this.columns = new double[sheet.columns()][];
        Arrays.setAll(columns, sheet::entries);
        for (int r = 0; r < sheet.rows(); r++) if (!sheet.isLazy(r)) always.set(r);
    }

    /// What the account posts beside what the program knows: by underlyings without a candidate
    /// and, where the program is no bound, by what it leaves out, as it is without a hedge.
    private double rest() {
        MarginReader reader = task.model().on(arrays);
        if (isBound) return initial(reader, Portfolio.of(exposure.notTraded()));
        double known = 0;
        for (int run = 0; run < arrays.runs().size(); run++) {
            RiskArrays.Run rows = arrays.runs().get(run);
            if (!exposure.isTraded(rows)) continue;
            known += model.initial(run, exposure.held().subMap(rows.from(), rows.to()));
        }
        return initial(reader, task.portfolio()) - known;
    }

    private static double initial(MarginReader reader, Portfolio portfolio) {
        Requirement requirement = new Requirement();
        reader.read(reader.hold(portfolio), reader.scratch(), requirement);
        return requirement.initial();
    }

    /// Whether the program is never above the model, so that no hedge is better than its optimum.
    boolean isBound() {
        return isBound;
    }

    /// Whether a candidate gains or loses anything in any scenario.
    boolean isAlive(int candidate) {
        return exposure.lotUnit(candidate) > 0;
    }

    /// A solution over some of the candidates.
    ///
    /// @param support the candidates that were allowed
    /// @param lots signed lots of each of them
    /// @param objective the least value, in the program's money
    /// @param initial the program's initial margin, in the margin currency
    /// @param prices of the program's rows
    /// @param meetsLimits whether target, premium and net delta are inside their limits
    /// @param box what the lots were held between
    record Plan(
            int[] support,
            double[] lots,
            double objective,
            double initial,
            double[] prices,
            boolean meetsLimits,
            Box box) {}

    /// What the lots of each candidate of a plan are held between.
    ///
    /// @param least the fewest, signed; infinite where there is no bound
    /// @param most the most
    record Box(double[] least, double[] most) {
        /// No bounds.
        static Box open(int candidates) {
            double[] most = new double[candidates];
            Arrays.fill(most, Double.POSITIVE_INFINITY);
            double[] least = new double[candidates];
            Arrays.fill(least, Double.NEGATIVE_INFINITY);
            return new Box(least, most);
        }
    }

    /// The best lots of some candidates; empty where the limits cannot be met with them.
    Optional<Plan> solve(int[] support) {
        return solve(support, List.of(), Box.open(support.length));
    }

    /// The same, begun with the rows that decide other plans.
    Optional<Plan> solve(int[] support, List<Plan> near, Box box) {
        BitSet active = (BitSet) always.clone();
        for (Plan plan : near) {
            for (int r = 0; r < plan.prices().length; r++) if (plan.prices()[r] > 0) active.set(r);
        }
        if (near.isEmpty()) activateExtremes(support, active);
        while (true) {
            int[] rows = active.stream().toArray();
            int[] used = columns(support, rows);
            LinearProgram program = program(used, rows);
            hold(support, box, program);
            Optional<LinearProgram.Solution> solution = program.solve();
            if (solution.isEmpty()) return Optional.empty();
            double[] x = new double[columns.length];
            for (int i = 0; i < used.length; i++) x[used[i]] = solution.get().x()[i];
            if (!activateBroken(x, active)) {
                double[] prices = new double[sheet.rows()];
                for (int i = 0; i < rows.length; i++) prices[rows[i]] = solution.get().prices()[i];
                return Optional.of(plan(support, x, prices, box));
            }
        }
    }

    /// Adds the rows that hold lots inside a box.
    private void hold(int[] support, Box box, LinearProgram program) {
        for (int i = 0; i < support.length; i++) {
            double unit = exposure.lotUnit(support[i]);
            double[] row = new double[program.cost().length];
            row[2 * i] = 1;
            row[2 * i + 1] = -1;
            if (box.most()[i] < Double.POSITIVE_INFINITY) {
                program.atMost(box.most()[i] / unit, row);
            }
            if (box.least()[i] > Double.NEGATIVE_INFINITY) {
                double[] turned = new double[row.length];
                turned[2 * i] = -1;
                turned[2 * i + 1] = 1;
                program.atMost(-box.least()[i] / unit, turned);
            }
        }
    }

    /// Activates the lazy rows that each candidate, bought or sold, comes up against first.
    private void activateExtremes(int[] support, BitSet active) {
        activateBroken(new double[columns.length], active);
        for (int candidate : support) {
            double[] column = columns[2 * candidate];
            int highest = -1;
            int lowest = -1;
            for (int r = 0; r < column.length; r++) {
                if (!sheet.isLazy(r)) continue;
                if (highest < 0 || column[r] > column[highest]) highest = r;
                if (lowest < 0 || column[r] < column[lowest]) lowest = r;
            }
            if (highest >= 0) active.set(highest);
            if (lowest >= 0) active.set(lowest);
        }
    }

    /// Adds the rows that a solution breaks most to those that count; false where it breaks none.
    private boolean activateBroken(double[] x, BitSet active) {
        double[] excess = new double[sheet.rows()];
        for (int r = 0; r < excess.length; r++) excess[r] = -sheet.limit(r);
        for (int c = 0; c < x.length; c++) {
            if (x[c] == 0) continue;
            double[] column = columns[c];
            for (int r = 0; r < excess.length; r++) excess[r] += x[c] * column[r];
        }
        int[] broken =
                IntStream.range(0, excess.length)
                        .filter(r -> sheet.isLazy(r) && !active.get(r) && excess[r] > BROKEN)
                        .boxed()
                        .sorted((a, b) -> Double.compare(excess[b], excess[a]))
                        .mapToInt(Integer::intValue)
                        .limit(ADDED)
                        .toArray();
        for (int r : broken) active.set(r);
        return broken.length > 0;
    }

    /// The columns of some candidates, and the others that stand in some rows: a column that stands
    /// in none is zero.
    private int[] columns(int[] support, int[] rows) {
        int first = 2 * exposure.candidates();
        return IntStream.concat(
                        Arrays.stream(support).flatMap(j -> IntStream.of(2 * j, 2 * j + 1)),
                        IntStream.range(first, columns.length)
                                .filter(c -> Arrays.stream(rows).anyMatch(r -> columns[c][r] != 0)))
                .toArray();
    }

    /// The whole program over some candidates.
    LinearProgram over(int[] support) {
        int[] rows = IntStream.range(0, sheet.rows()).toArray();
        return program(columns(support, rows), rows);
    }

    private LinearProgram program(int[] used, int[] rows) {
        LinearProgram program =
                new LinearProgram(
                        Arrays.stream(used).mapToDouble(sheet::cost).toArray(),
                        Arrays.stream(used).mapToDouble(sheet::most).toArray());
        for (int row : rows) {
            double[] entries = new double[used.length];
            for (int i = 0; i < used.length; i++) entries[i] = columns[used[i]][row];
            program.atMost(sheet.limit(row), entries);
        }
        return program;
    }

    private Plan plan(int[] support, double[] x, double[] prices, Box box) {
        double[] lots = new double[support.length];
        for (int i = 0; i < lots.length; i++) {
            int side = 2 * support[i];
            lots[i] = (x[side] - x[side + 1]) * exposure.lotUnit(support[i]);
        }
        double objective = 0;
        boolean meets = true;
        for (int c = 0; c < x.length; c++) {
            objective += sheet.cost(c) * x[c];
            meets &= !sheet.isExcess(c) || x[c] < Exposure.SIZE * ROUNDING;
        }
        double initial = margin.constant();
        for (var term : margin.columns().entrySet()) initial += term.getValue() * x[term.getKey()];
        return new Plan(support, lots, objective, initial * exposure.unit(), prices, meets, box);
    }

    /// What the first bit of a candidate, bought or sold, would change a plan's objective by; below
    /// zero it would help.
    double reducedCost(Plan plan, int candidate) {
        double least = Double.POSITIVE_INFINITY;
        for (int column = 2 * candidate; column < 2 * candidate + 2; column++) {
            if (sheet.most(column) == 0) continue;
            double reduced = sheet.cost(column);
            for (int r = 0; r < plan.prices().length; r++) {
                reduced += plan.prices()[r] * columns[column][r];
            }
            least = Math.min(least, reduced);
        }
        return least;
    }

    /// How much of a plan one of its legs is: its lots in units that lose about as much as
    /// another's.
    double size(Plan plan, int leg) {
        return Math.abs(plan.lots()[leg]) / exposure.lotUnit(plan.support()[leg]);
    }
}
