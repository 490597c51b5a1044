package hedgerow.api.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One hedge in whole lots, priced by the model itself.
@Schema(description = "One hedge in whole lots, priced by the model itself")
public record SuggestionAnswer(
        @Schema(description = "1 for the best") int rank,
        List<SuggestedLegAnswer> legs,
        @Schema(description = "initial margin with it") double initial,
        @Schema(description = "maintenance margin with it") double maintenance,
        @Schema(description = "initial margin taken off") double saved,
        @Schema(description = "saved / initial margin before; left out where that is zero")
                Optional<Double> savedFraction,
        @Schema(description = "what trading costs: spreads, fees and gas") double cost,
        @Schema(description = "the gas in it; left out where none was sent") Optional<Double> gas,
        @Schema(description = "what is paid in premiums; negative where received") double premium,
        @Schema(description = "saved / cost; left out where trading costs nothing")
                Optional<Double> savedPerCost,
        @Schema(description = "what the goal makes least") double value,
        @Schema(description = "value over that of the bound, less one; left out without a bound")
                Optional<Double> gap,
        @Schema(description = "how near it is to the best possible, in words") String text,
        @Schema(description = "the order of trading the instruments with the least peak")
                PathAnswer safeOrder,
        @Schema(description = "the instruments of that order, with their quantities")
                List<TradeAnswer> trades,
        @Schema(description = "the scenario that decides with it; null where nothing is lost")
                @JsonInclude(JsonInclude.Include.ALWAYS)
                Optional<BindingAnswer> binding,
        @Schema(description = "greeks by underlying, before and with it; none of listed contracts")
                List<GreeksAnswer> greeks,
        @Schema(description = "the worst losses between the grid's points, with it")
                List<OffGridAnswer> offGrid) {}
