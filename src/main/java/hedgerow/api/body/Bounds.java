package hedgerow.api.body;

/// The most that one request may hold; published in `GET /v1/models` and in the API description.
///
/// Prices, vols and names have the bounds of [hedgerow.store.Limits].
public final class Bounds {
    /// Bytes of a request body.
    public static final int BODY_BYTES = 16 * 1024 * 1024;

    /// Bytes of a risk-parameter file, which is read as it comes.
    public static final int FILE_BYTES = 1024 * 1024 * 1024;

    /// Positions and open orders of one portfolio.
    public static final int LEGS = 5_000;

    /// Legs of one hedge.
    public static final int HEDGE_LEGS = 500;

    /// Collateral assets of one portfolio.
    public static final int ASSETS = 1_000;

    /// Models of one comparison.
    public static final int MODELS = 100;

    /// Venues of one account.
    public static final int VENUES = 20;

    /// Pairs of venues, or of underlyings, that may be named.
    public static final int VENUE_PAIRS = 200;

    /// Even points of one curve.
    public static final int CURVE_POINTS = 501;

    /// Candidates of one search.
    public static final int CANDIDATES = 500;

    /// Hedges of one answer.
    public static final int ALTERNATIVES = 20;

    /// The largest quantity, either way.
    public static final String QUANTITY = "1e12";

    private Bounds() {}
}
