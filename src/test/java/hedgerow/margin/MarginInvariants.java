package hedgerow.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.margin.Margin.Binding;
import hedgerow.margin.Margin.Component;
import hedgerow.margin.Margin.GroupMargin;
import hedgerow.margin.Margin.Operator;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What holds of every margin that a scan model answers with, computed here a second time from the
/// arrays, leg by leg in the caller's order.
///
/// Orders are taken to have been sent at current prices, as those of arrays written by hand are.
final class MarginInvariants {
    private static final double TIGHT = 1e-13;

    private final ScanModel model;
    private final RiskArrays arrays;
    private final Portfolio portfolio;
    private final Margin margin;

    private MarginInvariants(
            ScanModel model, RiskArrays arrays, Portfolio portfolio, Margin margin) {
        this.model = model;
        this.arrays = arrays;
        this.portfolio = portfolio;
        this.margin = margin;
    }

    static void check(ScanModel model, RiskArrays arrays, Portfolio portfolio, Margin margin) {
        MarginInvariants invariants = new MarginInvariants(model, arrays, portfolio, margin);
        invariants.groupsAdd();
        margin.groups().forEach(invariants::componentsRecombine);
        margin.groups().forEach(invariants::scenarioPnlIsThatOfTheLegs);
        margin.groups().forEach(invariants::bindingIsTheFirstWorst);
        margin.groups().forEach(invariants::contributionsSum);
        invariants.bindingIsThatOfTheLargestScan();
        invariants.standAlonesAndOffsetAdd();
        invariants.theFirstLegAddsWhatItsAbsenceTakesAway();
        invariants.theBulkReaderAnswersTheSame();
    }

    private void groupsAdd() {
        double initial = 0;
        double maintenance = 0;
        for (GroupMargin group : margin.groups()) {
            initial += group.initial();
            maintenance += group.maintenance();
        }
        assertThat(margin.initial()).isEqualTo(initial).isNotNegative();
        assertThat(margin.maintenance()).isEqualTo(maintenance).isNotNegative();
        long held = portfolio.instruments().stream().map(Instrument::underlying).distinct().count();
        assertThat(margin.groups()).hasSize((int) held);
    }

    private void componentsRecombine(GroupMargin group) {
        ScanModel.Factors factors = model.factors();
        double initial = recombined(group, Component::initial, factors.initial());
        double maintenance = recombined(group, Component::maintenance, factors.maintenance());
        assertThat(group.initial()).isEqualTo(initial);
        assertThat(group.maintenance()).isEqualTo(maintenance);
        List<Component> compared =
                group.components().stream().filter(c -> c.operator() == Operator.MAX).toList();
        assertThat(compared.stream().filter(Component::binds).count()).isLessThanOrEqualTo(1);
        double largest = compared.stream().mapToDouble(Component::initial).max().orElse(0);
        compared.stream()
                .filter(Component::binds)
                .forEach(c -> assertThat(c.initial()).isEqualTo(largest));
    }

    private static double recombined(
            GroupMargin group, ToDoubleFunction<Component> amount, double factor) {
        double base = 0;
        double least = 0;
        double inside = 0;
        double outside = 0;
        for (Component component : group.components()) {
            double value = amount.applyAsDouble(component);
            assertThat(value).as(component.name()).isNotNegative();
            switch (component.operator()) {
                case MAX -> base = Math.max(base, value);
                case MINIMUM -> least = Math.max(least, value);
                case PART -> {}
                case SUM -> {
                    if (component.insideFactor()) inside += value;
                    else outside += value;
                }
            }
        }
        return factor * Math.max(base + inside, least) + outside;
    }

    private void scenarioPnlIsThatOfTheLegs(GroupMargin group) {
        assertThat(group.scenarioPnl()).hasSize(arrays.scenarios());
        for (int s = 0; s < arrays.scenarios(); s++) {
            double pnl = 0;
            double gross = 0;
            for (Position leg : portfolio.positions()) {
                if (!isIn(group, leg.instrument())) continue;
                pnl += leg.quantity() * cell(leg.instrument(), s);
                gross += Math.abs(leg.quantity() * cell(leg.instrument(), s));
            }
            for (Order order : portfolio.orders()) {
                if (!isIn(group, order.instrument())) continue;
                double fill = order.quantity() * cell(order.instrument(), s);
                pnl += Math.min(0, fill);
                gross += Math.abs(fill);
            }
            assertThat(group.scenarioPnl().get(s)).isCloseTo(pnl, within(TIGHT * gross));
        }
    }

