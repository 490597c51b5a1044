package hedgerow.api;

import hedgerow.api.answer.CurveAnswer;
import hedgerow.api.answer.CurvePointAnswer;
import hedgerow.api.answer.SettlementAnswer;
import hedgerow.hedge.CurveAxis;
import hedgerow.hedge.CurveAxis.Over;
import hedgerow.hedge.CurveAxis.VolMeasure;
import hedgerow.hedge.MarginCurve;
import hedgerow.hedge.MarginCurve.Mark;
import hedgerow.hedge.MarginCurve.Point;
import hedgerow.hedge.MovingAccount;
import hedgerow.market.Market;
import hedgerow.portfolio.Fingerprint;
import hedgerow.scenario.MarketShift;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Writes a curve of margin and profit.
///
/// @param answers the writer of margins
/// @param axis what the curve runs over
record CurveAnswers(MarginAnswers answers, CurveAxis axis) {

    CurveAnswer of(Question question) {
        String id = axis.fixed().underlying();
        MovingAccounts accounts = MovingAccounts.of(answers.reckoning(), id, axis.points());
        MarginCurve curve = MarginCurve.of(axis, accounts.alone(), accounts.hedged());
        Market market = question.market().market();
        String currency = answers.reckoning().arrays().currency();
        Book whole = question.book().with(question.hedge());
        return new CurveAnswer(
                word(axis.over()),
                unit(),
                axis.over() == Over.DAYS ? Optional.empty() : Optional.of(id),
                market.asOf(),
                curve.points().stream().map(point -> point(point, market)).toList(),
                curve.breakEvens(),
                accounts.hedged().map(_ -> curve.hedgedBreakEvens()),
                settlements(accounts.hedged().orElse(accounts.alone())),
                MovingAccounts.assumptions(),
                currency,
                MarginAnswers.convention(currency),
                answers.model(),
                answers.market(),
                inputHash(question.book(), whole),
                answers.engine());
    }

    private String unit() {
        return switch (axis.over()) {
            case SPOT -> "relative move of spot";
            case VOL ->
                    axis.volMeasure() == VolMeasure.RELATIVE
                            ? "move of vol as a fraction of it"
                            : "move of vol, annualised";
            case DAYS -> "days ahead";
        };
    }

    private CurvePointAnswer point(Point point, Market market) {
        MarketShift shift = axis.at(point.place());
        double spot = market.underlying(shift.underlying()).orElseThrow().spot();
        return new CurvePointAnswer(
                point.place(),
                spot * (1 + shift.spotMove()),
                point.alone().valuedAt(),
                point.marks().stream().sorted().map(CurveAnswers::word).toList(),
                MovingAccounts.standing(point.alone()),
                point.hedged().map(MovingAccounts::standing),
                point.hedged().map(hedged -> point.alone().initial() - hedged.initial()));
    }

    private List<SettlementAnswer> settlements(MovingAccount account) {
        return MarginCurve.settlements(axis, account).entrySet().stream()
                .map(settled ->
                        new SettlementAnswer(
                                settled.getKey().label(),
                                settled.getValue(),
                                "settles at the moved spot price of its expiry and covers nothing"
                                        + " afterwards"))
                .toList();
    }

    private String inputHash(Book alone, Book hedged) {
        MarketShift fixed = axis.fixed();
        return Fingerprint.start()
                .put(answers.inputHash(alone))
                .put(answers.inputHash(hedged))
                .put(axis.over().name())
                .put(axis.from())
                .put(axis.to())
                .putLong(axis.points())
                .put(axis.volMeasure().name())
                .put(fixed.underlying())
                .put(fixed.spotMove())
                .put(fixed.volShock().size())
                .putLong(fixed.passed().toNanos())
                .hex();
    }

    private static String word(Over over) {
        return over.name().toLowerCase(Locale.ROOT);
    }

    private static String word(Mark mark) {
        return switch (mark) {
            case NOW -> "now";
            case STRIKE -> "strike";
            case EXPIRY -> "expiry";
            case BREAK_EVEN -> "breakEven";
            case HEDGED_BREAK_EVEN -> "hedgedBreakEven";
        };
    }
}
