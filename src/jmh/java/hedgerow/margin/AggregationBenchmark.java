package hedgerow.margin;

import hedgerow.pricing.kernel.Aggregation;
import hedgerow.pricing.kernel.GroupSums;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Nanoseconds a position, from positions to the worst loss of each group: 20,000 accounts of fifty
/// positions in groups of ten, sixteen scenarios, on one core.
///
/// `AggregationBenchmark <file>` writes the same positions for the twin in C++.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 15, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 100, time = 20, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class AggregationBenchmark {
    private static final int ACCOUNTS = 20_000;
    private static final int GROUPS = 5;
    private static final int POSITIONS = ACCOUNTS * GROUPS * BenchAccounts.LEGS;

    private final BenchAccounts data = new BenchAccounts(ACCOUNTS, GROUPS, 16);
    private final BenchAccounts.Columns columns = data.columns();
    private final GroupSums sums = new GroupSums(GROUPS, data.arrays.stride());
    private final double[] worst = new double[ACCOUNTS * GROUPS];
    private final Aggregation plain =
            Aggregation.plain(data.arrays.cells(), data.arrays.stride(), data.arrays.weights());
    private final Aggregation fastest =
            Aggregation.fastest(data.arrays.cells(), data.arrays.stride(), data.arrays.weights())
                    .aligned(Arena.ofAuto());

    @Benchmark
    @OperationsPerInvocation(POSITIONS)
    public double[] plain() {
        return sum(plain);
    }

    @Benchmark
    @OperationsPerInvocation(POSITIONS)
    @Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
    public double[] vector() {
        return sum(fastest);
    }

    private double[] sum(Aggregation aggregation) {
        for (int first = 0; first < worst.length; first += GROUPS) {
            aggregation.sum(
                    columns.rows(), columns.quantities(), columns.starts(), first, first + GROUPS,
                    sums);
            for (int g = 0; g < GROUPS; g++) worst[first + g] = sums.worst(g);
        }
        return worst;
    }

    public static void main(String[] arguments) throws IOException {
        AggregationBenchmark benchmark = new AggregationBenchmark();
        double[] worst = benchmark.plain();
        benchmark.data.write(Path.of(arguments[0]), benchmark.columns, worst);
    }
}
