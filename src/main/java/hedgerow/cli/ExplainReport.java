package hedgerow.cli;

import hedgerow.api.answer.BindingAnswer;
import hedgerow.api.answer.ComponentAnswer;
import hedgerow.api.answer.ContributionAnswer;
import hedgerow.api.answer.GroupAnswer;
import hedgerow.api.answer.MarginAnswer;
import hedgerow.api.answer.ModelAnswer;
import hedgerow.api.answer.OffGridAnswer;
import hedgerow.cli.print.Column;
import hedgerow.cli.print.Figures;
import hedgerow.cli.print.Report;
import hedgerow.cli.print.Table;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// A margin told step by step, in the order in which it is made.
///
/// @param answer the margin, in full detail
/// @param model the model that answered
/// @param grid its scenarios
record ExplainReport(MarginAnswer answer, ModelAnswer model, ScenarioGrid grid) {
    private static final double NOTHING = 0;

    Report report() {
        Report report = new Report();
        report.verdict(MarginReport.verdict(answer));
        report.say("This is how " + model.id() + "@" + model.version() + " comes to it.");
        int step = held(report, 1);
        step = scenarios(report, step);
        for (GroupAnswer group : groups()) step = underlying(report, step, group);
        if (groups().size() > 1) step = together(report, step);
        step = offset(report, step);
        step = equity(report, step);
        offGrid(report, step);
        answer.notes().ifPresent(notes -> report.heading("Notes").items(notes));
        return report;
    }

    private List<GroupAnswer> groups() {
        return answer.groups().orElse(List.of());
    }

    private List<ContributionAnswer> legs() {
        return answer.contributions().orElse(List.of());
    }

    private static int head(Report report, int step, String text) {
        report.heading(step + ". " + text);
        return step + 1;
    }

    private int held(Report report, int step) {
        int next = head(report, step, "What is held");
        double value = legs().stream().mapToDouble(ContributionAnswer::value).sum();
        String market = answer.market().id().map(id -> "market " + id).orElse("the market sent");
        report.say(
                counted(legs().size(), "leg")
                        + ", worth "
                        + Figures.money(value)
                        + " "
                        + answer.currency()
                        + " in "
                        + market
                        + " as of "
                        + answer.market().asOf()
                        + ". Delta is in units of the underlying.");
        Table.Builder table =
                Table.of(
                        Column.figures("Quantity"),
                        Column.words("Instrument"),
                        Column.figures("Value"),
                        Column.figures("Delta"));
        for (ContributionAnswer leg : legs()) {
            table.row(
                    Figures.number(leg.quantity()),
                    name(leg),
                    Figures.money(leg.value()),
                    Figures.brief(leg.delta()));
        }
        report.table(table.build());
        return next;
    }

    private static String counted(int count, String thing) {
        return Figures.whole(count) + " " + thing + (count == 1 ? "" : "s");
    }

    private static String name(ContributionAnswer leg) {
        return leg.symbol().orElse(leg.instrument());
    }

    private int scenarios(Report report, int step) {
        if (grid.size() == 0) {
            report.heading(step + ". What might happen");
            report.say("The model tries no scenarios; its charges alone make the margin.");
            return step + 1;
        }
        int next = head(report, step, "What might happen");
        List<Scenario> full = weighted(1, 1);
        List<Scenario> part = weighted(Double.MIN_VALUE, Math.nextDown(1.0));
        String text =
                "Every leg is priced again in "
                        + counted(grid.size(), "scenario")
                        + " of spot and"
                        + " vol.";
        if (!full.isEmpty()) {
            text +=
                    " "
                            + Figures.whole(full.size())
                            + " of them count in full: spot "
                            + range(full)
                            + ".";
        }
        if (!part.isEmpty()) {
            text +=
                    " "
                            + Figures.whole(part.size())
                            + " more are the tail: spot "
                            + range(part)
                            + ", of whose losses only a share counts.";
        }
        report.say(text);
        return next;
    }

    private List<Scenario> weighted(double least, double most) {
        return grid.scenarios().stream()
                .filter(s -> s.weight() >= least && s.weight() <= most)
                .toList();
    }

