package hedgerow.cli;

import hedgerow.api.answer.BindingAnswer;
import hedgerow.api.answer.SuggestAnswer;
import hedgerow.api.answer.SuggestedLegAnswer;
import hedgerow.api.answer.SuggestionAnswer;
import hedgerow.cli.print.Column;
import hedgerow.cli.print.Figures;
import hedgerow.cli.print.Report;
import hedgerow.cli.print.Table;

/// Suggested hedges told to people.
final class SuggestReport {
    private SuggestReport() {}

    static Report of(SuggestAnswer answer) {
        Report report = new Report();
        report.verdict(sentence(answer.text()));
        report.say(
                "By "
                        + ModelWords.basis(answer.model(), answer.market())
                        + ". Sought is "
                        + answer.goal()
                        + ", among "
                        + Figures.whole(answer.candidates())
                        + " candidates. Without a hedge the book posts "
                        + Figures.money(answer.before().initial())
                        + " "
                        + answer.currency()
                        + ".");
        Table.Builder table =
                Table.of(
                        Column.figures("#"),
                        Column.figures("Lots"),
                        Column.words("Trade"),
                        Column.figures("Initial"),
                        Column.figures("Taken off"),
                        Column.figures("Share"),
                        Column.figures("Cost"),
                        Column.figures("Premium").spare(),
                        Column.words("Worst scenario").spare());
        answer.suggestions().forEach(suggestion -> rows(suggestion, table));
        report.table(table.build());
        return report.items(answer.notes());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /// A row a leg; the first tells what all of them do.
    private static void rows(SuggestionAnswer suggestion, Table.Builder table) {
        boolean first = true;
        for (SuggestedLegAnswer leg : suggestion.legs()) {
            String lots = Figures.number(leg.lots());
            if (first) {
                table.row(
                        Figures.whole(suggestion.rank()),
                        lots,
                        leg.name(),
                        Figures.money(suggestion.initial()),
                        Figures.money(suggestion.saved()),
                        suggestion.savedFraction().map(Figures::percent).orElse(""),
                        Figures.money(suggestion.cost()),
                        Figures.money(suggestion.premium()),
                        suggestion.binding().map(BindingAnswer::text).orElse("none loses"));
            } else {
                table.row("", lots, leg.name(), "", "", "", "", "", "");
            }
            first = false;
        }
    }
}
