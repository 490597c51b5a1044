package hedgerow.margin;

import hedgerow.margin.Holding.OpenOrders;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.RiskArrays;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One account that follows trades and ticks: its legs and open orders by group, and what was last
/// read of each group.
final class LiveAccount {
    private static final int[] ONE_GROUP = new int[1];
    private static final int KEPT = 4;

    private int[] rows;
    private double[] quantities;
    private BookOrders orders;
    private Holding holding = Holding.NOTHING;
    private int groupsOfLegs;

    /// The groups, in the order of runs: the run, the place of the legs or -1, and the first order,
    /// with the end of the last group's.
    int[] runs = new int[0];

    private int[] legGroups = new int[0];
    private int[] orderStarts = ONE_GROUP;

    /// What was read of each group, in one array, since accounts lie far apart in memory: initial,
    /// maintenance, the worst loss and its scenario; not a number where it was refused.
    private double[] kept = new double[0];

    private final Map<Integer, RefusedException> refusals = new TreeMap<>();

    /// @param rows ascending, each once; kept
    /// @param orders of this account alone
    LiveAccount(RiskArrays arrays, int[] rows, double[] quantities, BookOrders orders) {
        this.rows = rows;
        this.quantities = quantities;
        this.orders = orders;
        layOut(arrays);
    }

    int groups() {
        return runs.length;
    }

    /// The place of the group of a run, or where it would stand less one, below zero.
    int place(int run) {
        return Arrays.binarySearch(runs, run);
    }

    /// Adds contracts to a leg, which goes where they close it, and finds the groups again; what
    /// was read of the others is kept.
    void trade(RiskArrays arrays, int row, double quantity) {
        int at = Arrays.binarySearch(rows, row);
        if (at < 0) {
            rows = inserted(rows, -at - 1, row);
            quantities = inserted(quantities, -at - 1, quantity);
        } else if (quantities[at] + quantity == 0) {
            rows = without(rows, at);
            quantities = without(quantities, at);
        } else {
            quantities[at] += quantity;
            holding.grossQuantity = gross();
            return;
        }
        layOutAgain(arrays);
    }

    private double gross() {
        OpenOrders open = holding.orders;
        return Holding.gross(quantities, rows.length)
                + Holding.gross(open.quantities(), open.rows().length)
                + open.grossOfEdges();
    }

    /// Gives the account other open orders.
    void order(RiskArrays arrays, BookOrders placed) {
        orders = placed;
        layOutAgain(arrays);
    }

    private void layOutAgain(RiskArrays arrays) {
        int[] oldRuns = runs;
        double[] oldKept = kept;
        layOut(arrays);
        for (int g = 0; g < runs.length; g++) {
            int old = Arrays.binarySearch(oldRuns, runs[g]);
            if (old < 0) continue;
            System.arraycopy(oldKept, KEPT * old, kept, KEPT * g, KEPT);
        }
        refusals.keySet().removeIf(run -> place(run) < 0);
    }

    private void layOut(RiskArrays arrays) {
        holding = Holding.of(arrays, rows, quantities, rows.length, orders.on(arrays));
        groupsOfLegs = holding.endGroup;
        int[] placed = orders.rows();
        int most = groupsOfLegs + placed.length;
        runs = new int[most];
        legGroups = new int[most];
        orderStarts = new int[most + 1];
        int groups = 0;
        int legGroup = 0;
        int order = 0;
        while (legGroup < groupsOfLegs || order < placed.length) {
            int legsRun = runOfLegs(arrays, legGroup);
            int ordersRun = order < placed.length ? arrays.runOf(placed[order]) : Integer.MAX_VALUE;
            runs[groups] = Math.min(legsRun, ordersRun);
            legGroups[groups] = legsRun == runs[groups] ? legGroup++ : -1;
            while (order < placed.length && arrays.runOf(placed[order]) == runs[groups]) order++;
            orderStarts[++groups] = order;
        }
        runs = Arrays.copyOf(runs, groups);
        kept = new double[KEPT * groups];
    }

    private int runOfLegs(RiskArrays arrays, int legGroup) {
        return legGroup < groupsOfLegs
                ? arrays.runOf(rows[holding.groupStarts[legGroup]])
                : Integer.MAX_VALUE;
    }

