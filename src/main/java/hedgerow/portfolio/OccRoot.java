package hedgerow.portfolio;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The terms that the root of an OCC symbol stands for.
///
/// A root of letters is a share or a fund with American exercise, unless it is one of the
/// cash-settled index options below. An option that settles on the opening (AM) ends at 09:30, one
/// that settles on the close (PM) at 16:00 New York time; early closes are not considered.
///
/// | root | settles to | exercise | when |
/// |---|---|---|---|
/// | SPX, SPXW | S&P 500 | European | AM, PM |
/// | XSP | S&P 500 / 10 | European | PM |
/// | NDX, NDXP | Nasdaq-100 | European | AM, PM |
/// | XND | Nasdaq-100 / 100 | European | PM |
/// | RUT, RUTW | Russell 2000 | European | AM, PM |
/// | MRUT | Russell 2000 / 10 | European | PM |
/// | VIX, VIXW | VIX | European | AM |
/// | DJX | Dow Jones Industrial Average / 100 | European | AM |
/// | OEX | S&P 100 | American | PM |
/// | XEO | S&P 100, held as OEX | European | PM |
///
/// Sources: contract specifications of Cboe (SPX, XSP, RUT, MRUT, VIX, DJX, OEX, XEO) and of Nasdaq
/// (NDX, NDXP, XND).
///
/// @param root as written in the symbol
/// @param underlying the id of the underlying
/// @param exercise European or American
/// @param endsAt the New York time of the instant of expiry
record OccRoot(String root, String underlying, Exercise exercise, LocalTime endsAt) {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    /// In the order in which a print looks for a root.
    private static final List<OccRoot> INDICES =
            List.of(
                    european("SPX", "SPX", OPEN),
                    european("SPXW", "SPX", CLOSE),
                    european("XSP", "XSP", CLOSE),
                    european("NDX", "NDX", OPEN),
                    european("NDXP", "NDX", CLOSE),
                    european("XND", "XND", CLOSE),
                    european("RUT", "RUT", OPEN),
                    european("RUTW", "RUT", CLOSE),
                    european("MRUT", "MRUT", CLOSE),
                    european("VIX", "VIX", OPEN),
                    european("VIXW", "VIX", OPEN),
                    european("DJX", "DJX", OPEN),
                    new OccRoot("OEX", "OEX", Exercise.AMERICAN, CLOSE),
                    european("XEO", "OEX", CLOSE));

    /// Index options whose terms are not held here; as shares they would be wrong.
    private static final Set<String> OTHER_INDICES =
            Set.of(
                    "BKX", "CBTX", "HGX", "MBTX", "MXACW", "MXEA", "MXEF", "MXUSA", "MXWLD",
                    "NANOS", "OSX", "RLG", "RLV", "RUI", "SIXB", "SIXC", "SIXE", "SIXI", "SIXM",
                    "SIXR", "SIXRE", "SIXT", "SIXU", "SIXV", "SIXY", "SOX", "SPEQX", "SPESG",
                    "SPIKE", "UTY", "XAU", "XDA", "XDB", "XDC", "XDE", "XDN", "XDS", "XDZ");

    private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,6}");

    private static OccRoot european(String root, String underlying, LocalTime endsAt) {
        return new OccRoot(root, underlying, Exercise.EUROPEAN, endsAt);
    }

    /// The terms of a root of letters; empty for an index that is not held here.
    static Optional<OccRoot> of(String root) {
        Optional<OccRoot> index = INDICES.stream().filter(i -> i.root.equals(root)).findFirst();
        if (index.isPresent() || !isShare(root)) return index;
        return Optional.of(new OccRoot(root, root, Exercise.AMERICAN, CLOSE));
    }

    /// Every root whose options are on `underlying` with this exercise.
    static List<OccRoot> on(String underlying, Exercise exercise) {
        List<OccRoot> indices =
                INDICES.stream()
                        .filter(i -> i.underlying.equals(underlying) && i.exercise == exercise)
                        .toList();
        if (!indices.isEmpty() || exercise == Exercise.EUROPEAN || !isShare(underlying)) {
            return indices;
        }
        return of(underlying).filter(r -> r.exercise == exercise).stream().toList();
    }

    private static boolean isShare(String root) {
        return LETTERS.matcher(root).matches() && !OTHER_INDICES.contains(root);
    }

    Option.Style style() {
        return exercise == Exercise.AMERICAN ? Option.Style.AMERICAN : Option.Style.EUROPEAN;
    }
}
