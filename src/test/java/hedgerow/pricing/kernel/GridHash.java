package hedgerow.pricing.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Prints one hash of the bits of some fifty thousand values, with the name of the kernel, for a
/// script that compares Java machines: `GridHash <threads> <passes> [plain]`.
///
/// Later passes run what the compilers have made of the earlier ones; all passes must agree.
public final class GridHash {
    private static final int BLOCKS = 3;
    private static final int SCENARIOS = 70;
    private static final int CELLS = OptionBlock.CAPACITY * SCENARIOS;

    private GridHash() {}

    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[0]);
        int passes = Integer.parseInt(arguments[1]);
        boolean plain = arguments.length > 2 && arguments[2].equals("plain");
        GridKernel kernel = plain ? GridKernel.plain() : GridKernel.fastest();
        System.out.println(kernel.name() + " " + hash(plain, threads, passes));
    }

    static String hash(boolean plain, int threads, int passes) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> hashes = new ArrayList<>();
            for (int b = 0; b < BLOCKS; b++) {
                int seed = b;
                hashes.add(pool.submit(() -> blockHash(plain, seed, passes)));
            }
            long hash = 0;
            for (Future<Long> block : hashes) hash = hash * 1_000_003 + block.get();
            return "%016x".formatted(hash);
        }
    }

    private static long blockHash(boolean plain, int seed, int passes) {
        RandomGrid grid = new RandomGrid(seed, OptionBlock.CAPACITY, SCENARIOS);
        OptionBlock block = grid.block(0, OptionBlock.CAPACITY);
        MoveRow moves = grid.moves(0, SCENARIOS);
        GridKernel kernel = plain ? GridKernel.plain() : GridKernel.fastest();
        double[] out = new double[CELLS];
        long first = 0;
        for (int pass = 0; pass < passes; pass++) {
            kernel.value(block, moves, out, 0, SCENARIOS);
            long hash = 0;
            for (double value : out) hash = hash * 31 + Double.doubleToRawLongBits(value);
            if (pass == 0) first = hash;
            if (hash != first) throw new IllegalStateException("bits changed in pass " + pass);
        }
        return first;
    }
}
