package hedgerow.api.planning;

import static hedgerow.api.planning.Given.numbers;
import static hedgerow.api.planning.Given.or;
import static hedgerow.api.planning.Given.required;

import hedgerow.allocation.NeutralHedge;
import hedgerow.allocation.NoTradeBand;
import hedgerow.allocation.RebalanceCost;
import hedgerow.allocation.WeightDrift;
import hedgerow.api.BodyReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// When to rebalance, and what it costs.
@Path("/v1/rebalance")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
final class RebalanceResource {
    private static final double YEAR_DAYS = 365;
    private static final double BAND = 0.05;
    private static final double POINTS = 100;
    private static final double HOUR_MILLIS = 3_600_000;
    private static final List<String> ASSUMPTIONS =
            List.of(
                    "gamma, vega and spot stay as they are",
                    "the error is that of an at-the-money option held to expiry");

    private final PlanningDesk desk;

    RebalanceResource(PlanningDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("/plan")
    @Operation(operationId = "rebalancePlan", summary = "Trade now, or wait")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RebalancePlanBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "What to trade, if anything",
            content = @Content(schema = @Schema(implementation = RebalancePlanAnswer.class)))
    public RebalancePlanAnswer plan(InputStream body) {
        return desk.answer(body, RebalancePlanBody.class, RebalanceResource::plan);
    }

    @POST
    @Path("/cost")
    @Operation(operationId = "rebalanceCost", summary = "What does each schedule cost")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RebalanceCostBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Cost and hedging error by interval",
            content = @Content(schema = @Schema(implementation = RebalanceCostAnswer.class)))
    public RebalanceCostAnswer cost(InputStream body) {
        return desk.answer(body, RebalanceCostBody.class, RebalanceResource::cost);
    }

    private static RebalancePlanAnswer plan(RebalancePlanBody sent) {
        if (sent.delta() == null && sent.weights() == null && sent.greeks() == null) {
            throw BodyReader.missing("/delta", "any of delta, weights and greeks");
        }
        return new RebalancePlanAnswer(
                Optional.ofNullable(sent.delta()).map(RebalanceResource::delta),
                Optional.ofNullable(sent.weights()).map(RebalanceResource::weights),
                Optional.ofNullable(sent.greeks()).map(RebalanceResource::greeks));
    }

    private static RebalancePlanAnswer.Delta delta(RebalancePlanBody.Delta sent) {
        NoTradeBand band = BodyReader.together("/delta", () -> band(sent));
        double drift = required(sent.net()) - or(sent.target(), 0);
        double trade = band.trade(drift);
        double value = Math.abs(trade) * required(sent.spot());
        double gas = trade == 0 ? 0 : or(sent.gasPerTrade(), 0);
        String reason =
                trade == 0
                        ? "the drift lies inside the band: wait"
                        : "the drift lies outside the band: trade to its edge";
        return new RebalancePlanAnswer.Delta(
                band.halfWidth(),
                drift,
                trade,
                required(sent.net()) + trade,
                value * required(sent.costShare()) + gas,
                reason);
    }

    private static NoTradeBand band(RebalancePlanBody.Delta sent) {
        if (sent.halfWidth() != null) return new NoTradeBand(sent.halfWidth());
        if (sent.gamma() == null || sent.riskAversion() == null) {
            throw new IllegalArgumentException("halfWidth, or gamma and riskAversion, are needed");
        }
        double years = or(sent.days(), 0) / YEAR_DAYS;
        return NoTradeBand.of(
                sent.gamma(),
                required(sent.spot()),
                required(sent.costShare()),
                sent.riskAversion(),
                StrictMath.exp(-or(sent.rateAnnual(), 0) * years));
    }

    private static RebalancePlanAnswer.Weights weights(RebalancePlanBody.Weights sent) {
        double[] values = numbers(sent.values());
        double[] targets = numbers(sent.targets());
        WeightDrift drift = new WeightDrift(or(sent.relativeBand(), BAND));
        double[] trades = BodyReader.together("/weights", () -> drift.trades(values, targets));
        double whole = Arrays.stream(values).sum();
        boolean breached = drift.isBreached(values, targets);
        return new RebalancePlanAnswer.Weights(
                breached,
                Arrays.stream(values).mapToObj(value -> value / whole).toList(),
                Arrays.stream(trades).boxed().toList(),
                breached
                        ? "a weight has left its band: trade all back to their targets"
                        : "every weight lies inside its band: wait");
    }

    private static RebalancePlanAnswer.Greeks greeks(RebalancePlanBody.Greeks sent) {
        RebalancePlanBody.Sensitivities held = required(sent.portfolio());
        List<RebalancePlanBody.Sensitivities> traded =
                required(sent.instruments()).stream().map(Given::required).toList();
        boolean gamma = held.gamma() != null;
        boolean vega = held.vega() != null;
        double[] quantities =
                BodyReader.together(
                        "/greeks",
                        () ->
                                NeutralHedge.quantities(
                                        present(held, gamma, vega),
                                        traded.stream()
                                                .map(one -> present(one, gamma, vega))
                                                .toList()));
        double[] deltas = traded.stream().mapToDouble(one -> required(one.delta())).toArray();
        return new RebalancePlanAnswer.Greeks(
                Arrays.stream(quantities).boxed().toList(),
                NeutralHedge.underlying(required(held.delta()), deltas, quantities));
    }

    /// Gamma and vega, those of them that the portfolio has.
    private static double[] present(
            RebalancePlanBody.Sensitivities one, boolean gamma, boolean vega) {
        if (gamma != (one.gamma() != null) || vega != (one.vega() != null)) {
            throw new IllegalArgumentException(
                    "portfolio and instruments must have the same of gamma and vega");
        }
        return Stream.of(one.gamma(), one.vega())
                .filter(Objects::nonNull)
                .mapToDouble(Given::required)
                .toArray();
    }

    private static RebalanceCostAnswer cost(RebalanceCostBody sent) {
        RebalanceCost cost =
                new RebalanceCost(
                        Math.abs(required(sent.gamma())),
                        Math.abs(required(sent.vegaPerPoint())) * POINTS,
                        required(sent.spot()),
                        required(sent.vol()),
                        required(sent.costShare()),
                        or(sent.gasPerTrade(), 0));
        Duration horizon = hours(required(sent.horizonDays()) * 24);
        List<Duration> intervals =
                required(sent.intervalHours()).stream().map(h -> hours(required(h))).toList();
        List<RebalanceCost.Schedule> schedules =
                BodyReader.together(
                        "/intervalHours",
                        () -> intervals.stream().map(i -> cost.over(horizon, i)).toList());
        Optional<Double> cheapest =
                Optional.ofNullable(sent.errorBudget())
                        .flatMap(budget -> cost.cheapest(horizon, intervals, budget))
                        .map(schedule -> hours(schedule.interval()));
        return new RebalanceCostAnswer(
                schedules.stream().map(RebalanceResource::schedule).toList(),
                cheapest,
                ASSUMPTIONS);
    }

    private static RebalanceCostAnswer.Schedule schedule(RebalanceCost.Schedule schedule) {
        return new RebalanceCostAnswer.Schedule(
                hours(schedule.interval()),
                schedule.rebalances(),
                schedule.tradingCost(),
                schedule.gasCost(),
                schedule.cost(),
                schedule.errorDeviation());
    }

    private static Duration hours(double hours) {
        return Duration.ofMillis(Math.round(hours * HOUR_MILLIS));
    }

    private static double hours(Duration duration) {
        return duration.toMillis() / HOUR_MILLIS;
    }
}
