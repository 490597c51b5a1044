package hedgerow.market;

import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the option chain of one underlying implies: one forward an expiry, one vol a strike.
///
/// A chain is a set of prints that need not agree: futures prices differ from line to line, and a
/// call and a put of one strike may show different vols. From them come
///
/// - one forward per expiry by put-call parity of the marks, the median over the strikes `K` that
///   have both: `K / (1 - (c - p))` for marks in the coin (where `c - p = 1 - K/F`), and `K + (c -
///   p) e^(rT)` for marks in the quote currency. Where no strike has both, the mark of the listed
///   future; else the median of the futures prices printed on the expiry's lines;
/// - one vol per strike: the one printed on the out-of-the-money side (the call's at the forward
///   and above), coin-settled before linear; where that side shows none, the other side's;
/// - the spot as the median of the printed index prices.
///
/// A strike that shows no vol is left without one and counted. Lines that expired at or before the
/// as-of instant are left out and counted.
public final class OptionChain {
    private final Basis basis;
    private final NavigableMap<Instant, List<ChainLine>> live = new TreeMap<>();
    private final List<ChainLine> lines;
    private final SortedMap<Instant, FittedForward> forwards = new TreeMap<>();

    /// What a chain is read against.
    ///
    /// @param asOf the instant of the prints
    /// @param rateAnnual continuously compounded rate of the quote currency that marks are
    ///   discounted with; crypto venues discount with zero
    /// @param futures marks of listed futures by expiry
    public record Basis(Instant asOf, double rateAnnual, Map<Instant, Double> futures) {
        public Basis {
            futures = Map.copyOf(futures);
        }
    }

    private OptionChain(Basis basis, List<ChainLine> lines) {
        this.basis = basis;
        this.lines = List.copyOf(lines);
        Map<OptionQuote.Key, ChainLine> seen = new HashMap<>();
        for (ChainLine line : lines) {
            Instant expiry = line.quote().key().expiry();
            if (seen.put(line.quote().key(), line) != null) {
                throw new IllegalArgumentException("two lines for " + line.quote().key());
            }
            if (expiry.isAfter(basis.asOf())) {
                live.computeIfAbsent(expiry, _ -> new ArrayList<>()).add(line);
            }
        }
        basis.futures().forEach(this::putFuture);
        live.forEach(this::fit);
    }

    /// Reads the chain of one underlying.
    ///
    /// @throws IllegalArgumentException where two lines quote the same option
    public static OptionChain of(Basis basis, List<ChainLine> lines) {
        return new OptionChain(basis, lines);
    }

    /// The number of lines that had expired at the as-of instant.
    public int expired() {
        return lines.size() - live.values().stream().mapToInt(List::size).sum();
    }

    /// The forwards by expiry, of all live expiries for which one was found.
    public SortedMap<Instant, FittedForward> forwards() {
        return Collections.unmodifiableSortedMap(forwards);
    }

    /// The median of the printed index prices; empty where none is printed.
    public OptionalDouble spot() {
        return median(lines.stream().map(ChainLine::indexPrice).toList());
    }

    /// The strikes of live expiries that show no vol on either side.
    public int strikesWithoutVol() {
        return live.values().stream()
                .map(expiry -> byStrike(quotes(expiry)))
                .mapToInt(strikes -> strikes.size() - withVol(strikes))
                .sum();
    }

    private static int withVol(SortedMap<Double, List<OptionQuote>> strikes) {
        return (int)
                strikes.values().stream()
                        .filter(quotes -> quotes.stream().anyMatch(q -> q.vol().isPresent()))
                        .count();
    }

    /// The underlying with this chain's forwards, vols and quotes.
    public Underlying underlying(String id, String currency, Reference reference) {
        TreeMap<Instant, Double> prices = new TreeMap<>();
        forwards.forEach((expiry, forward) -> prices.put(expiry, forward.price()));
        List<Smile> smiles = new ArrayList<>();
        live.forEach((expiry, quotes) -> {
            double split = prices.getOrDefault(expiry, reference.spot());
            Map<Double, Double> vols = vols(quotes(quotes), split);
            if (!vols.isEmpty()) smiles.add(Smile.of(expiry, vols));
        });
        List<OptionQuote> quotes = live.values().stream().flatMap(l -> quotes(l).stream()).toList();
        return new Underlying(
                id,
                currency,
                reference,
                ForwardCurve.of(prices),
                VolSurface.Quoted.of(smiles),
                Listings.ofChain(quotes));
    }

