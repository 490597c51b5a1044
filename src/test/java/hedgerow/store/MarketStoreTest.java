package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hedgerow.market.ForwardCurve;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.store.MarketStore.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Snapshots kept in memory.
class MarketStoreTest {
    private final MarketStore store = new MarketStore();

    @Test
    void loadedSnapshotIsFoundByTheStartOfItsHash() {
        Snapshot snapshot = store.load(market(100));
        assertThat(snapshot.hash()).isEqualTo(market(100).value().hash()).startsWith(snapshot.id());
        assertThat(snapshot.id()).hasSize(16);
        assertThat(store.get(snapshot.id())).contains(snapshot);
        assertThat(store.get("none")).isEmpty();
        assertThat(snapshot.notes()).containsExactly("spot 100");
    }

    @Test
    void sameFiguresHaveTheSameIdAndStandOnce() {
        Snapshot first = store.load(market(100));
        store.load(market(101));
        assertThat(store.load(market(100)).id()).isEqualTo(first.id());
        assertThat(spots()).containsExactly(100.0, 101.0);
    }

    @Test
    void oldestMakesRoomAndNamedOnesStay() {
        store.name("sample", market(1));
        for (int i = 0; i < Limits.SNAPSHOTS + 3; i++) store.load(market(100 + i));
        assertThat(spots())
                .hasSize(Limits.SNAPSHOTS + 1)
                .startsWith(166.0, 165.0)
                .endsWith(103.0, 1.0);
        assertThat(store.get("sample")).isPresent();
    }

    @Test
    void aGivenIdIsReplacedAndMakesRoomLikeAnyOther() {
        store.load("today", market(100));
        assertThat(store.load("today", market(101)).id()).isEqualTo("today");
        assertThat(store.get("today").orElseThrow().hash()).isEqualTo(market(101).value().hash());
        assertThat(spots()).containsExactly(101.0);
        for (int i = 0; i < Limits.SNAPSHOTS; i++) store.load("id" + i, market(200 + i));
        assertThat(store.get("today")).isEmpty();
    }

    @Test
    void aNameOfTheServicesOwnIsNotReplaced() {
        store.name("sample", market(1));
        assertThat(store.isNamed("sample")).isTrue();
        assertThat(store.isNamed("today")).isFalse();
        assertThatThrownBy(() -> store.load("sample", market(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sample");
    }

    @Test
    void nameStandsForOneMarketOnly() {
        store.name("sample", market(1));
        store.name("sample", market(1));
        assertThatThrownBy(() -> store.name("sample", market(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name must be new, sample");
    }

    @Test
    void manyThreadsLoseNothing() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Snapshot>> loads = new ArrayList<>();
            for (int i = 0; i < Limits.SNAPSHOTS; i++) {
                double spot = 100 + i;
                loads.add(threads.submit(() -> store.load(market(spot))));
            }
            for (Future<Snapshot> load : loads) {
                assertThat(store.get(load.get().id())).contains(load.get());
            }
        }
        assertThat(spots()).hasSize(Limits.SNAPSHOTS);
    }

    private List<Double> spots() {
        return store.newestFirst().stream()
                .map(s -> s.market().underlying("BTC").orElseThrow().spot())
                .toList();
    }

    private static Reading.Value<Market> market(double spot) {
        Underlying btc =
                new Underlying(
                        "BTC",
                        "USD",
                        Reference.of(spot, 0),
                        ForwardCurve.NONE,
                        VolSurface.NONE,
                        Listings.NONE);
        return new Reading.Value<>(
                Market.of(Instant.parse("2026-01-01T08:00:00Z"), List.of(btc)),
                List.of("spot " + (int) spot));
    }
}
