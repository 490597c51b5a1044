package hedgerow.margin;

import java.util.List;
import java.util.SortedMap;

/// A charge on one group as a convex, piecewise linear function of what is held, for programs that
/// seek what to hold.
///
/// ```
/// sum    = sum over hinges of the largest of their forms
/// amount = largest over pieces of slope * sum + constant
/// ```
///
/// Open orders are no part of it.
///
/// @param hinges each the largest of some linear forms, never below zero
/// @param pieces of which the largest is the amount, slopes not negative
public record ConvexCharge(List<Hinge> hinges, List<Piece> pieces) {
    /// The sum itself, as the one piece.
    private static final List<Piece> PLAIN = List.of(new Piece(1, 0));

    public ConvexCharge {
        hinges = List.copyOf(hinges);
        pieces = List.copyOf(pieces);
    }

    /// The sum of hinges.
    static ConvexCharge of(List<Hinge> hinges) {
        return new ConvexCharge(hinges, PLAIN);
    }

    /// The largest of some linear forms.
    ///
    /// @param forms each what one contract of a row counts, by row; zero for rows it lacks
    public record Hinge(List<SortedMap<Integer, Double>> forms) {
        public Hinge {
            forms = List.copyOf(forms);
        }

        /// What it comes to for contracts held by row.
        public double at(SortedMap<Integer, Double> held) {
            double largest = Double.NEGATIVE_INFINITY;
            for (SortedMap<Integer, Double> form : forms) {
                largest = Math.max(largest, value(form, held));
            }
            return largest;
        }

        /// A linear form of contracts held by row.
        public static double value(
                SortedMap<Integer, Double> form, SortedMap<Integer, Double> held) {
            double value = 0;
            for (var leg : held.entrySet()) {
                value += leg.getValue() * form.getOrDefault(leg.getKey(), 0.0);
            }
            return value;
        }
    }

    /// One piece: `slope * sum + constant`, in the margin currency.
    public record Piece(double slope, double constant) {}

    /// Whether the amount is the sum itself.
    public boolean isPlain() {
        return pieces.equals(PLAIN);
    }

    /// What the charge comes to for contracts held by row.
    public double at(SortedMap<Integer, Double> held) {
        double sum = 0;
        for (Hinge hinge : hinges) sum += hinge.at(held);
        double amount = Double.NEGATIVE_INFINITY;
        for (Piece piece : pieces) {
            amount = Math.max(amount, piece.slope() * sum + piece.constant());
        }
        return amount;
    }
}
