package hedgerow.hedge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A linear program as it is put together: columns that are at least zero, and rows that are at
/// most their limits.
final class ProgramSheet {
    /// What exceeding a limit costs, per unit of money.
    private static final double PENALTY = 1e4;

    private final List<Double> costs = new ArrayList<>();
    private final List<Double> most = new ArrayList<>();
    private final List<double[]> entries = new ArrayList<>();
    private final List<Double> limits = new ArrayList<>();
    private final BitSet lazy = new BitSet();
    private final BitSet excesses = new BitSet();

    /// A constant and multiples of columns.
    static final class Expression {
        private final SortedMap<Integer, Double> columns = new TreeMap<>();
        private double constant;

        /// Adds to the constant.
        void add(double value) {
            constant += value;
        }

        /// Adds a multiple of a column.
        void add(int column, double factor) {
            if (factor != 0) columns.merge(column, factor, Double::sum);
        }

        /// Adds a multiple of another expression.
        void add(Expression other, double factor) {
            constant += factor * other.constant;
            other.columns.forEach((column, value) -> add(column, factor * value));
        }

        double constant() {
            return constant;
        }

        /// The factor of each column.
        SortedMap<Integer, Double> columns() {
            return columns;
        }
    }

    /// A new column.
    int column(double cost, double bound) {
        costs.add(cost);
        most.add(bound);
        entries.add(new double[0]);
        return costs.size() - 1;
    }

    /// A new column without a cost or a bound of its own.
    int column() {
        return column(0, LinearProgram.NO_BOUND);
    }

    /// A new row that always counts.
    int row(double limit) {
        limits.add(limit);
        return limits.size() - 1;
    }

    /// A new row that is looked at only where a solution breaks it: `expression <= column`.
    int row(Expression expression, int column) {
        int row = lazyRow(column);
        put(row, expression, 1);
        return row;
    }

    /// The same of nothing, to be added to.
    int lazyRow(int column) {
        int row = row(0);
        put(row, column, -1);
        lazy.set(row);
        return row;
    }

    /// Adds a multiple of a column to a row.
    void put(int row, int column, double value) {
        if (value == 0) return;
        double[] all = entries.get(column);
        if (row >= all.length) {
            all = Arrays.copyOf(all, Math.max(row + 1, 2 * all.length));
            entries.set(column, all);
        }
        all[row] += value;
    }

    /// Adds to the constant on the left of a row.
    void put(int row, double constant) {
        limits.set(row, limits.get(row) - constant);
    }

    /// Adds a multiple of an expression to a row.
    void put(int row, Expression expression, double factor) {
        put(row, factor * expression.constant());
        expression.columns().forEach((column, value) -> put(row, column, factor * value));
    }

    /// Adds a multiple of an expression to what is made least.
    void cost(Expression expression, double factor) {
        expression
                .columns()
                .forEach((column, value) -> costs.set(column, costs.get(column) + factor * value));
    }

    /// Lets a row be exceeded, at a price beyond any other.
    void elastic(int row) {
        int excess = column(PENALTY, LinearProgram.NO_BOUND);
        excesses.set(excess);
        put(row, excess, -1);
    }

    int rows() {
        return limits.size();
    }

    int columns() {
        return costs.size();
    }

    double limit(int row) {
        return limits.get(row);
    }

    double cost(int column) {
        return costs.get(column);
    }

    double most(int column) {
        return most.get(column);
    }

    /// Whether a row is looked at only where it is broken.
    boolean isLazy(int row) {
        return lazy.get(row);
    }

    /// Whether a column is by how much a row is exceeded.
    boolean isExcess(int column) {
        return excesses.get(column);
    }

    /// A column's entries in all rows.
    double[] entries(int column) {
        return Arrays.copyOf(entries.get(column), rows());
    }
}
