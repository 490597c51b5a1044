package hedgerow.api;

import hedgerow.api.answer.StandingAnswer;
import hedgerow.hedge.MovingAccount;
import hedgerow.market.Market;
import hedgerow.portfolio.Exercise;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import java.util.List;
import java.util.Optional;

/// The accounts of a question, ready to be carried into moved markets.
///
/// @param alone what is held
/// @param hedged what is held with the hedge; empty where there is none
record MovingAccounts(MovingAccount alone, Optional<MovingAccount> hedged) {
    /// Instruments times points that one question may reprice.
    static final long MOST_WORK = 1_000_000;

    /// What an American option counts for beside a European one.
    private static final long AMERICAN = 200;

    /// The accounts of a question about one underlying.
    ///
    /// @param points how many moved markets will be asked for
    /// @throws RefusedException where the underlying is not in the market, or a contract cannot be
    ///   repriced, or there is too much of it
    static MovingAccounts of(Reckoning reckoning, String underlying, int points) {
        Question question = reckoning.question();
        Market market = question.market().market();
        if (market.underlying(underlying).isEmpty()) {
            throw refused(
                    Refusal.Reason.UNKNOWN_UNDERLYING,
                    "underlying "
                            + underlying
                            + " is not in the market, which holds "
                            + market.underlyings().keySet());
        }
        refuseTooMuch(question, points);
        Book book = question.book();
        Optional<MovingAccount> hedged =
                question.hedge().isEmpty()
                        ? Optional.empty()
                        : Optional.of(account(reckoning, book.with(question.hedge()).portfolio()));
        return new MovingAccounts(account(reckoning, book.portfolio()), hedged);
    }

    private static MovingAccount account(Reckoning reckoning, Portfolio portfolio) {
        Market market = reckoning.question().market().market();
        return MovingAccount.of(market, reckoning.model(), portfolio, reckoning.arrays());
    }

    private static void refuseTooMuch(Question question, int points) {
        long work =
                points
                        * question.everyLeg()
                                .map(Leg::instrument)
                                .distinct()
                                .mapToLong(MovingAccounts::work)
                                .sum();
        if (work > MOST_WORK) {
            throw refused(
                    Refusal.Reason.NOT_PRICEABLE,
                    "there are "
                            + work
                            + " prices to find, at most "
                            + MOST_WORK
                            + " are found for one answer (an American option counts as "
                            + AMERICAN
                            + "): ask for fewer points, or for fewer instruments");
        }
    }

    private static long work(Instrument instrument) {
        return instrument instanceof Option option && option.style().exercise() == Exercise.AMERICAN
                ? AMERICAN
                : 1;
    }

    private static RefusedException refused(Refusal.Reason reason, String detail) {
        return new RefusedException(Refusal.of(reason, detail));
    }

    /// Where an account stands, as it is answered.
    static StandingAnswer standing(MovingAccount.Standing standing) {
        return new StandingAnswer(
                standing.initial(),
                standing.maintenance(),
                standing.pnl(),
                standing.equity(),
                standing.excess());
    }

    /// What is held to be true of every moved market.
    static List<String> assumptions() {
        return List.of(
                "vols stay with their strikes and expiries",
                "forwards and the perpetual's mark move in proportion to spot; as time passes each"
                        + " listed forward keeps its annualised carry",
                "other underlyings stay where they are",
                "profits in coins, and collateral, are valued at the moved price",
                "funding, financing and trades on the way are not counted");
    }
}
