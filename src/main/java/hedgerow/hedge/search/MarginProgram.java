package hedgerow.hedge.search;

import hedgerow.margin.Charge;
import hedgerow.margin.ContractMinimum;
import hedgerow.margin.DeltaFloor;
import hedgerow.margin.Depeg;
import hedgerow.margin.ScanModel;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The linear part of a model as a linear program over lots bought and sold.
///
/// ```
/// least    initial + cost, as the goal weighs them
/// where    t_g >= -w_s (P_gs + sum_j p_js x_j)      each underlying g, scenario s
///          t_g >= floors: delta and per-contract minimums, which are sums of absolute values
///          cost, premium, |net delta| and upside inside their limits, and a target above initial
/// initial  what the rest posts + sum_g factor * (t_g + inside charges) + outside charges
/// ```
///
/// Money is counted in a unit at which the largest loss is about a thousand, and lots in units that
/// lose about as much, since solvers are mistaken about programs of very large or small numbers. A
/// target, a premium limit and a limit on delta may be exceeded at a price beyond any other, so
/// that too few legs to meet them still tell which leg to add. Parts that are not linear are taken
/// to stay as they are; [#covers] says whether there are any.
final class MarginProgram {
    /// The largest loss in the program's unit of money.
    private static final double SIZE = 1024;

    /// What exceeding a limit costs, per unit of money.
    private static final double PENALTY = 1e4;

    /// What an excess may be by rounding, relative to the largest loss.
    private static final double ROUNDING = 1e-9;

    /// The share of a delta that counts beside profits, for models that look at nothing else.
    private static final double DELTA_SHARE = 0.01;

    /// What the part of the objective weighs that only decides between equals.
    private static final double TIE = 1e-8;

    private final HedgeTask task;
    private final RiskArrays arrays;
    private final Rows rows = new Rows();
    private final double unit;
    private final double[] lotUnit;
    private final double factor;
    private final List<Charge.Placed> charges;
    private final boolean covers;
    private final List<double[]> columns = new ArrayList<>();
    private final List<Double> costs = new ArrayList<>();
    private final List<Double> most = new ArrayList<>();
    private final Set<Integer> excesses = new HashSet<>();
    private final SortedMap<Integer, Double> held = new TreeMap<>();
    private final double marginWeight;
    private final double costWeight;

    MarginProgram(HedgeTask task) {
        this.task = task;
        this.arrays = task.arrays();
        Optional<ScanModel> scan =
                task.model() instanceof ScanModel model ? Optional.of(model) : Optional.empty();
        this.factor = scan.map(model -> model.factors().initial()).orElse(1.0);
        this.charges =
                scan.map(model -> model.charges().stream().filter(MarginProgram::linear).toList())
                        .orElse(List.of());
        this.covers =
                task.portfolio().orders().isEmpty() && scan.map(this::coversAll).orElse(false);
        for (Position position : task.portfolio().positions()) {
            held.merge(row(position), position.quantity(), Double::sum);
        }
        this.unit = unit();
        this.lotUnit = new double[task.candidates().size()];
        Arrays.setAll(lotUnit, this::lotUnit);
        HedgeGoal goal = task.goal();
        double cost = goal.value(0, 1);
        double margin = goal.value(1, 0);
        this.costWeight = cost > 0 ? cost : TIE;
        this.marginWeight = margin > 0 ? margin : TIE;
        new Assembly().assemble();
    }

    private boolean coversAll(ScanModel model) {
        return model.adjustments().isEmpty()
                && model.factors().depeg().equals(Depeg.NONE)
                && charges.size() == model.charges().size();
    }

    private static boolean linear(Charge.Placed placed) {
        boolean known =
                placed.charge() instanceof DeltaFloor || placed.charge() instanceof ContractMinimum;
        return known && placed.placement() != Charge.Placement.MINIMUM;
    }

    /// Whether every part of the model is in the program, so that its optimum is a bound.
    boolean covers() {
        return covers;
    }

    /// Whether a candidate gains or loses anything in any scenario.
    boolean isAlive(int candidate) {
        return lotUnit[candidate] > 0;
    }

