package hedgerow;

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

/// Runs benchmarks and prints a table of times and of ratios to one row: `RatioTable <directory>
/// <reference> <benchmarks> [JMH options]`.
///
/// The directory holds what programs in C++ have measured in `others.tsv`: name, nanoseconds, note.
/// The fastest iteration counts, since others only tell what else the machine was doing.
public final class RatioTable {
    private record Row(String name, double nanos, String note) {}

    private RatioTable() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        List<String> options = List.of(arguments).subList(3, arguments.length);
        List<Row> rows = new ArrayList<>(java(arguments[2], options));
        rows.addAll(others(directory.resolve("others.tsv")));
        String table = table(rows, arguments[1]);
        System.out.println(table);
        Files.writeString(directory.resolve("table.md"), table);
    }

    private static List<Row> java(String benchmarks, List<String> options) throws Exception {
        var parsed = new CommandLineOptions(options.toArray(String[]::new));
        var builder = new OptionsBuilder().parent(parsed);
        if (parsed.getIncludes().isEmpty()) builder.include(benchmarks);
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

    private static String table(List<Row> rows, String reference) {
        double one =
                rows.stream()
                        .filter(row -> row.name().equals(reference))
                        .mapToDouble(Row::nanos)
                        .findFirst()
                        .orElse(Double.NaN);
        StringBuilder table = new StringBuilder();
        table.append("| | ns | M/s | x ").append(reference).append(" | |\n|---|---|---|---|---|\n");
        rows.stream()
                .sorted(Comparator.comparingDouble(Row::nanos))
                .forEach(row -> table.append(line(row, one)));
        return table.toString();
    }

    private static String line(Row row, double one) {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.2f | %.2f | %s |%n",
                row.name(),
                row.nanos(),
                1e3 / row.nanos(),
                one / row.nanos(),
                row.note());
    }
}
