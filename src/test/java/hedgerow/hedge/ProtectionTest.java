package hedgerow.hedge;

import static hedgerow.hedge.Accounts.account;
import static hedgerow.hedge.Accounts.model;
import static hedgerow.hedge.Accounts.positions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.margin.MarginModel;
import hedgerow.market.Market;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Ten long perpetuals, protected in several ways.
class ProtectionTest {
    private static final Market FLAT = TestMarkets.flat();
    private static final MarginModel GRID = model("crypto-grid");
    private static final Offset<Double> CENT = within(0.005);

    private static Protection of(String hedge) {
        Protection.Accounts accounts =
                new Protection.Accounts(
                        account(FLAT, GRID, positions("10 perpetual"), 0),
                        account(FLAT, GRID, positions(hedge), 0),
                        account(FLAT, GRID, positions("10 perpetual, " + hedge), 0));
        double saved =
                accounts.alone().at(hedgerow.scenario.MarketShift.none("BTC")).initial()
                        - accounts.both().at(hedgerow.scenario.MarketShift.none("BTC")).initial();
        return Protection.of(accounts, new Protection.Terms("BTC", -0.30, 0.10), saved);
    }

    @Test
    void aPutFloorsTheLoss() {
        Protection put = of("10 P54000");
        assertThat(put.premium()).isCloseTo(16_149.41, CENT);
        assertThat(put.floorLoss()).isCloseTo(76_149.41, CENT);
        assertThat(put.floored()).isTrue();
        assertThat(put.capped()).isFalse();
        assertThat(put.breakEvens()).hasSize(1);
        assertThat(put.breakEvens().getFirst()).isCloseTo(52_385.06, CENT);
        assertThat(put.stress().lossBefore()).isCloseTo(180_000, CENT);
        assertThat(put.stress().prevented()).isCloseTo(103_850.59, CENT);
        assertThat(put.stress().prevented() / put.premium()).isCloseTo(6.43, within(0.005));
        assertThat(put.financingSaved()).isCloseTo(266.64, CENT);
        assertThat(put.financingSaved() / put.premium()).isCloseTo(0.0165, within(0.00005));
        Protection.ValueAtRisk risk = put.valueAtRisk().orElseThrow();
        assertThat(risk.downMove()).isCloseTo(-0.070913, within(5e-7));
        assertThat(risk.before()).isCloseTo(42_547.92, CENT);
        assertThat(risk.after()).isCloseTo(29_794.19, CENT);
    }

    @Test
    void aCollarCapsTheGain() {
        Protection collar = of("10 P54000, -10 C66000");
        assertThat(collar.premium()).isCloseTo(-3_472.15, CENT);
        assertThat(collar.bestGain()).isCloseTo(63_472.15, CENT);
        assertThat(collar.capped()).isTrue();
        assertThat(collar.floored()).isTrue();
        assertThat(collar.financingSaved()).isCloseTo(423.86, CENT);
        assertThat(collar.valueAtRisk().orElseThrow().after()).isCloseTo(18_725.10, CENT);
    }

    @Test
    void aPutSpreadFloorsNothing() {
        Protection spread = of("10 P54000, -10 P48000");
        assertThat(spread.premium()).isCloseTo(11_932.63, CENT);
        assertThat(spread.floored()).isFalse();
        // at a hundredth of the price: 594,000 lost, 60,000 of it covered, and the premium
        assertThat(spread.floorLoss()).isCloseTo(594_000 - 60_000 + 11_932.63, within(0.01));
        assertThat(spread.financingSaved()).isCloseTo(102.69, CENT);
    }

    @Test
    void halfSoldIsHalfTheRisk() {
        Protection sold = of("-5 perpetual");
        assertThat(sold.premium()).isZero();
        assertThat(sold.floored()).isFalse();
        assertThat(sold.breakEvens()).hasSize(1);
        assertThat(sold.breakEvens().getFirst()).isCloseTo(60_000, within(1e-6));
        Protection.ValueAtRisk risk = sold.valueAtRisk().orElseThrow();
        assertThat(risk.after()).isCloseTo(risk.before() / 2, within(1e-6));
    }
}
