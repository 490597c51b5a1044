package hedgerow.margin;

import static hedgerow.margin.Matrices.book;
import static hedgerow.margin.Matrices.leg;
import static hedgerow.margin.Matrices.margin;
import static hedgerow.margin.Matrices.model;
import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A covered write under the sixteen scenarios of SPAN, as published.
///
/// Source: L. McMillan, Options as a Strategic Investment, chapter 34, pages 668 to 670: arrays of
/// a S&P 500 future and of a December 410 call, in dollars. The extreme moves of the arrays are
/// already counted in part, so every weight is one.
class McMillanTest {
    private static final double[] FUTURE = {
        0, 0, 3330, 3330, -3330, -3330, 6670, 6670, -6670, -6670, 10000, 10000, -10000, -10000,
        7000, -7000
    };
    private static final double[] CALL = {
        460, -610, 2640, 1730, -1270, -2340, 5210, 4540, -2540, -3430, 8060, 7640, -3380, -3990,
        3130, -1500
    };
    private static final Double[] COVERED_WRITE = {
        -460., 610., 690., 1600., -2060., -990., 1460., 2130., -4130., -3240., 1940., 2360., -6620.,
        -6010., 3870., -5500.
    };
    private static final int DOWN_IN_FULL_VOL_UP = 12;

    private static final RiskArrays ARRAYS =
            RiskArrays.of(
                    List.of(
                            Matrices.row("INDEX", "future", FUTURE),
                            Matrices.row("INDEX", "call", CALL)),
                    Map.of("INDEX", 410.0),
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1);

    private static Margin of(Position... legs) {
        return margin(model(16), ARRAYS, book(legs));
    }

    @Test
    void aLongFuturePostsTheMoveInFull() {
        assertThat(of(leg("INDEX", "future", 1)).initial()).isEqualTo(10_000);
    }

    @Test
    void callsPostTheirScan() {
        assertThat(of(leg("INDEX", "call", -1)).initial()).isEqualTo(8_060);
        assertThat(of(leg("INDEX", "call", 1)).initial()).isEqualTo(3_990);
    }

    @Test
    void aCoveredWritePostsLessThanEitherLeg() {
        Margin covered = of(leg("INDEX", "future", 1), leg("INDEX", "call", -1));
        assertThat(covered.groups().getFirst().scenarioPnl()).containsExactly(COVERED_WRITE);
        assertThat(covered.initial()).isEqualTo(6_620);
        assertThat(covered.binding().orElseThrow().index()).isEqualTo(DOWN_IN_FULL_VOL_UP);
        assertThat(covered.offset()).isEqualTo(11_440);
        assertThat(covered.contributions())
                .extracting(Margin.Contribution::contribution)
                .containsExactly(10_000., -3_380.);
    }
}
