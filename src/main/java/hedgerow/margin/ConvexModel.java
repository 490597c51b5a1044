package hedgerow.margin;

import hedgerow.margin.Charge.Placement;
import hedgerow.margin.ConvexCharge.Hinge;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What of a model is convex and piecewise linear in the positions, for programs that seek what to
/// hold.
///
/// ```
/// loss_s      = sum over expiries of what its rows lose as they count - damping_s
/// requirement = factor * max(max(scan, floors) + insides, minimums) + outsides
/// ```
///
/// An expiry whose options are worth `V` in a scenario counts `asset * V`, and `(debt - asset) *
/// max(0, -V)` more as a loss. Open orders are no part of it.
///
/// Of a model of another shape there is the scan of its scenarios alone.
public final class ConvexModel {
    private final RiskArrays arrays;
    private final ScenarioGrid grid;
    private final List<Charge.Placed> charges;
    private final double factor;
    private final double[] damping;
    private final double[] hedgedMoves;
    private final double[] assets;
    private final double[] debts;
    private final boolean[] options;
    private boolean isBound;

    private ConvexModel(MarginModel model, RiskArrays arrays) {
        Optional<ScanModel> scan = model instanceof ScanModel s ? Optional.of(s) : Optional.empty();
        this.arrays = arrays;
        this.grid = model.grid();
        this.charges = scan.map(ScanModel::charges).orElse(List.of());
        this.factor =
                scan.map(s -> s.factors().initialAt(arrays.market().stablePrice())).orElse(1.0);
        this.damping = new double[arrays.scenarios()];
        this.hedgedMoves = new double[arrays.scenarios()];
        this.assets = ones(arrays.expiries().size());
        this.debts = ones(arrays.expiries().size());
        this.options = Rows.options(arrays);
        this.isBound = scan.isPresent();
        adjust(scan.map(ScanModel::adjustments).orElse(List.of()));
        for (Charge.Placed placed : charges) {
            isBound &= ConvexCharges.isConvex(placed.charge());
        }
    }

    /// The convex parts of a model over arrays that were built for it.
    public static ConvexModel of(MarginModel model, RiskArrays arrays) {
        return new ConvexModel(model, arrays);
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// Gains count for nothing in a scan, so a limit on them alone changes none; but what comes
    /// after it must be no less true of the gains that are left.
    private void adjust(List<Adjustment> adjustments) {
        boolean gainsAreKept = true;
        for (Adjustment adjustment : adjustments) {
            switch (adjustment) {
                case GainLimit _ -> gainsAreKept = false;
                case Dampener dampener -> {
                    double[] most = dampener.most(arrays, grid);
                    for (int s = 0; s < damping.length; s++) {
                        damping[s] += most[s] * arrays.weight(s);
                    }
                    gainsAreKept = false;
                }
                case DeltaHedge _ -> {
                    isBound &= gainsAreKept;
                    for (int s = 0; s < hedgedMoves.length; s++) {
                        hedgedMoves[s] += grid.get(s).spotMove();
                    }
                }
                case ExpiryDiscount discount -> {
                    isBound &= adjustments.size() == 1 && discount(discount);
                }
            }
        }
    }

    /// Takes a discount over; false where it counts a debt at less than an asset.
    private boolean discount(ExpiryDiscount discount) {
        double[] rates = Rows.ratesOfExpiries(arrays);
        for (int e = 0; e < rates.length; e++) {
            double years = arrays.expiries().get(e).years();
            assets[e] = discount.ofAsset(rates[e], years);
            debts[e] = Math.max(assets[e], discount.ofDebt(rates[e], years));
            if (debts[e] > discount.ofDebt(rates[e], years)) return false;
        }
        return true;
    }

    /// Whether this is never above the model, for an account without open orders.
    public boolean isBound() {
        return isBound;
    }

    /// The factor on initial margin.
    public double factor() {
        return factor;
    }

    /// What the loss of a scenario is smaller by, after weights.
    public double damping(int scenario) {
        return damping[scenario];
    }

    /// What one contract of a row loses in a scenario, before weights: options as assets count, and
    /// without what is taken to be hedged.
    public double loss(int row, int scenario) {
        double pnl = arrays.pnl(row, scenario);
        if (hedgedMoves[scenario] != 0) {
            double spot = arrays.runs().get(arrays.runOf(row)).spot();
            pnl -= arrays.columns().delta()[row] * spot * hedgedMoves[scenario];
        }
        double asset = assets[arrays.expiryOf(row)];
        if (asset == 1 || !options[row]) return 0 - pnl;
        double value = arrays.columns().value()[row];
        return value - asset * (value + pnl);
    }

    /// What options of each expiry of a group lose more in a scenario where they are owed, before
    /// weights.
    public List<Hinge> debts(int runIndex, int scenario) {
        List<Hinge> hinges = new ArrayList<>();
        for (int e = 0; e < debts.length; e++) {
            RiskArrays.Expiry expiry = arrays.expiries().get(e);
            double more = debts[e] - assets[e];
            if (expiry.run() != runIndex || more == 0) continue;
            SortedMap<Integer, Double> owed = new TreeMap<>();
            for (int row = expiry.from(); row < expiry.to(); row++) {
                if (!options[row]) continue;
                double worth = arrays.columns().value()[row] + arrays.pnl(row, scenario);
                owed.put(row, -more * worth);
            }
            if (!owed.isEmpty()) hinges.add(new Hinge(List.of(owed, new TreeMap<>())));
        }
        return hinges;
    }

    /// A charge and where it stands.
    public record Part(ConvexCharge charge, Placement placement) {}

    /// The charges on one underlying.
    ///
    /// @param held contracts by row
    public List<Part> parts(int runIndex, SortedMap<Integer, Double> held) {
        ConvexCharges convex = new ConvexCharges(arrays, grid, runIndex);
        List<Part> parts = new ArrayList<>();
        for (Charge.Placed placed : charges) {
            parts.add(new Part(convex.of(placed.charge(), held), placed.placement()));
        }
        return parts;
    }

    /// What a group posts by its convex parts, of contracts by row.
    public double initial(int runIndex, SortedMap<Integer, Double> held) {
        double base = scan(runIndex, held);
        double inside = 0;
        double least = 0;
        double outside = 0;
        for (Part part : parts(runIndex, held)) {
            double amount = part.charge().at(held);
            switch (part.placement()) {
                case FLOOR -> base = Math.max(base, amount);
                case INSIDE -> inside += amount;
                case MINIMUM -> least = Math.max(least, amount);
                case OUTSIDE -> outside += amount;
            }
        }
        return factor * Math.max(base + inside, least) + outside;
    }

    private double scan(int runIndex, SortedMap<Integer, Double> held) {
        RiskArrays.Run run = arrays.runs().get(runIndex);
        double scan = 0;
        for (int s = 0; s < arrays.scenarios(); s++) {
            if (arrays.weight(s) == 0) continue;
            double loss = 0;
            for (var leg : held.subMap(run.from(), run.to()).entrySet()) {
                loss += leg.getValue() * loss(leg.getKey(), s);
            }
            for (Hinge debt : debts(runIndex, s)) loss += debt.at(held);
            scan = Math.max(scan, arrays.weight(s) * loss - damping[s]);
        }
        return scan;
    }
}
