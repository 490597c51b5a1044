package hedgerow.api.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values of fields that may be left out.
final class Given {
    private Given() {}

    /// The value of a field that binding has found to be there.
    static <T> T required(@Nullable T value) {
        if (value == null) throw new IllegalStateException("a required field was not checked");
        return value;
    }

    /// The items of a list that binding has found to be there.
    static double[] numbers(@Nullable List<@Nullable Double> list) {
        return required(list).stream().mapToDouble(Given::required).toArray();
    }

    static double or(@Nullable Double value, double unlessGiven) {
        return value == null ? unlessGiven : value;
    }
}
