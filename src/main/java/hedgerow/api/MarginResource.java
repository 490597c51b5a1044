package hedgerow.api;

import hedgerow.api.answer.CompareAnswer;
import hedgerow.api.answer.CurveAnswer;
import hedgerow.api.answer.HedgeAnswer;
import hedgerow.api.answer.LiquidationAnswer;
import hedgerow.api.answer.MarginAnswer;
import hedgerow.api.body.CompareBody;
import hedgerow.api.body.CurveBody;
import hedgerow.api.body.HedgeBody;
import hedgerow.api.body.LiquidationBody;
import hedgerow.api.body.MarginBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What a portfolio must post, and what a hedge takes off it.
@Path("/v1/margin")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Margin", description = "What a portfolio must post, and what a hedge takes off it")
final class MarginResource {
    private final Answers answers;
    private final Capacity capacity;

    MarginResource(Answers answers, Capacity capacity) {
        this.answers = answers;
        this.capacity = capacity;
    }

    @POST
    @Amounts
    @Operation(operationId = "margin", summary = "What must this portfolio post, and why")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MarginBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The requirement and its explanation",
            content = @Content(schema = @Schema(implementation = MarginAnswer.class)))
    public MarginAnswer margin(InputStream body) {
        return capacity.compute(() -> answers.margin(body));
    }

    @POST
    @Amounts
    @Path("/hedge")
    @Operation(
            operationId = "hedge",
            summary = "What does this hedge, or any basket of trades, take off it",
            description =
                    "Before, the hedge alone, and after; the peak on the way when the legs trade one"
                            + " by one, and the order with the least peak")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HedgeBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Three margins and their differences",
            content = @Content(schema = @Schema(implementation = HedgeAnswer.class)))
    public HedgeAnswer hedge(InputStream body) {
        return capacity.compute(() -> answers.hedge(body));
    }

    @POST
    @Amounts
    @Path("/compare")
    @Operation(
            operationId = "compare",
            summary = "The same portfolio under several models, or versions of one",
            description =
                    "A model that refuses the portfolio is answered with its reason and does not"
                            + " stop the others")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CompareBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "One entry per model",
            content = @Content(schema = @Schema(implementation = CompareAnswer.class)))
    public CompareAnswer compare(InputStream body) {
        return capacity.compute(() -> answers.compare(body));
    }

    @POST
    @Amounts
    @Path("/curve")
    @Operation(
            operationId = "curve",
            summary = "Margin and profit over spot, vol or days, with and without a hedge",
            description =
                    "Strikes, expiries, break-evens and today stand in the curve beside its even"
                            + " points. A leg that expires on the way settles at its expiry and"
                            + " covers nothing afterwards")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CurveBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The points of the curve",
            content = @Content(schema = @Schema(implementation = CurveAnswer.class)))
    public CurveAnswer curve(InputStream body) {
        return capacity.compute(() -> answers.curve(body));
    }

    @POST
    @Amounts
    @Path("/liquidation")
    @Operation(
            operationId = "liquidation",
            summary = "At which spot prices does equity meet maintenance margin",
            description =
                    "Account level: margin is read anew at each price, and everything else that is"
                            + " held counts. There may be none, one or several")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LiquidationBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The prices, with and without the hedge",
            content = @Content(schema = @Schema(implementation = LiquidationAnswer.class)))
    public LiquidationAnswer liquidation(InputStream body) {
        return capacity.compute(() -> answers.liquidation(body));
    }
}
