package hedgerow.crooked.margin;

import hedgerow.crooked.portfolio.LooksDown;

/// A margin that knows its holding, as it may; with [LooksDown] it closes a cycle.
public interface LooksUp {
    /// What the margin is asked for.
    LooksDown holding();
}
