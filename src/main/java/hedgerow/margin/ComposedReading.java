package hedgerow.margin;

import java.util.Arrays;

/// What one group comes to under a [ComposedModel]: what each part reads of it.
final class ComposedReading extends GroupReading {
    final GroupReading[] parts;

    /// The group as each part sees it, over its own scenarios.
    final Group[] groups;

    /// The part whose worst scenario is that of the whole.
    int deciding;

    ComposedReading(double[] vector, MarginReader[] readers) {
        super(vector, 0, readers.length);
        parts = new GroupReading[readers.length];
        groups = new Group[readers.length];
        Arrays.setAll(parts, p -> readers[p].newReading(new double[readers[p].arrays().stride()]));
        Arrays.setAll(groups, p -> new Group(readers[p].arrays()));
    }
}
