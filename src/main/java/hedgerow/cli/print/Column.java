package hedgerow.cli.print;

/// One column of a table.
///
/// @param name its heading
/// @param side where its cells are set
/// @param place what becomes of it where lines are too short
public record Column(String name, Side side, Place place) {
    /// Where cells are set.
    public enum Side {
        /// Text.
        LEFT,
        /// Numbers.
        RIGHT
    }

    /// What becomes of a column on a narrow terminal.
    public enum Place {
        /// It is left out.
        SPARE,
        /// It stays.
        KEPT
    }

    /// A column of words.
    public static Column words(String name) {
        return new Column(name, Side.LEFT, Place.KEPT);
    }

    /// A column of numbers.
    public static Column figures(String name) {
        return new Column(name, Side.RIGHT, Place.KEPT);
    }

    /// This column, left out where lines are too short.
    public Column spare() {
        return new Column(name, side, Place.SPARE);
    }
}
