package hedgerow.market.clearing;

import hedgerow.portfolio.Require;

/// A rate between two currencies.
///
/// @param from the currency that is given
/// @param to the currency that is got
/// @param rate units of `to` for one of `from`
public record Conversion(String from, String to, double rate) {
    public Conversion {
        Require.text("from", from);
        Require.text("to", to);
        Require.positive("rate", rate);
    }
}
