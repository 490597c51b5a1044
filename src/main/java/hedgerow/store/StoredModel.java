package hedgerow.store;

import hedgerow.margin.MarginModel;
import java.util.Map;

/// A model as it was read from its file.
///
/// @param model the model
/// @param file the name of the file that states it
/// @param parameters all that the file states, in its order: values are texts, numbers
///   ([java.math.BigDecimal]), booleans, lists and maps
public record StoredModel(MarginModel model, String file, Map<String, Object> parameters) {}
