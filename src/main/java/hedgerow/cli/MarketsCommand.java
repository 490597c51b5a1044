package hedgerow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hedgerow.api.answer.MarketAnswer;
import hedgerow.api.answer.MarketsAnswer;
import hedgerow.api.problem.ProblemException;
import hedgerow.cli.print.Column;
import hedgerow.cli.print.Figures;
import hedgerow.cli.print.Report;
import hedgerow.cli.print.Table;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What market files hold.
@Vetoed
@Command(
        name = "markets",
        description =
                "Read market files in every form that the service takes, and say what they hold")
final class MarketsCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description =
                    "our JSON, Deribit book summaries, an option chain as CSV, or a clearing house's"
                            + " risk parameters; the sample market unless given")
    private List<String> files = List.of();

    @Mixin private OutputOptions output = new OutputOptions();

    private final Session session;

    MarketsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        int worst = ExitCode.OK;
        List<MarketAnswer> read = new ArrayList<>();
        for (String file : files) {
            try {
                read.add(BodyOptions.load(session.answers(), session.console(), file));
            } catch (ProblemException e) {
                ProblemText.print(session.console(), output.format(), e.problem(), file);
                worst = Math.max(worst, ExitCode.of(e.problem()));
            }
        }
        if (files.isEmpty()) read.addAll(session.answers().markets().markets());
        if (!read.isEmpty()) print(new MarketsAnswer(read));
        return worst;
    }

    private void print(MarketsAnswer answer) {
        session.print(
                answer,
                output,
                () ->
                        session.tree(answer)
                                .get("markets")
                                .valueStream()
                                .flatMap(MarketsCommand::rows)
                                .toList(),
                () -> report(answer.markets()));
    }

    /// A row an underlying; one for the whole market where it holds none.
    private static Stream<JsonNode> rows(JsonNode market) {
        ObjectNode whole = market.deepCopy();
        whole.remove(List.of("underlyings", "notes"));
        if (market.get("underlyings").isEmpty()) return Stream.of(whole);
        return market.get("underlyings")
                .valueStream()
                .map(underlying -> {
                    ObjectNode row = whole.deepCopy();
                    row.set("underlying", underlying);
                    return row;
                });
    }

    private static Report report(List<MarketAnswer> markets) {
        Report report = new Report();
        for (MarketAnswer market : markets) {
            report.heading(
                    "Market "
                            + market.id()
                            + " as of "
                            + market.asOf()
                            + ", hash "
                            + market.hash().substring(0, 12));
            market.riskParameters().ifPresent(published -> report.say(published(published)));
            report.table(table(market.underlyings()));
            market.notes().ifPresent(report::items);
        }
        return report;
    }

    private static String published(MarketAnswer.RiskParametersAnswer published) {
        return "Risk parameters of "
                + published.organisation()
                + " for "
                + published.businessDate()
                + ", "
                + published.session().toLowerCase(Locale.ROOT)
                + ": "
                + Figures.whole(published.combinedCommodities())
                + " combined commodities, "
                + Figures.whole(published.families())
                + " product families, "
                + Figures.whole(published.series())
                + " series, "
                + Figures.whole(published.contracts())
                + " contracts with arrays of "
                + Figures.whole(published.scenarios())
                + ", "
                + Figures.whole(published.spreads())
                + " spreads.";
    }

    private static Table table(List<MarketAnswer.UnderlyingAnswer> underlyings) {
        Table.Builder table =
                Table.of(
                        Column.words("Underlying"),
                        Column.figures("Spot"),
                        Column.words("Currency"),
                        Column.figures("Forwards"),
                        Column.figures("Expiries"),
                        Column.figures("Quotes"),
                        Column.figures("Arrays").spare());
        for (MarketAnswer.UnderlyingAnswer underlying : underlyings) {
            table.row(
                    underlying.id(),
                    Figures.number(underlying.spot()),
                    underlying.currency(),
                    Figures.whole(underlying.forwards()),
                    Figures.whole(underlying.expiries()),
                    Figures.whole(underlying.quotes()),
                    Figures.whole(underlying.arrays()));
        }
        return table.build();
    }
}
