package hedgerow.store;

import hedgerow.market.ChainLine;
import hedgerow.market.FittedForward;
import hedgerow.market.OptionQuote;
import hedgerow.market.Years;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Settlement;
import hedgerow.pricing.formula.Black76;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Vols for the strikes of a chain that show none, implied by their out-of-the-money marks.
///
/// Marks of crypto venues are not discounted: in the quote currency, or in the coin per unit of
/// forward. A strike without such a mark, without a forward for its expiry, or with a mark that no
/// vol gives, stays without a vol.
final class ImpliedVols {
    private record Strike(Instant expiry, double strike) {
        static Strike of(ChainLine line) {
            OptionQuote.Key key = line.quote().key();
            return new Strike(key.expiry(), key.strike());
        }
    }

    private final Instant asOf;
    private final Map<Instant, FittedForward> forwards;

    ImpliedVols(Instant asOf, Map<Instant, FittedForward> forwards) {
        this.asOf = asOf;
        this.forwards = forwards;
    }

    /// The lines in their order, with a vol on those where one was implied.
    List<ChainLine> fill(List<ChainLine> lines) {
        Set<Strike> shown = new HashSet<>();
        for (ChainLine line : lines) {
            if (line.quote().vol().isPresent()) shown.add(Strike.of(line));
        }
        return lines.stream()
                .map(line -> shown.contains(Strike.of(line)) ? line : fill(line))
                .toList();
    }

    private ChainLine fill(ChainLine line) {
        OptionQuote filled = line.quote().withVol(vol(line.quote()));
        return new ChainLine(filled, line.futuresPrice(), line.indexPrice());
    }

    private OptionalDouble vol(OptionQuote quote) {
        OptionQuote.Key key = quote.key();
        FittedForward fitted = forwards.get(key.expiry());
        if (fitted == null || quote.mark().isEmpty()) return OptionalDouble.empty();
        double forward = fitted.price();
        OptionRight out = key.strike() >= forward ? OptionRight.CALL : OptionRight.PUT;
        if (key.right() != out) return OptionalDouble.empty();
        double unit = key.settlement() == Settlement.INVERSE ? forward : 1;
        double value = quote.mark().getAsDouble() * unit;
        double most = Math.min(forward, key.strike());
        if (!(value > 0 && value < most)) return OptionalDouble.empty();
        double stdDev = Black76.impliedStdDev(out.sign(), forward, key.strike(), value);
        double vol = stdDev / Math.sqrt(Years.between(asOf, key.expiry()));
        return vol <= Limits.VOL ? OptionalDouble.of(vol) : OptionalDouble.empty();
    }
}
