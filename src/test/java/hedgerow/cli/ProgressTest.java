package hedgerow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private long nanos;

    private Progress progress(Progress.Form form, OptionalLong total) {
        PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);
        return new Progress(form, err, total, () -> nanos);
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    /// A hundred thousand lines, a thousand each 10 ms.
    private void run(Progress progress) {
        for (int i = 1; i <= 100; i++) {
            nanos += 10_000_000;
            progress.answered(1_000, i == 50 ? 3 : 0);
        }
    }

    @Test
    void barIsDrawnFiveTimesASecond() {
        Progress progress = progress(Progress.Form.BAR, OptionalLong.of(200_000));
        run(progress);
        String[] drawn = written().split("\r");
        assertThat(drawn).hasSize(6);
        assertThat(drawn[1])
                .isEqualTo("[....................] 1,000/200,000 0% 100k/s ETA 2s errors 0");
        assertThat(drawn[5].strip())
                .isEqualTo("[########............] 81,000/200,000 40% 100k/s ETA 2s errors 3");
    }

    @Test
    void lineIsWrittenEachTenth() {
        Progress progress = progress(Progress.Form.LINES, OptionalLong.of(200_000));
        run(progress);
        assertThat(written().lines())
                .hasSize(5)
                .first()
                .isEqualTo("20,000/200,000 (10%) 100k/s errors 0");
        progress.end(3);
        assertThat(written()).endsWith("100,000 answered in 1.0 s, 3 failed\n");
    }

    @Test
    void lengthThatIsNotKnownIsNotTold() {
        run(progress(Progress.Form.LINES, OptionalLong.empty()));
        assertThat(written()).isEqualTo("100,000 100k/s errors 3\n");
    }

    @Test
    void paceIsThatOfThisRunAlone() {
        Progress progress = progress(Progress.Form.LINES, OptionalLong.of(100_000));
        progress.start(50_000);
        nanos += 1_000_000_000;
        progress.answered(50_000, 0);
        assertThat(written()).isEqualTo("100,000/100,000 (100%) 50k/s errors 0\n");
    }

    @Test
    void objectIsWrittenEachSecond() {
        Progress progress = progress(Progress.Form.JSON, OptionalLong.of(200_000));
        run(progress);
        run(progress);
        progress.end(6);
        assertThat(written().lines())
                .hasSize(3)
                .last()
                .isEqualTo(
                        "{\"answered\":200000,\"total\":200000,\"failed\":6,\"perSecond\":100000,"
                                + "\"etaSeconds\":0}");
    }
}
