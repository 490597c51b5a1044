package hedgerow.pricing.kernel;

import java.util.stream.Stream;

/// The kernels that this Java machine can run, for tests that hold for each.
final class Kernels {
    private Kernels() {}

    static Stream<GridKernel> all() {
        GridKernel fastest = GridKernel.fastest();
        GridKernel plain = GridKernel.plain();
        return fastest.name().equals(plain.name()) ? Stream.of(plain) : Stream.of(plain, fastest);
    }

    /// One option in one scenario.
    static double value(
            GridKernel kernel, int sign, double forward, double strike, double stdDev, double m) {
        OptionBlock block = new OptionBlock(1);
        block.add(forward, strike, sign, 1);
        block.stdDev(0, 0, stdDev);
        double[] out = new double[1];
        kernel.value(block, MoveRow.linear(new double[] {m}, new int[1]), out, 0, 1);
        return out[0];
    }
}
