package hedgerow.hedge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.hedge.search.ChainFilter.Liquidity;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.OptionQuote.Listing;
import hedgerow.market.OptionQuote.Notation;
import hedgerow.market.Underlying;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Settlement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Candidates from the quotes of BTC at 60,000.
class ChainCandidatesTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final Notation SHARES = new Notation(Option.Style.AMERICAN, 100);

    private static OptionQuote call(double strike, Listing listing) {
        OptionQuote.Key key =
                new OptionQuote.Key(
                        TestMarkets.in(30), strike, OptionRight.CALL, Settlement.LINEAR);
        OptionQuote quote =
                new OptionQuote(
                        key,
                        OptionalDouble.of(0.6),
                        OptionalDouble.of(3_000),
                        OptionalDouble.of(2_950),
                        OptionalDouble.of(3_050));
        return quote.listed(listing);
    }

    private static Listing traded(double openInterest, double volume) {
        return new Listing(
                Optional.empty(), OptionalDouble.of(openInterest), OptionalDouble.of(volume));
    }

    private static Market market(OptionQuote... quotes) {
        Underlying flat = TestMarkets.flat("BTC", 60_000, 0.60);
        return Market.of(
                TestMarkets.NOW,
                List.of(
                        new Underlying(
                                flat.id(),
                                flat.currency(),
                                flat.reference(),
                                flat.forwards(),
                                flat.vols(),
                                Listings.ofChain(List.of(quotes)))));
    }

    private static ChainFilter least(double openInterest, double volume) {
        ChainFilter usual = ChainFilter.USUAL;
        return new ChainFilter(
                EnumSet.of(Instrument.Kind.OPTION),
                usual.rights(),
                usual.time(),
                usual.strikeDistance(),
                new Liquidity(0.25, openInterest, volume),
                usual.lots(),
                new ChainFilter.Fees(0, 0),
                usual.most());
    }

    private static List<Candidate> candidates(
            Market market, ChainFilter filter, Instrument... held) {
        return new ChainCandidates(market, "USD", filter, List.of(held)).on(List.of("BTC"));
    }

    private static Option option(Candidate candidate) {
        return (Option) candidate.lot().getFirst().instrument();
    }

    @Test
    void openInterestAndVolumeDecideWhatIsTraded() {
        Market market =
                market(
                        call(60_000, traded(10, 5)),
                        call(61_000, traded(10, 0)),
                        call(62_000, traded(1, 5)),
                        call(63_000, Listing.UNKNOWN));
        assertThat(candidates(market, least(0, 0))).hasSize(4);
        assertThat(candidates(market, least(10, 0)))
                .extracting(c -> option(c).strike())
                .containsExactly(60_000.0, 61_000.0);
        assertThat(candidates(market, least(0, 5)))
                .extracting(c -> option(c).strike())
                .containsExactly(60_000.0, 62_000.0);
        assertThat(candidates(market, least(10, 5))).hasSize(1);
    }

    @Test
    void aQuantityThatNoQuoteStatesIsRefused() {
        Market market = market(call(60_000, Listing.UNKNOWN));
        assertThatThrownBy(() -> candidates(market, least(1, 1)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no option quote of BTC states its open interest");
        assertThat(candidates(market(), least(1, 1))).isEmpty();
    }

    /// Fifty in price is lost on each of the hundred units of a contract.
    @Test
    void aListedContractIsTradedAsItIsListed() {
        Listing shares = new Listing(Optional.of(SHARES), NONE, NONE);
        Candidate candidate = candidates(market(call(60_000, shares)), least(0, 0)).getFirst();
        assertThat(option(candidate).style()).isEqualTo(Option.Style.AMERICAN);
        assertThat(option(candidate).contract().multiplier()).isEqualTo(100);
        assertThat(candidate.buying().premiumPerLot()).isCloseTo(305_000, within(1e-9));
        assertThat(candidate.buying().costPerLot()).isCloseTo(5_000, within(1e-9));
    }

    @Test
    void whatIsHeldTellsTheNotationWhereItAgrees() {
        Market market = market(call(60_000, Listing.UNKNOWN));
        OptionQuote.Key other =
                new OptionQuote.Key(TestMarkets.in(60), 50_000, OptionRight.PUT, Settlement.LINEAR);
        Option shares = other.option("BTC", SHARES);
        Option single = other.option("BTC", Notation.STANDARD);
        assertThat(option(candidates(market, least(0, 0), shares).getFirst()).contract())
                .isEqualTo(Contract.of(Settlement.LINEAR, 100));
        assertThat(option(candidates(market, least(0, 0), shares, single).getFirst()).contract())
                .isEqualTo(Contract.LINEAR);
        assertThat(option(candidates(market, least(0, 0)).getFirst()).contract())
                .isEqualTo(Contract.LINEAR);
    }

    @Test
    void aQuoteOfAnotherExerciseIsNone() {
        Listing shares = new Listing(Optional.of(SHARES), NONE, NONE);
        OptionQuote quote = call(60_000, shares);
        ChainCandidates chain =
                new ChainCandidates(market(quote), "USD", ChainFilter.USUAL, List.of());
        assertThat(chain.quoted(quote.key().option("BTC", SHARES))).isPresent();
        assertThat(chain.quoted(quote.key().option("BTC", Notation.STANDARD))).isEmpty();
    }
}
