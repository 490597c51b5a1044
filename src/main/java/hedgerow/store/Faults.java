package hedgerow.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The faults found so far in one input, in the order in which they were found.
///
/// The first fault at a place stands for the place: what follows from it is not reported again. At
/// most [#MOST] are kept; a last one then says how many more there are.
public final class Faults {
    /// The number of faults that are told in full.
    public static final int MOST = 200;

    private final Map<String, Fault> byPointer = new LinkedHashMap<>();
    private int beyond;

    /// Adds a fault, unless its place has one already.
    public void add(Fault fault) {
        if (byPointer.size() < MOST) {
            byPointer.putIfAbsent(fault.pointer(), fault);
        } else if (!byPointer.containsKey(fault.pointer())) {
            beyond++;
        }
    }

    /// Adds a fault in a value that was sent.
    public void add(String pointer, String value, String allowed) {
        add(Fault.of(pointer, value, allowed));
    }

    /// Whether no fault was found.
    public boolean isEmpty() {
        return byPointer.isEmpty();
    }

    /// The faults; where there were too many, the last one says how many are not told.
    public List<Fault> list() {
        List<Fault> faults = new ArrayList<>(byPointer.values());
        if (beyond > 0) faults.add(Fault.missing("", "and " + beyond + " more faults"));
        return List.copyOf(faults);
    }
}
