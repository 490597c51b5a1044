package hedgerow.margin;

import static hedgerow.margin.Matrices.book;
import static hedgerow.margin.Matrices.contract;
import static hedgerow.margin.Matrices.leg;
import static hedgerow.margin.Matrices.margin;
import static hedgerow.margin.Matrices.model;
import static hedgerow.margin.Matrices.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hedgerow.margin.Margin.Contribution;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.RiskArrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Margins of a matrix of three rows and three scenarios that fits in the head.
///
/// | row | down | same | up |
/// |---|---|---|---|
/// | X future | -10 | 0 | 10 |
/// | X call | -4 | -1 | 7 |
/// | Y future | -5 | 0 | 5 |
class HandMatrixTest {
    private static final RiskArrays ARRAYS =
            RiskArrays.of(
                    List.of(
                            row("Y", "future", -5, 0, 5),
                            row("X", "future", -10, 0, 10),
                            row("X", "call", -4, -1, 7)),
                    Map.of("X", 100.0, "Y", 50.0),
                    1,
                    1,
                    1);
    private static final ScanModel MODEL = model(3);

    private static Margin of(Position... legs) {
        return margin(MODEL, ARRAYS, book(legs));
    }

    @Test
    void oneLegPostsItsWorstLoss() {
        assertThat(of(leg("X", "future", 2)).initial()).isEqualTo(20);
        assertThat(of(leg("X", "future", -2)).initial()).isEqualTo(20);
        assertThat(of(leg("X", "call", 3)).initial()).isEqualTo(12);
        assertThat(of(leg("X", "call", -3)).initial()).isEqualTo(21);
        assertThat(of(leg("X", "call", -3)).binding().orElseThrow().index()).isEqualTo(2);
    }

    @Test
    void aHedgeIsReadFromTheSumOfTheRows() {
        // 10 short calls: 40, 10, -70; with 5 futures: -10, 10, -20
        Margin hedged = of(leg("X", "call", -10), leg("X", "future", 5));
        assertThat(hedged.groups().getFirst().scenarioPnl()).containsExactly(-10., 10., -20.);
        assertThat(hedged.initial()).isEqualTo(20);
        assertThat(hedged.contributions())
                .extracting(Contribution::contribution)
                .containsExactly(70., -50.);
        assertThat(hedged.contributions())
                .extracting(Contribution::standAlone)
                .containsExactly(70., 50.);
        assertThat(hedged.contributions())
                .extracting(Contribution::incremental)
                .containsExactly(-30., -50.);
        assertThat(hedged.standAlone()).isEqualTo(120);
        assertThat(hedged.offset()).isEqualTo(100);
    }

    @Test
    void underlyingsAddWithoutOffset() {
        Margin both = of(leg("X", "future", 1), leg("Y", "future", -3));
        assertThat(both.initial()).isEqualTo(10 + 15);
        assertThat(both.groups())
                .extracting(Margin.GroupMargin::underlying)
                .containsExactly("X", "Y");
        assertThat(both.binding().orElseThrow().underlying()).isEqualTo("Y");
    }

    @Test
    void whereNothingIsLostNothingIsPostedAndNothingBinds() {
        Margin none = of(leg("X", "future", -4), leg("X", "future", 4));
        assertThat(none.initial()).isEqualTo(0);
        assertThat(none.binding()).isEmpty();
        assertThat(none.contributions())
                .extracting(Contribution::contribution)
                .containsExactly(0., 0.);
        assertThat(of().initial()).isEqualTo(0);
        assertThat(of().groups()).isEmpty();
    }

    @Test
    void factorsAreTakenOfTheScan() {
        ScanModel model =
                model(new double[] {1, 1, 1}, new ScanModel.Factors(1.5, 0.75), List.of());
        Margin margin = margin(model, ARRAYS, book(leg("X", "future", 2)));
        assertThat(margin.initial()).isEqualTo(30);
        assertThat(margin.maintenance()).isEqualTo(15);
    }

    @Test
    void weightsDecideWhichScenarioBinds() {
        RiskArrays weighted =
                RiskArrays.of(List.of(row("X", "call", -4, -1, 7)), Map.of("X", 100.0), 0.25, 2, 1);
        ScanModel model = model(new double[] {0.25, 2, 1}, Matrices.ONE, List.of());
        Margin margin = margin(model, weighted, book(leg("X", "call", 3)));
        assertThat(margin.initial()).isEqualTo(6);
        assertThat(margin.binding().orElseThrow().index()).isEqualTo(1);
        assertThat(margin.binding().orElseThrow().weight()).isEqualTo(2);
    }

