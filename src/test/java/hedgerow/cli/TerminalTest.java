package hedgerow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void coloursAreOffWhereTheUserSaysSo() {
        assertThat(Terminal.colours(Map.of())).isTrue();
        assertThat(Terminal.colours(Map.of("NO_COLOR", ""))).isTrue();
        assertThat(Terminal.colours(Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(Terminal.colours(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Terminal.colours(Map.of("TERM", "xterm-256color"))).isTrue();
    }

    @Test
    void columnsAreThoseStatedAndThereIsNoLimitInAPipe() {
        assertThat(Terminal.columns(Map.of("COLUMNS", "72"), false)).hasValue(72);
        assertThat(Terminal.columns(Map.of("COLUMNS", "5"), true)).hasValue(40);
        assertThat(Terminal.columns(Map.of(), false)).isEmpty();
        assertThat(Terminal.columns(Map.of("COLUMNS", "wide"), false)).isEmpty();
    }
}
