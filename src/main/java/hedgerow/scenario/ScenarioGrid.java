package hedgerow.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The scenarios of one model, in the order that breaks ties: of equal losses the first counts.
///
/// @param scenarios at most [#MOST]; may be empty for a model that reprices nothing
public record ScenarioGrid(List<Scenario> scenarios) {
    /// The most scenarios in one grid.
    public static final int MOST = 4096;

    /// A grid without a scenario.
    public static final ScenarioGrid EMPTY = new ScenarioGrid(List.of());

    public ScenarioGrid {
        scenarios = List.copyOf(scenarios);
        if (scenarios.size() > MOST) {
            throw new IllegalArgumentException(
                    "a grid has at most " + MOST + " scenarios, had " + scenarios.size());
        }
    }

    /// This grid with those of `more` that it lacks at its end.
    public ScenarioGrid with(Collection<Scenario> more) {
        List<Scenario> all = new ArrayList<>(scenarios);
        for (Scenario scenario : more) {
            if (!all.contains(scenario)) all.add(scenario);
        }
        return all.size() == scenarios.size() ? this : new ScenarioGrid(all);
    }

    /// The place of the first scenario equal to `scenario`.
    ///
    /// @throws IllegalArgumentException where the grid has none
    public int indexOf(Scenario scenario) {
        int index = scenarios.indexOf(scenario);
        if (index < 0) {
            throw new IllegalArgumentException("the grid has no scenario " + scenario.words());
        }
        return index;
    }

    /// How many scenarios there are.
    public int size() {
        return scenarios.size();
    }

    /// The scenario at `index`, counted from zero.
    public Scenario get(int index) {
        return scenarios.get(index);
    }
}
