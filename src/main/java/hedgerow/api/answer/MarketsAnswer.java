package hedgerow.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Every loaded snapshot.
@Schema(description = "Every loaded snapshot")
public record MarketsAnswer(List<MarketAnswer> markets) {}
