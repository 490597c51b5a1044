package hedgerow.cli;

import hedgerow.api.answer.LiquidationAnswer;
import hedgerow.api.answer.LiquidationLevelAnswer;
import hedgerow.api.answer.LiquidationLevelsAnswer;
import hedgerow.api.answer.StandingAnswer;
import hedgerow.cli.print.Column;
import hedgerow.cli.print.Figures;
import hedgerow.cli.print.Report;
import hedgerow.cli.print.Table;

/// Liquidation prices told to people.
final class LiquidationReport {
    private LiquidationReport() {}

    static Report of(LiquidationAnswer answer) {
        Report report = new Report();
        boolean hedged = answer.after().isPresent();
        report.verdict((hedged ? "Without the hedge: " : "") + answer.before().text());
        answer.after().ifPresent(after -> report.verdict("With the hedge: " + after.text()));
        report.say(
                "By "
                        + ModelWords.basis(answer.model(), answer.market())
                        + ". "
                        + answer.underlying()
                        + " is at "
                        + Figures.number(answer.spot())
                        + "; looked at were prices from "
                        + Figures.number(answer.lowestPrice())
                        + " to "
                        + Figures.number(answer.highestPrice())
                        + ".");
        report.table(today(answer));
        Table.Builder levels =
                Table.of(
                        Column.words("Account"),
                        Column.figures("Price"),
                        Column.figures("From spot"),
                        Column.figures("Days' sigmas").spare(),
                        Column.words("Short of margin"));
        levels(hedged ? "without the hedge" : "the book", answer.before(), levels);
        answer.after().ifPresent(after -> levels("with the hedge", after, levels));
        report.table(levels.build());
        return report.items(answer.assumptions());
    }

    private static Table today(LiquidationAnswer answer) {
        boolean hedged = answer.after().isPresent();
        Table.Builder table =
                Table.of(
                        Column.words("Today"),
                        Column.figures("Equity"),
                        Column.figures("Maintenance"),
                        Column.figures("Excess"));
        today(hedged ? "without the hedge" : "the book", answer.before().now(), table);
        answer.after().ifPresent(after -> today("with the hedge", after.now(), table));
        return table.build();
    }

    private static void today(String account, StandingAnswer now, Table.Builder table) {
        table.row(
                account,
                Figures.money(now.equity()),
                Figures.money(now.maintenance()),
                Figures.money(now.excess()));
    }

    private static void levels(
            String account, LiquidationLevelsAnswer answer, Table.Builder table) {
        for (LiquidationLevelAnswer level : answer.levels()) {
            table.row(
                    account,
                    Figures.money(level.price()),
                    Figures.percent(level.distance()),
                    level.sigmas().map(Figures::brief).orElse(""),
                    level.deficit() + " it");
        }
    }
}
