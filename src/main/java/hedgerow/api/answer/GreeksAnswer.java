package hedgerow.api.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The greeks of one underlying, without and with a hedge.
@Schema(description = "The greeks of one underlying, without and with a hedge")
public record GreeksAnswer(
        String underlying,
        @Schema(description = "units of the underlying") double deltaBefore,
        double deltaAfter,
        @Schema(description = "change of delta when spot moves by one unit of the quote currency")
                double gammaBefore,
        double gammaAfter,
        @Schema(description = "profit when every vol gains one point (0.01)") double vegaBefore,
        double vegaAfter) {}
