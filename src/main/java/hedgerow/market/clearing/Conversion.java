package hedgerow.market.clearing;

import hedgerow.portfolio.Require;

/// A rate between two currencies.
///
/// @param from the currency that is given
/// @param to the currency that is got
/// @param rate units of `to` for one of `from`
/// @param up the relative move upwards that a conversion is shocked by; zero for none
/// @param down the relative move downwards, from 0 to 1
public record Conversion(String from, String to, double rate, double up, double down) {
    public Conversion {
        Require.text("from", from);
        Require.text("to", to);
        Require.positive("rate", rate);
        Require.notNegative("up", up);
        Require.between("down", down, 0, 1);
    }

    /// A rate that is not shocked.
    public static Conversion of(String from, String to, double rate) {
        return new Conversion(from, to, rate, 0, 0);
    }
}
