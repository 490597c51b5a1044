package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.api.answer.InitialMaintenance;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Figures as they are written.
class AnswerJsonTest {
    private final ObjectMapper mapper = new ObjectMapper();

    AnswerJsonTest() {
        new AnswerJson().customize(mapper);
    }

    private String written(double value) throws JsonProcessingException {
        return mapper.writeValueAsString(value);
    }

    @Test
    void numbersAreTheShortestThatReadBackTheSame() throws JsonProcessingException {
        assertThat(written(0.1)).isEqualTo("0.1");
        assertThat(written(94_684.04338209849)).isEqualTo("94684.04338209849");
        assertThat(written(2.0e-3)).isEqualTo("0.002");
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(written(value))).isEqualTo(value + 0.0);
            }
        }
    }

    @Test
    void zeroHasNoSign() throws JsonProcessingException {
        assertThat(written(-0.0)).isEqualTo("0.0");
        assertThat(mapper.writeValueAsString(new InitialMaintenance(-0.0, 0)))
                .isEqualTo("{\"initial\":0.0,\"maintenance\":0.0}");
        assertThat(mapper.writeValueAsString(List.of(-0.0))).isEqualTo("[0.0]");
    }

    @Test
    void whatIsNoNumberIsNeverWritten() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> mapper.writeValueAsString(new InitialMaintenance(value, 0)))
                    .isInstanceOf(JsonMappingException.class)
                    .hasMessageContaining("finite");
        }
    }
}
