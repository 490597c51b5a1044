package hedgerow.pricing.american;

import static hedgerow.pricing.american.AmericanMethod.BARONE_ADESI_WHALEY;
import static hedgerow.pricing.american.AmericanMethod.EXERCISE_BOUNDARY;

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

/// Nanoseconds for one value of an American option in a scenario: with boundaries kept from the tick
/// before, with boundaries solved once per option and vol, and with one solved for each cell.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class AmericanBenchmark {
    private static final int SIXTEEN = AmericanGrid.OPTIONS * 16;
    private static final int THIRTY_FIVE = AmericanGrid.OPTIONS * 35;

    private final AmericanGrid small = AmericanGrid.sixteen();
    private final AmericanGrid large = AmericanGrid.thirtyFive();
    private final AmericanPricer[] exact = small.pricers(EXERCISE_BOUNDARY);
    private final AmericanPricer[] quick = small.pricers(BARONE_ADESI_WHALEY);
    private final double[] out = new double[THIRTY_FIVE];

    @Benchmark
    @OperationsPerInvocation(SIXTEEN)
    public double[] boundary16Kept() {
        small.value(exact, out);
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(THIRTY_FIVE)
    public double[] boundary35Kept() {
        large.value(exact, out);
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(SIXTEEN)
    public double[] boundary16Solved() {
        small.value(small.pricers(EXERCISE_BOUNDARY), out);
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(THIRTY_FIVE)
    public double[] boundary35Solved() {
        large.value(large.pricers(EXERCISE_BOUNDARY), out);
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(SIXTEEN)
    public double[] boundaryCellByCell() {
        small.valueCellByCell(EXERCISE_BOUNDARY, out);
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(SIXTEEN)
    public double[] baroneAdesiWhaley16Kept() {
        small.value(quick, out);
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(SIXTEEN)
    public double[] baroneAdesiWhaley16Solved() {
        small.value(small.pricers(BARONE_ADESI_WHALEY), out);
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(SIXTEEN)
    public double[] baroneAdesiWhaleyCellByCell() {
        small.valueCellByCell(BARONE_ADESI_WHALEY, out);
        return out;
    }
}
