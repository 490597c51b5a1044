package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.ContractUnit;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whatever decides a figure changes the hash, and nothing else does.
class InputHashTest {
    private static final Instant SOON = Instant.parse("2026-01-31T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-28T08:00:00Z");

    private static String hash(Portfolio portfolio) {
        return InputHash.of(portfolio, "market", "model", "1.0", "USD", List.of());
    }

    private static Portfolio holding(Instrument instrument) {
        return Portfolio.of(List.of(new Position(instrument, 1)));
    }

    private static List<Instrument> instruments() {
        List<Instrument> all = new ArrayList<>();
        for (String id : new String[] {"BTC", "ETH"}) {
            all.add(Spot.of(id));
            all.add(new Spot(id, Contract.of(Settlement.LINEAR, 2)));
            all.add(new ListedContract(id, "A"));
            all.add(new ListedContract(id, "B"));
            for (Contract contract :
                    new Contract[] {
                        Contract.LINEAR,
                        Contract.INVERSE,
                        Contract.of(Settlement.LINEAR, 0.01),
                        new Contract(Settlement.INVERSE, 1, ContractUnit.QUOTE)
                    }) {
                all.add(new Perpetual(id, contract));
                all.add(new Future(id, SOON, contract));
                all.add(new Future(id, LATER, contract));
            }
            for (OptionRight right : OptionRight.values()) {
                for (Option.Style style :
                        new Option.Style[] {Option.Style.EUROPEAN, Option.Style.AMERICAN}) {
                    all.add(new Option(id, right, 100, SOON, style, Contract.LINEAR));
                    all.add(new Option(id, right, 101, SOON, style, Contract.LINEAR));
                    all.add(new Option(id, right, 100, LATER, style, Contract.LINEAR));
                }
            }
            for (VarianceSwap.Measure measure : VarianceSwap.Measure.values()) {
                var accrual = new VarianceSwap.Accrual(SOON, LATER, 0);
                all.add(new VarianceSwap(id, measure, 0.6, accrual, 1));
                all.add(new VarianceSwap(id, measure, 0.7, accrual, 1));
                all.add(new VarianceSwap(id, measure, 0.6, accrual, 2));
                accrual = new VarianceSwap.Accrual(SOON, LATER, 0.5);
                all.add(new VarianceSwap(id, measure, 0.6, accrual, 1));
            }
        }
        return all;
    }

    @Test
    void everyInstrumentHasItsOwn() {
        HashSet<String> hashes = new HashSet<>();
        for (Instrument instrument : instruments()) {
            assertThat(hashes.add(hash(holding(instrument)))).as("%s", instrument).isTrue();
        }
    }

    @Test
    void everyOtherInputCounts() {
        Position one = new Position(Spot.of("BTC"), 1);
        Position two = new Position(Spot.of("ETH"), 1);
        Order order = new Order(Spot.of("BTC"), 1, 5);
        Collateral cash = new Collateral("USD", 1);
        Portfolio portfolio = new Portfolio(List.of(one), List.of(cash), List.of(order), 0);
        List<String> hashes =
                List.of(
                        hash(portfolio),
                        hash(portfolio.with(List.of(one))),
                        hash(Portfolio.of(List.of(one, two))),
                        hash(Portfolio.of(List.of(two, one))),
                        hash(Portfolio.of(List.of(one.negated()))),
                        hash(new Portfolio(List.of(one), List.of(cash), List.of(order), 1)),
                        hash(new Portfolio(List.of(one), List.of(), List.of(order), 0)),
                        hash(new Portfolio(List.of(one), List.of(cash), List.of(), 0)),
                        InputHash.of(portfolio, "market2", "model", "1.0", "USD", List.of()),
                        InputHash.of(portfolio, "market", "model2", "1.0", "USD", List.of()),
                        InputHash.of(portfolio, "market", "model", "1.1", "USD", List.of()),
                        InputHash.of(portfolio, "market", "model", "1.0", "EUR", List.of()));
        assertThat(new HashSet<>(hashes)).hasSize(hashes.size());
        assertThat(hash(portfolio)).isEqualTo(hash(portfolio)).matches("[0-9a-f]{64}");
    }
}
