package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.TestMarkets;
import hedgerow.margin.MarginModel;
import hedgerow.margin.MarginReader;
import hedgerow.margin.NettingRule;
import hedgerow.margin.NettingSets;
import hedgerow.market.Market;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// For which of the packaged models netting less never costs less: random books of options of three
/// expiries and perpetuals.
class NettingOfModelsTest {
    /// Models under which some book posts less when it is cut up:
    /// `docs/explanation/netting-sets.md` says why.
    static final Set<String> MAY_COST_LESS_APART =
            Set.of(
                    "bounded-loss@1",
                    "crypto-grid-liquidity@1",
                    "deribit-pm@1",
                    "deribit-pm-eth@1",
                    "deribit-pm-linear@1",
                    "grid-or-history@1",
                    "history@1",
                    "span-c21@1",
                    "span-cme@1",
                    "span-kdpw@1",
                    "span-london@1",
                    "span-nse@1",
                    "synthetix-perps@1");

    private static final List<NettingRule> FINER =
            List.of(
                    NettingRule.FULL,
                    NettingRule.BY_UNDERLYING,
                    NettingRule.BY_EXPIRY,
                    NettingRule.NONE);

    static List<String> files() {
        return ScenarioFolder.files();
    }

    private static List<Position> one(MarginModel model) {
        List<Position> all = new ArrayList<>();
        all.add(new Position(TestMarkets.perpetual(), 1));
        for (double days : new double[] {7, 30, 90}) {
            for (double strike : new double[] {45_000, 54_000, 60_000, 66_000, 78_000}) {
                for (OptionRight right : OptionRight.values()) {
                    all.add(new Position(TestMarkets.option(right, strike, days), 1));
                }
            }
        }
        String id = WorkedBooks.underlying(model);
        return all.stream()
                .map(leg -> WorkedBooks.on(id, leg.instrument(), model))
                .filter(i -> model.info().scope().refusals(List.of(i)).isEmpty())
                .map(instrument -> new Position(instrument, 1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void nettingLessNeverCostsLessButWhereToldOtherwise(String file) {
        MarginModel model = ScenarioFolder.read(file).model();
        List<Position> all = one(model);
        if (all.isEmpty()) return;
        String id = all.getFirst().instrument().underlying();
        Market market = Market.of(TestMarkets.NOW, List.of(WorkedBooks.quoted(id, all)));
        List<Instrument> instruments = all.stream().map(Position::instrument).toList();
        RiskArrays arrays =
                Revaluation.of(market, model.grid(), model.valuation(), "USD").arrays(instruments);
        MarginReader reader = model.on(arrays);
        List<String> cheaper = new ArrayList<>();
        for (long seed = 1; seed <= 2_000; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            List<Position> book = new ArrayList<>();
            for (int n = random.nextInt(1, 9); n > 0; n--) {
                Instrument instrument = instruments.get(random.nextInt(instruments.size()));
                double size = Math.scalb(random.nextInt(1, 10), random.nextInt(0, 8));
                book.add(new Position(instrument, random.nextBoolean() ? size : -size));
            }
            Portfolio portfolio = Portfolio.of(book);
            double before = 0;
            for (NettingRule rule : FINER) {
                NettingSets sets =
                        NettingSets.of(
                                rule, portfolio, Collections.nCopies(book.size(), ""), false);
                double initial = sets.requirement(reader, portfolio).initial();
                if (initial < before - 1e-9 * (1 + before)) {
                    cheaper.add("seed %s: %s after %s, %s".formatted(seed, initial, before, rule));
                }
                before = initial;
            }
        }
        boolean may = MAY_COST_LESS_APART.contains(model.info().name());
        if (may) {
            assertThat(cheaper).as("%s is in the list for nothing", file).isNotEmpty();
        } else {
            assertThat(cheaper.stream().limit(1))
                    .as("%s, of %s such books the first", file, cheaper.size())
                    .isEmpty();
        }
    }

    @Test
    void theListNamesModelsThatAreThere() {
        assertThat(files().stream().map(file -> file.replace(".yaml", "")))
                .containsAll(MAY_COST_LESS_APART);
    }
}
