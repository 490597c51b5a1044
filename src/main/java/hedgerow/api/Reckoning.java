package hedgerow.api;

import hedgerow.margin.CollateralPrices;
import hedgerow.margin.Equity;
import hedgerow.margin.Margin;
import hedgerow.margin.MarginModel;
import hedgerow.margin.MarginReader;
import hedgerow.margin.Requirement;
import hedgerow.market.Market;
import hedgerow.market.Underlying;
import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.Refusal.Reason;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.pricing.RiskArrays;
import hedgerow.store.StoredModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One model ready to answer one question: everything that is held, ordered or would be traded is
/// priced once.
///
/// @param question what is asked
/// @param stored the model
/// @param arrays the risk arrays of every instrument of the question
record Reckoning(Question question, StoredModel stored, RiskArrays arrays) {

    /// Prices what the question is about.
    ///
    /// @param markets what was priced before
    /// @throws hedgerow.api.problem.ProblemException with every reason, where it cannot be answered
    static Reckoning of(Question question, StoredModel stored, PricedMarkets markets) {
        String currency = MarginCurrency.of(question);
        Refusals refusals = new Refusals(question);
        refuseCurrencies(question, refusals);
        refuseCollateral(question, stored.model(), currency, refusals);
        Book book = question.book();
        stored.model()
                .info()
                .tooMany(book.portfolio())
                .ifPresent(why -> refusals.add(book.pointer(), Optional.empty(), why));
        Optional<RiskArrays> arrays = arrays(question, stored.model(), currency, markets, refusals);
        refusals.throwIfAny();
        return new Reckoning(question, stored, arrays.orElseThrow());
    }

    private static Optional<RiskArrays> arrays(
            Question question,
            MarginModel model,
            String currency,
            PricedMarkets markets,
            Refusals refusals) {
        List<Instrument> legs = question.everyLeg().map(Leg::instrument).toList();
        List<Refusal> outside = model.info().scope().refusals(legs);
        if (!outside.isEmpty()) {
            refusals.add(new RefusedException(outside.stream().distinct().toList()));
            return Optional.empty();
        }
        List<Instrument> instruments = new ArrayList<>(legs);
        instruments.addAll(model.collateral().instruments(question.book().collateral()));
        try {
            return Optional.of(markets.arrays(question.market(), model, currency, instruments));
        } catch (RefusedException refused) {
            refusals.add(refused);
            return Optional.empty();
        }
    }

    /// Refuses legs whose stated currency is not the one that the contract is paid in.
    private static void refuseCurrencies(Question question, Refusals refusals) {
        Market market = question.market().market();
        question.everyLeg()
                .filter(leg -> leg.currency().isPresent())
                .forEach(leg -> {
                    Optional<Underlying> underlying = market.underlying(leg.underlying());
                    if (underlying.isEmpty()) return;
                    String paid = paidIn(leg.instrument(), underlying.get());
                    String stated = leg.currency().get();
                    if (stated.equals(paid)) return;
                    String detail =
                            leg.instrument().label() + " is paid in " + paid + ", not " + stated;
                    refusals.add(
                            leg.pointer() + "/instrument/currency",
                            Optional.of(stated),
                            Refusal.of(Reason.NOT_COVERED, leg.instrument(), detail));
                });
    }

    private static String paidIn(Instrument instrument, Underlying underlying) {
        Settlement settlement =
                switch (instrument) {
                    case Spot s -> s.contract().settlement();
                    case Future f -> f.contract().settlement();
                    case Perpetual p -> p.contract().settlement();
                    case Option o -> o.contract().settlement();
                    case VarianceSwap _, ListedContract _ -> Contract.LINEAR.settlement();
                };
        return settlement == Settlement.INVERSE ? underlying.id() : underlying.currency();
    }

    private static void refuseCollateral(
            Question question, MarginModel model, String currency, Refusals refusals) {
        CollateralPrices prices =
                CollateralPrices.of(model.collateral(), question.market().market(), currency);
        List<Collateral> collateral = question.book().collateral();
        for (int i = 0; i < collateral.size(); i++) {
            Collateral held = collateral.get(i);
            try {
                prices.asset(held);
            } catch (RefusedException refused) {
                String pointer = question.book().pointer() + "/collateral/" + i + "/asset";
                for (Refusal refusal : refused.refusals()) {
                    refusals.add(pointer, Optional.of(held.asset()), refusal);
                }
            }
        }
    }

    MarginModel model() {
        return stored.model();
    }

    /// What a book of the question's legs must post.
    ///
    /// @throws RefusedException where the figures are too large to be numbers
    Margin margin(Book book) {
        return model().margin(arrays, book.portfolio());
    }

    /// What a book of the question's legs must post, without its explanation.
    ///
    /// @throws RefusedException where the figures are too large to be numbers
    static Requirement requirement(Portfolio portfolio, MarginReader reader) {
        return requirement(portfolio, reader, reader.scratch());
    }

    /// The same with a working place that serves several books.
    static Requirement requirement(
            Portfolio portfolio, MarginReader reader, MarginReader.Scratch scratch) {
        Requirement requirement = new Requirement();
        reader.read(reader.hold(portfolio), scratch, requirement);
        return requirement;
    }

    /// What a book owns against its margin.
    Equity equity(Portfolio portfolio) {
        Market market = question.market().market();
        return Equity.of(model().collateral(), market, portfolio, arrays);
    }
}
