package hedgerow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private JsonNode answer;

    @BeforeEach
    void read() throws IOException {
        answer =
                new ObjectMapper()
                        .readTree(
                                """
                                {"initial": 100, "equity": 80, "after": {"initial": 60.5},
                                 "savedFraction": 0.395, "currency": "USD"}
                                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "initial > equity",
                "initial>equity",
                "initial >= 100",
                "initial == 100",
                "initial != equity",
                "equity < initial",
                "after.initial <= 60.5",
                "initial > 0.5 * equity + 10",
                "initial - equity == 20",
                "equity - 10 - 10 == 60",
                "initial / 2 / 5 == 10",
                "2 + 3 * 4 == 14",
                "(2 + 3) * 4 == 20",
                "-initial < -equity",
                "savedFraction > 39%",
                "initial > 1e1",
                "initial > 1e9 or equity == 80",
                "initial > 1 and equity > 1",
                "1 > 2 && 1 > 2 || 1 < 2",
                "1 < 2 or 1 < 2 and 1 > 2",
                ".5 < 1"
            })
    void holds(String condition) {
        assertThat(Condition.of(condition).holds(answer)).as(condition).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "initial < equity",
                "initial == equity",
                "initial > 100",
                "savedFraction > 40%",
                "initial > 1 and equity > 80",
                "1 > 2 or 2 > 3",
                "2 * 3 + 4 == 14"
            })
    void doesNotHold(String condition) {
        assertThat(Condition.of(condition).holds(answer)).as(condition).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "initial",
                "initial >",
                "> 3",
                "initial > > 3",
                "initial = 3",
                "initial > 3 3",
                "initial > (3",
                "initial ~ 3",
                "initial > 3 and",
                "1 2 > 3",
                "initial >\u00a03"
            })
    void isRefused(String condition) {
        assertThatThrownBy(() -> Condition.of(condition))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is no condition: not understood is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"currency > 1", "nothing > 1", "1 > 2 and nothing > 1", "after > 1"})
    void namesMustBeFiguresOfTheAnswer(String condition) {
        assertThatThrownBy(() -> Condition.of(condition).holds(answer))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there are initial, equity, after.initial, savedFraction");
    }

    @Test
    void wordsNameTheFigures() {
        assertThat(Condition.of("initial > equity").words(answer))
                .isEqualTo("initial > equity, with initial = 100.00, equity = 80.00");
    }
}
