package hedgerow.cli.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A table of cells under headings.
///
/// @param columns its columns
/// @param rows its lines, each with one cell a column
public record Table(List<Column> columns, List<List<Cell>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int wide = columns.size();
        for (List<Cell> row : rows) {
            if (row.size() != wide) {
                throw new IllegalArgumentException(
                        "a row must have " + wide + " cells, had " + row.size());
            }
        }
    }

    /// An empty table.
    public static Builder of(Column... columns) {
        return new Builder(List.of(columns));
    }

    /// The table with some of its columns only.
    Table only(List<Integer> places) {
        return new Table(
                places.stream().map(columns::get).toList(),
                rows.stream().map(row -> places.stream().map(row::get).toList()).toList());
    }

    /// The table without columns in which no cell says anything.
    Table withoutEmptyColumns() {
        return only(
                IntStream.range(0, columns.size())
                        .filter(c -> rows.stream().anyMatch(row -> !row.get(c).text().isEmpty()))
                        .boxed()
                        .toList());
    }

    /// Whether a column has the mark of the worst in one of its cells.
    boolean isMarked(int column) {
        return rows.stream().anyMatch(row -> row.get(column).mark() == Cell.Mark.WORST);
    }

    /// Gathers rows.
    public static final class Builder {
        private final List<Column> columns;
        private final List<List<Cell>> rows = new ArrayList<>();

        private Builder(List<Column> columns) {
            this.columns = columns;
        }

        /// Adds a row of plain cells.
        public Builder row(String... texts) {
            return cells(List.of(texts).stream().map(Cell::of).toList());
        }

        /// Adds a row that sums up.
        public Builder total(String... texts) {
            return cells(List.of(texts).stream().map(Cell::total).toList());
        }

        /// Adds a row.
        public Builder cells(List<Cell> cells) {
            rows.add(cells);
            return this;
        }

        /// The table so far.
        public Table build() {
            return new Table(columns, rows);
        }
    }

    /// The columns that are left out where lines are too short, the last first.
    List<Integer> spare(Set<Integer> gone) {
        return IntStream.range(0, columns.size())
                .map(i -> columns.size() - 1 - i)
                .filter(c -> columns.get(c).place() == Column.Place.SPARE && !gone.contains(c))
                .boxed()
                .toList();
    }
}