    /// A solution over some of the candidates.
    ///
    /// @param support the candidates that were allowed
    /// @param lots signed lots of each of them
    /// @param objective the least value, in the money of the task
    /// @param prices of the program's rows
    /// @param meetsLimits whether target, premium and net delta are inside their limits
    record Plan(
            int[] support, double[] lots, double objective, double[] prices, boolean meetsLimits) {}

    /// The best lots of some candidates; empty where the limits cannot be met with them.
    Optional<Plan> solve(int[] support) {
        int[] column = columns(support);
        return program(column).solve().map(solution -> plan(support, column, solution));
    }

    /// The columns of some candidates, bought and sold, and of what stands beside them.
    private int[] columns(int[] support) {
        int sides = 2 * support.length;
        int first = 2 * task.candidates().size();
        int[] column = new int[sides + columns.size() - first];
        for (int i = 0; i < column.length; i++) {
            column[i] = i < sides ? 2 * support[i / 2] + i % 2 : first + i - sides;
        }
        return column;
    }

    /// The program over some candidates.
    LinearProgram over(int[] support) {
        return program(columns(support));
    }

    private LinearProgram program(int[] column) {
        LinearProgram program =
                new LinearProgram(
                        Arrays.stream(column).mapToDouble(costs::get).toArray(),
                        Arrays.stream(column).mapToDouble(most::get).toArray());
        for (int r = 0; r < rows.size(); r++) {
            int row = r;
            program.atMost(
                    rows.limit(r),
                    Arrays.stream(column).mapToDouble(c -> columns.get(c)[row]).toArray());
        }
        return program;
    }

    private Plan plan(int[] support, int[] column, LinearProgram.Solution solution) {
        double[] lots = new double[support.length];
        double value = 0;
        for (int i = 0; i < column.length; i++) {
            value += costs.get(column[i]) * solution.x()[i];
            if (i < 2 * support.length) {
                lots[i / 2] += (i % 2 == 0 ? 1 : -1) * solution.x()[i] * lotUnit[support[i / 2]];
            }
        }
        boolean meets = true;
        for (int i = 0; i < column.length; i++) {
            meets &= !excesses.contains(column[i]) || solution.x()[i] < SIZE * ROUNDING;
        }
        return new Plan(support, lots, value * unit, solution.prices(), meets);
    }

    /// What the first bit of a candidate, bought or sold, would change a plan's objective by; below
    /// zero it would help.
    double reducedCost(Plan plan, int candidate) {
        double least = Double.POSITIVE_INFINITY;
        for (int side = 0; side < 2; side++) {
            int column = 2 * candidate + side;
            if (most.get(column) == 0) continue;
            double cost = costs.get(column);
            for (int r = 0; r < rows.size(); r++) cost += plan.prices()[r] * columns.get(column)[r];
            least = Math.min(least, cost);
        }
        return least;
    }

    /// How much of a plan one of its legs is: its lots in units that lose about as much as
    /// another's.
    double size(Plan plan, int leg) {
        return Math.abs(plan.lots()[leg]) / lotUnit[plan.support()[leg]];
    }

    private int row(Position position) {
        return arrays.row(position.instrument()).orElseThrow();
    }

    /// Weighted profit of one underlying's part of some positions, by scenario.
    private double[] pnl(Iterable<Map.Entry<Integer, Double>> legs, RiskArrays.Run run) {
        double[] pnl = new double[arrays.scenarios()];
        for (Map.Entry<Integer, Double> leg : legs) {
            int row = leg.getKey();
            if (row < run.from() || row >= run.to()) continue;
            for (int s = 0; s < pnl.length; s++) {
                pnl[s] += arrays.weight(s) * (leg.getValue() * arrays.pnl(row, s));
            }
        }
        return pnl;
    }

    private SortedMap<Integer, Double> legs(int candidate) {
        SortedMap<Integer, Double> legs = new TreeMap<>();
        for (Position leg : task.candidates().get(candidate).lot()) {
            legs.merge(row(leg), leg.quantity(), Double::sum);
        }
        return legs;
    }

