package hedgerow.store.span;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.SharedData;
import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.CombinedCommodity.PriceRisk;
import hedgerow.market.clearing.ContractKey;
import hedgerow.market.clearing.Contracts;
import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.market.clearing.ScanRange.Basis;
import hedgerow.market.clearing.Series;
import hedgerow.store.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// The synthetic file that the worked portfolios stand on.
class Pa2ReaderTest {
    private static RiskParameters synthetic() throws IOException {
        try (InputStream in = Files.newInputStream(SharedData.file("data/span_synthetic.pa2"))) {
            Reading<RiskParameters> reading = Pa2Reader.read(in);
            assertThat(reading).as("%s", reading).isInstanceOf(Reading.Value.class);
            return ((Reading.Value<RiskParameters>) reading).value();
        }
    }

    @Test
    void theSyntheticFileIsReadWhole() throws IOException {
        RiskParameters read = synthetic();
        assertThat(read.publication().organisation()).isEqualTo("SYN");
        assertThat(read.publication().businessDate()).isEqualTo(LocalDate.of(2025, 9, 12));
        assertThat(read.publication().qualifier()).isEqualTo("C");
        assertThat(read.contracts().size()).isEqualTo(12);
        assertThat(read.commodities()).containsOnlyKeys("CC-YY", "CC-ZZ");
        CombinedCommodity gold = read.commodities().get("CC-ZZ");
        assertThat(gold.tiers().intra())
                .hasSize(3)
                .map(tier -> tier.first() + " to " + tier.last())
                .containsExactly("202509 to 202509", "202510 to 202512", "202601 to 202612");
        assertThat(gold.charges().seriesSpreads())
                .hasSize(2)
                .map(spread -> spread.amount().rate())
                .containsExactly(250.0, 300.0);
        assertThat(gold.charges().tierSpreads())
                .map(DeltaSpread::priority)
                .containsExactly(1, 2, 3, 4);
        assertThat(gold.charges().tierSpreads())
                .map(spread -> spread.amount().rate())
                .containsExactly(400.0, 350.0, 600.0, 700.0);
        assertThat(gold.charges().minimum().rate()).isEqualTo(50);
        assertThat(gold.charges().minimum().method()).contains(Minimum.Counting.GROSS);
        assertThat(gold.credit().method()).contains(PriceRisk.SCAN_RANGE_CAP);
        assertThat(gold.factors().initialRatio(AccountType.SPECULATOR)).isEqualTo(1.1);
        DeltaSpread credit = (DeltaSpread) read.spreads().after().getFirst();
        assertThat(credit.commodities()).containsExactly("CC-ZZ", "CC-YY");
        assertThat(credit.amount().rate()).isEqualTo(0.5);
    }

    @Test
    void everyFigureOfAContractIsWhereItBelongs() throws IOException {
        Contracts contracts = synthetic().contracts();
        int call = contracts.find(ContractKey.of("XYZ OZ OOF 202511/202512 C 3700")).orElseThrow();
        assertThat(contracts.losses(call))
                .containsExactly(
                        -1200, 1000, -3300, -900, 900, 2600, -6100, -3600, 2200, 4200, -9300, -6800,
                        3300, 5300, -10800, 1900);
        assertThat(contracts.compositeDelta(call)).isEqualTo(0.4);
        assertThat(contracts.price(call)).hasValue(60);
        assertThat(contracts.impliedVol(call)).hasValue(0.151105);
        Series series = contracts.series(call);
        Series.Calculation from = series.calculation().orElseThrow();
        assertThat(series.valueFactor()).isEqualTo(100);
        assertThat(from.vol()).hasValue(0.151105);
        assertThat(from.scan().price().up()).isEqualTo(12_000);
        assertThat(from.scan().price().basis()).isEqualTo(Basis.ABSOLUTE);
        assertThat(from.time().expiryYears()).isEqualTo(0.126027);
        int put = contracts.find(ContractKey.of("XYZ OZ OOF 202512 P 3600")).orElseThrow();
        assertThat(contracts.compositeDelta(put)).isEqualTo(-0.45);
        assertThat(contracts.find(ContractKey.of("XYZ OZ OOF 20251112/202512 C 3700"))).isPresent();
    }
}
