package hedgerow.market.clearing;

import hedgerow.portfolio.OptionRight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The columns of contracts, in chunks that are never copied: about 170 bytes a contract with
/// sixteen scenarios.
final class ContractColumns {
    private static final int BITS = 9;
    private static final int CHUNK = 1 << BITS;
    private static final int MASK = CHUNK - 1;

    private final List<Chunk> chunks = new ArrayList<>();
    private int scenarios;
    private int size;

    private static final class Chunk {
        final int[] series = new int[CHUNK];
        final byte[] right = new byte[CHUNK];
        final double[] strike = new double[CHUNK];
        final double[] price = new double[CHUNK];
        final double[] vol = new double[CHUNK];
        final double[] delta = new double[CHUNK];
        final double[] losses;

        Chunk(int scenarios) {
            losses = new double[CHUNK * scenarios];
        }
    }

    void add(int series, int right, double strike, Figures figures, double[] losses) {
        if (size == 0) scenarios = losses.length;
        if ((size & MASK) == 0) chunks.add(new Chunk(scenarios));
        Chunk chunk = chunks.getLast();
        int at = size & MASK;
        chunk.series[at] = series;
        chunk.right[at] = (byte) right;
        chunk.strike[at] = strike;
        chunk.price[at] = figures.price().orElse(Double.NaN);
        chunk.vol[at] = figures.impliedVol().orElse(Double.NaN);
        chunk.delta[at] = figures.compositeDelta();
        System.arraycopy(losses, 0, chunk.losses, at * scenarios, scenarios);
        size++;
    }

    int size() {
        return size;
    }

    int scenarios() {
        return scenarios;
    }

    int series(int contract) {
        return chunk(contract).series[contract & MASK];
    }

    Optional<OptionRight> right(int contract) {
        return switch (rightCode(contract)) {
            case 1 -> Optional.of(OptionRight.CALL);
            case 2 -> Optional.of(OptionRight.PUT);
            default -> Optional.empty();
        };
    }

    int rightCode(int contract) {
        return chunk(contract).right[contract & MASK];
    }

    int code(Optional<OptionRight> right) {
        return right.map(r -> r == OptionRight.CALL ? 1 : 2).orElse(0);
    }

    double strike(int contract) {
        return chunk(contract).strike[contract & MASK];
    }

    double price(int contract) {
        return chunk(contract).price[contract & MASK];
    }

    double vol(int contract) {
        return chunk(contract).vol[contract & MASK];
    }

    double delta(int contract) {
        return chunk(contract).delta[contract & MASK];
    }

    double loss(int contract, int scenario) {
        return chunk(contract).losses[(contract & MASK) * scenarios + scenario];
    }

    private Chunk chunk(int contract) {
        if (contract < 0 || contract >= size) {
            throw new IllegalArgumentException(
                    "contract must be below " + size + ", was " + contract);
        }
        return chunks.get(contract >> BITS);
    }

    /// A figure that may not be known.
    static OptionalDouble known(double figure) {
        return Double.isNaN(figure) ? OptionalDouble.empty() : OptionalDouble.of(figure);
    }
}
