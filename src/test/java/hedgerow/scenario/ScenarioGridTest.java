package hedgerow.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioGridTest {
    private static final Scenario DOWN = Scenario.of(-0.1, VolShock.NONE);
    private static final Scenario UP = Scenario.of(0.1, VolShock.NONE);
    private static final ScenarioGrid GRID = new ScenarioGrid(List.of(DOWN, UP));

    @Test
    void scenariosThatAreMissingAreAddedAtTheEndOnce() {
        Scenario aside = Scenario.aside(-0.1, VolShock.NONE);
        ScenarioGrid grown = GRID.with(List.of(UP, aside, aside));
        assertThat(grown.scenarios()).containsExactly(DOWN, UP, aside);
        assertThat(grown.indexOf(aside)).isEqualTo(2);
        assertThat(grown.with(List.of(aside))).isSameAs(grown);
    }

    @Test
    void aScenarioThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> GRID.indexOf(Scenario.of(0.2, VolShock.NONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the grid has no scenario spot +20 %, vol unchanged");
    }
}
