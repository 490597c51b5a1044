package hedgerow.margin;

import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.Require;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Who a model is: its name, version and standing.
///
/// @param id the model's id, such as `crypto-grid`
/// @param version dotted numbers, such as `1` or `2026.1`
/// @param title one line for people
/// @param status how far its figures were checked
/// @param sources where its rules and parameters come from
/// @param gaps what a partial model leaves out
/// @param scope what it has a rule for
/// @param mostAssets the most assets of one account: instruments held and collateral; empty for any
/// @param hash SHA-256 of the file that states it
public record ModelInfo(
        String id,
        String version,
        String title,
        Status status,
        List<String> sources,
        List<String> gaps,
        Scope scope,
        OptionalInt mostAssets,
        String hash) {
    /// How far a model's figures were checked.
    public enum Status {
        /// Reproduces the venue's own figures.
        VERIFIED,
        /// Follows published documents; no figures of the venue's were at hand.
        DOCUMENTED,
        /// Part of the rule was not published; the file names what is missing.
        PARTIAL,
        /// A model of our own.
        OWN
    }

    public ModelInfo {
        Require.text("id", id);
        Require.text("version", version);
        sources = List.copyOf(sources);
        gaps = List.copyOf(gaps);
    }

    /// A model without gaps, with a rule for anything.
    public ModelInfo(
            String id,
            String version,
            String title,
            Status status,
            List<String> sources,
            String hash) {
        this(id, version, title, status, sources, List.of(), Scope.ALL, OptionalInt.empty(), hash);
    }

    /// Why an account is too large for this model; empty where it is not.
    public Optional<Refusal> tooMany(Portfolio portfolio) {
        if (assetsLeft(portfolio) >= 0) return Optional.empty();
        String detail =
                "the account holds %d assets, instruments and collateral; %s allows at most %d"
                        .formatted(assets(portfolio), name(), mostAssets.orElseThrow());
        return Optional.of(Refusal.of(Refusal.Reason.NOT_COVERED, detail));
    }

    /// How many assets more an account may hold, below zero where it holds too many; the largest
    /// number where any number will do.
    public int assetsLeft(Portfolio portfolio) {
        return mostAssets.isEmpty() ? Integer.MAX_VALUE : mostAssets.getAsInt() - assets(portfolio);
    }

    private static int assets(Portfolio portfolio) {
        long held = portfolio.positions().stream().map(Position::instrument).distinct().count();
        long posted = portfolio.collateral().stream().map(Collateral::asset).distinct().count();
        return Math.toIntExact(held + posted);
    }

    /// The id and version as one name, such as `crypto-grid@1`.
    public String name() {
        return id + "@" + version;
    }
}
