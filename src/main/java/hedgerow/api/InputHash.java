package hedgerow.api;

import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Fingerprint;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import java.util.List;

/// A hash over all that decides an answer's figures.
///
/// A symbol and the same instrument spelt out as fields give the same hash. The order of legs
/// counts, since figures are answered leg by leg.
final class InputHash {
    private final Fingerprint print = Fingerprint.start();

    private InputHash() {}

    /// The hash of one question.
    ///
    /// @param modelHash of the model's file
    /// @param marketHash of the market
    /// @param engineVersion of the program
    /// @param currency the margin currency
    /// @param netting what else decides which legs net, a text each; empty where all of them do
    static String of(
            Portfolio portfolio,
            String marketHash,
            String modelHash,
            String engineVersion,
            String currency,
            List<String> netting) {
        InputHash hash = new InputHash();
        hash.print.put(modelHash).put(marketHash).put(engineVersion).put(currency);
        hash.put(portfolio);
        netting.forEach(hash.print::put);
        return hash.print.hex();
    }

    private void put(Portfolio portfolio) {
        print.putLong(portfolio.positions().size());
        for (Position position : portfolio.positions()) {
            put(position.instrument());
            print.put(position.quantity());
        }
        print.putLong(portfolio.collateral().size());
        for (Collateral held : portfolio.collateral()) print.put(held.asset()).put(held.quantity());
        print.putLong(portfolio.orders().size());
        for (Order order : portfolio.orders()) {
            put(order.instrument());
            print.put(order.quantity()).put(order.limitPrice());
        }
        print.put(portfolio.unrealisedPnl());
    }

    private void put(Instrument instrument) {
        print.put(instrument.kind()).put(instrument.underlying());
        switch (instrument) {
            case Spot spot -> put(spot.contract());
            case Future future -> {
                print.put(future.expiry());
                put(future.contract());
            }
            case Perpetual perpetual -> put(perpetual.contract());
            case Option option -> put(option);
            case VarianceSwap swap -> put(swap);
            case ListedContract listed -> print.put(listed.contractId());
        }
    }

    private void put(Option option) {
        print.put(option.right()).put(option.strike()).put(option.expiry());
        print.put(option.style().exercise()).put(option.style().premium());
        print.put(option.style().deliverable());
        put(option.contract());
    }

    private void put(VarianceSwap swap) {
        print.put(swap.measure()).put(swap.strikeVol()).put(swap.multiplier());
        print.put(swap.accrual().start()).put(swap.accrual().expiry());
        print.put(swap.accrual().realisedVol());
    }

    private void put(Contract contract) {
        print.put(contract.settlement()).put(contract.unit());
        print.put(contract.multiplier());
    }
}