    /// One vol per strike of one expiry: the out-of-the-money side's, as this class tells.
    ///
    /// @param quotes the quotes of one expiry
    /// @param forward where puts end and calls begin
    public static SortedMap<Double, Double> vols(List<OptionQuote> quotes, double forward) {
        SortedMap<Double, Double> vols = new TreeMap<>();
        byStrike(quotes)
                .forEach((strike, sides) -> {
                    OptionRight out = strike >= forward ? OptionRight.CALL : OptionRight.PUT;
                    sides.stream()
                            .filter(quote -> quote.vol().isPresent())
                            .min(preferring(out))
                            .ifPresent(q -> vols.put(strike, q.vol().getAsDouble()));
                });
        return vols;
    }

    private static Comparator<OptionQuote> preferring(OptionRight out) {
        return Comparator.comparing((OptionQuote q) -> q.key().right() != out)
                .thenComparing(q -> q.key().settlement() != Settlement.INVERSE);
    }

    private void putFuture(Instant expiry, double mark) {
        if (!expiry.isAfter(basis.asOf())) return;
        forwards.put(expiry, new FittedForward(mark, FittedForward.Origin.FUTURE, 0));
    }

    private void fit(Instant expiry, List<ChainLine> expiryLines) {
        List<OptionalDouble> byParity = new ArrayList<>();
        for (List<OptionQuote> strike : byStrike(quotes(expiryLines)).values()) {
            for (Settlement settlement : Settlement.values()) {
                byParity.add(parity(strike, settlement));
            }
        }
        int pairs = (int) byParity.stream().filter(OptionalDouble::isPresent).count();
        OptionalDouble fitted = median(byParity);
        if (fitted.isPresent()) {
            forwards.put(
                    expiry,
                    new FittedForward(fitted.getAsDouble(), FittedForward.Origin.PARITY, pairs));
        } else if (!forwards.containsKey(expiry)) {
            median(expiryLines.stream().map(ChainLine::futuresPrice).toList())
                    .ifPresent(price ->
                            forwards.put(
                                    expiry,
                                    new FittedForward(price, FittedForward.Origin.PRINTED, 0)));
        }
    }

    /// The forward by the marks of a call and a put of one strike; empty where one is missing or no
    /// positive price follows.
    private OptionalDouble parity(List<OptionQuote> strike, Settlement settlement) {
        OptionalDouble call = mark(strike, OptionRight.CALL, settlement);
        OptionalDouble put = mark(strike, OptionRight.PUT, settlement);
        if (call.isEmpty() || put.isEmpty()) return OptionalDouble.empty();
        OptionQuote.Key key = strike.getFirst().key();
        double difference = call.getAsDouble() - put.getAsDouble();
        double forward =
                switch (settlement) {
                    case INVERSE -> key.strike() / (1 - difference);
                    case LINEAR -> key.strike() + difference * growth(key.expiry());
                };
        return forward > 0 && Double.isFinite(forward)
                ? OptionalDouble.of(forward)
                : OptionalDouble.empty();
    }

    private double growth(Instant expiry) {
        return StrictMath.exp(basis.rateAnnual() * Years.between(basis.asOf(), expiry));
    }

    private static OptionalDouble mark(
            List<OptionQuote> strike, OptionRight right, Settlement settlement) {
        return strike.stream()
                .filter(q -> q.key().right() == right && q.key().settlement() == settlement)
                .map(OptionQuote::mark)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private static SortedMap<Double, List<OptionQuote>> byStrike(List<OptionQuote> quotes) {
        SortedMap<Double, List<OptionQuote>> strikes = new TreeMap<>();
        for (OptionQuote quote : quotes) {
            strikes.computeIfAbsent(quote.key().strike(), _ -> new ArrayList<>()).add(quote);
        }
        return strikes;
    }

    private static List<OptionQuote> quotes(List<ChainLine> lines) {
        return lines.stream().map(ChainLine::quote).toList();
    }

    private static OptionalDouble median(List<OptionalDouble> values) {
        return median(values.stream().flatMapToDouble(OptionalDouble::stream).toArray());
    }

    /// The middle value, or the mean of the two middle ones; empty where there is none.
    public static OptionalDouble median(double... values) {
        if (values.length == 0) return OptionalDouble.empty();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return OptionalDouble.of(
                sorted.length % 2 == 1
                        ? sorted[middle]
                        : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2);
    }
}
