package hedgerow.api;

import hedgerow.api.body.InstrumentBody;
import hedgerow.api.body.InstrumentBody.Unit;
import hedgerow.api.body.LegBody;
import hedgerow.api.body.OrderBody;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.ContractUnit;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Parsed;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.store.Fault;
import hedgerow.store.Faults;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one leg: a symbol or fields, and a quantity.
///
/// @param faults where what is wrong goes
record LegReader(Faults faults) {

    Optional<Leg> leg(LegBody body, String pointer) {
        return leg(body.symbol(), body.instrument(), body.quantity(), body.unit(), pointer)
                .map(leg -> leg.in(body.group()));
    }

    Optional<Leg> leg(OrderBody body, String pointer) {
        return leg(body.symbol(), body.instrument(), body.quantity(), body.unit(), pointer)
                .map(leg -> leg.in(body.group()));
    }

    private Optional<Leg> leg(
            @Nullable String symbol,
            @Nullable InstrumentBody fields,
            @Nullable Double quantity,
            @Nullable Unit unit,
            String pointer) {
        Optional<Instrument> instrument = instrument(symbol, fields, pointer);
        if (instrument.isEmpty() || quantity == null || !Double.isFinite(quantity)) {
            return Optional.empty();
        }
        Optional<String> currency =
                Optional.ofNullable(fields).flatMap(f -> Optional.ofNullable(f.currency()));
        return counted(instrument.get(), quantity, unit, pointer)
                .map(position -> new Leg(pointer, Optional.ofNullable(symbol), currency, position));
    }

    private Optional<Instrument> instrument(
            @Nullable String symbol, @Nullable InstrumentBody fields, String pointer) {
        if (symbol != null && fields != null) {
            faults.add(pointer, "symbol and instrument", "one of symbol and instrument, not both");
            return Optional.empty();
        }
        if (fields != null) return InstrumentReader.read(fields, pointer + "/instrument", faults);
        if (symbol != null) return bySymbol(symbol, pointer);
        boolean sent = faults.isAt(pointer + "/symbol") || faults.isAt(pointer + "/instrument");
        if (!sent) faults.add(Fault.missing(pointer, "a symbol or an instrument"));
        return Optional.empty();
    }

    private Optional<Instrument> bySymbol(String symbol, String pointer) {
        return switch (KnownSymbols.parse(symbol)) {
            case Parsed.Known known -> Optional.of(known.instrument());
            case Parsed.Unknown unknown -> {
                faults.add(pointer + "/symbol", symbol, "a known symbol; " + unknown.reason());
                yield Optional.empty();
            }
        };
    }

    /// The position, where the quantity may be notional in the quote currency.
    private Optional<Position> counted(
            Instrument instrument, double quantity, @Nullable Unit unit, String pointer) {
        if (unit != Unit.QUOTE) return Optional.of(new Position(instrument, quantity));
        Optional<Position> notional =
                switch (instrument) {
                    case Future f ->
                            notionalContract(f.contract())
                                    .map(c -> new Future(f.underlying(), f.expiry(), c))
                                    .map(f1 -> new Position(f1, quantity));
                    case Perpetual p ->
                            notionalContract(p.contract())
                                    .map(c -> new Perpetual(p.underlying(), c))
                                    .map(p1 -> new Position(p1, quantity));
                    case Spot _, Option _, VarianceSwap _, ListedContract _ -> Optional.empty();
                };
        if (notional.isEmpty()) {
            faults.add(
                    pointer + "/unit",
                    "quote",
                    "base; quote only for inverse contracts of size"
                            + " 1, or of a size in the quote currency");
        }
        return notional;
    }

    private static Optional<Contract> notionalContract(Contract contract) {
        boolean inverse = contract.settlement() == Settlement.INVERSE;
        boolean plain = contract.multiplier() == 1 || contract.unit() == ContractUnit.QUOTE;
        return inverse && plain ? Optional.of(Contract.inverseNotional(1)) : Optional.empty();
    }
}
