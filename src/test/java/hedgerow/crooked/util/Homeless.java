package hedgerow.crooked.util;

/// A class that belongs to no room.
public interface Homeless {}
