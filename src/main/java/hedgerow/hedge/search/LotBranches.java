package hedgerow.hedge.search;

import hedgerow.hedge.search.MarginProgram.Box;
import hedgerow.hedge.search.MarginProgram.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/// The best whole lots of the legs of a plan, by branch and bound.
///
/// A leg whose lots are no whole number is held at most at the one below, and at least at the one
/// above; of the two programs the better goes on. What cannot be better than the best whole lots so
/// far, by more than a ten-thousandth, is left.
final class LotBranches {
    /// How much better a branch must be able to be, relative to the best so far.
    private static final double BETTER = 1e-4;

    /// How far from a whole number lots may be.
    private static final double WHOLE = 1e-6;

    private final MarginProgram program;
    private int programs;

    /// @param programs the most that are solved for all plans together
    LotBranches(MarginProgram program, int programs) {
        this.program = program;
        this.programs = programs;
    }

    /// Whole lots that were found on the way, each better than the one before by the program.
    ///
    /// @param known whole lots of these legs that are known already
    List<SortedMap<Integer, Double>> of(Plan plan, SortedMap<Integer, Double> known) {
        PriorityQueue<Plan> open = new PriorityQueue<>(Comparator.comparingDouble(Plan::objective));
        double best = value(plan, known);
        List<SortedMap<Integer, Double>> found = new ArrayList<>();
        open.add(plan);
        while (!open.isEmpty() && programs > 0) {
            Plan next = open.remove();
            if (next.objective() >= best - BETTER * Math.abs(best)) return found;
            int leg = leastWhole(next);
            if (leg < 0) {
                best = next.objective();
                found.add(lots(next));
            } else {
                branch(next, leg).forEach(open::add);
            }
        }
        return found;
    }

    /// What the program makes of lots that are known.
    private double value(Plan plan, SortedMap<Integer, Double> known) {
        double[] lots = new double[plan.support().length];
        for (int i = 0; i < lots.length; i++) lots[i] = known.getOrDefault(plan.support()[i], 0.0);
        return solve(plan, new Box(lots, lots))
                .map(Plan::objective)
                .orElse(Double.POSITIVE_INFINITY);
    }

    private Optional<Plan> solve(Plan plan, Box box) {
        programs--;
        return program.solve(plan.support(), List.of(plan), box);
    }

    private List<Plan> branch(Plan plan, int leg) {
        List<Plan> branches = new ArrayList<>();
        double[] most = plan.box().most().clone();
        double[] least = plan.box().least().clone();
        most[leg] = Math.floor(plan.lots()[leg]);
        least[leg] = Math.ceil(plan.lots()[leg]);
        solve(plan, new Box(plan.box().least(), most)).ifPresent(branches::add);
        solve(plan, new Box(least, plan.box().most())).ifPresent(branches::add);
        return branches;
    }

    /// The leg furthest from a whole number of lots; -1 where all are whole.
    private static int leastWhole(Plan plan) {
        int leg = -1;
        double furthest = WHOLE;
        for (int i = 0; i < plan.lots().length; i++) {
            double from = Math.abs(plan.lots()[i] - Math.rint(plan.lots()[i]));
            if (from > furthest * Math.max(1, Math.abs(plan.lots()[i]) * WHOLE)) {
                furthest = from;
                leg = i;
            }
        }
        return leg;
    }

    private static SortedMap<Integer, Double> lots(Plan plan) {
        SortedMap<Integer, Double> lots = new TreeMap<>();
        for (int i = 0; i < plan.lots().length; i++) {
            double whole = Math.rint(plan.lots()[i]);
            if (whole != 0) lots.put(plan.support()[i], whole);
        }
        return lots;
    }
}
