package hedgerow.portfolio;

/// The right an option gives: to buy (call) or to sell (put) at the strike.
public enum OptionRight {
    CALL(1),
    PUT(-1);

    private final int sign;

    OptionRight(int sign) {
        this.sign = sign;
    }

    /// Plus one for a call, minus one for a put: the payoff is `max(0, sign * (price - strike))`.
    public int sign() {
        return sign;
    }

    /// The other right at the same strike.
    public OptionRight opposite() {
        return this == CALL ? PUT : CALL;
    }
}
