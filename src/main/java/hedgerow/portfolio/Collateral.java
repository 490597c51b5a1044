package hedgerow.portfolio;

/// An amount of one asset posted as collateral.
///
/// @param asset the asset's id, such as `USDC` or `BTC`
/// @param quantity units of the asset; negative is a debt
public record Collateral(String asset, double quantity) {
    public Collateral {
        Require.text("asset", asset);
        Require.finite("quantity", quantity);
    }
}
