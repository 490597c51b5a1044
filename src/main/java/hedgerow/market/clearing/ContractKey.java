package hedgerow.market.clearing;

import hedgerow.portfolio.Numbers;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Require;
import java.util.Optional;

/// What one contract is called.
///
/// Its text is the contract id: exchange, commodity, kind and period, and of an option the
/// underlying's period, the right and the strike, as in `XYZ ZZ FUT 202509` and `XYZ OZ OOF
/// 202511/202512 C 3700`. An option whose underlying has no period of its own leaves it out, as in
/// `NSE NIFTY OOP 20260630 P 24000`.
///
/// @param series the contract's series
/// @param right of an option, call or put
/// @param strike of an option; zero of anything else
public record ContractKey(Series.Key series, Optional<OptionRight> right, double strike) {
    public ContractKey {
        strike = Require.finite("strike", strike) + 0.0;
        if (right.isPresent() != series.family().kind().isOption()) {
            throw new IllegalArgumentException(
                    "%s must %s a right"
                            .formatted(series.family(), right.isPresent() ? "not have" : "have"));
        }
        if (right.isEmpty() && strike != 0) {
            throw new IllegalArgumentException(
                    "strike of %s must be zero, was %s".formatted(series.family(), strike));
        }
    }

    /// The contract of a series that has one.
    public static ContractKey of(Series.Key series) {
        return new ContractKey(series, Optional.empty(), 0);
    }

    /// The contract that a contract id names.
    ///
    /// @throws IllegalArgumentException where it is no contract id
    public static ContractKey of(String id) {
        String[] words = id.split(" ", -1);
        if (words.length != 4 && words.length != 6) throw unreadable(id);
        try {
            ProductFamily.Key family =
                    new ProductFamily.Key(words[0], words[1], ProductFamily.Kind.valueOf(words[2]));
            Series.Key series = series(family, words[3]);
            return words.length == 4
                    ? of(series)
                    : new ContractKey(
                            series,
                            Optional.of(right(words[4])),
                            Numbers.plain(Double.parseDouble(words[5])).equals(words[5])
                                    ? Double.parseDouble(words[5])
                                    : Double.NaN);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(unreadable(id).getMessage(), e);
        }
    }

    /// The contract that a contract id names; empty where it is none.
    public static Optional<ContractKey> find(String id) {
        try {
            return Optional.of(of(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Series.Key series(ProductFamily.Key family, String periods) {
        int slash = periods.indexOf('/');
        if (slash < 0) return Series.Key.of(family, Period.of(periods));
        return new Series.Key(
                family,
                Period.of(periods.substring(0, slash)),
                Period.of(periods.substring(slash + 1)));
    }

    private static OptionRight right(String letter) {
        return switch (letter) {
            case "C" -> OptionRight.CALL;
            case "P" -> OptionRight.PUT;
            default -> throw new IllegalArgumentException("right must be C or P, was " + letter);
        };
    }

    private static IllegalArgumentException unreadable(String id) {
        return new IllegalArgumentException(
                "contract id must read like 'XYZ ZZ FUT 202509' or"
                        + " 'XYZ OZ OOF 202511/202512 C 3700', was '"
                        + id
                        + "'");
    }

    /// The contract id.
    public String id() {
        StringBuilder id = new StringBuilder();
        id.append(series.family()).append(' ').append(series.period());
        if (!series.period().equals(series.underlyingPeriod())) {
            id.append('/').append(series.underlyingPeriod());
        }
        right.ifPresent(r ->
                id.append(r == OptionRight.CALL ? " C " : " P ").append(Numbers.plain(strike)));
        return id.toString();
    }

    /// Returns `word` when it can stand in a contract id.
    static String requireWord(String name, String word) {
        Require.text(name, word);
        if (word.chars().anyMatch(c -> Character.isWhitespace(c) || c == '/')) {
            throw new IllegalArgumentException(
                    name + " must have no space and no slash, was '" + word + "'");
        }
        return word;
    }
}
