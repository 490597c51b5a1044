package hedgerow.api.answer;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An instrument spelt out as the fields by which a request names it.
@Schema(description = "An instrument as the fields of `instrument` in a request")
public record InstrumentAnswer(
        String type,
        String underlying,
        Optional<String> right,
        Optional<Double> strike,
        Optional<Instant> expiry,
        Optional<String> style,
        Optional<String> settlement,
        Optional<String> premium,
        Optional<String> deliverable,
        Optional<Double> multiplier,
        Optional<String> unit,
        Optional<Double> strikeVol,
        Optional<Instant> start,
        Optional<Double> realisedVol,
        Optional<String> contract) {}
