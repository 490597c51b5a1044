package hedgerow.hedge.search;

import hedgerow.hedge.search.ProgramSheet.Expression;
import hedgerow.margin.ConvexCharge.Hinge;
import hedgerow.pricing.RiskArrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// Writes what a hedge costs, and what it may not exceed, as columns and rows of a program.
///
/// A target, a limit on premiums and one on delta may be exceeded at a price beyond any other, so
/// that too few legs to meet them still tell which leg to add.
///
/// @param task the limits
/// @param sheet the program
/// @param exposure what is held and traded
record LimitRows(HedgeTask task, ProgramSheet sheet, Exposure exposure) {

    /// Makes the columns of the candidates, bought and sold in turn.
    void candidates() {
        for (int side = 0; side < 2 * exposure.candidates(); side++) {
            double unit = exposure.lotUnit(side / 2);
            double most = unit == 0 ? 0 : side(side).mostLots() / unit;
            sheet.column(0, Math.min(most, LinearProgram.NO_BOUND));
        }
    }

    /// What trading costs; limited where it is.
    Expression cost() {
        Expression cost = total(Candidate.Side::costPerLot);
        if (isLimit(task.limits().cost())) limit(cost, task.limits().cost());
        if (isLimit(task.limits().premium())) {
            Expression premium = total(Candidate.Side::premiumPerLot);
            sheet.elastic(limit(premium, task.limits().premium()));
        }
        return cost;
    }

    /// Keeps margin at most a target, where there is one.
    void target(Expression margin) {
        if (task.goal() instanceof HedgeGoal.Target target) {
            sheet.elastic(limit(margin, target.initial()));
        }
    }

    /// Keeps the net delta of each underlying that is traded inside its limit.
    void netDelta(MarginRows rows) {
        double limit = task.limits().netDelta();
        if (!isLimit(limit)) return;
        double[] delta = task.arrays().columns().delta();
        for (RiskArrays.Run run : task.arrays().runs()) {
            if (!exposure.isTraded(run)) continue;
            // Published arrays know no spot
            double each = Double.isNaN(run.spot()) ? 1 : run.spot();
            SortedMap<Integer, Double> bought = new TreeMap<>();
            SortedMap<Integer, Double> sold = new TreeMap<>();
            for (int row = run.from(); row < run.to(); row++) {
                bought.put(row, delta[row] * each);
                sold.put(row, -delta[row] * each);
            }
            Expression size = rows.hinge(new Hinge(List.of(bought, sold)));
            sheet.elastic(limit(size, limit * each));
        }
    }

    /// Keeps the shares of gains that must be kept.
    void upside(MarginRows rows) {
        double[][] pnl = task.upsidePnl();
        for (int u = 0; u < pnl.length; u++) {
            SortedMap<Integer, Double> losses = new TreeMap<>();
            for (int row = 0; row < pnl[u].length; row++) losses.put(row, -pnl[u][row]);
            double kept = -Hinge.value(losses, exposure.held());
            double keep = task.limits().upside().get(u).keep();
            if (kept > 0) limit(rows.form(losses), -keep * kept);
        }
    }

    private static boolean isLimit(double limit) {
        return limit < Double.POSITIVE_INFINITY;
    }

    private Candidate.Side side(int side) {
        Candidate candidate = task.candidates().get(side / 2);
        return side % 2 == 0 ? candidate.buying() : candidate.selling();
    }

    /// What an amount per lot comes to over all lots, in the program's money.
    private Expression total(ToDoubleFunction<Candidate.Side> perLot) {
        Expression total = new Expression();
        for (int side = 0; side < 2 * exposure.candidates(); side++) {
            double unit = exposure.lotUnit(side / 2) / exposure.unit();
            total.add(side, perLot.applyAsDouble(side(side)) * unit);
        }
        return total;
    }

    /// A row that keeps an expression at most an amount of the margin currency.
    private int limit(Expression expression, double amount) {
        int row = sheet.row(amount / exposure.unit());
        sheet.put(row, expression, 1);
        return row;
    }
}
