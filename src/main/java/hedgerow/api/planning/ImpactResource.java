package hedgerow.api.planning;

import static hedgerow.api.planning.Given.or;
import static hedgerow.api.planning.Given.required;

import hedgerow.api.BodyReader;
import hedgerow.market.OrderBook;
import hedgerow.risk.MarketImpact;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What getting out costs.
@Path("/v1/execution/impact")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
final class ImpactResource {
    private static final double YEAR_DAYS = 365;
    private static final double BPS = 1e4;

    private final PlanningDesk desk;

    ImpactResource(PlanningDesk desk) {
        this.desk = desk;
    }

    @POST
    @Operation(operationId = "impact", summary = "What does trading this size cost")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImpactBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "By the book, by the square-root law, and the larger of both",
            content = @Content(schema = @Schema(implementation = ImpactAnswer.class)))
    public ImpactAnswer impact(InputStream body) {
        return desk.answer(body, ImpactBody.class, ImpactResource::answer);
    }

    private static ImpactAnswer answer(ImpactBody sent) {
        double size = required(sent.size());
        double mid = required(sent.mid());
        OrderBook book = BodyReader.together("/levels", () -> book(sent, mid));
        MarketImpact law =
                new MarketImpact(
                        or(sent.coefficient(), 1),
                        required(sent.vol()) / Math.sqrt(YEAR_DAYS),
                        required(sent.volumeDaily()),
                        or(sent.crossoverShare(), 0));
        OrderBook.Walk walk = book.walk(size);
        double addOn = law.addOn(book, size, or(sent.averageShare(), 1), or(sent.halfSpread(), 0));
        return new ImpactAnswer(
                new ImpactAnswer.Walk(
                        walk.filled(),
                        walk.missing(),
                        walk.proceeds(),
                        walk.averagePrice(mid),
                        walk.cost(),
                        bps(walk.cost(), walk.filled() * mid)),
                new ImpactAnswer.Law(
                        law.impact(size) * BPS,
                        law.cost(size, mid, 1),
                        law.cost(size, mid, MarketImpact.AVERAGE_SHARE)),
                addOn,
                bps(addOn, size * mid));
    }

    private static OrderBook book(ImpactBody sent, double mid) {
        List<ImpactBody.Level> levels =
                sent.levels() == null
                        ? List.of()
                        : sent.levels().stream().map(Given::required).toList();
        return new OrderBook(
                mid,
                levels.stream()
                        .map(l -> new OrderBook.Level(required(l.price()), required(l.size())))
                        .toList());
    }

    private static double bps(double cost, double value) {
        return value > 0 ? cost / value * BPS : 0;
    }
}
