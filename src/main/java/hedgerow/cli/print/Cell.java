package hedgerow.cli.print;

/// One cell of a table.
///
/// @param text what stands in it
/// @param mark how it stands out
public record Cell(String text, Mark mark) {
    /// An empty cell.
    public static final Cell EMPTY = of("");

    /// How a cell stands out.
    public enum Mark {
        /// It does not.
        NONE,
        /// It is the worst: `<` stands behind it.
        WORST,
        /// It sums up what stands above it.
        TOTAL
    }

    /// A plain cell.
    public static Cell of(String text) {
        return new Cell(text, Mark.NONE);
    }

    /// The worst cell of its table.
    public static Cell worst(String text) {
        return new Cell(text, Mark.WORST);
    }

    /// A cell of the last line, which sums up.
    public static Cell total(String text) {
        return new Cell(text, Mark.TOTAL);
    }

    /// An amount.
    public static Cell money(double amount) {
        return of(Figures.money(amount));
    }
}