    private double delta(SortedMap<Integer, Double> legs, RiskArrays.Run run) {
        double delta = 0;
        for (var leg : legs.subMap(run.from(), run.to()).entrySet()) {
            delta += leg.getValue() * arrays.columns().delta()[leg.getKey()];
        }
        return delta;
    }

    /// The largest profit or loss in any scenario, or a share of the delta where that is more.
    private double largest(SortedMap<Integer, Double> legs) {
        double largest = 0;
        for (RiskArrays.Run run : arrays.runs()) {
            for (double cell : pnl(legs.entrySet(), run)) {
                largest = Math.max(largest, Math.abs(cell));
            }
            double notional = delta(legs, run) * run.spot();
            largest = Math.max(largest, DELTA_SHARE * Math.abs(notional));
        }
        return largest;
    }

    /// A power of two at which the largest loss of what is held, or could be, is about [#SIZE].
    private double unit() {
        double largest = largest(held);
        for (int j = 0; largest == 0 && j < task.candidates().size(); j++) {
            largest = largest(legs(j));
        }
        return largest == 0 ? 1 : powerOfTwo(largest / SIZE);
    }

    private double lotUnit(int candidate) {
        double largest = largest(legs(candidate));
        return largest == 0 ? 0 : powerOfTwo(unit * SIZE / largest);
    }

    private static double powerOfTwo(double value) {
        return Math.scalb(1.0, Math.getExponent(value));
    }

    /// The rows of the program: what stands on their right.
    private static final class Rows {
        private final List<Double> limits = new ArrayList<>();

        int add(double limit) {
            limits.add(limit);
            return limits.size() - 1;
        }

        int size() {
            return limits.size();
        }

        double limit(int row) {
            return limits.get(row);
        }
    }

    /// Writes the columns of the program.
    private final class Assembly {
        private final List<SortedMap<Integer, Double>> legs = new ArrayList<>();
        private final List<SortedMap<Integer, Double>> entries = new ArrayList<>();
        private final double[][] upside = task.upsidePnl();

        void assemble() {
            int candidates = task.candidates().size();
            for (int j = 0; j < candidates; j++) legs.add(legs(j));
            for (int side = 0; side < 2 * candidates; side++) {
                Candidate candidate = task.candidates().get(side / 2);
                Candidate.Side open = side % 2 == 0 ? candidate.buying() : candidate.selling();
                double perUnit = open.costPerLot() * lotUnit[side / 2] / unit;
                double bound = lotUnit[side / 2] == 0 ? 0 : open.mostLots() / lotUnit[side / 2];
                variable(costWeight * perUnit, Math.min(bound, LinearProgram.NO_BOUND));
            }
            costAndPremium();
            int target = target();
            for (RiskArrays.Run run : arrays.runs()) {
                if (touches(run)) group(run, target);
            }
            upside();
            for (SortedMap<Integer, Double> entry : entries) {
                double[] column = new double[rows.size()];
                entry.forEach((row, value) -> column[row] = value);
                columns.add(column);
            }
        }

        private int variable(double cost, double bound) {
            costs.add(cost);
            most.add(bound);
            entries.add(new TreeMap<>());
            return entries.size() - 1;
        }

        private void set(int row, int variable, double value) {
            if (value != 0) entries.get(variable).merge(row, value, Double::sum);
        }

        /// Lets a row be exceeded, at a price.
        private void elastic(int row) {
            int excess = variable(PENALTY, LinearProgram.NO_BOUND);
            excesses.add(excess);
            set(row, excess, -1);
        }

        /// Puts `value` per lot of each candidate, signed, into a row.
        private void setLots(int row, int candidate, double value) {
            double scaled = value * lotUnit[candidate];
            set(row, 2 * candidate, scaled);
            set(row, 2 * candidate + 1, -scaled);
        }

