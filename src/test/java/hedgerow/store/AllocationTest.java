package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.margin.Margin;
import hedgerow.margin.Margin.Component;
import hedgerow.margin.Margin.GroupMargin;
import hedgerow.margin.Margin.Operator;
import hedgerow.margin.MarginModel;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.store.VenueBooks.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A requirement is allotted without a rest under every venue's model, whatever it adjusts: what
/// positions, orders and adjustments lose adds up to the scan, the parts make up the requirement of
/// an underlying by their operators, and underlyings add up to the whole.
class AllocationTest {
    private static final long SEED = 20_261_122;
    private static final int ROUNDS = 25;

    static List<String> files() {
        return LiveParametersTest.scans();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everythingIsAllotted(String file) {
        MarginModel model = ScenarioFolder.read(file).model();
        VenueBooks venue = new VenueBooks(model, VenueBooks.underlyings(model).getFirst());
        Map<String, Portfolio> books = new LinkedHashMap<>(venue.books());
        books.putAll(random(venue));
        for (Map.Entry<String, Said> said : venue.said(model, books).entrySet()) {
            check(file + ", " + said.getKey(), said.getValue().margin());
        }
    }

    private static void check(String what, Margin margin) {
        double scan = 0;
        double parts = 0;
        double initial = 0;
        double maintenance = 0;
        for (GroupMargin group : margin.groups()) {
            initial += group.initial();
            maintenance += group.maintenance();
            scan += group.binding().map(Margin.Binding::loss).orElse(0.0);
            for (Component part : group.components()) {
                if (part.operator() == Operator.PART) parts += part.initial();
            }
            assertComposed(what, group);
        }
        assertThat(margin.initial()).as(what).isCloseTo(initial, within(tight(initial)));
        assertThat(margin.maintenance())
                .as(what)
                .isCloseTo(maintenance, within(tight(maintenance)));
        double allotted = parts;
        double gross = Math.abs(parts);
        for (Margin.Contribution leg : margin.contributions()) {
            allotted += leg.contribution();
            gross += Math.abs(leg.contribution());
        }
        for (double fill : margin.orderContributions()) {
            allotted += fill;
            gross += Math.abs(fill);
        }
        assertThat(allotted).as(what).isCloseTo(scan, within(tight(gross)));
    }

    /// The requirement of an underlying, worked out again from its parts.
    private static void assertComposed(String what, GroupMargin group) {
        double largest = 0;
        double inside = 0;
        double least = 0;
        double outside = 0;
        double factor = 0;
        for (Component part : group.components()) {
            if (part.insideFactor()) factor = part.initialFactor();
            switch (part.operator()) {
                case MAX -> largest = Math.max(largest, part.initial());
                case MINIMUM -> least = Math.max(least, part.initial());
                case SUM -> {
                    if (part.insideFactor()) inside += part.initial();
                    else outside += part.initial();
                }
                case PART -> {}
            }
        }
        double composed = factor * Math.max(largest + inside, least) + outside;
        assertThat(group.initial()).as(what).isCloseTo(composed, within(tight(composed)));
    }

    private static double tight(double size) {
        return 1e-9 * (1 + Math.abs(size));
    }

    private static Map<String, Portfolio> random(VenueBooks venue) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<Instrument> all = venue.instruments();
        Map<String, Portfolio> books = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS && !all.isEmpty(); round++) {
            List<Position> legs = new ArrayList<>();
            List<Order> orders = new ArrayList<>();
            for (int leg = random.nextInt(1, 9); leg > 0; leg--) {
                Instrument instrument = all.get(random.nextInt(all.size()));
                legs.add(new Position(instrument, random.nextInt(-40, 41) / 4.0));
            }
            for (int order = random.nextInt(4); order > 0; order--) {
                Instrument instrument = all.get(random.nextInt(all.size()));
                int size = random.nextInt(1, 9) * (random.nextBoolean() ? 1 : -1);
                orders.add(new Order(instrument, size, random.nextInt(1, 70_000)));
            }
            books.put(
                    "seed %s, round %s: %s, %s".formatted(SEED, round, legs, orders),
                    new Portfolio(legs, List.of(), orders, 0));
        }
        return books;
    }
}
