package hedgerow.api;

import hedgerow.api.answer.ProtectionAnswer;
import hedgerow.api.answer.ProtectionAnswer.DayRiskAnswer;
import hedgerow.hedge.LiquidationPrice;
import hedgerow.hedge.MovingAccount;
import hedgerow.hedge.Protection;
import hedgerow.hedge.Protection.ValueAtRisk;
import hedgerow.market.Market;
import hedgerow.portfolio.Portfolio;
import java.util.Optional;

/// Writes what a hedge costs and does as a protection.
final class ProtectionAnswers {
    private ProtectionAnswers() {}

    /// The protection of a question's hedge.
    ///
    /// @param saved initial margin taken off
    /// @throws hedgerow.portfolio.RefusedException where what is held cannot be carried ahead
    static ProtectionAnswer of(Reckoning reckoning, Protection.Terms terms, double saved) {
        MovingAccounts accounts =
                MovingAccounts.of(reckoning, terms.underlying(), LiquidationPrice.POINTS);
        Question question = reckoning.question();
        Market market = question.market().market();
        Portfolio hedge = Book.of(question.hedge()).portfolio();
        MovingAccount alone =
                MovingAccount.of(market, reckoning.model(), hedge, reckoning.arrays());
        MovingAccount both = accounts.hedged().orElse(accounts.alone());
        Protection protection =
                Protection.of(new Protection.Accounts(accounts.alone(), alone, both), terms, saved);
        double spot = market.underlying(terms.underlying()).orElseThrow().spot();
        return new ProtectionAnswer(
                terms.underlying(),
                protection.horizon(),
                protection.premium(),
                protection.floorLoss(),
                protection.floored(),
                protection.bestGain(),
                protection.capped(),
                protection.breakEvens(),
                protection.breakEvens().stream().map(price -> price / spot - 1).toList(),
                protection.stress().move(),
                protection.stress().lossBefore(),
                protection.stress().lossAfter(),
                protection.stress().prevented(),
                perPremium(protection.stress().prevented(), protection),
                protection.financingSaved(),
                perPremium(protection.financingSaved(), protection),
                protection.valueAtRisk().map(ProtectionAnswers::risk));
    }

    private static Optional<Double> perPremium(double amount, Protection protection) {
        return protection.premium() > 0
                ? Optional.of(amount / protection.premium())
                : Optional.empty();
    }

    private static DayRiskAnswer risk(ValueAtRisk risk) {
        return new DayRiskAnswer(
                risk.before(),
                risk.after(),
                risk.before() == 0
                        ? Optional.empty()
                        : Optional.of(risk.after() / risk.before() - 1),
                risk.downMove(),
                risk.upMove());
    }
}
