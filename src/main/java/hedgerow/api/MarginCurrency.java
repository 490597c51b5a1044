package hedgerow.api;

import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import hedgerow.market.Market;
import hedgerow.market.Underlying;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The currency that a question is answered in: the one that the caller states, else the one that
/// everything held is quoted in.
final class MarginCurrency {
    private MarginCurrency() {}

    /// The margin currency.
    ///
    /// @throws ProblemException where the caller states none and there are several
    static String of(Question question) {
        return question.currency().orElseGet(() -> onlyOne(question));
    }

    private static String onlyOne(Question question) {
        Market market = question.market().market();
        Set<String> underlyings = new HashSet<>();
        question.everyLeg().forEach(leg -> underlyings.add(leg.underlying()));
        SortedSet<String> held = held(market, underlyings);
        SortedSet<String> all = held.isEmpty() ? quoted(market) : held;
        if (all.size() == 1 || holdsUnknown(market, underlyings)) return all.first();
        String detail =
                "what is held is quoted in several currencies, "
                        + all
                        + ": say which one to answer"
                        + " in";
        Problem.Item item =
                new Problem.Item(
                        "/currency",
                        Optional.empty(),
                        Optional.of("one of " + all),
                        detail,
                        "SEVERAL_CURRENCIES");
        throw new ProblemException(Problem.of(ProblemType.REFUSED, detail, List.of(item)));
    }

    private static SortedSet<String> held(Market market, Set<String> underlyings) {
        SortedSet<String> held = new TreeSet<>();
        underlyings.forEach(underlying -> currency(market, underlying).ifPresent(held::add));
        return held;
    }

    private static SortedSet<String> quoted(Market market) {
        Stream<String> underlyings =
                market.underlyings().values().stream().map(Underlying::currency);
        Stream<String> commodities =
                market.riskParameters().stream()
                        .flatMap(p -> p.commodities().values().stream())
                        .map(commodity -> commodity.key().currency());
        return Stream.concat(underlyings, commodities)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether something is held that the market does not know; it is refused with its reason
    /// later.
    private static boolean holdsUnknown(Market market, Set<String> underlyings) {
        return underlyings.stream().anyMatch(underlying -> currency(market, underlying).isEmpty());
    }

    /// The currency of a combined commodity, or the quote currency of an underlying.
    private static Optional<String> currency(Market market, String underlying) {
        return market.riskParameters()
                .flatMap(p -> p.commodity(underlying))
                .map(commodity -> commodity.key().currency())
                .or(() -> market.underlying(underlying).map(Underlying::currency));
    }
}
