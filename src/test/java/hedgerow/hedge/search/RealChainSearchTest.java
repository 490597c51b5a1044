package hedgerow.hedge.search;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.SharedData;
import hedgerow.hedge.Accounts;
import hedgerow.hedge.search.HedgeSuggestions.Suggestion;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Underlying;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.store.OptionChainCsvReader;
import hedgerow.store.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Hedges from a chain as it was printed, of 2,062 instruments.
class RealChainSearchTest {
    private static Market chain() throws IOException {
        String file = "data/deribit/options_20260822T035045Z.csv";
        try (InputStream csv = Files.newInputStream(SharedData.file(file))) {
            return ((Reading.Value<Market>) OptionChainCsvReader.read(csv)).value();
        }
    }

    private static Position shortCalls(Underlying underlying) {
        OptionQuote nearest =
                underlying.listings().quotes().values().stream()
                        .min(
                                Comparator.comparingDouble((OptionQuote q) ->
                                                Math.abs(q.key().strike() - underlying.spot()))
                                        .thenComparing(q -> q.key().expiry())
                                        .thenComparing(q -> q.key().right()))
                        .orElseThrow();
        OptionQuote.Key key = nearest.key();
        Contract coin = Contract.of(key.settlement(), 1);
        return new Position(
                new Option(
                        underlying.id(),
                        key.right(),
                        key.strike(),
                        key.expiry(),
                        Option.Style.EUROPEAN,
                        coin),
                -10);
    }

    @Test
    void suggestionsAreQuotedOnTheirSideAndTakeMarginOff() throws IOException {
        Market market = chain();
        for (String id : List.of("BTC", "ETH")) {
            Underlying underlying = market.underlying(id).orElseThrow();
            List<Candidate> candidates =
                    new ChainCandidates(market, "USD", ChainFilter.USUAL, List.of())
                            .on(List.of(id));
            assertThat(candidates).hasSize(300);
            HedgeTask task =
                    Tasks.of(
                            market,
                            Accounts.model("crypto-grid"),
                            Portfolio.of(List.of(shortCalls(underlying))),
                            candidates,
                            new HedgeGoal.Economic(0.10, 30 / 365.0),
                            HedgeLimits.ofLegs(4));
            HedgeSuggestions found = HedgeSearch.of(task, 5);
            assertThat(found.ranked()).as(id).isNotEmpty();
            for (Suggestion suggestion : found.ranked()) {
                assertThat(suggestion.saved()).isPositive();
                assertThat(suggestion.value())
                        .isGreaterThanOrEqualTo(found.bound().orElseThrow().value() * (1 - 1e-9));
                for (Position leg : suggestion.positions()) checkQuoted(underlying, leg);
            }
        }
    }

    private static void checkQuoted(Underlying underlying, Position leg) {
        if (!(leg.instrument() instanceof Option option)) return;
        OptionQuote quote = underlying.listings().quote(OptionQuote.Key.of(option)).orElseThrow();
        assertThat(leg.quantity() > 0 ? quote.ask() : quote.bid()).as("%s", leg).isPresent();
    }
}