    private static String range(List<Scenario> scenarios) {
        double least = scenarios.stream().mapToDouble(Scenario::spotMove).min().orElse(0);
        double most = scenarios.stream().mapToDouble(Scenario::spotMove).max().orElse(0);
        return "from " + Figures.move(least) + " to " + Figures.move(most);
    }

    private int underlying(Report report, int step, GroupAnswer group) {
        int next = head(report, step, "What " + group.underlying() + " must post");
        List<String> said = new java.util.ArrayList<>();
        group.binding().ifPresent(binding -> said.add(worst(binding)));
        if (group.binding().isEmpty() && grid.size() > 0) said.add("No scenario loses anything.");
        parts(group).stream()
                .filter(part -> !part.name().equals("scan risk"))
                .map(part -> floorOrCharge(part, group))
                .forEach(said::add);
        if (!parts(group).isEmpty()) {
            said.add(
                    arithmetic(
                            "Initial",
                            group,
                            group.initial(),
                            ComponentAnswer::initial,
                            ComponentAnswer::initialFactor));
            said.add(
                    arithmetic(
                            "Maintenance",
                            group,
                            group.maintenance(),
                            ComponentAnswer::maintenance,
                            ComponentAnswer::maintenanceFactor));
        }
        report.items(said);
        inTheWorst(report, group);
        return next;
    }

    private List<ComponentAnswer> parts(GroupAnswer group) {
        return answer.components().orElse(List.of()).stream()
                .filter(part -> part.underlying().equals(group.underlying()))
                .toList();
    }

    private static String worst(BindingAnswer binding) {
        String words = MarginReport.words(binding);
        String loss = Figures.money(binding.loss());
        if (binding.weight() == 1) {
            return "Scan risk: the worst scenario is "
                    + words
                    + ". There the legs lose "
                    + loss
                    + ".";
        }
        return "Scan risk: the worst scenario is "
                + words
                + ". There the legs lose "
                + Figures.money(binding.loss() / binding.weight())
                + ", and "
                + Figures.move(binding.weight()).substring(1)
                + " of that is "
                + loss
                + ".";
    }

    private static String floorOrCharge(ComponentAnswer part, GroupAnswer group) {
        String name =
                part.name().substring(0, 1).toUpperCase(Locale.ROOT) + part.name().substring(1);
        String amount = Figures.money(part.initial());
        return switch (part.operator()) {
            case "sum" -> name + charge(part, amount);
            case "part" ->
                    name
                            + ": in the scan risk already, where it changes the loss by "
                            + amount
                            + ".";
            case "minimum" ->
                    name
                            + ": all of this comes to at least "
                            + amount
                            + (part.binds() ? ", which decides." : ", which is exceeded.");
            default ->
                    name
                            + ": the margin of "
                            + group.underlying()
                            + " rests on at least "
                            + amount
                            + (part.binds()
                                    ? ", more than the scan risk, so this counts in its place."
                                    : ", which the scan risk meets, so this plays no part.");
        };
    }

    private static String charge(ComponentAnswer part, String amount) {
        if (part.initial() == NOTHING) return ": a charge, which here is nothing.";
        String when = part.factor().equals("inside") ? "before" : "after";
        return ": a charge of " + amount + ", added " + when + " the factor.";
    }

    /// Factor times what is inside it, plus what is outside, with the figures.
    private String arithmetic(
            String name,
            GroupAnswer group,
            double result,
            ToDoubleFunction<ComponentAnswer> amount,
            ToDoubleFunction<ComponentAnswer> factor) {
        List<ComponentAnswer> parts = parts(group);
        double largest =
                parts.stream()
                        .filter(part -> part.operator().equals("max"))
                        .mapToDouble(amount)
                        .max()
                        .orElse(0);
        double times =
                parts.stream()
                        .filter(part -> part.factor().equals("inside"))
                        .mapToDouble(factor)
                        .findFirst()
                        .orElse(1);
        String inside = added(parts, "inside", amount);
        String base = atLeast(Figures.money(largest) + inside, parts, amount);
        String made =
                Figures.number(times)
                        + " x "
                        + (inside.isEmpty() ? base : "(" + base + ")")
                        + added(parts, "outside", amount);
        return name + " margin: " + made + " = " + Figures.money(result) + ".";
    }

