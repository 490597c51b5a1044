package hedgerow.margin.venues;

import hedgerow.portfolio.Require;
import java.util.Map;
import java.util.Set;

/// How much of an offset each pair of venues recognises: a fraction from 0, none, to 1, all.
///
/// @param unlessGiven the fraction of pairs that are not named
/// @param alphas the fraction of each pair that is named
public record Recognition(double unlessGiven, Map<Pair, Double> alphas) {
    /// No venue recognises anything.
    public static final Recognition NONE = new Recognition(0, Map.of());

    public Recognition {
        Require.between("alpha", unlessGiven, 0, 1);
        alphas = Map.copyOf(alphas);
        alphas.values().forEach(alpha -> Require.between("alpha", alpha, 0, 1));
    }

    /// The fraction between two groups of venues: the least between a venue of the one and a venue
    /// of the other, since the offset needs all of them.
    double between(Set<String> ones, Set<String> others) {
        double least = 1;
        for (String one : ones) {
            for (String other : others) {
                least = Math.min(least, alphas.getOrDefault(Pair.of(one, other), unlessGiven));
            }
        }
        return least;
    }
}
