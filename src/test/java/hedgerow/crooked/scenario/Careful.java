package hedgerow.crooked.scenario;

import java.time.Instant;
import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// Everything that a class of the core may do, so that the rules are seen not to forbid it.
public record Careful(double value, Instant asOf) {

    /// A nested type with a text, and an annotation between the two.
    @FunctionalInterface
    public interface Described {
        double of(Careful careful);
    }

    public enum Undescribed {
        ONE,
        TWO
    }

    private enum Inner {
        HIDDEN
    }

    double rounded() {
        double largest = Math.max(Math.abs(value), Math.sqrt(2));
        DoubleUnaryOperator exp = StrictMath::exp;
        return Math.floor(exp.applyAsDouble(largest)) + Inner.values().length;
    }

    double lanes() {
        DoubleVector vector = DoubleVector.broadcast(DoubleVector.SPECIES_PREFERRED, value);
        return vector.lanewise(VectorOperators.ABS).mul(2).lane(0);
    }
}