    /// Looks again at what orders would gain, after prices have moved.
    void tick(RiskArrays arrays) {
        if (hasOrders()) {
            holding = Holding.of(arrays, rows, quantities, rows.length, orders.on(arrays));
        }
    }

    /// Reads a group and keeps what was read.
    void read(MarginReader reader, MarginReader.Scratch scratch, Requirement out, int group) {
        int legGroup = legGroup(group);
        holding.firstGroup = Math.max(legGroup, 0);
        holding.endGroup = legGroup + 1;
        holding.orderFrom = orderFrom(group);
        holding.orderTo = orderTo(group);
        try {
            reader.read(holding, scratch, out);
            if (!refusals.isEmpty()) refusals.remove(runs[group]);
        } catch (RefusedException refused) {
            out.set(Double.NaN, Double.NaN);
            refusals.put(runs[group], refused);
        }
        int at = KEPT * group;
        kept[at] = out.initial;
        kept[at + 1] = out.maintenance;
        kept[at + 2] = out.bindingLoss;
        kept[at + 3] = out.bindingScenario;
    }

    double initial(int group) {
        return kept[KEPT * group];
    }

    double maintenance(int group) {
        return kept[KEPT * group + 1];
    }

    double loss(int group) {
        return kept[KEPT * group + 2];
    }

    int scenario(int group) {
        return (int) kept[KEPT * group + 3];
    }

    /// A number that takes all that reading a group takes into the cache.
    double touch(int group) {
        int from = holding.groupStarts[Math.max(0, legGroup(group))];
        return from < rows.length ? rows[from] + quantities[from] + kept[KEPT * group] : 0;
    }

    /// All legs and orders.
    Holding whole() {
        holding.firstGroup = 0;
        holding.endGroup = groupsOfLegs;
        holding.orderFrom = 0;
        holding.orderTo = holding.orders.rows().length;
        return holding;
    }

    /// Other legs with the orders of this account.
    Holding with(RiskArrays arrays, int[] otherRows, double[] otherQuantities, int size) {
        return Holding.of(arrays, otherRows, otherQuantities, size, holding.orders);
    }

    int legs() {
        return rows.length;
    }

    /// Why a group was refused, where it was.
    @Nullable RefusedException refusal(int group) {
        return refusals.isEmpty() ? null : refusals.get(runs[group]);
    }

    /// The open orders, with what each would gain.
    OpenOrders openOrders() {
        return holding.orders;
    }

    int orderFrom(int group) {
        return hasOrders() ? orderStarts[group] : 0;
    }

    int orderTo(int group) {
        return hasOrders() ? orderStarts[group + 1] : 0;
    }

    private boolean hasOrders() {
        return orders != BookOrders.NONE;
    }

    /// The place of the legs of a group, or -1; without orders there are legs in each.
    private int legGroup(int group) {
        return hasOrders() ? legGroups[group] : group;
    }

    double grossQuantity() {
        return holding.grossQuantity;
    }

    /// The first leg of a group.
    int from(int group) {
        int legGroup = legGroup(group);
        return legGroup < 0 ? 0 : holding.groupStarts[legGroup];
    }

    /// The end of the legs of a group.
    int to(int group) {
        int legGroup = legGroup(group);
        return legGroup < 0 ? 0 : holding.groupStarts[legGroup + 1];
    }

    int row(int leg) {
        return rows[leg];
    }

    double quantity(int leg) {
        return quantities[leg];
    }

    private static int[] inserted(int[] items, int at, int item) {
        int[] longer = Arrays.copyOf(items, items.length + 1);
        System.arraycopy(items, at, longer, at + 1, items.length - at);
        longer[at] = item;
        return longer;
    }

    private static double[] inserted(double[] items, int at, double item) {
        double[] longer = Arrays.copyOf(items, items.length + 1);
        System.arraycopy(items, at, longer, at + 1, items.length - at);
        longer[at] = item;
        return longer;
    }

    private static int[] without(int[] items, int at) {
        int[] shorter = Arrays.copyOf(items, items.length - 1);
        System.arraycopy(items, at + 1, shorter, at, shorter.length - at);
        return shorter;
    }

    private static double[] without(double[] items, int at) {
        double[] shorter = Arrays.copyOf(items, items.length - 1);
        System.arraycopy(items, at + 1, shorter, at, shorter.length - at);
        return shorter;
    }
}
