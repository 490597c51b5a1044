package hedgerow.api;

import hedgerow.api.answer.InstrumentAnswer;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.PremiumStyle;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Spells instruments out as the fields from which [InstrumentReader] reads them.
final class InstrumentWriter {
    private InstrumentWriter() {}

    static InstrumentAnswer fields(Instrument instrument) {
        return switch (instrument) {
            case Spot spot -> linear("spot", spot, spot.contract());
            case Future future -> linear("future", future, future.contract());
            case Perpetual perpetual -> linear("perpetual", perpetual, perpetual.contract());
            case Option option -> option(option);
            case VarianceSwap swap -> swap(swap);
            case ListedContract listed -> listed(listed);
        };
    }

    private static InstrumentAnswer linear(String type, Instrument instrument, Contract contract) {
        Optional<Instant> expiry =
                instrument instanceof Future future
                        ? Optional.of(future.expiry())
                        : Optional.empty();
        return new InstrumentAnswer(
                type,
                instrument.underlying(),
                Optional.empty(),
                Optional.empty(),
                expiry,
                Optional.empty(),
                Optional.of(word(contract.settlement())),
                Optional.empty(),
                Optional.empty(),
                Optional.of(contract.multiplier()),
                Optional.of(word(contract.unit())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static InstrumentAnswer option(Option option) {
        boolean upfront = option.style().premium() == PremiumStyle.PREMIUM;
        return new InstrumentAnswer(
                "option",
                option.underlying(),
                Optional.of(word(option.right())),
                Optional.of(option.strike()),
                Optional.of(option.expiry()),
                Optional.of(word(option.style().exercise())),
                Optional.of(word(option.contract().settlement())),
                Optional.of(upfront ? "upfront" : "futures"),
                Optional.of(word(option.style().deliverable())),
                Optional.of(option.contract().multiplier()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static InstrumentAnswer swap(VarianceSwap swap) {
        boolean variance = swap.measure() == VarianceSwap.Measure.VARIANCE;
        return new InstrumentAnswer(
                variance ? "varianceSwap" : "volatilitySwap",
                swap.underlying(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(swap.accrual().expiry()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(swap.multiplier()),
                Optional.empty(),
                Optional.of(swap.strikeVol()),
                Optional.of(swap.accrual().start()),
                Optional.of(swap.accrual().realisedVol()),
                Optional.empty());
    }

    private static InstrumentAnswer listed(ListedContract listed) {
        return new InstrumentAnswer(
                "listed",
                listed.underlying(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(listed.contractId()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
