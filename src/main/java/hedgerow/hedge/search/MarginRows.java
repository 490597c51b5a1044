package hedgerow.hedge.search;

import hedgerow.hedge.search.ProgramSheet.Expression;
import hedgerow.margin.ConvexCharge;
import hedgerow.margin.ConvexCharge.Hinge;
import hedgerow.margin.ConvexCharge.Piece;
import hedgerow.margin.ConvexModel;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Writes the convex parts of a model as rows of a program, one group after another.
///
/// ```
/// t >= w_s * loss_s - damping_s        each scenario s, with a column for each expiry that is owed
/// t >= floors
/// r >= t + insides, r >= minimums      where the model has a minimum
/// group = factor * (r, or t + insides) + outsides
/// ```
///
/// A charge is a sum of hinges, each the largest of linear forms. Where only one candidate and
/// nothing held touches a hinge, it is a cost of each lot, bought or sold; else it is a column, and
/// each form a row under it.
final class MarginRows {
    private final ProgramSheet sheet;
    private final RiskArrays arrays;
    private final ConvexModel model;
    private final Exposure exposure;
    private final Map<Integer, List<Leg>> legsOfRow = new HashMap<>();

    /// One row of a lot of a candidate.
    private record Leg(int candidate, double contracts) {}

    /// @param sheet whose first columns are the candidates, bought and sold
    MarginRows(ProgramSheet sheet, RiskArrays arrays, ConvexModel model, Exposure exposure) {
        this.sheet = sheet;
        this.arrays = arrays;
        this.model = model;
        this.exposure = exposure;
        for (int j = 0; j < exposure.candidates(); j++) {
            int candidate = j;
            exposure.lot(j)
                    .forEach((row, contracts) ->
                            legsOfRow
                                    .computeIfAbsent(row, _ -> new ArrayList<>())
                                    .add(new Leg(candidate, contracts)));
        }
    }

    /// What all groups post on which a candidate trades, in the program's money.
    Expression margin() {
        Expression margin = new Expression();
        for (int run = 0; run < arrays.runs().size(); run++) {
            if (exposure.isTraded(arrays.runs().get(run))) margin.add(group(run), 1);
        }
        return margin;
    }

    private Expression group(int run) {
        int base = sheet.column();
        scan(run, base);
        Expression inside = new Expression();
        inside.add(base, 1);
        Expression outside = new Expression();
        List<Expression> minimums = new ArrayList<>();
        for (ConvexModel.Part part : model.parts(run, exposure.held())) {
            Expression charge = charge(part.charge());
            switch (part.placement()) {
                case FLOOR -> sheet.row(charge, base);
                case INSIDE -> inside.add(charge, 1);
                case MINIMUM -> minimums.add(charge);
                case OUTSIDE -> outside.add(charge, 1);
            }
        }
        Expression group = new Expression();
        group.add(minimums.isEmpty() ? inside : largest(inside, minimums), model.factor());
        group.add(outside, 1);
        return group;
    }

    private Expression largest(Expression first, List<Expression> others) {
        int column = sheet.column();
        sheet.row(first, column);
        for (Expression other : others) sheet.row(other, column);
        return single(column);
    }

    private static Expression single(int column) {
        Expression single = new Expression();
        single.add(column, 1);
        return single;
    }

    private void scan(int runIndex, int base) {
        RiskArrays.Run run = arrays.runs().get(runIndex);
        for (int s = 0; s < arrays.scenarios(); s++) {
            if (arrays.weight(s) == 0) continue;
            int row = sheet.lazyRow(base);
            for (int r = run.from(); r < run.to(); r++) {
                put(row, r, arrays.weight(s) * model.loss(r, s) / exposure.unit());
            }
            for (Hinge debt : model.debts(runIndex, s)) {
                sheet.put(row, hinge(debt), arrays.weight(s));
            }
            sheet.put(row, -model.damping(s) / exposure.unit());
        }
    }

    /// Puts `each` for each contract of a row of the arrays, held and traded, into a row.
    private void put(int row, int instrument, double each) {
        Double held = exposure.held().get(instrument);
        if (held != null) sheet.put(row, each * held);
        for (Leg leg : legsOfRow.getOrDefault(instrument, List.of())) {
            double perUnit = each * leg.contracts() * exposure.lotUnit(leg.candidate());
            sheet.put(row, 2 * leg.candidate(), perUnit);
            sheet.put(row, 2 * leg.candidate() + 1, -perUnit);
        }
    }

    private Expression charge(ConvexCharge charge) {
        Expression sum = new Expression();
        for (Hinge hinge : charge.hinges()) sum.add(hinge(hinge), 1);
        if (charge.isPlain()) return sum;
        int column = sheet.column();
        for (Piece piece : charge.pieces()) {
            Expression line = new Expression();
            line.add(sum, piece.slope());
            line.add(piece.constant() / exposure.unit());
            sheet.row(line, column);
        }
        return single(column);
    }

    /// The largest of linear forms.
    Expression hinge(Hinge hinge) {
        List<Expression> forms = hinge.forms().stream().map(this::form).toList();
        boolean held = forms.stream().anyMatch(form -> form.constant() != 0);
        long columns =
                forms.stream().flatMap(f -> f.columns().keySet().stream()).distinct().count();
        if (columns == 0) {
            Expression constant = new Expression();
            constant.add(forms.stream().mapToDouble(Expression::constant).max().orElseThrow());
            return constant;
        }
        if (!held && columns == 2) return ofOneCandidate(forms);
        int column = sheet.column();
        for (Expression form : forms) {
            if (!form.columns().isEmpty() || form.constant() > 0) sheet.row(form, column);
        }
        return single(column);
    }

    /// A hinge of which the two columns are the sides of one candidate: what is bought and sold at
    /// once is never less than what is left of it.
    private static Expression ofOneCandidate(List<Expression> forms) {
        Expression cost = new Expression();
        for (int column : forms.stream().flatMap(f -> f.columns().keySet().stream()).toList()) {
            if (cost.columns().containsKey(column)) continue;
            cost.add(
                    column,
                    forms.stream()
                            .mapToDouble(f -> f.columns().getOrDefault(column, 0.0))
                            .max()
                            .orElseThrow());
        }
        return cost;
    }

    /// A linear form of what is held and traded, in the program's money.
    Expression form(SortedMap<Integer, Double> form) {
        Expression expression = new Expression();
        form.forEach((row, perContract) -> {
            double each = perContract / exposure.unit();
            expression.add(each * exposure.held().getOrDefault(row, 0.0));
            for (Leg leg : legsOfRow.getOrDefault(row, List.of())) {
                double perUnit = each * leg.contracts() * exposure.lotUnit(leg.candidate());
                expression.add(2 * leg.candidate(), perUnit);
                expression.add(2 * leg.candidate() + 1, -perUnit);
            }
        });
        return expression;
    }
}
