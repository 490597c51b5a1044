package hedgerow.api.planning;

import static hedgerow.api.planning.Given.numbers;
import static hedgerow.api.planning.Given.or;
import static hedgerow.api.planning.Given.required;

import hedgerow.allocation.HedgeRatio;
import hedgerow.api.BodyReader;
import hedgerow.pricing.formula.Carry;
import hedgerow.risk.TailRisk;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.ArrayList;
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

/// Forward prices, basis and carry.
@Path("/v1/price/forward")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning", description = "Carry, gas, market impact, rebalancing and weights")
final class ForwardResource {
    private static final double YEAR_DAYS = 365;
    private static final double CONFIDENCE = 0.99;
    private static final String RISK = "/basisRisk/";
    private static final String BOTH = "exposureVol, hedgeVol and correlation";

    private final PlanningDesk desk;

    ForwardResource(PlanningDesk desk) {
        this.desk = desk;
    }

    @POST
    @Operation(
            operationId = "forward",
            summary = "What is it worth later, and what does carry cost")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ForwardBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The forward price, and what was asked beside it",
            content = @Content(schema = @Schema(implementation = ForwardAnswer.class)))
    public ForwardAnswer forward(InputStream body) {
        return desk.answer(body, ForwardBody.class, ForwardResource::answer);
    }

    private static ForwardAnswer answer(ForwardBody sent) {
        double spot = required(sent.spot());
        double years = required(sent.days()) / YEAR_DAYS;
        double forward =
                Carry.forward(spot, or(sent.rateAnnual(), 0), or(sent.yieldAnnual(), 0), years);
        return new ForwardAnswer(
                forward,
                forward - spot,
                Carry.basisAnnual(spot, forward, years),
                Optional.ofNullable(sent.quoted())
                        .map(quoted -> quoted(spot, quoted, forward, years)),
                Optional.ofNullable(sent.fundingRate8h()).map(Carry::fundingAnnual),
                Optional.ofNullable(sent.calendar()).map(spread -> charge(spread, spot)),
                Optional.ofNullable(sent.inverse()).map(ForwardResource::profit),
                Optional.ofNullable(sent.basisRisk()).map(ForwardResource::hedged));
    }

    private static ForwardAnswer.Quoted quoted(
            double spot, double quoted, double forward, double years) {
        return new ForwardAnswer.Quoted(
                quoted - spot,
                Carry.basisAnnual(spot, quoted, years),
                Carry.impliedRate(spot, quoted, years),
                quoted - forward);
    }

    private static double charge(ForwardBody.Calendar spread, double spot) {
        return Carry.calendarCharge(
                required(spread.units()),
                spot,
                required(spread.moveAnnual()),
                required(spread.days()) / YEAR_DAYS);
    }

    private static double profit(ForwardBody.Inverse trade) {
        return Carry.inverseProfit(
                required(trade.notional()), required(trade.from()), required(trade.to()));
    }

    private static ForwardAnswer.Hedged hedged(ForwardBody.BasisRisk risk) {
        HedgeRatio ratio = ratio(risk);
        double exposure = required(risk.exposure());
        double confidence = or(risk.confidence(), CONFIDENCE);
        double daily = Math.abs(exposure) * ratio.residualVol() / Math.sqrt(YEAR_DAYS);
        return new ForwardAnswer.Hedged(
                ratio.ratio(),
                Optional.ofNullable(risk.contractValue())
                        .map(value -> ratio.contracts(exposure, value)),
                ratio.effectiveness(),
                ratio.residualVol(),
                TailRisk.normal(daily, confidence).valueAtRisk(),
                confidence);
    }

    private static HedgeRatio ratio(ForwardBody.BasisRisk risk) {
        ForwardBody.Returns past = risk.returns();
        if (past != null) return BodyReader.together(RISK + "returns", () -> ratio(risk, past));
        List<String> missing = new ArrayList<>();
        if (risk.exposureVol() == null) missing.add(RISK + "exposureVol");
        if (risk.hedgeVol() == null) missing.add(RISK + "hedgeVol");
        if (risk.correlation() == null) missing.add(RISK + "correlation");
        if (!missing.isEmpty()) throw BodyReader.missing(missing, BOTH + ", or returns");
        return HedgeRatio.of(
                required(risk.exposureVol()),
                required(risk.hedgeVol()),
                required(risk.correlation()));
    }

    private static HedgeRatio ratio(ForwardBody.BasisRisk risk, ForwardBody.Returns past) {
        if (Stream.of(risk.exposureVol(), risk.hedgeVol(), risk.correlation())
                .anyMatch(Objects::nonNull)) {
            throw new IllegalArgumentException("returns, or " + BOTH + ", not both");
        }
        return HedgeRatio.of(numbers(past.exposure()), numbers(past.hedge()))
                .over(YEAR_DAYS / or(past.periodDays(), 1));
    }
}
