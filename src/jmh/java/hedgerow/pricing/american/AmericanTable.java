package hedgerow.pricing.american;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs [AmericanBenchmark] and prints a table of ratios, with the rows that the program in C++ has
/// written: `AmericanTable <directory> [JMH options]`.
///
/// The directory receives `american.bin` for that program first (`AmericanTable <directory> grid`),
/// and holds its answer as `american.tsv`: name, nanoseconds a value, greatest difference from our
/// exact values as a share of the greater of spot and strike. The fastest iteration counts, since
/// others only tell what else the machine was doing.
public final class AmericanTable {
    private static final String REFERENCE = "boundaryCellByCell";

    private record Row(String name, double nanos, String difference) {}

    private AmericanTable() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        if (arguments.length == 2 && arguments[1].equals("grid")) {
            AmericanGrid.sixteen().write(directory.resolve("american.bin"));
            return;
        }
        List<Row> rows = java(List.of(arguments).subList(1, arguments.length));
        rows.addAll(others(directory.resolve("american.tsv")));
        String table = table(rows);
        System.out.println(table);
        Files.writeString(directory.resolve("american.md"), table);
    }

    private static List<Row> java(List<String> options) throws Exception {
        var parsed = new CommandLineOptions(options.toArray(String[]::new));
        var builder = new OptionsBuilder().parent(parsed);
        if (parsed.getIncludes().isEmpty()) builder.include(AmericanBenchmark.class.getName());
        List<Row> rows = new ArrayList<>();
        for (RunResult result : new Runner(builder.build()).run()) {
            String name = result.getParams().getBenchmark();
            rows.add(new Row(name.substring(name.lastIndexOf('.') + 1), fastest(result), ""));
        }
        return rows;
    }

    private static double fastest(RunResult result) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .min()
                .orElse(Double.NaN);
    }

    private static List<Row> others(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        if (!Files.exists(file)) return rows;
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t", -1);
            rows.add(new Row(parts[0], Double.parseDouble(parts[1]), parts[2]));
        }
        return rows;
    }

    private static String table(List<Row> rows) {
        double cell =
                rows.stream()
                        .filter(row -> row.name().equals(REFERENCE))
                        .mapToDouble(Row::nanos)
                        .findFirst()
                        .orElse(Double.NaN);
        StringBuilder table = new StringBuilder();
        table.append("| values by | ns a value | x cell by cell | difference |\n|---|---|---|---|\n");
        rows.stream()
                .sorted(Comparator.comparingDouble(Row::nanos))
                .forEach(row -> table.append(line(row, cell)));
        return table.toString();
    }

    private static String line(Row row, double cell) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %s |%n",
                row.name(),
                row.nanos(),
                cell / row.nanos(),
                row.difference());
    }
}
