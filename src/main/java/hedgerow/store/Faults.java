package hedgerow.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The faults found so far in one input, in the order in which they were found.
///
/// The first fault at a place stands for the place: what follows from it is not reported again.
/// Only the input as a whole, the empty pointer, may have several. At most [#MOST] are kept; a last
/// one then says how many more there are.
public final class Faults {
    /// The number of faults that are told in full.
    public static final int MOST = 200;

    private final Map<String, Fault> byPlace = new LinkedHashMap<>();
    private int beyond;

    /// Adds a fault, unless its place has one already.
    public void add(Fault fault) {
        String place = fault.pointer().isEmpty() ? " " + fault.allowed() : fault.pointer();
        if (byPlace.size() < MOST) {
            byPlace.putIfAbsent(place, fault);
        } else if (!byPlace.containsKey(place)) {
            beyond++;
        }
    }

    /// Adds a fault in a value that was sent.
    public void add(String pointer, String value, String allowed) {
        add(Fault.of(pointer, value, allowed));
    }

    /// Whether a fault was found at a place.
    public boolean isAt(String pointer) {
        return byPlace.containsKey(pointer);
    }

    /// Whether no fault was found.
    public boolean isEmpty() {
        return byPlace.isEmpty();
    }

    /// Whether as many faults were found as are told in full.
    public boolean isFull() {
        return byPlace.size() >= MOST;
    }

    /// The faults; where there were too many, the last one says how many are not told.
    public List<Fault> list() {
        List<Fault> faults = new ArrayList<>(byPlace.values());
        if (beyond > 0) faults.add(Fault.missing("", "and " + beyond + " more faults"));
        return List.copyOf(faults);
    }
}
