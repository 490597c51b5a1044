package hedgerow.store;

import hedgerow.margin.MarginModel;

/// Where a composed model finds the models that it is composed of.
interface Parts {
    /// No other model is there.
    Parts NONE = _ -> new Missing("the name of a model, but none is there to be a part");

    /// The model of a name.
    Found find(ModelName name);

    /// What was found.
    sealed interface Found {}

    /// A model that may be a part.
    record Model(MarginModel model) implements Found {}

    /// No model that may be a part.
    ///
    /// @param allowed what is allowed instead
    record Missing(String allowed) implements Found {}
}
