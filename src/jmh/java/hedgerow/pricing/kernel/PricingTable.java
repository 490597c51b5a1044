package hedgerow.pricing.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs [PricingBenchmark] and prints a table of ratios, with the rows that programs in C++ have
/// written: `PricingTable <directory> [JMH options]`.
///
/// The directory receives `grid.bin` for those programs first (`PricingTable <directory> grid`),
/// and holds their answers in `cpp.tsv`: name, nanoseconds a value, whether the bits are ours. The
/// fastest iteration counts, since others only tell what else the machine was doing.
public final class PricingTable {
    private record Row(String name, double nanos, String note) {}

    private PricingTable() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        if (arguments.length == 2 && arguments[1].equals("grid")) {
            BenchGrid.sixteen().write(directory.resolve("grid.bin"));
            return;
        }
        List<String> options = List.of(arguments).subList(1, arguments.length);
        List<Row> rows = new ArrayList<>(java(options));
        rows.addAll(others(directory));
        String table = table(rows);
        System.out.println(table);
        Files.writeString(directory.resolve("pricing.md"), table);
    }

    private static List<Row> java(List<String> options) throws Exception {
        var parsed = new CommandLineOptions(options.toArray(String[]::new));
        var builder = new OptionsBuilder().parent(parsed);
        if (parsed.getIncludes().isEmpty()) builder.include(PricingBenchmark.class.getName());
        List<Row> rows = new ArrayList<>();
        for (RunResult result : new Runner(builder.build()).run()) {
            BenchmarkParams params = result.getParams();
            String name = params.getBenchmark();
            double nanos =
                    result.getBenchmarkResults().stream()
                            .flatMap(fork -> fork.getIterationResults().stream())
                            .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                            .min()
                            .orElse(Double.NaN);
            rows.add(new Row(name.substring(name.lastIndexOf('.') + 1), nanos, ""));
        }
        return rows;
    }

    private static List<Row> others(Path directory) throws IOException {
        Path file = directory.resolve("cpp.tsv");
        List<Row> rows = new ArrayList<>();
        if (Files.notExists(file)) return rows;
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t", -1);
            rows.add(new Row(parts[0], Double.parseDouble(parts[1]), parts[2]));
        }
        return rows;
    }

    private static String table(List<Row> rows) {
        double strata =
                rows.stream()
                        .filter(row -> row.name().equals("strata"))
                        .mapToDouble(Row::nanos)
                        .findFirst()
                        .orElse(Double.NaN);
        StringBuilder table = new StringBuilder();
        table.append("| values by | ns a value | M values/s | x Strata | |\n|---|---|---|---|---|\n");
        rows.stream()
                .sorted((a, b) -> Double.compare(a.nanos(), b.nanos()))
                .forEach(row -> table.append(line(row, strata)));
        return table.toString();
    }

    private static String line(Row row, double strata) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.0f | %.1f | %s |%n",
                row.name(),
                row.nanos(),
                1e3 / row.nanos(),
                strata / row.nanos(),
                row.note());
    }
}