    private void bindingIsTheFirstWorst(GroupMargin group) {
        int worst = -1;
        double loss = 0;
        for (int s = 0; s < arrays.scenarios(); s++) {
            double here = 0 - arrays.weight(s) * group.scenarioPnl().get(s);
            if (here > loss) {
                loss = here;
                worst = s;
            }
        }
        assertThat(group.binding().map(Binding::index).orElse(-1)).isEqualTo(worst);
        assertThat(group.binding().map(Binding::loss).orElse(0.0)).isEqualTo(loss);
        if (arrays.scenarios() > 0) {
            assertThat(group.components().getFirst().name()).isEqualTo("scan risk");
            assertThat(group.components().getFirst().initial()).isEqualTo(loss);
        }
    }

    private void contributionsSum(GroupMargin group) {
        double sum = 0;
        double gross = 0;
        for (int i = 0; i < portfolio.positions().size(); i++) {
            if (!isIn(group, portfolio.positions().get(i).instrument())) continue;
            double contribution = margin.contributions().get(i).contribution();
            sum += contribution;
            gross += Math.abs(contribution);
        }
        for (int i = 0; i < portfolio.orders().size(); i++) {
            if (!isIn(group, portfolio.orders().get(i).instrument())) continue;
            sum += margin.orderContributions().get(i);
            gross += Math.abs(margin.orderContributions().get(i));
        }
        double scan = group.binding().map(Binding::loss).orElse(0.0);
        assertThat(sum).isCloseTo(scan, within(TIGHT * gross));
    }

    private void bindingIsThatOfTheLargestScan() {
        Optional<Binding> largest = Optional.empty();
        for (GroupMargin group : margin.groups()) {
            double so = largest.map(Binding::loss).orElse(0.0);
            if (group.binding().map(Binding::loss).orElse(0.0) > so) largest = group.binding();
        }
        assertThat(margin.binding()).isEqualTo(largest);
    }

    private void standAlonesAndOffsetAdd() {
        double sum = 0;
        for (Margin.Contribution contribution : margin.contributions()) {
            assertThat(contribution.standAlone()).isNotNegative();
            sum += contribution.standAlone();
        }
        assertThat(margin.standAlone()).isCloseTo(sum, within(TIGHT * sum));
        assertThat(margin.offset()).isEqualTo(margin.standAlone() - margin.initial());
    }

    private void theFirstLegAddsWhatItsAbsenceTakesAway() {
        List<Position> legs = portfolio.positions();
        if (legs.isEmpty()) return;
        Portfolio rest = Matrices.book(legs.subList(1, legs.size()), portfolio.orders());
        double without = model.margin(arrays, rest).initial();
        double alone = model.margin(arrays, Portfolio.of(legs.subList(0, 1))).initial();
        Margin.Contribution first = margin.contributions().getFirst();
        assertThat(first.incremental())
                .isCloseTo(
                        margin.initial() - without, within(TIGHT * (margin.initial() + without)));
        assertThat(first.standAlone()).isEqualTo(alone);
    }

    private void theBulkReaderAnswersTheSame() {
        MarginReader reader = model.on(arrays);
        Requirement requirement = new Requirement();
        reader.read(reader.hold(portfolio), reader.scratch(), requirement);
        assertThat(requirement.initial()).isEqualTo(margin.initial());
        assertThat(requirement.maintenance()).isEqualTo(margin.maintenance());
        assertThat(requirement.bindingScenario())
                .isEqualTo(margin.binding().map(Binding::index).orElse(-1));
        String underlying =
                requirement.bindingRun() < 0
                        ? ""
                        : arrays.runs().get(requirement.bindingRun()).underlying();
        assertThat(underlying).isEqualTo(margin.binding().map(Binding::underlying).orElse(""));
    }

    private static boolean isIn(GroupMargin group, Instrument instrument) {
        return instrument.underlying().equals(group.underlying());
    }

    private double cell(Instrument instrument, int s) {
        return arrays.pnl(arrays.row(instrument).orElseThrow(), s);
    }
}
