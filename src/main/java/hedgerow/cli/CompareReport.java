package hedgerow.cli;

import hedgerow.api.answer.BindingAnswer;
import hedgerow.api.answer.CompareAnswer;
import hedgerow.api.answer.CompareAnswer.Entry;
import hedgerow.api.answer.MarginAnswer;
import hedgerow.api.answer.SavingAnswer;
import hedgerow.cli.print.Cell;
import hedgerow.cli.print.Column;
import hedgerow.cli.print.Figures;
import hedgerow.cli.print.Report;
import hedgerow.cli.print.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What several models say, told to people.
final class CompareReport {
    private CompareReport() {}

    static Report of(CompareAnswer answer) {
        Report report = new Report();
        report.verdict(verdict(answer.models()));
        report.table(table(answer.models()));
        List<String> refusals =
                answer.models().stream()
                        .flatMap(entry ->
                                entry
                                        .problem()
                                        .map(p -> entry.model() + " refuses: " + p.detail())
                                        .stream())
                        .toList();
        return report.items(refusals);
    }

    private static String verdict(List<Entry> entries) {
        List<Entry> answered = entries.stream().filter(e -> e.margin().isPresent()).toList();
        if (answered.isEmpty()) return "Every model refuses this book.";
        Comparator<Entry> byInitial = Comparator.comparingDouble(e -> initial(e.margin()));
        Entry least = answered.stream().min(byInitial).orElseThrow();
        Entry most = answered.stream().max(byInitial).orElseThrow();
        if (answered.size() == 1) return "Only " + told(least) + " answers.";
        return "The least is asked by " + told(least) + ", the most by " + told(most) + ".";
    }

    private static String told(Entry entry) {
        return entry.model() + ", " + Figures.money(initial(entry.margin()));
    }

    private static double initial(Optional<MarginAnswer> margin) {
        return margin.map(MarginAnswer::initial).orElse(0.0);
    }

    private static Table table(List<Entry> entries) {
        Table.Builder table =
                Table.of(
                        Column.words("Model"),
                        Column.figures("Initial"),
                        Column.figures("Maintenance"),
                        Column.words("").spare(),
                        Column.figures("With the hedge"),
                        Column.figures("Taken off"),
                        Column.figures("Share").spare(),
                        Column.words("Worst scenario").spare());
        entries.forEach(entry -> table.cells(cells(entry)));
        return table.build();
    }

    private static List<Cell> cells(Entry entry) {
        Optional<MarginAnswer> margin = entry.margin();
        Optional<SavingAnswer> hedge = entry.hedge();
        return List.of(
                Cell.of(entry.model()),
                margin.map(m -> Cell.money(m.initial())).orElse(Cell.of("refused")),
                MarginReport.amount(margin.map(MarginAnswer::maintenance)),
                Cell.of(margin.map(MarginAnswer::currency).orElse("")),
                MarginReport.amount(hedge.map(h -> h.after().initial())),
                MarginReport.amount(hedge.map(SavingAnswer::saved)),
                Cell.of(
                        hedge.flatMap(SavingAnswer::savedFraction)
                                .map(Figures::percent)
                                .orElse("")),
                Cell.of(margin.flatMap(MarginAnswer::binding).map(BindingAnswer::text).orElse("")));
    }
}