    @Test
    void ordersCountInInitialMarginAtTheirWorst() {
        List<Position> legs = List.of(leg("X", "call", -10));
        Order buy = new Order(contract("X", "future"), 5, 0);
        Order sell = new Order(contract("X", "future"), -2, 0);
        Margin margin = margin(MODEL, ARRAYS, book(legs, List.of(buy, sell)));
        // 40, 10, -70, less 50, 0, 0 for the buy and 0, 0, 20 for the sale
        assertThat(margin.groups().getFirst().scenarioPnl()).containsExactly(-10., 10., -90.);
        assertThat(margin.initial()).isEqualTo(90);
        assertThat(margin.maintenance()).isEqualTo(70);
        assertThat(margin.orderContributions()).containsExactly(0., 20.);
    }

    @Test
    void ordersAlonePostInitialMarginOnly() {
        Order buy = new Order(contract("Y", "future"), 4, 0);
        Margin margin = margin(MODEL, ARRAYS, book(List.of(), List.of(buy)));
        assertThat(margin.initial()).isEqualTo(20);
        assertThat(margin.maintenance()).isEqualTo(0);
        assertThat(margin.orderContributions()).containsExactly(20.);
    }

    @Test
    void legsOfOneContractAreOnePosition() {
        Margin split = of(leg("X", "call", 5), leg("Y", "future", 1), leg("X", "call", -2));
        Margin whole = of(leg("X", "call", 3), leg("Y", "future", 1));
        assertThat(split.initial()).isEqualTo(whole.initial());
        assertThat(split.groups()).isEqualTo(whole.groups());
        assertThat(split.contributions())
                .extracting(Contribution::contribution)
                .containsExactly(20., 5., -8.);
        assertThat(split.contributions())
                .extracting(Contribution::incremental)
                .containsExactly(12. - 14, 5., 12. - 20);
    }

    @Test
    void figuresTooLargeForNumbersAreRefused() {
        Position[][] books = {
            {leg("X", "future", 1e308)},
            {leg("X", "future", -1e308)},
            // infinities of both signs, which add to no number at all
            {leg("X", "future", 1e308), leg("X", "call", -1e308)},
            // the profit is too large, the loss is not
            {leg("X", "call", 3e307)},
            // each leg alone is not, their sum is
            {leg("X", "call", 4e307), leg("Y", "future", 3.5e307)},
        };
        for (Position[] legs : books) {
            assertThatThrownBy(() -> MODEL.margin(ARRAYS, book(legs)))
                    .as("%s", List.of(legs))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused ->
                                    assertThat(refused.refusals())
                                            .extracting(Refusal::reason)
                                            .containsExactly(Refusal.Reason.OVERFLOW));
        }
    }

    @Test
    void theBulkReaderNeverTakesWhatIsNoNumberForNoLoss() {
        Portfolio book = book(leg("X", "future", 1e308), leg("X", "call", -1e308));
        MarginReader reader = MODEL.on(ARRAYS);
        assertThatThrownBy(
                        () -> reader.read(reader.hold(book), reader.scratch(), new Requirement()))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void anInstrumentWithoutARowIsAProgrammingError() {
        assertThatThrownBy(() -> MODEL.margin(ARRAYS, book(leg("X", "put", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the arrays hold no row of X put");
    }

    @Test
    void aColumnBesideTheScanIsNeverTheWorst() {
        RiskArrays arrays =
                RiskArrays.of(
                        List.of(row("X", "call", -4, -1, -1000)), Map.of("X", 100.0), 1, 1, 0);
        Margin margin = margin(MODEL, arrays, book(leg("X", "call", 1)));
        assertThat(margin.initial()).isEqualTo(4);
        assertThat(margin.groups().getFirst().scenarioPnl()).containsExactly(-4., -1., -1000.);
    }

    @Test
    void rowsStandTogetherByUnderlyingAndExpiry() {
        assertThat(ARRAYS.runs()).extracting(RiskArrays.Run::spot).containsExactly(100., 50.);
        for (int row = 0; row < ARRAYS.instruments().size(); row++) {
            RiskArrays.Expiry expiry = ARRAYS.expiries().get(ARRAYS.expiryOf(row));
            assertThat(row).isBetween(expiry.from(), expiry.to() - 1);
            assertThat(expiry.run()).isEqualTo(ARRAYS.runOf(row));
            assertThat(expiry.expiry()).isEqualTo(ARRAYS.instruments().get(row).maturity());
        }
    }
}
