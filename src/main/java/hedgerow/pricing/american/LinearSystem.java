package hedgerow.pricing.american;

/// A small dense system of linear equations.
final class LinearSystem {
    private LinearSystem() {}

    /// Overwrites `right` with the solution and `matrix` with its elimination, pivoting by rows.
    static void solve(double[][] matrix, double[] right) {
        int n = right.length;
        for (int column = 0; column < n; column++) {
            exchange(matrix, right, column, pivot(matrix, column));
            for (int row = column + 1; row < n; row++) {
                eliminate(matrix, right, column, row);
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            double sum = right[row];
            for (int j = row + 1; j < n; j++) sum -= matrix[row][j] * right[j];
            right[row] = sum / matrix[row][row];
        }
    }

    private static int pivot(double[][] matrix, int column) {
        int best = column;
        for (int row = column + 1; row < matrix.length; row++) {
            if (Math.abs(matrix[row][column]) > Math.abs(matrix[best][column])) best = row;
        }
        return best;
    }

    private static void exchange(double[][] matrix, double[] right, int a, int b) {
        double[] row = matrix[a];
        matrix[a] = matrix[b];
        matrix[b] = row;
        double value = right[a];
        right[a] = right[b];
        right[b] = value;
    }

    private static void eliminate(double[][] matrix, double[] right, int column, int row) {
        double factor = matrix[row][column] / matrix[column][column];
        double[] from = matrix[column];
        double[] to = matrix[row];
        for (int j = column + 1; j < to.length; j++) to[j] -= factor * from[j];
        right[row] -= factor * right[column];
    }
}
