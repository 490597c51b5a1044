package hedgerow.store;

import hedgerow.market.Market;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The snapshots that have been loaded, by id, in memory.
///
/// A loaded snapshot's id is the start of its hash, unless the caller gives one: the same figures
/// loaded again have the same id, and what is loaded under a given id replaces what it stood for.
/// At most [Limits#SNAPSHOTS] loaded ones are kept, the oldest makes room; those kept under a name
/// stay. Safe for use by many threads.
public final class MarketStore {
    private static final int ID = 16;

    private final LinkedHashMap<String, Snapshot> loaded = new LinkedHashMap<>();
    private final LinkedHashMap<String, Snapshot> named = new LinkedHashMap<>();

    /// A market under its id.
    ///
    /// @param id by which requests name it
    /// @param hash of every figure in it
    /// @param market the market
    /// @param notes what was told when it was read
    public record Snapshot(String id, String hash, Market market, List<String> notes) {
        public Snapshot {
            notes = List.copyOf(notes);
        }
    }

    /// Keeps a market that was read, as the newest, under the start of its hash.
    public Snapshot load(Reading.Value<Market> read) {
        String hash = read.value().hash();
        return load(new Snapshot(hash.substring(0, ID), hash, read.value(), read.notes()));
    }

    /// Keeps a market that was read, as the newest, under an id of the caller's choice.
    ///
    /// @throws IllegalArgumentException where the id is a name of the service's own
    public Snapshot load(String id, Reading.Value<Market> read) {
        return load(new Snapshot(id, read.value().hash(), read.value(), read.notes()));
    }

    private Snapshot load(Snapshot snapshot) {
        synchronized (loaded) {
            if (named.containsKey(snapshot.id())) {
                throw new IllegalArgumentException(
                        "id must not be a name of the service's own, was " + snapshot.id());
            }
            loaded.remove(snapshot.id());
            loaded.put(snapshot.id(), snapshot);
            if (loaded.size() > Limits.SNAPSHOTS) loaded.pollFirstEntry();
        }
        return snapshot;
    }

    /// Keeps a market of the service's own under a name that never makes room.
    ///
    /// @throws IllegalArgumentException where the name stands for another market
    public Snapshot name(String name, Reading.Value<Market> read) {
        Snapshot snapshot = new Snapshot(name, read.value().hash(), read.value(), read.notes());
        synchronized (loaded) {
            Snapshot before = named.putIfAbsent(name, snapshot);
            if (before != null && !before.hash().equals(snapshot.hash())) {
                throw new IllegalArgumentException(
                        "name must be new, " + name + " stands for " + before.hash());
            }
        }
        return snapshot;
    }

    /// Whether an id is a name of the service's own, which nothing else is loaded under.
    public boolean isNamed(String id) {
        synchronized (loaded) {
            return named.containsKey(id);
        }
    }

    /// The snapshot of an id or a name.
    public Optional<Snapshot> get(String id) {
        synchronized (loaded) {
            Map<String, Snapshot> from = named.containsKey(id) ? named : loaded;
            return Optional.ofNullable(from.get(id));
        }
    }

    /// The loaded snapshots, newest first, then those with a name.
    public List<Snapshot> newestFirst() {
        synchronized (loaded) {
            List<Snapshot> all = new ArrayList<>(loaded.sequencedValues().reversed());
            all.addAll(named.sequencedValues());
            return List.copyOf(all);
        }
    }
}
