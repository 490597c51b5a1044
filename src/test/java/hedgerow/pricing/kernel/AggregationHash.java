package hedgerow.pricing.kernel;

import hedgerow.portfolio.Fingerprint;
import java.lang.foreign.Arena;

/// Prints the kind of aggregation that this Java machine chose, and a hash of sums by it.
final class AggregationHash {
    private AggregationHash() {}

    /// @param arguments how often each sum is taken, so that compilers take notice
    public static void main(String[] arguments) {
        int passes = Integer.parseInt(arguments[0]);
        RandomGroups named = new RandomGroups(1, 16, 4, 4);
        System.out.println(named.fastest().name() + " " + hash(passes));
    }

    static String hash(int passes) {
        Fingerprint hash = Fingerprint.start();
        for (int scenarios : new int[] {16, 27, 35, 64}) {
            RandomGroups groups = new RandomGroups(scenarios, scenarios, 100, 200);
            try (Arena arena = Arena.ofConfined()) {
                put(groups, groups.fastest(), passes, hash);
                put(groups, groups.fastest().aligned(arena), passes, hash);
            }
        }
        return hash.hex();
    }

    private static void put(
            RandomGroups groups, Aggregation aggregation, int passes, Fingerprint hash) {
        GroupSums sums = groups.sum(aggregation);
        for (int pass = 1; pass < passes; pass++) sums = groups.sum(aggregation);
        for (int g = 0; g < groups.groups(); g++) {
            for (int s = 0; s < groups.scenarios; s++) hash.put(sums.vector(g)[s]);
            hash.put(sums.worst(g));
            if (sums.worst(g) > 0) {
                hash.putLong(aggregation.first(sums.vector(g), sums.worst(g)));
            }
        }
    }
}
