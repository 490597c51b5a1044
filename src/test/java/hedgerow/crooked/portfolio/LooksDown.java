package hedgerow.crooked.portfolio;

import hedgerow.crooked.margin.LooksUp;

/// A holding that knows its margin: breaks the order of the rooms.
public record LooksDown(LooksUp margin) {}
