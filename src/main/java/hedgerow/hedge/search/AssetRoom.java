package hedgerow.hedge.search;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Position;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How many assets more an account may hold under its model, and which of them candidates bring.
final class AssetRoom {
    private final int left;
    private final List<Set<Instrument>> brought;

    AssetRoom(HedgeTask task) {
        Set<Instrument> held = new HashSet<>();
        for (Position position : task.portfolio().positions()) held.add(position.instrument());
        this.left = task.model().info().assetsLeft(task.portfolio());
        this.brought = task.candidates().stream().map(c -> brought(c, held)).toList();
    }

    private static Set<Instrument> brought(Candidate candidate, Set<Instrument> held) {
        Set<Instrument> instruments = new HashSet<>();
        for (Position leg : candidate.lot()) instruments.add(leg.instrument());
        instruments.removeAll(held);
        return instruments;
    }

    /// How many more assets than allowed an account holds that trades some candidates; zero where
    /// there are none too many.
    int excess(Collection<Integer> candidates) {
        if (left == Integer.MAX_VALUE) return 0;
        Set<Instrument> all = new HashSet<>();
        for (int candidate : candidates) all.addAll(brought.get(candidate));
        return Math.max(0, all.size() - left);
    }
}
