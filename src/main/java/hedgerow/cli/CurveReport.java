package hedgerow.cli;

import hedgerow.api.answer.CurveAnswer;
import hedgerow.api.answer.CurvePointAnswer;
import hedgerow.api.answer.SettlementAnswer;
import hedgerow.api.answer.StandingAnswer;
import hedgerow.cli.print.Cell;
import hedgerow.cli.print.Column;
import hedgerow.cli.print.Figures;
import hedgerow.cli.print.Report;
import hedgerow.cli.print.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A curve told to people.
final class CurveReport {
    private static final int BAR = 24;

    private CurveReport() {}

    static Report of(CurveAnswer answer) {
        Report report = new Report();
        boolean hedged = answer.points().stream().anyMatch(point -> point.after().isPresent());
        report.verdict(verdict(answer, hedged));
        report.say("By " + ModelWords.basis(answer.model(), answer.market()) + ".");
        report.table(hedged ? hedged(answer) : alone(answer));
        breakEvens("Without the hedge it", answer.breakEvens(), answer, report, hedged);
        answer.hedgedBreakEvens()
                .ifPresent(at -> breakEvens("With the hedge it", at, answer, report, true));
        List<String> notes = new ArrayList<>();
        answer.settlements().stream().map(CurveReport::settled).forEach(notes::add);
        notes.addAll(answer.assumptions());
        if (!notes.isEmpty()) report.heading("Notes").items(notes);
        return report;
    }

    private static String settled(SettlementAnswer leg) {
        return leg.instrument() + " " + leg.text();
    }

    private static String verdict(CurveAnswer answer, boolean hedged) {
        CurvePointAnswer most =
                answer.points().stream()
                        .max(Comparator.comparingDouble(point -> point.before().initial()))
                        .orElseThrow();
        String text =
                "The initial margin is largest at "
                        + at(most, answer)
                        + ": "
                        + Figures.money(most.before().initial())
                        + " "
                        + answer.currency();
        if (!hedged) return text + ".";
        Optional<CurvePointAnswer> with =
                answer.points().stream()
                        .max(Comparator.comparingDouble(point -> initial(point.after())));
        return text
                + with.map(point ->
                                "; with the hedge at "
                                        + at(point, answer)
                                        + ": "
                                        + Figures.money(initial(point.after())))
                        .orElse("")
                + ".";
    }

    private static double initial(Optional<StandingAnswer> standing) {
        return standing.map(StandingAnswer::initial).orElse(0.0);
    }

    private static String at(CurvePointAnswer point, CurveAnswer answer) {
        return switch (answer.over()) {
            case "spot" -> "spot " + Figures.number(point.spot()) + " (" + move(point.at()) + ")";
            case "vol" -> "a vol move of " + move(point.at());
            default -> "day " + Figures.brief(point.at());
        };
    }

    private static String move(double fraction) {
        return Figures.move(Math.rint(fraction * 1e4) / 1e4);
    }

    private static Table alone(CurveAnswer answer) {
        Table.Builder table =
                Table.of(
                        Column.figures(name(answer)),
                        Column.figures("Spot"),
                        Column.figures("P&L"),
                        Column.figures("Initial"),
                        Column.figures("Maintenance").spare(),
                        Column.figures("Excess"),
                        Column.words("").spare(),
                        Column.words("Initial").spare());
        double most = most(answer);
        for (CurvePointAnswer point : answer.points()) {
            StandingAnswer standing = point.before();
            table.row(
                    place(point, answer),
                    Figures.brief(point.spot()),
                    Figures.money(standing.pnl()),
                    Figures.money(standing.initial()),
                    Figures.money(standing.maintenance()),
                    Figures.money(standing.excess()),
                    marks(point),
                    "#".repeat(length(standing.initial(), most)));
        }
        return table.build();
    }

    private static Table hedged(CurveAnswer answer) {
        Table.Builder table =
                Table.of(
                        Column.figures(name(answer)),
                        Column.figures("Spot"),
                        Column.figures("P&L").spare(),
                        Column.figures("with hedge").spare(),
                        Column.figures("Initial"),
                        Column.figures("with hedge"),
                        Column.figures("Taken off"),
                        Column.words("").spare(),
                        Column.words("# with hedge, . taken off, + added").spare());
        double most = most(answer);
        for (CurvePointAnswer point : answer.points()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(place(point, answer)));
            cells.add(Cell.of(Figures.brief(point.spot())));
            cells.add(Cell.money(point.before().pnl()));
            cells.add(MarginReport.amount(point.after().map(StandingAnswer::pnl)));
            cells.add(Cell.money(point.before().initial()));
            cells.add(MarginReport.amount(point.after().map(StandingAnswer::initial)));
            cells.add(MarginReport.amount(point.saved()));
            cells.add(Cell.of(marks(point)));
            int without = length(point.before().initial(), most);
            int with = length(initial(point.after()), most);
            cells.add(
                    Cell.of(
                            "#".repeat(Math.min(with, without))
                                    + ".".repeat(Math.max(0, without - with))
                                    + "+".repeat(Math.max(0, with - without))));
            table.cells(cells);
        }
        return table.build();
    }

    private static double most(CurveAnswer answer) {
        return answer.points().stream()
                .mapToDouble(p -> Math.max(p.before().initial(), initial(p.after())))
                .max()
                .orElse(0);
    }

    private static int length(double amount, double most) {
        return most <= 0 ? 0 : (int) Math.rint(Math.max(0, amount) / most * BAR);
    }

    private static String name(CurveAnswer answer) {
        return switch (answer.over()) {
            case "spot" -> "Move";
            case "vol" -> "Vol";
            default -> "Day";
        };
    }

    private static String place(CurvePointAnswer point, CurveAnswer answer) {
        return answer.over().equals("days") ? Figures.brief(point.at()) : move(point.at());
    }

    private static String marks(CurvePointAnswer point) {
        return point.marks().stream()
                .map(mark ->
                        switch (mark) {
                            case "breakEven" -> "break-even";
                            case "hedgedBreakEven" -> "break-even with hedge";
                            default -> mark;
                        })
                .collect(Collectors.joining(", "));
    }

    private static void breakEvens(
            String what, List<Double> at, CurveAnswer answer, Report report, boolean hedged) {
        if (at.isEmpty()) return;
        String subject = hedged ? what : "The book";
        String places =
                at.stream()
                        .map(place ->
                                answer.over().equals("days")
                                        ? "day " + Figures.brief(place)
                                        : move(place))
                        .collect(Collectors.joining(", "));
        report.say(subject + " has neither gained nor lost at " + places + ".");
    }
}
