package hedgerow.api.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where an account stands in a moved market.
@Schema(description = "Where an account stands in a moved market")
public record StandingAnswer(
        double initial,
        double maintenance,
        @Schema(
                        description =
                                "what the positions have gained from today; legs that expired on the"
                                        + " way included")
                double pnl,
        @Schema(
                        description =
                                "what counts against maintenance margin: equity of today with that gain,"
                                        + " and with collateral at its moved value")
                double equity,
        @Schema(description = "equity - maintenance; below zero the account may be liquidated")
                double excess) {}
