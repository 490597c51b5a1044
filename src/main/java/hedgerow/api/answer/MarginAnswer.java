package hedgerow.api.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a portfolio must post, and why.
@Schema(
        description =
                "What a portfolio must post, and why. A requirement is positive: more is worse. With"
                        + " `detail: brief` the explanation from `components` to `span` is left"
                        + " out, with `standard` the off-grid check")
public record MarginAnswer(
        @Schema(description = "what must be there to open or keep adding to the positions")
                double initial,
        @Schema(description = "what must be there to keep them") double maintenance,
        @Schema(description = "the currency of every amount", examples = "USD") String currency,
        @Schema(description = "signs and units in words") String convention,
        @Schema(
                        nullable = true,
                        description =
                                "the worst scenario of the underlying with the largest scan risk;"
                                        + " null where nothing is lost in any")
                @JsonInclude(JsonInclude.Include.ALWAYS)
                Optional<BindingAnswer> binding,
        Optional<List<ComponentAnswer>> components,
        Optional<List<GroupAnswer>> groups,
        @Schema(description = "one per position, in the order that was sent")
                Optional<List<ContributionAnswer>> contributions,
        @Schema(description = "one per open order, in the order that was sent")
                Optional<List<OrderAnswer>> orders,
        @Schema(description = "the sum of what each position would post alone")
                Optional<Double> standAlone,
        @Schema(description = "standAlone - initial: what holding them together saves")
                Optional<Double> offset,
        @Schema(description = "offset / standAlone; left out where that is zero")
                Optional<Double> offsetFraction,
        @Schema(
                        description =
                                "the sets that are margined apart, where `netting` or groups are sent")
                Optional<NettingAnswer> netting,
        @Schema(description = "haircut collateral + unrealised P&L + option value where it counts")
                double equity,
        Optional<EquityAnswer> equityDetail,
        @Schema(description = "equity less initial, and equity less maintenance margin")
                InitialMaintenance excess,
        @Schema(description = "for models of lending venues") Optional<HealthAnswer> health,
        @Schema(description = "where a price was taken from that was not quoted")
                Optional<List<String>> notes,
        Optional<List<OffGridAnswer>> offGrid,
        @Schema(description = "with a SPAN-style model, every figure on the way")
                Optional<SpanAnswer> span,
        ModelName model,
        MarketName market,
        @Schema(
                        description =
                                "SHA-256 over portfolio, market, model and engine version: the same"
                                        + " hash, the same figures to the last bit")
                String inputHash,
        @Schema(
                        description =
                                "SHA-256 over input, model, market and what they came to, by which"
                                        + " a keeper can attest: see the page on fixed decimals")
                String resultHash,
        EngineName engine) {}
