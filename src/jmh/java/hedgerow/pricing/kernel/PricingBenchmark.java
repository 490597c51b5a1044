package hedgerow.pricing.kernel;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import hedgerow.pricing.formula.Black76;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.finmath.functions.AnalyticFormulas;
import org.apache.commons.math3.distribution.NormalDistribution;
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

/// Nanoseconds for one value of an option in a scenario, by the kernels and by their rivals, on the
/// same options.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 15, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 100, time = 20, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class PricingBenchmark {
    private static final int SIXTEEN = BenchGrid.OPTIONS * 16;
    private static final int WIDE = BenchGrid.OPTIONS * 1_024;
    private static final int SMALL = 100 * 16;
    private static final String VECTOR = "--add-modules=jdk.incubator.vector";

    private final BenchGrid grid = BenchGrid.sixteen();
    private final BenchGrid history = BenchGrid.historical(1_024);
    private final List<OptionBlock> blocks = grid.blocks(BenchGrid.OPTIONS);
    private final List<OptionBlock> hundred = grid.blocks(100);
    private final OptionBlock spare = new OptionBlock(BenchGrid.COLUMNS);
    private final GridKernel plain = GridKernel.plain();
    private final GridKernel fastest = GridKernel.fastest();
    private final double[] out = new double[SIXTEEN];
    private final double[] wide = new double[WIDE];
    private final NormalDistribution normal = new NormalDistribution();

    @Benchmark
    @OperationsPerInvocation(SIXTEEN)
    public double[] plainKernel() {
        grid.value(plain, blocks, out);
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(SIXTEEN)
    @Fork(value = 2, jvmArgsAppend = VECTOR)
    public double[] vectorKernel() {
        grid.value(fastest, blocks, out);
        return out;
    }

    /// From forwards, strikes and vols: logarithms, square roots and the filling of blocks included.
    @Benchmark
    @OperationsPerInvocation(SIXTEEN)
    public double[] plainKernelFromScratch() {
        for (int from = 0; from < BenchGrid.OPTIONS; from += OptionBlock.CAPACITY) {
            int to = Math.min(BenchGrid.OPTIONS, from + OptionBlock.CAPACITY);
            grid.fill(spare, from, to);
            plain.value(spare, grid.moves, out, from * grid.scenarios(), grid.scenarios());
        }
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(SMALL)
    public double[] plainKernelOnHundredOptions() {
        grid.value(plain, hundred, out);
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(WIDE)
    public double[] plainKernelOnWideRows() {
        history.value(plain, blocks, wide);
        return wide;
    }

    @Benchmark
    @OperationsPerInvocation(WIDE)
    @Fork(value = 2, jvmArgsAppend = VECTOR)
    public double[] vectorKernelOnWideRows() {
        history.value(fastest, blocks, wide);
        return wide;
    }

    @Benchmark
    @OperationsPerInvocation(SIXTEEN)
    public double[] scalarReference() {
        return each(
                (i, s) ->
                        Black76.value(
                                grid.sign[i],
                                grid.forward[i] * grid.multiplier[s],
                                grid.strike[i],
                                grid.stdDev(i, grid.column[s])));
    }

    @Benchmark
    @OperationsPerInvocation(SIXTEEN)
    public double[] strata() {
        return each(
                (i, s) ->
                        BlackFormulaRepository.price(
                                grid.forward[i] * grid.multiplier[s],
                                grid.strike[i],
                                grid.years[i],
                                grid.shockedVol(i, s),
                                grid.sign[i] > 0));
    }

    /// The library prices calls only: a put is a call less a forward.
    @Benchmark
    @OperationsPerInvocation(SIXTEEN)
    public double[] finmath() {
        return each(
                (i, s) -> {
                    double forward = grid.forward[i] * grid.multiplier[s];
                    double strike = grid.strike[i];
                    double call =
                            AnalyticFormulas.blackScholesGeneralizedOptionValue(
                                    forward, grid.shockedVol(i, s), grid.years[i], strike, 1);
                    return grid.sign[i] > 0 ? call : call - forward + strike;
                });
    }

    @Benchmark
    @OperationsPerInvocation(SIXTEEN)
    public double[] commonsMath() {
        return each(
                (i, s) -> {
                    double forward = grid.forward[i] * grid.multiplier[s];
                    double stdDev = grid.stdDev(i, grid.column[s]);
                    double d1 = Math.log(forward / grid.strike[i]) / stdDev + 0.5 * stdDev;
                    int sign = grid.sign[i];
                    double far = normal.cumulativeProbability(sign * d1);
                    double near = normal.cumulativeProbability(sign * (d1 - stdDev));
                    return sign * (forward * far - grid.strike[i] * near);
                });
    }

    private interface Cell {
        double value(int option, int scenario);
    }

    private double[] each(Cell cell) {
        int scenarios = grid.scenarios();
        for (int i = 0; i < BenchGrid.OPTIONS; i++) {
            for (int s = 0; s < scenarios; s++) out[i * scenarios + s] = cell.value(i, s);
        }
        return out;
    }
}
