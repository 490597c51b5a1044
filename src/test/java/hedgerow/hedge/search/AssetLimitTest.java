package hedgerow.hedge.search;

import static hedgerow.hedge.search.Tasks.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.hedge.search.HedgeGoal.LeastMargin;
import hedgerow.hedge.search.HedgeSuggestions.Suggestion;
import hedgerow.margin.MarginModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Suggestions under a model that limits the assets of an account, for ten short calls.
class AssetLimitTest {
    private static final String CALLS = "-10 C60000";

    private static MarginModel model(int mostAssets) {
        return Tasks.model(
                "crypto-grid@1.yaml", "shape:", "mostAssets: " + mostAssets + "\nshape:");
    }

    private static HedgeSuggestions search(
            MarginModel model, List<Candidate> candidates, int legs) {
        HedgeLimits limits = HedgeLimits.ofLegs(legs);
        HedgeTask task = Tasks.of(model, CALLS, candidates, new LeastMargin(), limits);
        HedgeSuggestions found = HedgeSearch.of(task, 5);
        for (Suggestion suggestion : found.ranked()) {
            assertThat(model.info().tooMany(task.portfolio().with(suggestion.positions())))
                    .as("%s", suggestion.positions())
                    .isEmpty();
        }
        return found;
    }

    /// Each leg of the worked example brings an asset, so room for some is a limit on legs.
    @Test
    void roomForAssetsIsALimitOnLegs() {
        for (int room = 1; room <= 3; room++) {
            HedgeSuggestions limited = search(model(1 + room), Tasks.worked(), 4);
            HedgeSuggestions fewLegs = search(model(100), Tasks.worked(), room);
            assertThat(limited.ranked()).isNotEmpty();
            assertThat(limited.ranked().getFirst().value())
                    .as("room for %d", room)
                    .isEqualTo(fewLegs.ranked().getFirst().value());
        }
    }

    @Test
    void whatIsHeldAlreadyTakesNoRoom() {
        List<Candidate> candidates = new ArrayList<>(Tasks.worked());
        candidates.add(candidate("C60000", 60));
        HedgeSuggestions found = search(model(1), candidates, 4);
        assertThat(found.ranked()).isNotEmpty();
        assertThat(found.ranked().getFirst().lots()).containsOnlyKeys(Tasks.worked().size());
        assertThat(search(model(1), Tasks.worked(), 4).ranked()).isEmpty();
    }

    /// A basket takes as much room as it has instruments that are not held.
    @Test
    void basketsTakeRoomForEachInstrument() {
        Candidate collar = Tasks.basket("collar", "1 C66000, -1 P54000", 60);
        assertThat(search(model(2), List.of(collar), 4).ranked()).isEmpty();
        assertThat(search(model(3), List.of(collar), 4).ranked()).isNotEmpty();
        Candidate spread = Tasks.basket("spread", "1 C60000, -1 C66000", 60);
        assertThat(search(model(2), List.of(spread), 4).ranked()).isNotEmpty();
    }
}
