package hedgerow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.api.AnswersByHand;
import hedgerow.store.span.GeneratedFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ONE_LEG =
            """
            {"market": "sample", "model": "crypto-grid",
             "portfolio": {"positions": [{"symbol": "%s", "quantity": %s}]}}
            """;

    @TempDir Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void jsonIsTheAnswerOfTheService() throws IOException {
        JsonNode answer =
                JSON.readTree(
                        new AnswersByHand()
                                .answers()
                                .json(
                                        new AnswersByHand()
                                                .answers()
                                                .hedge(
                                                        new ByteArrayInputStream(
                                                                Run.BOOK.getBytes(
                                                                        StandardCharsets.UTF_8)))));
        Run indented = Run.on(Run.BOOK, "hedge", "--format", "json");
        Run oneLine = Run.on(Run.BOOK, "hedge", "--format", "ndjson", "-f", "-");
        assertThat(indented.code()).isZero();
        assertThat(indented.json()).isEqualTo(answer);
        assertThat(oneLine.json()).isEqualTo(answer);
        assertThat(oneLine.out()).hasLineCount(1).endsWith("\n");
        assertThat(indented.err()).isEmpty();
    }

    @Test
    void hedgeIsToldInOneSentenceThenInTables() throws IOException {
        Run run = Run.of("hedge", "-f", file("book.json", Run.BOOK));
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith(
                        "The hedge takes 48,000.00 USD (50.7 %) off the initial margin: 94,684.04"
                                + " without, 46,684.04 with it.\n")
                .contains(
                        """
                                             Initial  Maintenance  Worst scenario
                        """)
                .contains("Without the hedge  94,684.04    75,747.23  BTC: spot +500 %, vol +50 %")
                .contains("With the hedge     46,684.04    37,347.23")
                .contains("Taken off          48,000.00    38,400.00\n")
                .contains("     -10  BTC_USDC-31JAN26-60000-C     94,684.04")
                .contains("       5  BTC perpetual               -48,000.00");
    }

    @Test
    void heatmapMarksTheWorstCellAndTheTailStandsBelow() {
        String out = Run.on(Run.BOOK, "margin", "--model", "crypto-grid-core").out();
        assertThat(out)
                .contains(
                        """
                         Spot  vol +50 %    vol same  vol -25 %
                        -16 %     20,102      33,463     38,236
                        """)
                .contains("+16 %    -84,022 <   -66,795    -60,042\n");
        String tail = Run.on(Run.BOOK, "margin").out();
        assertThat(tail).contains("+500 %  vol +50 %  -2,958,876       3.2 %     -94,684 <\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100})
    void linesAreNoLongerThanTheTerminalIsWide(int columns) {
        for (String command :
                List.of(
                        "margin",
                        "hedge",
                        "suggest",
                        "curve",
                        "liquidation",
                        "compare",
                        "explain")) {
            Run run = Run.wide(columns, Run.BOOK, command);
            assertThat(run.code()).isZero();
            run.out()
                    .lines()
                    .filter(line -> line.contains(" "))
                    .forEach(line ->
                            assertThat(line.length())
                                    .as("%s at %d: %s", command, columns, line)
                                    .isLessThanOrEqualTo(columns));
        }
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        Terminal colourful = new Terminal(false, true, true, OptionalInt.of(100), true);
        assertThat(Run.on(colourful, Run.BOOK, "margin").out()).contains("\u001b[1m");
        assertThat(Run.on(colourful, Run.BOOK, "margin", "--no-color").out())
                .doesNotContain("\u001b");
        assertThat(Run.on(colourful, Run.BOOK, "margin", "--format", "json").out())
                .doesNotContain("\u001b");
        assertThat(Run.on(Run.BOOK, "margin").out()).doesNotContain("\u001b");
    }

    @Test
    void markdownShowsTheSameFigures() {
        assertThat(Run.on(Run.BOOK, "hedge", "--format", "md").out())
                .startsWith("**The hedge takes 48,000.00 USD (50.7 %) off the initial margin")
                .contains("|  | Initial | Maintenance | Worst scenario |\n|---|---:|---:|---|\n")
                .contains("| **Taken off** | **48,000.00** | **38,400.00** |  |\n");
    }

    @Test
    void csvHasARowALegAndTheNamesOfTheJson() {
        String out = Run.of("margin", "--sample", "--format", "csv").out();
        assertThat(out.split("\r\n"))
                .hasSize(11)
                .startsWith(
                        "position,symbol,instrument,quantity,multiplier,unit,contribution,"
                                + "standAlone,incremental,value,delta");
        assertThat(Run.of("hedge", "--sample", "--format", "csv").out().split("\r\n")).hasSize(4);
        assertThat(Run.of("models", "--format", "csv").out())
                .startsWith("id,version,title,status,hash,scenarios\r\n");
    }

    @Test
    void faultsAreListedWithTheirPointersAndNothingIsPrinted() {
        String body = ONE_LEG.formatted("BTC-31FEB26-66000-C", "\"NaN\"");
        Run run = Run.on(body, "margin");
        assertThat(run.code()).isEqualTo(ExitCode.INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("hedgerow: The request is malformed\n")
                .contains("\n  /portfolio/positions/0/quantity  was NaN; allowed: a finite number")
                .contains("\n  /portfolio/positions/0/symbol  was BTC-31FEB26-66000-C; allowed: ");
    }

    @Test
    void problemIsToldAsJsonWhereTheAnswerWouldBe() throws IOException {
        Run run = Run.on("{\"model\": 7", "margin", "--format", "json");
        assertThat(run.code()).isEqualTo(ExitCode.INPUT);
        assertThat(JSON.readTree(run.err()).get("status").asInt()).isEqualTo(400);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void modelThatRefusesEndsWithThree() {
        Run run = Run.on(ONE_LEG.formatted("SOL_USDC-PERPETUAL", "1"), "margin");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("/portfolio/positions/0/symbol  underlying SOL is not in");
    }

    @Test
    void unknownNamesFilesAndOptionsAreBadInput() {
        assertThat(Run.of("margin", "--sample", "--model", "nope").code()).isEqualTo(2);
        assertThat(Run.of("margin", "-f", "no/such/file").err())
                .isEqualTo("hedgerow: there is no file no/such/file\n");
        assertThat(Run.of("margin", "-f", "no/such/file").code()).isEqualTo(2);
        assertThat(Run.of("margin", "-f", folder.toString()).code()).isEqualTo(2);
        assertThat(Run.of("margn").code()).isEqualTo(2);
        assertThat(Run.of("margin", "--sample", "--format", "xml").code()).isEqualTo(2);
        Terminal typed = new Terminal(true, true, true, OptionalInt.empty(), false);
        assertThat(Run.on(typed, "", "margin").err()).contains("--sample asks about the sample");
    }

    @Test
    void conditionThatIsMetEndsWithOneAfterTheAnswer() {
        Run met = Run.on(Run.BOOK, "margin", "--fail-if", "initial > equity", "--format", "json");
        assertThat(met.code()).isEqualTo(ExitCode.CONDITION);
        assertThat(met.json().get("initial").asDouble()).isPositive();
        assertThat(met.err())
                .isEqualTo(
                        "condition met: initial > equity, with initial = 94,684.04, equity ="
                                + " 80,000.00\n");
        assertThat(Run.on(Run.BOOK, "margin", "-q", "--fail-if", "initial > equity").err())
                .isEmpty();
        assertThat(Run.on(Run.BOOK, "margin", "--fail-if", "maintenance > equity").code()).isZero();
        assertThat(Run.on(Run.BOOK, "hedge", "--fail-if", "savedFraction < 50%").code()).isZero();
        assertThat(Run.on(Run.BOOK, "hedge", "--fail-if", "after.initial > 40000").code())
                .isEqualTo(1);
        assertThat(Run.on(Run.BOOK, "compare", "--fail-if", "initial > 90000").code()).isEqualTo(1);
    }

    @Test
    void conditionThatCannotBeReadIsBadInput() {
        assertThat(Run.on(Run.BOOK, "margin", "--fail-if", "initial >").code()).isEqualTo(2);
        Run unknown = Run.on(Run.BOOK, "margin", "--fail-if", "initial > eqity");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("no figure eqity; there are initial, maintenance,");
    }

    @Test
    void compareAsksEveryModelUnlessToldWhich() {
        JsonNode every = Run.on(Run.BOOK, "compare", "--format", "json").json();
        assertThat(every.get("models").size())
                .isEqualTo(Run.of("models", "--format", "json").json().get("models").size());
        Run two = Run.on(Run.BOOK, "compare", "--model", "crypto-grid,delta@1");
        assertThat(two.out())
                .startsWith("The least is asked by delta@1, ")
                .contains(
                        "\ncrypto-grid@1  94,684.04    75,747.23  USD       46,684.04  48,000.00");
        Run refused = Run.on(ONE_LEG.formatted("SOL_USDC-PERPETUAL", "1"), "compare");
        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.out()).startsWith("Every model refuses this book.");
    }

    @Test
    void curveRunsOverWhatTheOptionsSay() {
        Run curve = Run.on(Run.BOOK, "curve", "--points", "3");
        assertThat(curve.code()).as(curve.err()).isZero();
        assertThat(curve.out())
                .contains(
                        "\n  0 %  60,000         0.00        0.00   94,684.04   46,684.04  48,000.00")
                .contains("  now, strike  #########.........\n");
        JsonNode days =
                Run.on(Run.BOOK, "curve", "--over", "days", "--to", "20", "--format", "json")
                        .json();
        assertThat(days.get("over").asText()).isEqualTo("days");
        assertThat(days.at("/points/0/before/initial").asDouble()).isBetween(94684.04, 94684.05);
        assertThat(Run.on(Run.BOOK, "curve", "--over", "moon").code()).isEqualTo(2);
        assertThat(Run.of("curve", "--sample").err()).contains("/curve/underlying  is missing");
        assertThat(Run.of("curve", "--sample", "--underlying", "BTC").code()).isZero();
        assertThat(Run.on(Run.BOOK, "curve", "--fail-if", "before.excess < 0").code()).isEqualTo(1);
    }

    @Test
    void suggestRanksTradesByTheGoalOfTheOptions() {
        Run run = Run.on(Run.BOOK, "suggest");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("\n1     5  BTC perpetual  46,684.04  48,000.00  50.7 %");
        JsonNode cheap =
                Run.of(
                                "suggest",
                                "--sample",
                                "--target",
                                "50000",
                                "--legs",
                                "1",
                                "--max-cost",
                                "500",
                                "--alternatives",
                                "2",
                                "--format",
                                "json")
                        .json();
        assertThat(cheap.get("suggestions")).hasSizeBetween(1, 2);
        for (JsonNode suggestion : cheap.get("suggestions")) {
            assertThat(suggestion.get("initial").asDouble()).isLessThanOrEqualTo(50_000);
            assertThat(suggestion.get("cost").asDouble()).isLessThanOrEqualTo(500);
            assertThat(suggestion.get("legs")).hasSize(1);
        }
        assertThat(Run.on(Run.BOOK, "suggest", "--format", "csv").out())
                .startsWith("rank,legs,initial,")
                .contains("\r\n1,5 BTC perpetual,46684.04");
    }

    @Test
    void liquidationTellsThePricesOnBothSides() {
        Run run = Run.on(Run.BOOK, "liquidation");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("without the hedge  80,000.00    75,747.23   4,252.77\n")
                .contains("without the hedge  60,620.15      1.0 %")
                .contains("with the hedge     41,172.04    -31.4 %")
                .contains("with the hedge     73,374.79     22.3 %");
        Run rows = Run.on(Run.BOOK, "liquidation", "--format", "csv");
        assertThat(rows.out())
                .startsWith("account,price,distance,sigmas,deficit\r\nbefore,60620.1");
    }

    @Test
    void oneBodyServesEveryCommand() {
        String body =
                Run.BOOK.replaceFirst(
                        "\\{",
                        """
                        { "models": ["delta"], "detail": "full", "scenarioPnl": true,
                          "tradePath": true, "goal": {"kind": "leastMargin"}, "limits": {"legs": 2},
                          "chain": {"most": 50}, "candidates": [], "alternatives": 2, "liquidation": {"underlying": "BTC"},
                          "curve": {"over": "vol", "from": 0, "to": 1, "points": 2},
                        """);
        for (String command :
                List.of(
                        "margin",
                        "hedge",
                        "suggest",
                        "curve",
                        "liquidation",
                        "compare",
                        "explain")) {
            Run run = Run.on(body, command);
            assertThat(run.code()).as("%s: %s", command, run.err()).isZero();
        }
    }

    @Test
    void explainTellsTheArithmeticOfTheMargin() {
        Run run = Run.on(Run.BOOK, "explain");
        assertThat(run.code()).isZero();
        assertThat(run.out().replace("\n  ", " "))
                .contains("1. What is held\n", "2. What might happen\n", "3. What BTC must post\n")
                .contains("There the legs lose 2,958,876.36, and 3.2 % of that is 94,684.04.")
                .contains("- Initial margin: 1 x 94,684.04 = 94,684.04.\n")
                .contains("- Maintenance margin: 0.8 x 94,684.04 = 75,747.23.\n")
                .contains("14,684.04 short of the initial margin, and enough to keep the book.");
    }

    @Test
    void marketFileTakesThePlaceOfTheBodysMarket() throws IOException {
        JsonNode body = JSON.readTree(Run.BOOK);
        String market = file("market.json", body.get("market").toString());
        Run inside = Run.on(Run.BOOK, "margin", "--format", "json");
        Run beside =
                Run.on(
                        Run.BOOK.replace("0.60", "0.90"),
                        "margin",
                        "--market",
                        market,
                        "--format",
                        "json");
        assertThat(beside.json().get("inputHash")).isEqualTo(inside.json().get("inputHash"));
        String chain = "src/test/resources/hedgerow/store/chain.csv";
        assertThat(Run.of("margin", "--sample", "--market", chain).code()).isEqualTo(3);
        assertThat(Run.of("margin", "--sample", "--market", file("bad", "{}")).code()).isEqualTo(2);
    }

    @Test
    void marketsSaysWhatFilesHoldAndWhatIsWrongWithOthers() throws IOException {
        String stored = "src/test/resources/hedgerow/store/";
        Run run =
                Run.of(
                        "markets",
                        stored + "options.json",
                        stored + "chain.csv",
                        "--format",
                        "json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("markets")).hasSize(2);
        Run half = Run.of("markets", stored + "chain.csv", file("bad.json", "{}"));
        assertThat(half.code()).isEqualTo(ExitCode.INPUT);
        assertThat(half.out()).contains("Underlying");
        assertThat(half.err())
                .contains("bad.json: The request is malformed\n", "\n  /asOf  is missing");
        Run risk = Run.of("markets", parameters());
        assertThat(risk.out()).contains("Risk parameters of ", "1,001 contracts with arrays of 16");
        assertThat(Run.of("markets", parameters(), "--format", "csv").out()).hasLineCount(2);
        assertThat(Run.of("markets").out()).contains("Market sample as of 2026-01-01T08:00:00Z");
    }

    /// A file of risk parameters of one commodity.
    private String parameters() throws IOException {
        Path file = folder.resolve("parameters.pa2");
        try (OutputStream out = Files.newOutputStream(file)) {
            GeneratedFiles.pa2(GeneratedFiles.PER_COMMODITY, out);
        }
        return file.toString();
    }

    @Test
    void modelShowsItsSourcesAndParameters() {
        Run run = Run.of("models", "delta@1");
        assertThat(run.out()).startsWith("delta@1: ").contains("\nSources\n", "\nParameters\n");
        assertThat(Run.of("models", "nope").code()).isEqualTo(2);
    }

    @Test
    void versionNamesTheHashOfEveryModel() {
        JsonNode models = Run.of("models", "--format", "json").json().get("models");
        Run run = Run.of("--version");
        assertThat(run.out()).startsWith("hedgerow ").hasLineCount(models.size() + 1);
        for (JsonNode model : models) assertThat(run.out()).contains(model.get("hash").asText());
    }

    @Test
    void helpAndCompletionNameEveryCommand() {
        String help = Run.of("--help").out();
        String script = Run.of("completion").out();
        for (String command :
                List.of(
                        "margin",
                        "hedge",
                        "suggest",
                        "curve",
                        "liquidation",
                        "compare",
                        "bulk",
                        "models",
                        "markets",
                        "explain",
                        "serve")) {
            assertThat(help).contains("\n  " + command + " ");
            assertThat(script).contains(command);
            assertThat(Run.of(command, "--help").code()).as(command).isZero();
        }
        assertThat(script).startsWith("#!/usr/bin/env bash").contains("--fail-if");
    }

    @Test
    void serveIsAskedForByNameOrByNothing() {
        assertThat(ServeCommand.isAsked()).isTrue();
        assertThat(ServeCommand.isAsked("serve", "--port", "9090")).isTrue();
        assertThat(ServeCommand.isAsked("serve", "--help")).isFalse();
        assertThat(ServeCommand.isAsked("serve", "--port", "ninety")).isFalse();
        assertThat(ServeCommand.isAsked("margin")).isFalse();
        assertThat(Run.of("serve", "--port", "ninety").code()).isEqualTo(2);
    }
}
