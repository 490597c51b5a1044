package hedgerow.margin;

import static hedgerow.margin.SpanCase.RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.margin.RandomHouse.Contract;
import hedgerow.margin.SpanCase.Told;
import hedgerow.margin.span.SpanReport;
import hedgerow.margin.span.SpanRules;
import hedgerow.market.Market;
import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.store.Reading;
import hedgerow.store.span.Pa2Reader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random files, read and margined, against a second implementation of the published method.
class ReferenceMarginTest {
    private static final int HOUSES = 400;
    private static final int SHUFFLES = 60;
    private static final List<AccountType> TYPES =
            List.of(AccountType.MEMBER, AccountType.HEDGER, AccountType.SPECULATOR);

    static Stream<Integer> seeds() {
        return IntStream.range(0, HOUSES).boxed();
    }

    static Stream<Integer> fewSeeds() {
        return IntStream.range(0, SHUFFLES).boxed();
    }

    private static SpanRules rules(int type) {
        return new SpanRules(
                RULES.points(),
                new SpanRules.Account(TYPES.get(type), false),
                RULES.order(),
                RULES.defaults(),
                RULES.combination(),
                RULES.rounding());
    }

    private static Market market(List<String> records) throws IOException {
        byte[] file = RandomHouse.file(records);
        Reading<RiskParameters> reading = Pa2Reader.read(new ByteArrayInputStream(file));
        assertThat(reading).as("%s", reading).isInstanceOf(Reading.Value.class);
        RiskParameters read = ((Reading.Value<RiskParameters>) reading).value();
        return Market.of(Instant.EPOCH, List.of()).with(read);
    }

    /// Some contracts, more often few than many.
    private static Map<Contract, Double> held(RandomHouse house, Random random) {
        List<Contract> shuffled = new ArrayList<>(house.contracts);
        Collections.shuffle(shuffled, random);
        Map<Contract, Double> held = new LinkedHashMap<>();
        int count = 1 + random.nextInt(1 + random.nextInt(30));
        for (Contract contract : shuffled.subList(0, count)) {
            int quantity = random.nextInt(1, 9) * (random.nextBoolean() ? 1 : -1);
            held.put(contract, (double) quantity);
        }
        return held;
    }

    private static List<Position> positions(Map<Contract, Double> held) {
        List<Position> positions = new ArrayList<>();
        held.forEach((contract, quantity) ->
                positions.add(
                        new Position(
                                new ListedContract(contract.commodity().code, contract.id()),
                                quantity)));
        return positions;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFigureIsThatOfAPlainSecondReckoning(int seed) throws IOException {
        RandomHouse house = new RandomHouse(seed);
        Random random = new Random(seed);
        Map<Contract, Double> held = held(house, random);
        int type = seed % TYPES.size();
        ReferenceMargin expected = new ReferenceMargin(house, held, type);
        Told told = new Told(market(house.records()), Portfolio.of(positions(held)));
        SpanReport report = told.report(rules(type));
        String place = "seed %d, holding %s".formatted(seed, positions(held));
        assertThat(report.ccs()).as(place).hasSize(expected.accounts.size());
        for (ReferenceMargin.Account of : expected.accounts.values()) {
            SpanReport.Commodity cc = SpanCase.of(report, of.of.code);
            if (of.isMoved) {
                assertThat(cc.movedTo()).as(place).isEqualTo("TT");
                continue;
            }
            close(cc.sr(), of.scan, place + " scan of " + cc.cc());
            close(cc.ia(), of.intra, place + " spread charges of " + cc.cc());
            close(cc.dr(), of.spot, place + " delivery charges of " + cc.cc());
            close(cc.ie(), of.credit, place + " credits of " + cc.cc());
            close(cc.som(), of.minimum(), place + " minimum of " + cc.cc());
        }
        Margin margin = told.margin(rules(type));
        close(margin.maintenance(), expected.maintenance(), place);
        close(margin.initial(), expected.initial(), place);
    }

    private static void close(double read, double expected, String place) {
        assertThat(read).as(place).isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void neitherTheOrderOfRecordsNorThatOfPositionsChangesABit(int seed) throws IOException {
        RandomHouse house = new RandomHouse(seed);
        Random random = new Random(seed);
        Map<Contract, Double> held = held(house, random);
        List<Position> positions = positions(held);
        SpanRules rules = rules(seed % TYPES.size());
        Told told = new Told(market(house.records()), Portfolio.of(positions));
        Margin margin = told.margin(rules);
        String report = told.report(rules).toString();
        for (int i = 0; i < 3; i++) {
            List<String> records = house.records();
            Collections.shuffle(records, random);
            List<Position> shuffled = new ArrayList<>(positions);
            Collections.shuffle(shuffled, random);
            Told again = new Told(market(records), Portfolio.of(shuffled));
            String place = "seed %d, shuffle %d".formatted(seed, i);
            assertThat(again.margin(rules).initial()).as(place).isEqualTo(margin.initial());
            assertThat(again.margin(rules).maintenance()).as(place).isEqualTo(margin.maintenance());
            assertThat(again.report(rules)).hasToString(report);
        }
    }

    @Test
    void everyKindOfSpreadIsFormedBothWaysRound() throws IOException {
        TreeSet<String> formed = new TreeSet<>();
        for (int seed = 0; seed < HOUSES / 2; seed++) {
            RandomHouse house = new RandomHouse(seed);
            Map<Contract, Double> held = held(house, new Random(seed));
            Told told = new Told(market(house.records()), Portfolio.of(positions(held)));
            for (SpanReport.Commodity cc : told.report(rules(0)).ccs()) {
                cc.spreads().forEach(s -> formed.add(s.stage() + ", " + s.orientation()));
                if (!cc.movedTo().isEmpty()) formed.add("moved");
            }
        }
        assertThat(formed)
                .containsExactly(
                        "inter spreads, A long",
                        "inter spreads, A short",
                        "moved",
                        "series spreads, A long",
                        "series spreads, A short",
                        "super spreads, A long",
                        "super spreads, A short",
                        "tier spreads, A long",
                        "tier spreads, A short");
    }
}
