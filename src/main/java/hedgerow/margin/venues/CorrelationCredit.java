package hedgerow.margin.venues;

import hedgerow.portfolio.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What margin on several underlyings is less than the sum, because they move together.
///
/// Losses come in with the sign of the exposure: above zero where the account is long the
/// underlying, below where it is short. A credit lies between zero and the sum of their sizes.
public sealed interface CorrelationCredit {
    /// The credit for losses on several underlyings, by their ids.
    ///
    /// @throws IllegalArgumentException where the correlations contradict one another
    double of(SortedMap<String, Double> losses);

    /// A rate for each pair of underlyings that are held on opposite sides: `rate * 2 * min(loss of
    /// the one, loss of the other)`, the largest credit first, each loss used once.
    ///
    /// @param rates the rate of each pair, from 0 to 1
    record Rates(Map<Pair, Double> rates) implements CorrelationCredit {
        public Rates {
            rates = Map.copyOf(rates);
            rates.values().forEach(rate -> Require.between("rate", rate, 0, 1));
        }

        private record Use(Pair pair, double loss, double credit) {}

        @Override
        public double of(SortedMap<String, Double> losses) {
            SortedMap<String, Double> rest = new TreeMap<>(losses);
            double credit = 0;
            Optional<Use> next = largest(rest);
            while (next.isPresent()) {
                Use use = next.get();
                credit += use.credit();
                take(rest, use.pair().first(), use.loss());
                take(rest, use.pair().second(), use.loss());
                next = largest(rest);
            }
            return credit;
        }

        private static void take(SortedMap<String, Double> rest, String underlying, double loss) {
            rest.computeIfPresent(
                    underlying, (_, left) -> Math.copySign(Math.abs(left) - loss, left));
        }

        private Optional<Use> largest(SortedMap<String, Double> rest) {
            Optional<Use> largest = Optional.empty();
            for (Use use : uses(rest)) {
                if (use.credit() > largest.map(Use::credit).orElse(0.0)) largest = Optional.of(use);
            }
            return largest;
        }

        private List<Use> uses(SortedMap<String, Double> rest) {
            List<Use> uses = new ArrayList<>();
            for (Map.Entry<String, Double> one : rest.entrySet()) {
                for (Map.Entry<String, Double> other : rest.tailMap(one.getKey()).entrySet()) {
                    if (one.getValue() * other.getValue() >= 0) continue;
                    Pair pair = Pair.of(one.getKey(), other.getKey());
                    double loss = Math.min(Math.abs(one.getValue()), Math.abs(other.getValue()));
                    uses.add(new Use(pair, loss, rates.getOrDefault(pair, 0.0) * 2 * loss));
                }
            }
            return uses;
        }
    }

    /// The sum of the losses' sizes less `sqrt(L' R L)`, with `L` the signed losses and `R` their
    /// correlations; losses of a pair that has none given add.
    ///
    /// @param correlations of each pair, from -1 to 1
    record Correlations(Map<Pair, Double> correlations) implements CorrelationCredit {
        public Correlations {
            correlations = Map.copyOf(correlations);
            correlations.values().forEach(rho -> Require.between("correlation", rho, -1, 1));
        }

        @Override
        public double of(SortedMap<String, Double> losses) {
            double sum = 0;
            double square = 0;
            for (Map.Entry<String, Double> one : losses.entrySet()) {
                sum += Math.abs(one.getValue());
                for (Map.Entry<String, Double> other : losses.entrySet()) {
                    square += product(one, other);
                }
            }
            if (square < -1e-9 * sum * sum) {
                throw new IllegalArgumentException(
                        "correlations must fit together, the square of the loss was " + square);
            }
            return Math.max(0, sum - Math.sqrt(Math.max(0, square)));
        }

        private double product(Map.Entry<String, Double> one, Map.Entry<String, Double> other) {
            double product = one.getValue() * other.getValue();
            if (one.getKey().equals(other.getKey())) return product;
            Double rho = correlations.get(Pair.of(one.getKey(), other.getKey()));
            return rho == null ? Math.abs(product) : rho * product;
        }
    }
}
