package hedgerow.api.planning;

import static hedgerow.api.planning.Given.or;
import static hedgerow.api.planning.Given.required;

import hedgerow.allocation.GasHedge;
import hedgerow.api.BodyReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Gas as something that is hedged.
@Path("/v1/gas/hedge")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
final class GasResource {
    private static final double YEAR_DAYS = 365;
    private static final double DOWN = 0.75;
    private static final double UP = 4;
    private static final String CHOICE = "ours: gas rises fast and falls slowly";
    private static final String SENT = "as sent";
    private static final String MOST = "EIP-1559: a base fee moves by at most one eighth a block";

    private final PlanningDesk desk;

    GasResource(PlanningDesk desk) {
        this.desk = desk;
    }

    @POST
    @Operation(operationId = "gas", summary = "What does gas cost, locked by a future or capped")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GasBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Costs at each gas price",
            content = @Content(schema = @Schema(implementation = GasAnswer.class)))
    public GasAnswer hedge(InputStream body) {
        return desk.answer(body, GasBody.class, GasResource::answer);
    }

    private static GasAnswer answer(GasBody sent) {
        GasHedge gas = new GasHedge(required(sent.gasUnits()), required(sent.coinPrice()));
        double forward = required(sent.forward());
        Optional<GasHedge.Cap> cap =
                Optional.ofNullable(sent.cap())
                        .map(c -> BodyReader.together("/cap/windowDays", () -> cap(c, forward)));
        List<GasAnswer.State> states =
                required(sent.gwei()).stream()
                        .map(gwei -> state(gas, cap, required(gwei)))
                        .toList();
        return new GasAnswer(
                gas.cost(forward),
                cap.map(GasHedge.Cap::premium),
                cap.map(gas::premium),
                states,
                scan(gas, forward, sent.scan()),
                cap.map(GasResource::valuation));
    }

    private static GasHedge.Cap cap(GasBody.Cap sent, double forward) {
        double closes = required(sent.days()) / YEAR_DAYS;
        double opens = closes - or(sent.windowDays(), 0) / YEAR_DAYS;
        return new GasHedge.Cap(
                forward, required(sent.strike()), required(sent.vol()), opens, closes);
    }

    private static String valuation(GasHedge.Cap cap) {
        return cap.opensYears() == cap.closesYears()
                ? "Black-76 on the forward"
                : "Black-76 on the mean of the window";
    }

    private static GasAnswer.State state(GasHedge gas, Optional<GasHedge.Cap> cap, double gwei) {
        return new GasAnswer.State(
                gwei,
                gas.cost(gwei),
                cap.map(c -> gas.payoff(c, gwei)),
                cap.map(c -> gas.capped(c, gwei)));
    }

    private static GasAnswer.Scan scan(GasHedge gas, double forward, GasBody.@Nullable Scan sent) {
        if (sent == null) return scan(gas, forward, DOWN, UP, CHOICE);
        Integer blocks = sent.blocks();
        if (blocks == null)
            return scan(gas, forward, or(sent.down(), DOWN), or(sent.up(), UP), SENT);
        boolean twice = sent.down() != null || sent.up() != null;
        double up = BodyReader.together("/scan/blocks", () -> growth(blocks, twice)) - 1;
        return scan(gas, forward, 1 - GasHedge.mostFall(blocks), up, MOST);
    }

    private static double growth(int blocks, boolean twice) {
        if (twice) throw new IllegalArgumentException("blocks, or down and up, not both");
        return GasHedge.mostGrowth(blocks);
    }

    private static GasAnswer.Scan scan(
            GasHedge gas, double forward, double down, double up, String source) {
        double worst = gas.cost(forward * (1 + up)) - gas.cost(forward);
        return new GasAnswer.Scan(down, up, worst, source);
    }
}
