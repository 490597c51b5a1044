package hedgerow.api;

import hedgerow.api.AxisReader.SpotRange;
import hedgerow.api.answer.LiquidationAnswer;
import hedgerow.api.answer.LiquidationLevelAnswer;
import hedgerow.api.answer.LiquidationLevelsAnswer;
import hedgerow.hedge.LiquidationPrice;
import hedgerow.hedge.LiquidationPrice.Root;
import hedgerow.portfolio.Fingerprint;
import hedgerow.portfolio.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Writes the prices at which an account is liquidated.
///
/// @param answers the writer of margins
/// @param moved whose spot price moves, and how far
record LiquidationAnswers(MarginAnswers answers, SpotRange moved) {

    LiquidationAnswer of(Question question) {
        MovingAccounts accounts =
                MovingAccounts.of(answers.reckoning(), moved.underlying(), LiquidationPrice.POINTS);
        LiquidationPrice alone =
                LiquidationPrice.of(accounts.alone(), moved.underlying(), moved.range());
        Optional<LiquidationPrice> hedged =
                accounts.hedged()
                        .map(a -> LiquidationPrice.of(a, moved.underlying(), moved.range()));
        String currency = answers.reckoning().arrays().currency();
        return new LiquidationAnswer(
                moved.underlying(),
                alone.spot(),
                alone.spot() * (1 + moved.range().lowestMove()),
                alone.spot() * (1 + moved.range().highestMove()),
                boxed(alone.volAnnual()),
                levels(alone),
                hedged.map(LiquidationAnswers::levels),
                MovingAccounts.assumptions(),
                currency,
                MarginAnswers.convention(currency),
                answers.model(),
                answers.market(),
                inputHash(question),
                answers.engine());
    }

    private static LiquidationLevelsAnswer levels(LiquidationPrice price) {
        return new LiquidationLevelsAnswer(
                MovingAccounts.standing(price.now()),
                found(price),
                price.below().map(LiquidationAnswers::level),
                price.above().map(LiquidationAnswers::level),
                price.roots().stream().map(LiquidationAnswers::level).toList(),
                text(price));
    }

    private static String found(LiquidationPrice price) {
        if (price.now().excess() < 0) return "inDeficit";
        return price.roots().isEmpty() ? "none" : price.roots().size() == 1 ? "one" : "several";
    }

    private static LiquidationLevelAnswer level(Root root) {
        return new LiquidationLevelAnswer(
                root.price(),
                root.move(),
                boxed(root.sigmas()),
                root.deficitBelow() ? "below" : "above");
    }

    private static String text(LiquidationPrice price) {
        List<Root> roots = price.roots();
        boolean deficit = price.now().excess() < 0;
        String today =
                deficit
                        ? "equity is below maintenance margin today"
                        : "equity covers maintenance margin today";
        if (roots.isEmpty()) return today + ", and at every price looked at";
        return today
                + roots.stream()
                        .map(root ->
                                "; it falls short "
                                        + (root.deficitBelow() ? "below " : "above ")
                                        + Numbers.plain(Math.rint(root.price() * 100) / 100))
                        .collect(Collectors.joining());
    }

    private String inputHash(Question question) {
        Book book = question.book();
        return Fingerprint.start()
                .put(answers.inputHash(book))
                .put(answers.inputHash(book.with(question.hedge())))
                .put(moved.underlying())
                .put(moved.range().lowestMove())
                .put(moved.range().highestMove())
                .hex();
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
