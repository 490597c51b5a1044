package hedgerow.margin;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Nanoseconds for what-ifs and trades on accounts of a hundred legs, and for a tick over 100,000
/// accounts, with floors and minimums, sixteen scenarios, on one core.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 15, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 100, time = 20, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class IncrementsBenchmark {
    /// One account with a hundred legs on one underlying, and one with ten legs on each of ten.
    @State(Scope.Thread)
    public static class Hundred {
        private final BenchAccounts data = new BenchAccounts(1, 10, 16);
        private final LiveBook book = live();
        private final WhatIf whatIf = book.whatIf();
        private final Requirement out = new Requirement();
        private final int[] rows = {17};
        private final double[] quantities = {3};
        private final MarginReader reader = book.reader();
        private final Book plain = data.book();
        private final MarginReader.Scratch scratch = reader.scratch();
        private final Holding holding = plain.holding(reader, 0);
        private int sign = 1;

        private LiveBook live() {
            BookBuilder builder = new BookBuilder(data.arrays).accounts(2);
            for (int row = 0; row < BenchAccounts.PER_UNDERLYING; row++) {
                builder.add(0, row, row % 41 - 20.5);
            }
            data.positions((_, row, quantity) -> builder.add(1, row, quantity));
            return new LiveBook(
                    data.model(BenchAccounts.FLOORS), data.arrays, builder.build(), 1);
        }
    }

    /// 100,000 accounts with ten legs on each of five underlyings.
    @State(Scope.Thread)
    public static class Many {
        private final BenchAccounts data = new BenchAccounts(100_000, 5, 16);
        private final LiveBook book =
                new LiveBook(data.model(BenchAccounts.FLOORS), data.arrays, data.book(), 1);
    }

    @Benchmark
    public Requirement whatIfOnOneUnderlying(Hundred hundred) {
        hundred.whatIf.read(0, hundred.rows, hundred.quantities, hundred.out);
        return hundred.out;
    }

    @Benchmark
    public Requirement whatIfOnTenUnderlyings(Hundred hundred) {
        hundred.whatIf.read(1, hundred.rows, hundred.quantities, hundred.out);
        return hundred.out;
    }

    @Benchmark
    @Fork(2)
    public Requirement whatIfOnOneUnderlyingPlain(Hundred hundred) {
        hundred.whatIf.read(0, hundred.rows, hundred.quantities, hundred.out);
        return hundred.out;
    }

    @Benchmark
    public Requirement wholeAccountOfHundredLegs(Hundred hundred) {
        hundred.reader.read(hundred.holding, hundred.scratch, hundred.out);
        return hundred.out;
    }

    @Benchmark
    public Requirement tradeOnTenUnderlyings(Hundred hundred) {
        hundred.sign = -hundred.sign;
        hundred.book.trade(1, 17, 3 * hundred.sign);
        hundred.book.requirement(1, hundred.out);
        return hundred.out;
    }

    @Benchmark
    public int[] tickOverAHundredThousandAccounts(Many many) {
        return many.book.tick(many.data.arrays, "U07", 1);
    }
}
