package hedgerow.api;

import hedgerow.hedge.AtTheMoney;
import hedgerow.hedge.Greeks;
import hedgerow.market.Market;
import hedgerow.portfolio.Exercise;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.RiskArrays;
import hedgerow.risk.JointProfits;
import hedgerow.risk.JointProfits.Moves;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What is assessed: a book, and the book with a hedge.
///
/// @param reckoning the model that answers, everything priced
/// @param before what is held
/// @param after what is held with the hedge; empty where none was sent
record RiskBooks(Reckoning reckoning, List<Position> before, Optional<List<Position>> after) {
    /// Instruments times columns that one answer may reprice.
    static final long MOST_WORK = 8_000_000;

    /// What an American option counts for beside a European one.
    private static final long AMERICAN = 200;

    static RiskBooks of(Reckoning reckoning) {
        Question question = reckoning.question();
        Optional<List<Position>> after =
                question.hedge().isEmpty()
                        ? Optional.empty()
                        : Optional.of(question.book().with(question.hedge()).positions());
        return new RiskBooks(reckoning, question.book().positions(), after);
    }

    Market market() {
        return reckoning.question().market().market();
    }

    String currency() {
        return reckoning.arrays().currency();
    }

    /// What is held or would be traded.
    List<Instrument> instruments() {
        return Stream.concat(before.stream(), after.stream().flatMap(List::stream))
                .map(Position::instrument)
                .distinct()
                .toList();
    }

    /// The underlyings of it.
    SortedSet<String> underlyings() {
        SortedSet<String> ids = new TreeSet<>();
        instruments().forEach(instrument -> ids.add(instrument.underlying()));
        return ids;
    }

    /// The one vol that moves of an underlying are measured in; empty where the market has none.
    OptionalDouble vol(String underlying) {
        return AtTheMoney.vol(market(), market().underlying(underlying).orElseThrow());
    }

    /// The spot price of an underlying in the margin currency.
    double spot(String underlying) {
        return reckoning.arrays().run(underlying).map(RiskArrays.Run::spot).orElseThrow();
    }

    /// Profits in joint moves, priced once for both books.
    Profits profits(Moves moves) {
        JointProfits joint = JointProfits.of(market(), moves, instruments(), currency());
        return new Profits(joint.of(before), after.map(joint::of));
    }

    /// Profits by column, without and with the hedge.
    record Profits(double[] before, Optional<double[]> after) {
        /// The loss in one column.
        Pair loss(int column) {
            return pair(profits -> 0 - profits[column]);
        }

        /// The larger loss of the first two columns.
        Pair worse() {
            return pair(profits -> 0 - Math.min(profits[0], profits[1]));
        }

        private Pair pair(ToDoubleFunction<double[]> figure) {
            return new Pair(
                    figure.applyAsDouble(before),
                    after.map(profits -> figure.applyAsDouble(profits)));
        }
    }

    /// A figure without and with the hedge.
    record Pair(double before, Optional<Double> after) {
        /// What the hedge makes of it, less one; empty where there is none or nothing to change.
        Optional<Double> change() {
            return before > 0 ? after.map(with -> with / before - 1) : Optional.empty();
        }
    }

    /// The greeks of positions, by underlying.
    List<Greeks> greeks(List<Position> positions) {
        return Greeks.of(market(), positions, currency());
    }

    /// Refuses what would take too long.
    ///
    /// @param columns in which everything is repriced
    void refuseTooMuch(long columns) {
        long work = columns * instruments().stream().mapToLong(RiskBooks::work).sum();
        if (work <= MOST_WORK) return;
        throw new RefusedException(
                Refusal.of(
                        Refusal.Reason.NOT_PRICEABLE,
                        "there are "
                                + work
                                + " prices to find, at most "
                                + MOST_WORK
                                + " are found for one answer (an American option counts as "
                                + AMERICAN
                                + "): send a shorter history, or fewer instruments"));
    }

    private static long work(Instrument instrument) {
        return instrument instanceof Option option && option.style().exercise() == Exercise.AMERICAN
                ? AMERICAN
                : 1;
    }
}
