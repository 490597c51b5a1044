package hedgerow.margin.venues;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/// What one account must post at several venues, when each pair of them recognises a fraction of
/// the offset between what is held at each.
///
/// With two venues, `M` what they ask for and `N` what both would ask for together:
///
/// ```
/// offset  = max(0, M1 + M2 - N)
/// initial = M1 + M2 - alpha * offset = N + (1 - alpha) * (M1 + M2 - N)
/// ```
///
/// With more, pairs are joined one by one, the one with the largest recognised offset first, and
/// stand as one venue from then on, so that the margin of each venue is used once. The offset of a
/// join is what the two sides would ask for, each put together, less what both would together; the
/// alpha between sides is the least between their venues. With one alpha for all pairs this is
/// `pooled + (1 - alpha) * (separate - pooled)`, as long as putting together never costs more.
///
/// Of equal offsets the one whose venues come first in alphabetical order is taken, so the order in
/// which venues are listed changes no bit.
///
/// @param separate the sum of what each venue asks for
/// @param pooled what all would ask for together
/// @param joins the pairs that were joined, in order
/// @param losses what the rest asks for when a venue is lost, in order of the venues' names
public record CrossMargin(double separate, double pooled, List<Join> joins, List<Lost> losses) {
    public CrossMargin {
        joins = List.copyOf(joins);
        losses = List.copyOf(losses);
    }

    /// Two venues, or groups of venues joined before, whose offset counts in part.
    ///
    /// @param one the venues on one side
    /// @param other those on the other
    /// @param alpha the fraction that counts
    /// @param offset what they would save as one
    /// @param recognised `alpha * offset`
    public record Join(
            SortedSet<String> one,
            SortedSet<String> other,
            double alpha,
            double offset,
            double recognised) {
        public Join {
            one = Collections.unmodifiableSortedSet(new TreeSet<>(one));
            other = Collections.unmodifiableSortedSet(new TreeSet<>(other));
        }

        private SortedSet<String> venues() {
            SortedSet<String> both = new TreeSet<>(one);
            both.addAll(other);
            return both;
        }
    }

    /// What is left when a venue fails.
    ///
    /// @param venue the one that fails
    /// @param initial what the positions at all others would ask for together
    public record Lost(String venue, double initial) {}

    /// Joins venues as far as they recognise one another.
    ///
    /// @param alone what each venue asks for what is held there, by name; at least one
    /// @param pooled what the positions at some venues, two or more, would ask for as one account
    public static CrossMargin of(
            SortedMap<String, Double> alone,
            Recognition recognition,
            ToDoubleFunction<SortedSet<String>> pooled) {
        if (alone.isEmpty()) throw new IllegalArgumentException("there must be a venue");
        Margins margins = new Margins(alone, pooled, new HashMap<>());
        SortedSet<String> all = new TreeSet<>(alone.keySet());
        double separate = alone.values().stream().mapToDouble(Double::doubleValue).sum();
        return new CrossMargin(
                separate, margins.of(all), joins(all, recognition, margins), losses(all, margins));
    }

    private static List<Join> joins(
            SortedSet<String> venues, Recognition recognition, Margins margins) {
        List<SortedSet<String>> sides = new ArrayList<>();
        venues.forEach(venue -> sides.add(new TreeSet<>(List.of(venue))));
        List<Join> joins = new ArrayList<>();
        Optional<Join> next = largest(sides, recognition, margins);
        while (next.isPresent()) {
            Join join = next.get();
            joins.add(join);
            sides.remove(join.other());
            sides.set(sides.indexOf(join.one()), join.venues());
            next = largest(sides, recognition, margins);
        }
        return joins;
    }

    /// The first of the pairs with the largest recognised offset; empty where none is above zero.
    private static Optional<Join> largest(
            List<SortedSet<String>> sides, Recognition recognition, Margins margins) {
        Optional<Join> largest = Optional.empty();
        for (int i = 0; i < sides.size(); i++) {
            for (int j = i + 1; j < sides.size(); j++) {
                double alpha = recognition.between(sides.get(i), sides.get(j));
                if (alpha == 0) continue;
                Join join = margins.join(sides.get(i), sides.get(j), alpha);
                double before = largest.map(Join::recognised).orElse(0.0);
                if (join.recognised() > before) largest = Optional.of(join);
            }
        }
        return largest;
    }

    private static List<Lost> losses(SortedSet<String> venues, Margins margins) {
        List<Lost> losses = new ArrayList<>();
        for (String venue : venues) {
            SortedSet<String> others = new TreeSet<>(venues);
            others.remove(venue);
            losses.add(new Lost(venue, margins.of(others)));
        }
        return losses;
    }

    /// What counts of the offsets.
    public double recognised() {
        return joins.stream().mapToDouble(Join::recognised).sum();
    }

    /// What the account must post: what each venue asks for, less what counts of the offsets.
    public double initial() {
        return Math.max(0, separate - recognised());
    }

    /// The venue whose failure leaves most to be posted; the first of several.
    public Lost contagion() {
        return Collections.max(losses, Comparator.comparingDouble(Lost::initial));
    }

    /// Margins of venues put together, each read once.
    private record Margins(
            SortedMap<String, Double> alone,
            ToDoubleFunction<SortedSet<String>> pooled,
            Map<SortedSet<String>, Double> read) {
        double of(SortedSet<String> venues) {
            return switch (venues.size()) {
                case 0 -> 0;
                case 1 -> alone.getOrDefault(venues.first(), 0.0);
                default -> {
                    Double known = read.get(venues);
                    if (known == null) {
                        known = pooled.applyAsDouble(venues);
                        read.put(venues, known);
                    }
                    yield known;
                }
            };
        }

        Join join(SortedSet<String> one, SortedSet<String> other, double alpha) {
            SortedSet<String> both = new TreeSet<>(one);
            both.addAll(other);
            double offset = Math.max(0, of(one) + of(other) - of(both));
            return new Join(one, other, alpha, offset, alpha * offset);
        }
    }
}