        private void costAndPremium() {
            HedgeLimits limits = task.limits();
            if (limits.cost() < Double.POSITIVE_INFINITY) {
                int row = rows.add(limits.cost() / unit);
                for (int side = 0; side < 2 * legs.size(); side++) {
                    set(row, side, side(side).costPerLot() * lotUnit[side / 2] / unit);
                }
            }
            if (limits.premium() < Double.POSITIVE_INFINITY) {
                int row = rows.add(limits.premium() / unit);
                for (int side = 0; side < 2 * legs.size(); side++) {
                    set(row, side, side(side).premiumPerLot() * lotUnit[side / 2] / unit);
                }
                elastic(row);
            }
        }

        private Candidate.Side side(int side) {
            Candidate candidate = task.candidates().get(side / 2);
            return side % 2 == 0 ? candidate.buying() : candidate.selling();
        }

        /// The row that keeps the initial margin under the target; -1 where there is none.
        private int target() {
            if (!(task.goal() instanceof HedgeGoal.Target goal)) return -1;
            int row = rows.add((goal.initial() - constant()) / unit);
            elastic(row);
            return row;
        }

        private boolean touches(RiskArrays.Run run) {
            return legs.stream().anyMatch(l -> !l.subMap(run.from(), run.to()).isEmpty());
        }

        /// What the account posts beside the linear part of the underlyings that can be hedged.
        private double constant() {
            double linear = 0;
            for (RiskArrays.Run run : arrays.runs()) if (touches(run)) linear += linear(run);
            return Trials.initial(task, List.of()) - linear;
        }

        private double linear(RiskArrays.Run run) {
            double base = 0;
            for (double pnl : pnl(held.entrySet(), run)) base = Math.max(base, -pnl);
            double inside = 0;
            double outside = 0;
            for (Charge.Placed placed : charges) {
                double amount = Math.abs(delta(held, run)) * netRate(placed, run);
                for (var leg : held.subMap(run.from(), run.to()).entrySet()) {
                    amount += Math.abs(leg.getValue()) * grossRate(placed, leg.getKey(), run);
                }
                switch (placed.placement()) {
                    case FLOOR -> base = Math.max(base, amount);
                    case INSIDE -> inside += amount;
                    case OUTSIDE -> outside += amount;
                    case MINIMUM -> throw new IllegalStateException("a minimum is not linear");
                }
            }
            return factor * (base + inside) + outside;
        }

        private void group(RiskArrays.Run run, int target) {
            int margin = variable(marginWeight * factor, LinearProgram.NO_BOUND);
            if (target >= 0) set(target, margin, factor);
            scan(run, margin);
            boolean charged = !charges.isEmpty();
            boolean limited = task.limits().netDelta() < Double.POSITIVE_INFINITY;
            if (!charged && !limited) return;
            int net = sizeOfNetDelta(run);
            if (charged) charges(run, margin, net, target);
        }

        private void scan(RiskArrays.Run run, int margin) {
            double[] base = pnl(held.entrySet(), run);
            List<double[]> lots = new ArrayList<>();
            for (SortedMap<Integer, Double> leg : legs) lots.add(pnl(leg.entrySet(), run));
            for (int s = 0; s < base.length; s++) {
                if (arrays.weight(s) == 0) continue;
                int row = rows.add(base[s] / unit);
                set(row, margin, -1);
                for (int j = 0; j < lots.size(); j++) setLots(row, j, -lots.get(j)[s] / unit);
            }
        }

        /// A variable for the size of the net delta, in money at the spot price.
        private int sizeOfNetDelta(RiskArrays.Run run) {
            double spot = run.spot() / unit;
            int net = variable(0, LinearProgram.NO_BOUND);
            if (task.limits().netDelta() < Double.POSITIVE_INFINITY) {
                int limit = rows.add(task.limits().netDelta() * spot);
                set(limit, net, 1);
                elastic(limit);
            }
            double base = delta(held, run) * spot;
            for (int sign = -1; sign <= 1; sign += 2) {
                int row = rows.add(-sign * base);
                set(row, net, -1);
                for (int j = 0; j < legs.size(); j++) {
                    setLots(row, j, sign * delta(legs.get(j), run) * spot);
                }
            }
            return net;
        }

