package hedgerow.allocation;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/// Quantities of given instruments that bring sensitivities, such as gamma and vega, to zero.
///
/// With as many instruments as sensitivities, the quantities solve a linear system, each equation
/// in units of the largest sensitivity in it, so that a small gamma is not taken for none. What
/// delta is left is then hedged with the underlying, whose other sensitivities are zero.
///
/// Source: J. Hull, Options, Futures and Other Derivatives, chapter "The Greek letters".
public final class NeutralHedge {
    private NeutralHedge() {}

    /// The quantities to hold beside a portfolio.
    ///
    /// @param portfolio its sensitivities
    /// @param instruments the same sensitivities of one unit of each instrument, as many
    ///   instruments as sensitivities
    /// @throws IllegalArgumentException where their number differs, or where the instruments are
    ///   alike, so that none or more than one set of quantities would do
    public static double[] quantities(double[] portfolio, List<double[]> instruments) {
        int size = portfolio.length;
        if (instruments.size() != size || size == 0) {
            throw new IllegalArgumentException(
                    "as many instruments as sensitivities are needed, were %d and %d"
                            .formatted(instruments.size(), size));
        }
        double[][] rows = new double[size][size];
        double[] sought = new double[size];
        for (int s = 0; s < size; s++) {
            double largest = 0;
            for (double[] one : instruments) largest = Math.max(largest, Math.abs(one[s]));
            double scale = largest == 0 ? 1 : largest;
            for (int i = 0; i < size; i++) rows[s][i] = instruments.get(i)[s] / scale;
            sought[s] = -portfolio[s] / scale;
        }
        try {
            return new LUDecomposition(new Array2DRowRealMatrix(rows, false))
                    .getSolver()
                    .solve(new ArrayRealVector(sought, false))
                    .toArray();
        } catch (SingularMatrixException e) {
            throw new IllegalArgumentException(
                    "the instruments' sensitivities must not be multiples of one another", e);
        }
    }

    /// Units of the underlying that bring delta to zero once the quantities are held.
    ///
    /// @param portfolioDelta of the portfolio
    /// @param deltas of one unit of each instrument
    /// @param quantities of the instruments
    public static double underlying(double portfolioDelta, double[] deltas, double[] quantities) {
        double delta = portfolioDelta;
        for (int i = 0; i < quantities.length; i++) delta += quantities[i] * deltas[i];
        return 0 - delta;
    }
}
