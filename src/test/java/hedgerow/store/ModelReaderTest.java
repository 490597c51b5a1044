package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hedgerow.margin.Adjustment;
import hedgerow.margin.Charge;
import hedgerow.margin.CollateralRule;
import hedgerow.margin.ContractMinimum;
import hedgerow.margin.DeltaFloor;
import hedgerow.margin.MarginModel;
import hedgerow.margin.ModelInfo;
import hedgerow.margin.ScanModel;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.TenorScale;
import hedgerow.scenario.VolShock;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a well-formed model file comes to.
class ModelReaderTest {
    private static final StoredModel STORED = SampleModel.read(SampleModel.TEXT);
    private static final ScanModel MODEL = (ScanModel) STORED.model();

    @Test
    void theHeadSaysWhoTheModelIs() {
        ModelInfo info = MODEL.info();
        assertThat(info.name()).isEqualTo("sample@1.2");
        assertThat(info.title()).isEqualTo("A model for tests");
        assertThat(info.status()).isEqualTo(ModelInfo.Status.DOCUMENTED);
        assertThat(info.sources()).containsExactly("A rule book", "page 7");
        assertThat(STORED.file()).isEqualTo(SampleModel.FILE);
    }

    @Test
    void scenariosCrossSpotsWithVolsSpotOutsideAndVolInside() {
        TenorScale tenor = new TenorScale(30, 0.3, 0.13, 1);
        VolShock up = new VolShock.Relative(0.5, tenor, 0.4);
        VolShock flat = new VolShock.Relative(-0.25, new TenorScale(60, 0, 0, 2), 0);
        assertThat(MODEL.grid().scenarios())
                .containsExactly(
                        new Scenario(-0.3, up, 1),
                        new Scenario(-0.3, VolShock.NONE, 1),
                        new Scenario(0.1, up, 1),
                        new Scenario(0.1, VolShock.NONE, 1),
                        new Scenario(0.3, new VolShock.Absolute(0.05), 0.33),
                        new Scenario(2, flat, 0.125),
                        new Scenario(-0.5, flat, 0.125));
    }

    @Test
    void aRelativeShockWithoutAnyTenorIsTheSameAtEveryTenor() {
        String text = SampleModel.with(9, "");
        ScanModel model = (ScanModel) SampleModel.read(text).model();
        assertThat(model.grid().get(0).volShock())
                .isEqualTo(new VolShock.Relative(0.5, TenorScale.NONE, 0.4));
    }

    @Test
    void spotMovesAreTheDoublesThatTheProductsWouldBeWrittenAs() {
        for (String range : List.of("0.16", "0.15", "0.28", "0.07")) {
            for (int k = -30; k <= 30; k++) {
                for (int n : new int[] {1, 2, 4, 5, 8, 10}) {
                    Fraction spot = Fraction.parse(k + "/" + n).orElseThrow();
                    double move = spot.times(Fraction.parse(range).orElseThrow()).value();
                    BigDecimal exact =
                            new BigDecimal(range)
                                    .multiply(BigDecimal.valueOf(k))
                                    .divide(BigDecimal.valueOf(n));
                    assertThat(move)
                            .as("%s/%s of %s", k, n, range)
                            .isEqualTo(Double.parseDouble(exact.toPlainString()));
                }
            }
        }
    }

    @Test
    void chargesFactorsUnitAndCollateralAreAsWritten() {
        assertThat(MODEL.charges())
                .containsExactly(
                        new Charge.Placed(new DeltaFloor(0.02, 0.01), Charge.Placement.FLOOR),
                        new Charge.Placed(new ContractMinimum(0.375), Charge.Placement.INSIDE));
        assertThat(MODEL.factors()).isEqualTo(new ScanModel.Factors(1, 0.8));
        assertThat(MODEL.valuation().moneyUnit()).isEqualTo(0x1p-16);
        assertThat(MODEL.collateral().stablecoins()).isEqualTo(Set.of("USD", "USDC"));
        assertThat(MODEL.collateral().haircuts())
                .isEqualTo(Map.of("BTC", CollateralRule.Haircut.of(0.1)));
        assertThat(MODEL.collateral().optionValueCounts()).isFalse();
    }