        private void charges(RiskArrays.Run run, int margin, int net, int target) {
            SortedMap<Integer, Integer> sizes = sizes(run);
            for (Charge.Placed placed : charges) {
                boolean floor = placed.placement() == Charge.Placement.FLOOR;
                double weight = placed.placement() == Charge.Placement.INSIDE ? factor : 1;
                int row = floor ? rows.add(0) : target;
                if (floor) set(row, margin, -1);
                charge(placed, run, net, sizes, row, floor ? 0 : marginWeight * weight, weight);
            }
        }

        /// Puts one charge into a row, where there is one, and into the costs with a weight.
        private void charge(
                Charge.Placed placed,
                RiskArrays.Run run,
                int net,
                SortedMap<Integer, Integer> sizes,
                int row,
                double costWeight,
                double rowWeight) {
            double netRate = netRate(placed, run) / run.spot();
            put(row, net, netRate, costWeight, rowWeight);
            sizes.forEach((touched, size) ->
                    put(row, size, grossRate(placed, touched, run), costWeight, rowWeight));
            if (row < 0) return;
            double rest = 0;
            for (var leg : held.subMap(run.from(), run.to()).entrySet()) {
                if (sizes.containsKey(leg.getKey())) continue;
                rest += Math.abs(leg.getValue()) * grossRate(placed, leg.getKey(), run);
            }
            rows.limits.set(row, rows.limit(row) - rowWeight * rest / unit);
        }

        private void put(int row, int variable, double rate, double cost, double weight) {
            if (row >= 0) set(row, variable, rate * weight);
            costs.set(variable, costs.get(variable) + rate * cost);
        }

        /// For each row that a candidate touches a variable for how many contracts of it are held,
        /// long or short, per unit of money.
        private SortedMap<Integer, Integer> sizes(RiskArrays.Run run) {
            SortedMap<Integer, Integer> sizes = new TreeMap<>();
            for (SortedMap<Integer, Double> lot : legs) {
                for (int touched : lot.subMap(run.from(), run.to()).keySet()) {
                    sizes.computeIfAbsent(touched, _ -> variable(0, LinearProgram.NO_BOUND));
                }
            }
            sizes.forEach(this::size);
            return sizes;
        }

        private void size(int touched, int size) {
            double base = held.getOrDefault(touched, 0.0) / unit;
            for (int sign = -1; sign <= 1; sign += 2) {
                int row = rows.add(-sign * base);
                set(row, size, -1);
                for (int j = 0; j < legs.size(); j++) {
                    setLots(row, j, sign * legs.get(j).getOrDefault(touched, 0.0) / unit);
                }
            }
        }

        private void upside() {
            for (int u = 0; u < upside.length; u++) {
                double kept = 0;
                for (var leg : held.entrySet()) kept += leg.getValue() * upside[u][leg.getKey()];
                if (kept <= 0) continue;
                double keep = task.limits().upside().get(u).keep();
                int row = rows.add((1 - keep) * kept / unit);
                for (int j = 0; j < legs.size(); j++) {
                    double gain = 0;
                    for (var leg : legs.get(j).entrySet()) {
                        gain += leg.getValue() * upside[u][leg.getKey()];
                    }
                    setLots(row, j, -gain / unit);
                }
            }
        }
    }

    /// What a charge takes of each unit of net delta, in the margin currency.
    private static double netRate(Charge.Placed placed, RiskArrays.Run run) {
        return placed.charge() instanceof DeltaFloor floor
                ? (floor.unhedgedRate() - floor.hedgedRate() / 2) * run.spot()
                : 0;
    }

    /// What a charge takes of each contract of a row, long or short.
    private double grossRate(Charge.Placed placed, int row, RiskArrays.Run run) {
        if (placed.charge() instanceof DeltaFloor floor) {
            return floor.hedgedRate() / 2 * run.spot() * Math.abs(arrays.columns().delta()[row]);
        }
        return placed.charge() instanceof ContractMinimum minimum
                        && arrays.instruments().get(row) instanceof Option option
                ? minimum.perUnit() * option.contract().multiplier()
                : 0;
    }
}
