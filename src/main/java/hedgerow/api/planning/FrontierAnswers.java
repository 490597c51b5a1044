package hedgerow.api.planning;

import static hedgerow.api.planning.Given.or;
import static hedgerow.api.planning.Given.required;

import hedgerow.allocation.Covariance;
import hedgerow.allocation.Frontier;
import hedgerow.api.BodyReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Finds the weights that were asked for.
final class FrontierAnswers {
    private static final double DAYS = 365;
    private static final int POINTS = 11;

    private final FrontierBody sent;
    private final List<FrontierBody.Asset> assets;
    private final Covariance covariance;
    private final Frontier frontier;
    private final List<String> notes = new ArrayList<>();

    /// @throws hedgerow.api.problem.ProblemException where the figures do not fit together
    FrontierAnswers(FrontierBody sent) {
        this.sent = sent;
        this.assets = required(sent.assets()).stream().map(Given::required).toList();
        this.covariance = BodyReader.together(pointer(sent), this::covariance);
        this.frontier = BodyReader.together("/assets", this::frontier);
    }

    private static String pointer(FrontierBody sent) {
        if (sent.covariance() != null) return "/covariance";
        return sent.returns() != null ? "/returns" : "/correlations";
    }

    FrontierAnswer answer() {
        Frontier.Point least = frontier.minimumVariance();
        return new FrontierAnswer(
                assets.stream().map(asset -> required(asset.name())).toList(),
                weights(least),
                found(frontier.tangency(riskFree()), "no portfolio earns more than riskFreeAnnual"),
                frontier(least),
                asked(sent.targetVol(), frontier::targetVol, "no portfolio has so little vol"),
                asked(sent.targetMean(), frontier::targetMean, "no portfolio has so large a mean"),
                Optional.ofNullable(sent.riskAversion()).map(this::utility).map(this::weights),
                sent.returns() == null ? Optional.empty() : Optional.of(covariance.shrinkage()),
                notes);
    }

    private interface Search {
        Optional<Frontier.Point> at(double target);
    }

    private Optional<FrontierAnswer.Weights> asked(
            @Nullable Double target, Search search, String unless) {
        return target == null ? Optional.empty() : found(search.at(target), unless);
    }

    private Optional<FrontierAnswer.Weights> found(Optional<Frontier.Point> point, String unless) {
        if (point.isEmpty()) notes.add(unless);
        return point.map(this::weights);
    }

    private List<FrontierAnswer.Weights> frontier(Frontier.Point least) {
        int points = sent.points() == null ? POINTS : sent.points();
        double most = frontier.utility(0).mean();
        List<FrontierAnswer.Weights> all = new ArrayList<>();
        all.add(weights(least));
        for (int i = 1; i < points; i++) {
            double mean = least.mean() + (most - least.mean()) * i / (points - 1);
            frontier.targetMean(i == points - 1 ? most : mean)
                    .map(this::weights)
                    .ifPresent(all::add);
        }
        return all;
    }

    private Frontier.Point utility(double riskAversion) {
        FrontierBody.Margin margin = sent.margin();
        if (margin == null) return frontier.utility(riskAversion);
        List<double[]> profits = List.of(matrix(required(margin.profits())));
        for (double[] scenario : profits) {
            BodyReader.together("/margin/profits", () -> requireLength(scenario));
        }
        double cost = required(margin.costAnnual());
        return frontier.utility(riskAversion, new Frontier.MarginCost(profits, cost));
    }

    private double[] requireLength(double[] row) {
        if (row.length != assets.size()) {
            throw new IllegalArgumentException(
                    "each list must hold %d numbers, one held %d"
                            .formatted(assets.size(), row.length));
        }
        return row;
    }

    private FrontierAnswer.Weights weights(Frontier.Point point) {
        double excess = point.mean() - riskFree();
        return new FrontierAnswer.Weights(
                Arrays.stream(point.weights()).boxed().toList(),
                point.mean(),
                point.vol(),
                point.vol() > 0 ? excess / point.vol() : 0);
    }

    private double riskFree() {
        return or(sent.riskFreeAnnual(), 0);
    }

    private Frontier frontier() {
        return new Frontier(
                each(asset -> required(asset.mean())),
                covariance,
                each(asset -> or(asset.least(), 0)),
                each(asset -> or(asset.most(), 1)));
    }

    private double[] each(ToDoubleFunction<FrontierBody.Asset> figure) {
        return assets.stream().mapToDouble(figure).toArray();
    }

    private Covariance covariance() {
        Covariance found = anySize();
        if (found.size() != assets.size()) {
            throw new IllegalArgumentException(
                    "figures of %d assets are needed, were of %d"
                            .formatted(assets.size(), found.size()));
        }
        return found;
    }

    private Covariance anySize() {
        long given =
                List.of(
                                Optional.ofNullable(sent.correlations()),
                                Optional.ofNullable(sent.covariance()),
                                Optional.ofNullable(sent.returns()))
                        .stream()
                        .filter(Optional::isPresent)
                        .count();
        if (given != 1) {
            throw new IllegalArgumentException(
                    "one of correlations, covariance and returns is needed, were " + given);
        }
        if (sent.covariance() != null) return Covariance.of(matrix(sent.covariance()));
        if (sent.correlations() != null) return correlated(matrix(sent.correlations()));
        double periods = or(sent.periodsPerYear(), DAYS);
        double[][] history = matrix(required(sent.returns()));
        return Boolean.FALSE.equals(sent.shrink())
                ? Covariance.sample(history, periods)
                : Covariance.shrunk(history, periods);
    }

    private Covariance correlated(double[][] correlations) {
        if (assets.stream().anyMatch(asset -> asset.vol() == null)) {
            throw new IllegalArgumentException("each asset needs a vol beside correlations");
        }
        if (correlations.length != assets.size()) {
            throw new IllegalArgumentException(
                    "correlations of %d assets are needed, were of %d"
                            .formatted(assets.size(), correlations.length));
        }
        for (int i = 0; i < correlations.length; i++) {
            double own = requireLength(correlations[i])[i];
            if (own != 1) {
                throw new IllegalArgumentException(
                        "an asset's correlation with itself must be 1, was " + own);
            }
        }
        return Covariance.of(each(asset -> required(asset.vol())), correlations);
    }

    private static double[][] matrix(List<@Nullable List<@Nullable Double>> rows) {
        return rows.stream()
                .map(row -> required(row).stream().mapToDouble(Given::required).toArray())
                .toArray(double[][]::new);
    }
}