    @Test
    void aMoneyUnitMayBeWrittenAsANumber() {
        String text = SampleModel.with(23, "moneyUnit: 0.25");
        assertThat(SampleModel.read(text).model().valuation().moneyUnit()).isEqualTo(0.25);
    }

    @Test
    void withoutGridThereAreNoScenarios() {
        String text = SampleModel.TEXT.replaceAll("(?s)grid:.*?moneyUnit", "moneyUnit");
        assertThat(SampleModel.read(text).model().grid().size()).isZero();
    }

    @Test
    void aPartialModelNamesWhatIsMissing() {
        String text = SampleModel.with(5, "status: partial\\ngaps: [ The floor ]");
        assertThat(SampleModel.read(text).model().info().status())
                .isEqualTo(ModelInfo.Status.PARTIAL);
    }

    @Test
    void parametersAreAPlainTreeInTheOrderOfTheFile() {
        Map<String, Object> tree = STORED.parameters();
        assertThat(tree.keySet())
                .containsExactly(
                        "id",
                        "version",
                        "date",
                        "title",
                        "status",
                        "sources",
                        "shape",
                        "grid",
                        "moneyUnit",
                        "charges",
                        "factors",
                        "collateral");
        assertThat(tree.get("version")).isEqualTo("1.2");
        assertThat(tree.get("moneyUnit")).isEqualTo("2^-16");
        assertThat(tree.get("factors"))
                .isEqualTo(
                        Map.of(
                                "initial", new BigDecimal("1"),
                                "maintenance", new BigDecimal("0.8")));
        assertThat(tree.get("charges").toString())
                .isEqualTo(
                        "[{deltaFloor={unhedgedRate=0.02, hedgedRate=0.01}, as=floor},"
                                + " {contractMinimum={perUnit=0.375}, as=inside}]");
        assertThat(((Map<?, ?>) tree.get("collateral")).get("optionValueCounts")).isEqualTo(false);
        assertThat(((Map<?, ?>) tree.get("grid")).get("scenarios").toString())
                .isEqualTo("[{spot=[-1, 1/3], vol=[up, same]}, {spot=1, vol=plus, weight=0.33}]");
    }

    @Test
    void theParametersCannotBeChanged() {
        assertThatThrownBy(() -> STORED.parameters().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theHashIsThatOfTheBytesWhateverTheLineEnds() {
        String hash = STORED.model().info().hash();
        // as sha256sum has it
        assertThat(hash)
                .isEqualTo("ddb400ffa520d73fd6550c1109f5935fcab7d3dbc4d5b5955104eccf96b7eef1");
        for (String end : List.of("\r\n", "\r")) {
            MarginModel model = SampleModel.read(SampleModel.TEXT.replace("\n", end)).model();
            assertThat(model.info().hash()).isEqualTo(hash);
        }
        MarginModel other = SampleModel.read(SampleModel.TEXT + "# a word more\n").model();
        assertThat(other.info().hash()).isNotEqualTo(hash);
    }

    @Test
    void everyChargeHasAWordInTheFiles() {
        assertThat(ChargeReader.KINDS.stream().<Class<?>>map(YamlKind::type))
                .containsExactlyInAnyOrderElementsOf(permitted(Charge.class));
    }

    @Test
    void everyAdjustmentHasAWordInTheFiles() {
        assertThat(AdjustmentReader.KINDS.stream().<Class<?>>map(YamlKind::type))
                .containsExactlyInAnyOrderElementsOf(permitted(Adjustment.class));
    }

    @Test
    void everyVolShockHasAWordInTheFiles() {
        Set<Class<?>> shocks = Set.copyOf(permitted(VolShock.class));
        assertThat(shocks).contains(VolShock.None.class);
        assertThat(
                        new VolShockReader(TenorScale.NONE)
                                .kinds().stream().<Class<?>>map(YamlKind::type))
                .containsExactlyInAnyOrderElementsOf(
                        shocks.stream().filter(c -> c != VolShock.None.class).toList());
    }

    @Test
    void everyShapeHasAWordInTheFiles() {
        assertThat(ModelReader.SHAPES).hasSameSizeAs(permitted(MarginModel.class));
    }

    private static List<Class<?>> permitted(Class<?> sealed) {
        return Arrays.asList(sealed.getPermittedSubclasses());
    }
}
