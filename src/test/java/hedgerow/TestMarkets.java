package hedgerow;

import hedgerow.market.ForwardCurve;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.Reference;
import hedgerow.market.Smile;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Perpetual;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Markets that tests share.
public final class TestMarkets {
    public static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");

    private TestMarkets() {}

    /// The instant `days` after [#NOW].
    public static Instant in(double days) {
        return NOW.plus(Duration.ofNanos((long) (days * 86_400e9)));
    }

    /// BTC at 60,000 in USD with one vol of 60 %, rate zero.
    public static Market flat() {
        return Market.of(NOW, List.of(flat("BTC", 60_000, 0.60)));
    }

    /// One underlying in USD with one vol and rate zero.
    public static Underlying flat(String id, double spot, double vol) {
        return new Underlying(
                id,
                "USD",
                Reference.of(spot, 0),
                ForwardCurve.NONE,
                new VolSurface.Flat(vol),
                Listings.NONE);
    }

    /// BTC at 60,000 with forwards and smiles at 30 and 90 days.
    public static Underlying smiling() {
        Map<Double, Double> near = Map.of(50_000.0, 0.70, 60_000.0, 0.60, 72_000.0, 0.65);
        Map<Double, Double> far = Map.of(45_000.0, 0.68, 60_000.0, 0.62, 80_000.0, 0.64);
        return new Underlying(
                "BTC",
                "USD",
                Reference.of(60_000, 0.03),
                ForwardCurve.of(Map.of(in(30), 60_300.0, in(90), 61_200.0)),
                VolSurface.Quoted.of(List.of(Smile.of(in(30), near), Smile.of(in(90), far))),
                Listings.NONE);
    }

    /// A linear European option on BTC.
    public static Option option(OptionRight right, double strike, double days) {
        return new Option("BTC", right, strike, in(days), Option.Style.EUROPEAN, Contract.LINEAR);
    }

    /// A linear perpetual on BTC.
    public static Perpetual perpetual() {
        return new Perpetual("BTC", Contract.LINEAR);
    }
}
