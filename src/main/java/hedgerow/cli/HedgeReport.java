package hedgerow.cli;

import hedgerow.api.answer.BindingAnswer;
import hedgerow.api.answer.ContributionAnswer;
import hedgerow.api.answer.GroupAnswer;
import hedgerow.api.answer.HedgeAnswer;
import hedgerow.api.answer.MarginAnswer;
import hedgerow.api.answer.PathAnswer;
import hedgerow.cli.print.Column;
import hedgerow.cli.print.Figures;
import hedgerow.cli.print.Report;
import hedgerow.cli.print.Table;
import hedgerow.scenario.ScenarioGrid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a hedge takes off, told to people.
final class HedgeReport {
    private HedgeReport() {}

    static Report of(HedgeAnswer answer, ScenarioGrid grid) {
        Report report = new Report();
        report.verdict(verdict(answer));
        report.say("By " + ModelWords.basis(answer.model(), answer.market()) + ".");
        report.table(margins(answer));
        MarginReport.equity(answer.after())
                .ifPresent(text -> report.say("With the hedge: " + text));
        way(answer).ifPresent(report::say);
        answer.after()
                .contributions()
                .ifPresent(legs ->
                        report.heading("Legs with the hedge, its own last")
                                .table(MarginReport.legs(legs)));
        heatmaps(answer, grid, report);
        answer.notes().ifPresent(report::items);
        MarginReport.notes(answer.after(), report);
        return report;
    }

    /// What the hedge does, in one sentence.
    static String verdict(HedgeAnswer answer) {
        double saved = answer.saved();
        String from =
                " the initial margin: "
                        + Figures.money(answer.before().initial())
                        + " without, "
                        + Figures.money(answer.after().initial())
                        + " with it.";
        if (saved == 0) return "The hedge changes nothing of" + from;
        String amount = Figures.money(Math.abs(saved)) + " " + answer.currency();
        String share =
                answer.savedFraction()
                        .map(f -> " (" + Figures.percent(Math.abs(f)) + ")")
                        .orElse("");
        return saved > 0
                ? "The hedge takes " + amount + share + " off" + from
                : "The hedge adds " + amount + share + " to" + from;
    }

    private static Table margins(HedgeAnswer answer) {
        Table.Builder table =
                Table.of(
                        Column.words(""),
                        Column.figures("Initial"),
                        Column.figures("Maintenance"),
                        Column.words("Worst scenario").spare());
        row(table, "Without the hedge", answer.before());
        row(table, "The hedge alone", answer.hedgeAlone());
        row(table, "With the hedge", answer.after());
        return table.total(
                        "Taken off",
                        Figures.money(answer.saved()),
                        Figures.money(answer.before().maintenance() - answer.after().maintenance()),
                        "")
                .build();
    }

    private static void row(Table.Builder table, String name, MarginAnswer margin) {
        table.row(
                name,
                Figures.money(margin.initial()),
                Figures.money(margin.maintenance()),
                margin.binding().map(BindingAnswer::text).orElse("none loses"));
    }

    /// How high the margin climbs while the legs trade one by one.
    private static Optional<String> way(HedgeAnswer answer) {
        return answer.givenOrder()
                .filter(given -> given.order().size() > 1)
                .map(given -> way(given, answer));
    }

    private static String way(PathAnswer given, HedgeAnswer answer) {
        String peak =
                "Traded leg by leg in the order given, the margin peaks at "
                        + Figures.money(given.peak());
        Optional<PathAnswer> safe = answer.safeOrder().filter(s -> s.peak() < given.peak());
        return safe.map(path ->
                        peak
                                + "; in the order "
                                + numbers(path, answer)
                                + " at "
                                + Figures.money(path.peak())
                                + ".")
                .orElse(peak + "; no order that was tried is safer.");
    }

    /// The legs of the hedge by their numbers and names.
    private static String numbers(PathAnswer path, HedgeAnswer answer) {
        List<ContributionAnswer> legs = answer.hedgeAlone().contributions().orElse(List.of());
        return path.order().stream()
                .map(i ->
                        i < legs.size()
                                ? legs.get(i).symbol().orElse(legs.get(i).instrument())
                                : "leg " + (i + 1))
                .collect(Collectors.joining(", "));
    }

    /// Heatmaps of the underlyings that the hedge moves, without it and with it.
    private static void heatmaps(HedgeAnswer answer, ScenarioGrid grid, Report report) {
        Map<String, GroupAnswer> before =
                answer.before().groups().orElse(List.of()).stream()
                        .collect(Collectors.toMap(GroupAnswer::underlying, Function.identity()));
        for (GroupAnswer with : answer.after().groups().orElse(List.of())) {
            GroupAnswer without = before.get(with.underlying());
            if (without != null && without.equals(with)) continue;
            if (without != null) heatmap(without, grid, " without the hedge", answer, report);
            heatmap(with, grid, " with the hedge", answer, report);
        }
    }

    private static void heatmap(
            GroupAnswer group, ScenarioGrid grid, String whose, HedgeAnswer answer, Report report) {
        if (grid.size() == 0 || group.scenarioPnl().isEmpty()) return;
        report.heading(
                group.underlying()
                        + whose
                        + ": profit and loss by spot and vol, "
                        + answer.currency());
        int worst = group.binding().map(BindingAnswer::index).orElse(-1);
        Heatmap.show(grid, group.scenarioPnl().get(), worst, report);
    }
}
