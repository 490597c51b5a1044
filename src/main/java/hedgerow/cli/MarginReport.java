package hedgerow.cli;

import hedgerow.api.answer.BindingAnswer;
import hedgerow.api.answer.ComponentAnswer;
import hedgerow.api.answer.ContributionAnswer;
import hedgerow.api.answer.EquityAnswer;
import hedgerow.api.answer.GroupAnswer;
import hedgerow.api.answer.MarginAnswer;
import hedgerow.api.answer.OffGridAnswer;
import hedgerow.api.answer.OrderAnswer;
import hedgerow.cli.print.Cell;
import hedgerow.cli.print.Column;
import hedgerow.cli.print.Figures;
import hedgerow.cli.print.Report;
import hedgerow.cli.print.Table;
import hedgerow.scenario.ScenarioGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A margin told to people.
final class MarginReport {
    private MarginReport() {}

    static Report of(MarginAnswer answer, ScenarioGrid grid) {
        Report report = new Report();
        report.verdict(verdict(answer));
        report.say(because(answer));
        equity(answer).ifPresent(report::say);
        together(answer).ifPresent(report::say);
        answer.groups()
                .filter(groups -> groups.size() > 1)
                .ifPresent(groups -> report.heading("By underlying").table(groups(groups, answer)));
        parts(answer, report);
        legs(answer, report);
        answer.orders().ifPresent(orders -> report.heading("Open orders").table(orders(orders)));
        answer.equityDetail()
                .filter(detail -> !detail.collateral().isEmpty())
                .ifPresent(detail -> report.heading("Equity").table(equity(detail, answer)));
        heatmaps(answer, grid, "", report);
        notes(answer, report);
        return report;
    }

    /// What must be posted, in one sentence.
    static String verdict(MarginAnswer answer) {
        if (answer.initial() == 0) return "This book needs no margin.";
        return "This book must post "
                + Figures.money(answer.initial())
                + " "
                + answer.currency()
                + ", and "
                + Figures.money(answer.maintenance())
                + " to keep it.";
    }

    /// On what, and in which scenario.
    static String because(MarginAnswer answer) {
        String basis = "By " + ModelWords.basis(answer.model(), answer.market()) + ".";
        return basis
                + " "
                + answer.binding()
                        .map(MarginReport::worst)
                        .orElse("Nothing is lost in any scenario.");
    }

    /// The scenario that binds and what it loses.
    static String worst(BindingAnswer binding) {
        return "Worst is " + binding.text() + ": a loss of " + Figures.money(binding.loss()) + ".";
    }

    /// Whether what is owned covers it.
    static Optional<String> equity(MarginAnswer answer) {
        boolean none = answer.equityDetail().map(d -> d.collateral().isEmpty()).orElse(true);
        if (answer.equity() == 0 && none) return Optional.empty();
        String owned = "Equity is " + Figures.money(answer.equity()) + ": ";
        double initial = answer.excess().initial();
        double maintenance = answer.excess().maintenance();
        if (initial >= 0) return Optional.of(owned + Figures.money(initial) + " more than needed.");
        String enough = Figures.money(-initial) + " short of the initial margin";
        return Optional.of(
                maintenance >= 0
                        ? owned + enough + ", and enough to keep the book."
                        : owned
                                + enough
                                + " and "
                                + Figures.money(-maintenance)
                                + " short of what keeps the book.");
    }

    /// What holding the legs together saves.
    static Optional<String> together(MarginAnswer answer) {
        return answer.standAlone()
                .filter(alone -> answer.contributions().map(List::size).orElse(0) > 1)
                .map(alone ->
                        "Each alone, the legs would post "
                                + Figures.money(alone)
                                + "; together they post "
                                + Figures.money(answer.offset().orElse(0.0))
                                + " less"
                                + answer.offsetFraction()
                                        .map(f -> " (" + Figures.percent(f) + ")")
                                        .orElse("")
                                + ".");
    }

    private static Table groups(List<GroupAnswer> groups, MarginAnswer answer) {
        Table.Builder table =
                Table.of(
                        Column.words("Underlying"),
                        Column.figures("Initial"),
                        Column.figures("Maintenance"),
                        Column.words("Worst scenario").spare());
        for (GroupAnswer group : groups) {
            table.row(
                    group.underlying(),
                    Figures.money(group.initial()),
                    Figures.money(group.maintenance()),
                    group.binding().map(MarginReport::words).orElse("none loses"));
        }
        return table.total(
                        "Together",
                        Figures.money(answer.initial()),
                        Figures.money(answer.maintenance()),
                        "")
                .build();
    }

    /// A scenario in words, without the underlying before it.
    static String words(BindingAnswer binding) {
        String before = binding.underlying() + ": ";
        return binding.text().startsWith(before)
                ? binding.text().substring(before.length())
                : binding.text();
    }

