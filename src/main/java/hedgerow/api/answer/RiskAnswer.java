package hedgerow.api.answer;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What could be lost, without and with a hedge.
@Schema(description = "What could be lost, without and with a hedge; a loss is positive")
public record RiskAnswer(
        @Schema(description = "days ahead") double horizonDays,
        @Schema(description = "of value at risk") double confidence,
        @Schema(description = "of expected shortfall") double shortfallConfidence,
        @Schema(description = "what the model asks for, without and with the hedge")
                RequirementsAnswer margin,
        @Schema(
                        description =
                                "by deltas and normal moves; left out where a vol is known of"
                                        + " neither market nor history")
                Optional<TailsAnswer> parametric,
        @Schema(
                        description =
                                "the loss at the quantile of a lognormal move, down or up, all"
                                        + " underlyings alike, everything revalued; left out as"
                                        + " `parametric` is")
                Optional<LognormalAnswer> lognormal,
        @Schema(description = "every period of the history, everything revalued")
                Optional<TailsAnswer> historical,
        @Schema(
                        description =
                                "the same with each return scaled from the volatility of its time to"
                                        + " that of today")
                Optional<TailsAnswer> filtered,
        @Schema(description = "of each underlying") List<GreeksAnswer> greeks,
        List<StressAnswer> stresses,
        @Schema(description = "the smallest moves that lose what was asked")
                Optional<ReverseAnswer> reverse,
        @Schema(description = "figures held against the history")
                Optional<List<BacktestAnswer>> backtests,
        @Schema(description = "what is held to be true") List<String> assumptions,
        Optional<List<String>> notes,
        String currency,
        String convention,
        ModelName model,
        MarketName market,
        String inputHash,
        EngineName engine) {

    /// What a model asks for.
    @Schema(name = "RequirementsAnswer")
    public record RequirementsAnswer(
            InitialMaintenance before,
            @Schema(description = "left out where no hedge was sent")
                    Optional<InitialMaintenance> after) {}

    /// The tail of a distribution of profits, without and with a hedge.
    @Schema(name = "TailsAnswer", description = "What is lost in the worst share of outcomes")
    public record TailsAnswer(
            @Schema(description = "how the figures were found") String method,
            @Schema(description = "outcomes that were revalued; left out where none were")
                    Optional<Integer> outcomes,
            TailAnswer before,
            Optional<TailAnswer> after,
            @Schema(
                            description =
                                    "value at risk with the hedge over that without, less 1; left"
                                            + " out where that is not above zero")
                    Optional<Double> change) {}

    /// The tail of one distribution of profits.
    @Schema(name = "TailAnswer")
    public record TailAnswer(
            @Schema(description = "the loss that is not exceeded with the confidence")
                    double valueAtRisk,
            @Schema(description = "the mean loss beyond the quantile of its own confidence")
                    double expectedShortfall,
            @Schema(description = "the largest loss; left out where it has no bound")
                    Optional<Double> worst) {}

    /// The loss at the quantile of a lognormal move.
    @Schema(name = "LognormalAnswer")
    public record LognormalAnswer(
            List<QuantileAnswer> moves,
            @Schema(description = "the loss, zero where neither way loses") double before,
            Optional<Double> after,
            Optional<Double> change) {}

    /// The quantiles of one underlying's move.
    @Schema(name = "QuantileAnswer")
    public record QuantileAnswer(
            String underlying,
            @Schema(description = "vol a year") double vol,
            @Schema(description = "relative move of spot at the lower quantile") double down,
            @Schema(description = "at the upper quantile") double up) {}

    /// What is lost in one stress.
    @Schema(name = "StressAnswer")
    public record StressAnswer(
            @Schema(
                            description =
                                    "oracleStale, illiquid, depeg, venueLoss, hedgeVenueLoss, or as"
                                            + " it was named")
                    String name,
            @Schema(description = "what happens, in numbers") String text,
            @Schema(description = "below zero for a gain") double lossBefore,
            Optional<Double> lossAfter,
            @Schema(
                            description =
                                    "the initial margin of what is left, where the stress changes"
                                            + " it")
                    Optional<Double> initialBefore,
            Optional<Double> initialAfter) {}

    /// The smallest moves that lose an amount.
    @Schema(name = "ReverseAnswer")
    public record ReverseAnswer(
            double loss,
            @Schema(description = "the underlying that moves; left out where all move alike")
                    Optional<String> underlying,
            WaysAnswer before,
            Optional<WaysAnswer> after) {}

    /// The smallest moves either way.
    @Schema(name = "WaysAnswer")
    public record WaysAnswer(
            @Schema(
                            description =
                                    "the smallest fall; left out where none to a hundredth loses so"
                                            + " much")
                    Optional<Double> down,
            @Schema(
                            description =
                                    "the smallest rise; left out where none to ten times loses so"
                                            + " much")
                    Optional<Double> up,
            @Schema(description = "in words") String text) {}

    /// A figure held against the history.
    @Schema(name = "BacktestAnswer")
    public record BacktestAnswer(
            @Schema(description = "what was stated") String figure,
            @Schema(description = "whether it is of the portfolio with the hedge") boolean hedged,
            @Schema(description = "the loss that was not to be exceeded; left out where it rolls")
                    Optional<Double> stated,
            @Schema(description = "with which it was not to be exceeded") double confidence,
            @Schema(description = "periods looked at") int periods,
            @Schema(description = "in how many the loss was larger") int breaches,
            @Schema(description = "how many the confidence allows") double expected,
            @Schema(description = "of how many breaches there are (Kupiec)") RatioAnswer coverage,
            @Schema(description = "of how they follow one another (Christoffersen)")
                    RatioAnswer independence,
            @Schema(description = "of both") RatioAnswer conditional,
            @Schema(description = "whether the probability of `conditional` is above 5 %")
                    boolean accepted) {}

    /// A likelihood-ratio test.
    @Schema(name = "RatioAnswer")
    public record RatioAnswer(
            @Schema(description = "minus two log likelihood ratio") double statistic,
            @Schema(description = "of one at least as large where the figure is right")
                    double probability) {}
}