    /// What the minimum raises it to, where there is one.
    private static String atLeast(
            String base, List<ComponentAnswer> parts, ToDoubleFunction<ComponentAnswer> amount) {
        return parts.stream()
                .filter(part -> part.operator().equals("minimum"))
                .findFirst()
                .map(part -> "max(" + base + ", " + Figures.money(amount.applyAsDouble(part)) + ")")
                .orElse(base);
    }

    private static String added(
            List<ComponentAnswer> parts, String where, ToDoubleFunction<ComponentAnswer> amount) {
        return parts.stream()
                .filter(part -> part.operator().equals("sum") && part.factor().equals(where))
                .map(part -> " + " + Figures.money(amount.applyAsDouble(part)))
                .collect(Collectors.joining());
    }

    /// Which legs lose in the worst scenario, and which earn, the largest loss first.
    private void inTheWorst(Report report, GroupAnswer group) {
        if (group.binding().isEmpty()) return;
        List<ContributionAnswer> moved =
                legs().stream()
                        .filter(leg -> leg.contribution() != 0)
                        .filter(leg -> leg.instrument().startsWith(group.underlying() + " "))
                        .sorted(Comparator.comparingDouble(leg -> -leg.contribution()))
                        .toList();
        if (moved.size() < 2) return;
        Table.Builder table =
                Table.of(
                        Column.figures("Quantity"),
                        Column.words("In the worst scenario"),
                        Column.figures("Loses"),
                        Column.figures("Earns"));
        for (ContributionAnswer leg : moved) {
            double loss = leg.contribution();
            table.row(
                    Figures.number(leg.quantity()),
                    name(leg),
                    loss > 0 ? Figures.money(loss) : "",
                    loss < 0 ? Figures.money(-loss) : "");
        }
        report.table(table.build());
    }

    private int together(Report report, int step) {
        int next = head(report, step, "The underlyings together");
        String initial =
                groups().stream()
                        .map(group -> Figures.money(group.initial()))
                        .collect(Collectors.joining(" + "));
        String maintenance =
                groups().stream()
                        .map(group -> Figures.money(group.maintenance()))
                        .collect(Collectors.joining(" + "));
        report.say(
                "Initial margin: "
                        + initial
                        + " = "
                        + Figures.money(answer.initial())
                        + ". Maintenance margin: "
                        + maintenance
                        + " = "
                        + Figures.money(answer.maintenance())
                        + ".");
        return next;
    }

    private int offset(Report report, int step) {
        if (legs().size() < 2) return step;
        int next = head(report, step, "What the legs do for each other");
        MarginReport.together(answer).ifPresent(report::say);
        Comparator<ContributionAnswer> byIncrement =
                Comparator.comparingDouble(ContributionAnswer::incremental);
        ContributionAnswer helps = legs().stream().min(byIncrement).orElseThrow();
        ContributionAnswer costs = legs().stream().max(byIncrement).orElseThrow();
        if (helps.incremental() < 0) {
            report.say(
                    "Without "
                            + leg(helps)
                            + " the book would post "
                            + Figures.money(-helps.incremental())
                            + " more.");
        }
        if (costs.incremental() > 0) {
            report.say(
                    "Without "
                            + leg(costs)
                            + " it would post "
                            + Figures.money(costs.incremental())
                            + " less.");
        }
        return next;
    }

    private static String leg(ContributionAnswer leg) {
        return Figures.number(leg.quantity()) + " " + name(leg);
    }

    private int equity(Report report, int step) {
        return MarginReport.equity(answer)
                .map(text -> {
                    int next = head(report, step, "What is owned against it");
                    report.say(text);
                    return next;
                })
                .orElse(step);
    }

    private void offGrid(Report report, int step) {
        List<OffGridAnswer> checks = answer.offGrid().orElse(List.of());
        if (checks.isEmpty()) return;
        head(report, step, "What the grid does not see");
        report.items(checks.stream().map(ExplainReport::between).toList());
    }

    private static String between(OffGridAnswer check) {
        String loss =
                "Between the grid's points the worst that was found for "
                        + check.underlying()
                        + " is a loss of "
                        + Figures.money(check.worstLoss())
                        + ", at "
                        + check.text();
        return loss
                + check.ratio()
                        .map(r -> ", " + Figures.percent(r) + " of what the margin rests on.")
                        .orElse(".")
                + check.warning().map(_ -> " The grid is blind here.").orElse("");
    }
}
