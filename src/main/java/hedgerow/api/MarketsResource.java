package hedgerow.api;

import hedgerow.api.answer.MarketAnswer;
import hedgerow.api.answer.MarketsAnswer;
import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import hedgerow.market.Market;
import hedgerow.store.MarketBody;
import hedgerow.store.MarketStore;
import hedgerow.store.MarketStore.Snapshot;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/// Market snapshots that requests may name.
@Path("/v1/markets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Markets", description = "Market snapshots that requests may name")
final class MarketsResource {
    private static final String CSV = "text/csv";
    private static final int FILTER = 1_000;

    private final MarketStore markets;
    private final MarketReading reading;
    private final Capacity capacity;

    MarketsResource(MarketStore markets, MarketReading reading, Capacity capacity) {
        this.markets = markets;
        this.reading = reading;
        this.capacity = capacity;
    }

    @GET
    @Operation(operationId = "markets", summary = "Every loaded snapshot, the newest first")
    @APIResponse(responseCode = "200", description = "The loaded snapshots")
    public MarketsAnswer markets() {
        return new MarketsAnswer(markets.newestFirst().stream().map(MarketAnswers::of).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "market", summary = "One loaded snapshot, in short")
    @APIResponse(responseCode = "200", description = "The snapshot")
    public MarketAnswer market(String id) {
        return MarketAnswers.of(Snapshots.find(markets, id, ""));
    }

    @GET
    @Path("/{id}/body")
    @Operation(operationId = "marketBody", summary = "One loaded snapshot, every figure of it")
    @APIResponse(
            responseCode = "200",
            description = "The market, in the form in which requests send one",
            content = @Content(schema = @Schema(implementation = MarketBody.class)))
    public byte[] body(String id) {
        Market market = Snapshots.find(markets, id, "").market();
        if (market.riskParameters().isPresent()) {
            String detail = "a snapshot of risk parameters has no form that requests send";
            throw new ProblemException(Problem.of(ProblemType.REFUSED, detail));
        }
        return reading.write(market);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "loadMarket",
            summary = "Loads a snapshot",
            description =
                    "Our own JSON; or the response of Deribit's public"
                            + " `get_book_summary_by_currency`, or a list of several such responses;"
                            + " or, as `text/csv`, an option chain; or, as `text/plain` or"
                            + " `application/xml`, a clearing house's risk-parameter file of at"
                            + " most 1 GB: expanded positional, or XML, of which the query"
                            + " `commodities` may pick some. The answer names the id")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MarketBody.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_XML,
                        schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "201",
            description = "The snapshot as it was loaded",
            content = @Content(schema = @Schema(implementation = MarketAnswer.class)))
    public Response json(
            @Parameter(
                            description =
                                    "a name of the caller's choice; the start of the hash unless"
                                            + " given. Loading under a name again replaces what it"
                                            + " stood for")
                    @RestQuery
                    Optional<String> id,
            InputStream body) {
        return capacity.compute(() -> loaded(reading.json(Body.bytes(body), id)));
    }

    @POST
    @Consumes(CSV)
    @Operation(hidden = true)
    public Response csv(@RestQuery Optional<String> id, InputStream body) {
        return capacity.compute(() -> loaded(reading.csv(Body.bytes(body), id)));
    }

    @POST
    @Consumes({
        MediaType.TEXT_PLAIN,
        MediaType.APPLICATION_XML,
        MediaType.TEXT_XML,
        MediaType.APPLICATION_OCTET_STREAM
    })
    @Operation(hidden = true)
    public Response file(
            @RestQuery Optional<String> id,
            @RestQuery Optional<String> commodities,
            InputStream body) {
        Set<String> wanted =
                commodities
                        .map(list -> Set.copyOf(List.of(list.split(",", FILTER))))
                        .orElse(Set.of());
        return capacity.compute(() -> loaded(reading.file(body, id, wanted)));
    }

    private static Response loaded(Snapshot snapshot) {
        return Response.created(URI.create("/v1/markets/" + snapshot.id()))
                .entity(MarketAnswers.of(snapshot))
                .build();
    }
}
