package hedgerow.allocation;

import hedgerow.portfolio.Require;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/// The covariance of returns, from a history or as given.
///
/// @param matrix symmetric and positive semi-definite, assets by assets
/// @param shrinkage how far a sample was moved towards the scaled identity, 0 to 1
public record Covariance(double[][] matrix, double shrinkage) {
    private static final double SYMMETRY = 1e-9;

    public Covariance {
        for (double[] row : matrix) {
            for (double entry : row) Require.finite("covariance", entry);
        }
    }

    /// A covariance as given.
    ///
    /// @throws IllegalArgumentException where it is not square, symmetric and positive
    ///   semi-definite
    public static Covariance of(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            if (matrix[i].length != matrix.length) {
                throw new IllegalArgumentException(
                        "covariance must be square, row %d of %d had %d"
                                .formatted(i, matrix.length, matrix[i].length));
            }
            for (int j = 0; j < i; j++) requireSymmetry(matrix, i, j);
        }
        double least = least(matrix);
        if (least < -SYMMETRY * trace(matrix)) {
            throw new IllegalArgumentException(
                    "covariance must be positive semi-definite, had the eigenvalue " + least);
        }
        return new Covariance(matrix, 0);
    }

    private static void requireSymmetry(double[][] matrix, int i, int j) {
        double scale = Math.sqrt(Math.abs(matrix[i][i] * matrix[j][j]));
        if (!(Math.abs(matrix[i][j] - matrix[j][i]) <= SYMMETRY * scale)) {
            throw new IllegalArgumentException(
                    "covariance must be symmetric, had %s and %s at %d, %d"
                            .formatted(matrix[i][j], matrix[j][i], i, j));
        }
    }

    /// From vols and correlations.
    public static Covariance of(double[] vols, double[][] correlations) {
        double[][] matrix = new double[vols.length][vols.length];
        for (int i = 0; i < vols.length; i++) {
            for (int j = 0; j < vols.length; j++) {
                matrix[i][j] = vols[i] * vols[j] * correlations[i][j];
            }
        }
        return of(matrix);
    }

    /// The sample covariance of returns.
    ///
    /// @param returns observations by assets, two observations at least
    /// @param periodsPerYear what each covariance is multiplied with
    public static Covariance sample(double[][] returns, double periodsPerYear) {
        double[][] centred = centred(returns);
        int assets = centred[0].length;
        double[][] matrix = moments(centred, assets);
        scale(matrix, centred.length * periodsPerYear / (centred.length - 1));
        return new Covariance(matrix, 0);
    }

    /// The sample covariance, shrunk towards the scaled identity by the share that expects the
    /// least squared error.
    ///
    /// Source: O. Ledoit, M. Wolf, A well-conditioned estimator for large-dimensional covariance
    /// matrices, Journal of Multivariate Analysis 88 (2004), equations 14 and following.
    ///
    /// @param returns observations by assets, two observations at least
    /// @param periodsPerYear what each covariance is multiplied with
    public static Covariance shrunk(double[][] returns, double periodsPerYear) {
        double[][] centred = centred(returns);
        int assets = centred[0].length;
        double[][] moments = moments(centred, assets);
        double mean = trace(moments) / assets;
        double distance = 0;
        double error = 0;
        for (int i = 0; i < assets; i++) {
            for (int j = 0; j < assets; j++) {
                double target = i == j ? mean : 0;
                distance += square(moments[i][j] - target);
                error += sampling(centred, moments[i][j], i, j);
            }
        }
        double share = distance > 0 ? Math.clamp(error / distance, 0, 1) : 0;
        for (int i = 0; i < assets; i++) {
            for (int j = 0; j < assets; j++) {
                moments[i][j] = (1 - share) * moments[i][j] + (i == j ? share * mean : 0);
            }
        }
        scale(moments, periodsPerYear);
        return new Covariance(moments, share);
    }

    /// What one moment is expected to be off by, squared.
    private static double sampling(double[][] centred, double moment, int i, int j) {
        double sum = 0;
        for (double[] day : centred) sum += square(day[i] * day[j] - moment);
        return sum / square(centred.length);
    }

    private static double[][] centred(double[][] returns) {
        if (returns.length < 2) {
            throw new IllegalArgumentException(
                    "returns must hold two observations or more, were " + returns.length);
        }
        int assets = returns[0].length;
        double[] means = new double[assets];
        for (double[] day : returns) {
            if (day.length != assets) {
                throw new IllegalArgumentException(
                        "each observation must hold %d returns, one held %d"
                                .formatted(assets, day.length));
            }
            for (int i = 0; i < assets; i++) means[i] += day[i] / returns.length;
        }
        double[][] centred = new double[returns.length][assets];
        for (int t = 0; t < returns.length; t++) {
            for (int i = 0; i < assets; i++) centred[t][i] = returns[t][i] - means[i];
        }
        return centred;
    }

    private static double[][] moments(double[][] centred, int assets) {
        double[][] moments = new double[assets][assets];
        for (double[] day : centred) {
            for (int i = 0; i < assets; i++) {
                for (int j = 0; j < assets; j++) {
                    moments[i][j] += day[i] * day[j] / centred.length;
                }
            }
        }
        return moments;
    }

    private static void scale(double[][] matrix, double factor) {
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) row[j] *= factor;
        }
    }

    private static double trace(double[][] matrix) {
        double trace = 0;
        for (int i = 0; i < matrix.length; i++) trace += matrix[i][i];
        return trace;
    }

    private static double square(double x) {
        return x * x;
    }

    private static double least(double[][] matrix) {
        RealMatrix real = new Array2DRowRealMatrix(matrix.length, matrix.length);
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                real.setEntry(i, j, (matrix[i][j] + matrix[j][i]) / 2);
            }
        }
        double least = Double.POSITIVE_INFINITY;
        for (double value : new EigenDecomposition(real).getRealEigenvalues()) {
            least = Math.min(least, value);
        }
        return least;
    }

    /// How many assets there are.
    public int size() {
        return matrix.length;
    }

    /// The vol of a portfolio of these weights.
    public double vol(double[] weights) {
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                variance += weights[i] * weights[j] * matrix[i][j];
            }
        }
        return Math.sqrt(Math.max(0, variance));
    }
}
