package hedgerow.store;

import hedgerow.portfolio.Exercise;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Settlement;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A market as JSON, field by field; [MarketJson] turns it into a market and back.
///
/// Every component is null where the field was not sent.
///
/// @param asOf the instant of the quotes
/// @param underlyings what is held on each underlying
/// @param fx units of the second currency for one of the first, by pair such as `EUR/USD`
/// @param stablePrice the price of a dollar stablecoin in dollars; 1 where not given
@RegisterForReflection(
        targets = {
            MarketBody.class,
            MarketBody.Underlying.class,
            MarketBody.Forward.class,
            MarketBody.StrikeVol.class,
            MarketBody.Quote.class,
            MarketBody.Published.class
        })
public record MarketBody(
        @Checks.Required @Nullable Instant asOf,
        @Checks.Required
                @Size(
                        min = 1,
                        max = Limits.UNDERLYINGS,
                        message = "1 to " + Limits.UNDERLYINGS + " underlyings")
                @Nullable List<@Checks.Required @Valid @Nullable Underlying> underlyings,
        @Size(max = Limits.FX_PAIRS, message = "at most " + Limits.FX_PAIRS + " pairs")
                @Nullable Map<String, @Checks.Required @Checks.Price @Nullable Double> fx,
        @Checks.Price @Nullable Double stablePrice) {

    /// One underlying.
    ///
    /// @param id such as `BTC`
    /// @param currency the quote currency, such as `USD`
    /// @param spot spot or index price
    /// @param rateAnnual continuously compounded; may be left out where nothing needs it
    /// @param dividendYieldAnnual continuously compounded; 0 where not given
    /// @param perpetualMark mark of the perpetual
    /// @param fundingRate8h funding paid by longs per 8 hours
    /// @param perpetualConfidence how sure the source of the perpetual's mark is, from 0 to 1
    /// @param openInterest units of the underlying held long in the perpetual
    /// @param confidence how sure the source of spot is, from 0 to 1
    /// @param forwards listed forward prices
    /// @param vol one vol for all; never beside `vols`
    /// @param vols implied vols by expiry and strike; where neither this nor `vol` is given, the
    ///   vols shown by `quotes` are taken
    /// @param quotes the option chain
    /// @param arrays published risk arrays
    public record Underlying(
            @Checks.Required @Checks.Name @Nullable String id,
            @Checks.Required @Checks.Name @Nullable String currency,
            @Checks.Required @Checks.Price @Nullable Double spot,
            @Checks.Rate @Nullable Double rateAnnual,
            @Checks.Rate @Nullable Double dividendYieldAnnual,
            @Checks.Price @Nullable Double perpetualMark,
            @Checks.Rate @Nullable Double fundingRate8h,
            @Checks.Share @Nullable Double perpetualConfidence,
            @Checks.Premium @Nullable Double openInterest,
            @Checks.Share @Nullable Double confidence,
            @Size(max = Limits.FORWARDS, message = "at most " + Limits.FORWARDS + " forwards")
                    @Nullable List<@Checks.Required @Valid @Nullable Forward> forwards,
            @Checks.Vol @Nullable Double vol,
            @Size(max = Limits.QUOTES, message = "at most " + Limits.QUOTES + " vols")
                    @Nullable List<@Checks.Required @Valid @Nullable StrikeVol> vols,
            @Size(max = Limits.QUOTES, message = "at most " + Limits.QUOTES + " quotes")
                    @Nullable List<@Checks.Required @Valid @Nullable Quote> quotes,
            @Size(max = Limits.ARRAYS, message = "at most " + Limits.ARRAYS + " arrays")
                    @Nullable List<@Checks.Required @Valid @Nullable Published> arrays) {}

    /// A listed forward.
    ///
    /// @param expiry the instant of expiry
    /// @param price in the quote currency
    /// @param rateAnnual continuously compounded to this expiry; that of the underlying where not
    ///   given
    /// @param confidence how sure the source of this expiry's prices is, from 0 to 1
    public record Forward(
            @Checks.Required @Nullable Instant expiry,
            @Checks.Required @Checks.Price @Nullable Double price,
            @Checks.Rate @Nullable Double rateAnnual,
            @Checks.Share @Nullable Double confidence) {}

    /// A quoted vol.
    ///
    /// @param expiry the instant of expiry
    /// @param strike in the quote currency
    /// @param vol annualised, a fraction
    public record StrikeVol(
            @Checks.Required @Nullable Instant expiry,
            @Checks.Required @Checks.Price @Nullable Double strike,
            @Checks.Required @Checks.Vol @Nullable Double vol) {}

    /// A quoted option, named by a symbol or by the four fields after it.
    ///
    /// @param symbol a venue symbol
    /// @param expiry the instant of expiry
    /// @param strike in the quote currency
    /// @param right call or put
    /// @param settlement linear or inverse
    /// @param vol implied vol of the mark
    /// @param mark the venue's mark, per unit; in the coin for an inverse option
    /// @param bid best bid, likewise
    /// @param ask best offer, likewise
    /// @param delta the venue's delta, per unit
    /// @param confidence how sure the source of the vol is, from 0 to 1
    /// @param multiplier units of the underlying in one contract; a symbol tells it
    /// @param exercise european or american; a symbol tells it
    /// @param openInterest what is held by all, as the venue counts it
    /// @param volume what was traded in the last day, as the venue counts it
    public record Quote(
            @Nullable String symbol,
            @Nullable Instant expiry,
            @Checks.Price @Nullable Double strike,
            @Nullable OptionRight right,
            @Nullable Settlement settlement,
            @Checks.Vol @Nullable Double vol,
            @Checks.Premium @Nullable Double mark,
            @Checks.Premium @Nullable Double bid,
            @Checks.Premium @Nullable Double ask,
            @Checks.Amount @Nullable Double delta,
            @Checks.Share @Nullable Double confidence,
            @Checks.Price @Nullable Double multiplier,
            @Nullable Exercise exercise,
            @Checks.Premium @Nullable Double openInterest,
            @Checks.Premium @Nullable Double volume) {}

    /// A published risk array.
    ///
    /// @param contract the contract's name
    /// @param value what one contract is worth now, in the quote currency
    /// @param delta units of the underlying that one contract moves with
    /// @param pnl profit of one contract held long, by scenario
    public record Published(
            @Checks.Required @Checks.Name @Nullable String contract,
            @Checks.Required @Checks.Amount @Nullable Double value,
            @Checks.Required @Checks.Amount @Nullable Double delta,
            @Checks.Required
                    @Size(
                            min = 1,
                            max = Limits.SCENARIOS,
                            message = "1 to " + Limits.SCENARIOS + " scenarios")
                    @Nullable List<@Checks.Required @Checks.Amount @Nullable Double> pnl) {}
}
