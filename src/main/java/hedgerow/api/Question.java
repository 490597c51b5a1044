package hedgerow.api;

import hedgerow.api.body.Detail;
import hedgerow.margin.CollateralRule;
import hedgerow.margin.NettingRule;
import hedgerow.margin.NettingSets;
import hedgerow.market.Market;
import hedgerow.store.StoredModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a caller asks, fully understood: one book in one market, under one or more models.
///
/// @param models the models to ask, at least one
/// @param market the market
/// @param book what is held
/// @param hedge what would be traded beside it; may be empty
/// @param currency the margin currency, where the caller states it
/// @param netting which legs net; empty where all of them do
/// @param shown how much is answered
/// @param notes what the caller should know about how the request was read
record Question(
        List<StoredModel> models,
        NamedMarket market,
        Book book,
        List<Leg> hedge,
        Optional<String> currency,
        Optional<Netting> netting,
        Shown shown,
        List<String> notes) {

    /// Which legs net.
    ///
    /// @param rule which of a group
    /// @param groupLevel how many parts of a group's name tell groups apart
    record Netting(NettingRule rule, int groupLevel) {
        /// The group of a leg, as far as it counts.
        String group(Leg leg) {
            return Arrays.stream(leg.group().split("/", -1))
                    .limit(groupLevel)
                    .collect(Collectors.joining("/"));
        }

        /// The sets of a book.
        NettingSets sets(Book book, CollateralRule rule) {
            boolean moves =
                    book.collateral().stream()
                            .anyMatch(held -> rule.movesWith(held.asset()).isPresent());
            return NettingSets.of(
                    this.rule, book.portfolio(), book.everyLeg().map(this::group).toList(), moves);
        }
    }

    /// How much is answered.
    ///
    /// @param detail how much of the explanation
    /// @param scenarioPnl whether groups show their P&L by scenario
    /// @param path whether the way to a hedge is shown
    record Shown(Detail detail, boolean scenarioPnl, boolean path) {
        /// Whether anything of the explanation is shown.
        boolean explains() {
            return detail != Detail.BRIEF || scenarioPnl;
        }
    }

    /// The same question about another book.
    Question of(Book other) {
        return new Question(models, market, other, hedge, currency, netting, shown, notes);
    }

    /// The same question with other trades beside the book.
    Question withHedge(List<Leg> other) {
        return new Question(models, market, book, other, currency, netting, shown, notes);
    }

    /// The same question in a market made of this one, which nothing is kept of.
    Question in(Market other) {
        return in(new NamedMarket(Optional.empty(), market.hash(), other));
    }

    /// The same question in another market.
    Question in(NamedMarket other) {
        return new Question(models, other, book, hedge, currency, netting, shown, notes);
    }

    /// Every leg that is held, ordered or would be traded.
    Stream<Leg> everyLeg() {
        return Stream.concat(book.everyLeg(), hedge.stream());
    }
}