    private static void parts(MarginAnswer answer, Report report) {
        List<ComponentAnswer> parts = answer.components().orElse(List.of());
        if (parts.isEmpty()) return;
        Table.Builder table =
                Table.of(
                        Column.words("Underlying"),
                        Column.words("Part"),
                        Column.figures("Initial"),
                        Column.figures("Maintenance"),
                        Column.words("Counts"),
                        Column.figures("Times").spare());
        for (ComponentAnswer part : parts) {
            table.row(
                    part.underlying(),
                    part.name(),
                    Figures.money(part.initial()),
                    Figures.money(part.maintenance()),
                    counts(part),
                    times(part));
        }
        report.heading("What makes it").table(table.build());
    }

    private static String counts(ComponentAnswer part) {
        return switch (part.operator()) {
            case "sum" -> "is added";
            case "part" -> "is in the scan";
            case "minimum" -> part.binds() ? "is the least, decides" : "is exceeded";
            default -> part.binds() ? "largest, decides" : "smaller, does not";
        };
    }

    private static String times(ComponentAnswer part) {
        return part.factor().equals("inside")
                ? Figures.number(part.initialFactor())
                        + " and "
                        + Figures.number(part.maintenanceFactor())
                : "as it is";
    }

    private static void legs(MarginAnswer answer, Report report) {
        List<ContributionAnswer> legs = answer.contributions().orElse(List.of());
        if (legs.isEmpty()) return;
        report.heading("Legs").table(legs(legs));
    }

    /// Each leg and what it has to do with the requirement.
    static Table legs(List<ContributionAnswer> legs) {
        Table.Builder table =
                Table.of(
                        Column.figures("Quantity"),
                        Column.words("Instrument"),
                        Column.figures("In the worst"),
                        Column.figures("Alone").spare(),
                        Column.figures("Adds"),
                        Column.figures("Value").spare(),
                        Column.figures("Delta").spare());
        for (ContributionAnswer leg : legs) {
            table.row(
                    Figures.number(leg.quantity()),
                    leg.symbol().orElse(leg.instrument()),
                    Figures.money(leg.contribution()),
                    Figures.money(leg.standAlone()),
                    Figures.money(leg.incremental()),
                    Figures.money(leg.value()),
                    Figures.brief(leg.delta()));
        }
        double inWorst = legs.stream().mapToDouble(ContributionAnswer::contribution).sum();
        double alone = legs.stream().mapToDouble(ContributionAnswer::standAlone).sum();
        return table.total("", "Sum", Figures.money(inWorst), Figures.money(alone), "", "", "")
                .build();
    }

    private static Table orders(List<OrderAnswer> orders) {
        Table.Builder table =
                Table.of(
                        Column.figures("Quantity"),
                        Column.words("Instrument"),
                        Column.figures("Limit"),
                        Column.figures("In the worst"));
        for (OrderAnswer order : orders) {
            table.row(
                    Figures.number(order.quantity()),
                    order.symbol().orElse(order.instrument()),
                    Figures.number(order.limitPrice()),
                    Figures.money(order.contribution()));
        }
        return table.build();
    }

    private static Table equity(EquityAnswer detail, MarginAnswer answer) {
        Table.Builder table =
                Table.of(
                        Column.words("Asset"),
                        Column.figures("Quantity"),
                        Column.figures("Price"),
                        Column.figures("Haircut"),
                        Column.figures("Counts for"));
        for (EquityAnswer.AssetAnswer asset : detail.collateral()) {
            table.row(
                    asset.asset(),
                    Figures.number(asset.quantity()),
                    Figures.number(asset.price()),
                    Figures.percent(asset.haircut()),
                    Figures.money(asset.value()));
        }
        other(table, "unrealised P&L", detail.unrealisedPnl());
        other(table, "option value", detail.optionValue());
        return table.total("Equity", "", "", "", Figures.money(answer.equity())).build();
    }

    private static void other(Table.Builder table, String name, double amount) {
        if (amount != 0) table.row(name, "", "", "", Figures.money(amount));
    }

    /// A heatmap for each underlying that shows its P&L by scenario.
    ///
    /// @param whose whose P&L it is, such as ` with the hedge`; may be empty
    static void heatmaps(MarginAnswer answer, ScenarioGrid grid, String whose, Report report) {
        if (grid.size() == 0) return;
        for (GroupAnswer group : answer.groups().orElse(List.of())) {
            if (group.scenarioPnl().isEmpty()) continue;
            report.heading(
                    group.underlying()
                            + whose
                            + ": profit and loss by spot and vol, "
                            + answer.currency());
            int worst = group.binding().map(BindingAnswer::index).orElse(-1);
            Heatmap.show(grid, group.scenarioPnl().get(), worst, report);
        }
    }

    /// What a reader should know beside the figures.
    static void notes(MarginAnswer answer, Report report) {
        List<String> notes = new ArrayList<>();
        answer.offGrid().orElse(List.of()).stream()
                .map(OffGridAnswer::warning)
                .flatMap(Optional::stream)
                .forEach(notes::add);
        answer.notes().ifPresent(notes::addAll);
        if (!notes.isEmpty()) report.heading("Notes").items(notes);
    }

    /// A cell for an amount that may not be there.
    static Cell amount(Optional<Double> amount) {
        return amount.map(Cell::money).orElse(Cell.EMPTY);
    }
}
