package hedgerow.api;

import hedgerow.api.body.Bounds;
import hedgerow.api.body.HedgeLegsBody;
import hedgerow.api.body.PortfolioBody;
import hedgerow.api.body.QuestionBody;
import hedgerow.api.body.VenuesBody;
import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns away lists that are longer than allowed.
final class RequestLimits {
    private static final String PORTFOLIO = "/portfolio";

    private final List<Problem.Item> items = new ArrayList<>();

    private RequestLimits() {}

    /// Checks the lists of a question.
    ///
    /// @throws ProblemException with every list that is too long
    static void check(QuestionBody body) {
        RequestLimits limits = new RequestLimits();
        PortfolioBody portfolio = body.portfolio();
        if (portfolio != null) limits.portfolio(portfolio, PORTFOLIO);
        HedgeLegsBody hedge = body.hedge();
        if (hedge != null) {
            limits.atMost(Bounds.HEDGE_LEGS, size(hedge.positions()), "/hedge/positions");
        }
        limits.throwIfAny();
    }

    /// Checks the lists of one account.
    ///
    /// @throws ProblemException with every list that is too long
    static void check(PortfolioBody portfolio) {
        RequestLimits limits = new RequestLimits();
        limits.portfolio(portfolio, PORTFOLIO);
        limits.throwIfAny();
    }

    /// Checks the lists of an account at several venues, which together may hold as much as one.
    ///
    /// @throws ProblemException with every list that is too long
    static void check(VenuesBody body) {
        RequestLimits limits = new RequestLimits();
        List<VenuesBody.@Nullable Venue> venues = body.venues() == null ? List.of() : body.venues();
        int legs = 0;
        for (int i = 0; i < venues.size(); i++) {
            VenuesBody.Venue venue = venues.get(i);
            PortfolioBody held = venue == null ? null : venue.portfolio();
            if (held == null) continue;
            limits.portfolio(held, "/venues/" + i + PORTFOLIO);
            legs += size(held.positions()) + size(held.orders());
        }
        if (limits.items.isEmpty()) limits.atMost(Bounds.LEGS, legs, "/venues");
        limits.throwIfAny();
    }

    private void portfolio(PortfolioBody portfolio, String pointer) {
        int positions = size(portfolio.positions());
        atMost(Bounds.LEGS, positions, pointer + "/positions");
        atMost(
                Bounds.LEGS - Math.min(positions, Bounds.LEGS),
                size(portfolio.orders()),
                pointer + "/orders");
        atMost(Bounds.ASSETS, size(portfolio.collateral()), pointer + "/collateral");
    }

    private static int size(@Nullable List<?> items) {
        return items == null ? 0 : items.size();
    }

    private void atMost(int most, int size, String pointer) {
        if (size <= most) return;
        items.add(
                new Problem.Item(
                        pointer,
                        Optional.of(size + " items"),
                        Optional.of("at most " + most + " items"),
                        pointer + " has " + size + " items, at most " + most + " are allowed",
                        "TOO_MANY"));
    }

    private void throwIfAny() {
        if (items.isEmpty()) return;
        String detail =
                items.size() == 1 ? items.getFirst().detail() : "several lists are too long";
        throw new ProblemException(Problem.of(ProblemType.TOO_LARGE, detail, items));
    }
}
