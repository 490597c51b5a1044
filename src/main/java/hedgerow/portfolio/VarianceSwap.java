package hedgerow.portfolio;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A swap of realised against agreed variance or volatility over `[start, expiry]`.
///
/// Pays `multiplier * (realised^2 - strike^2)` (variance) or `multiplier * (realised - strike)`
/// (volatility), in the quote currency, with vols as annualised fractions. A vega notional of `N`
/// per vol point is a volatility swap of multiplier `100 N`, or a variance swap of multiplier `100
/// N / (2 strike)`.
///
/// @param underlying the id of the underlying
/// @param measure variance or volatility
/// @param strikeVol the agreed volatility, a fraction such as 0.60
/// @param accrual the observation period and what has been realised in it
/// @param multiplier quote currency per unit of variance or volatility, positive
public record VarianceSwap(
        String underlying, Measure measure, double strikeVol, Accrual accrual, double multiplier)
        implements Instrument {

    static final Comparator<VarianceSwap> TERMS =
            Comparator.comparing(VarianceSwap::measure)
                    .thenComparingDouble(VarianceSwap::strikeVol)
                    .thenComparing(v -> v.accrual().start())
                    .thenComparingDouble(v -> v.accrual().realisedVol())
                    .thenComparingDouble(VarianceSwap::multiplier);

    /// What is swapped.
    public enum Measure {
        VARIANCE,
        VOLATILITY
    }

    /// The observation period, and the annualised volatility realised in its elapsed part.
    ///
    /// @param start the first observation; a start after the valuation instant is a forward start
    ///   and is refused by the pricer
    /// @param expiry the last observation, after `start`
    /// @param realisedVol annualised volatility since `start`, zero where nothing has elapsed
    public record Accrual(Instant start, Instant expiry, double realisedVol) {
        public Accrual {
            if (!start.isBefore(expiry)) {
                throw new IllegalArgumentException(
                        "start must be before expiry " + expiry + ", was " + start);
            }
            Require.notNegative("realisedVol", realisedVol);
        }
    }

    public VarianceSwap {
        Require.text("underlying", underlying);
        Require.notNegative("strikeVol", strikeVol);
        Require.positive("multiplier", multiplier);
    }

    /// The instant of the last observation.
    public Instant expiry() {
        return accrual.expiry();
    }

    @Override
    public Optional<Instant> maturity() {
        return Optional.of(accrual.expiry());
    }

    @Override
    public Kind kind() {
        return Kind.VARIANCE_SWAP;
    }

    @Override
    public String label() {
        return underlying
                + " "
                + accrual.expiry()
                + (measure == Measure.VARIANCE ? " variance swap" : " volatility swap");
    }
}
