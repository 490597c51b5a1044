package hedgerow.pricing.american;

/// The Gauss-Legendre rule on `[0, 1]`: nodes in rising order and weights that sum to one.
///
/// Nodes are the zeros of the Legendre polynomial, found by Newton's method from the cosine guess
/// of Abramowitz and Stegun, "Handbook of Mathematical Functions", 22.16.6.
final class GaussLegendre {
    private static final int NEWTON_STEPS = 8;

    final int points;
    final double[] nodes;
    final double[] weights;

    private GaussLegendre(double[] nodes, double[] weights) {
        points = nodes.length;
        this.nodes = nodes;
        this.weights = weights;
    }

    static GaussLegendre of(int points) {
        double[] nodes = new double[points];
        double[] weights = new double[points];
        for (int i = 0; i < points; i++) {
            double x = -StrictMath.cos(StrictMath.PI * (i + 0.75) / (points + 0.5));
            double slope = 0;
            for (int step = 0; step < NEWTON_STEPS; step++) {
                double value = legendre(points, x);
                slope = points * (legendre(points - 1, x) - x * value) / (1 - x * x);
                x -= value / slope;
            }
            nodes[i] = 0.5 * (1 + x);
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new GaussLegendre(nodes, weights);
    }

    private static double legendre(int degree, double x) {
        double before = 1;
        double value = x;
        if (degree == 0) return before;
        for (int k = 2; k <= degree; k++) {
            double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
            before = value;
            value = next;
        }
        return value;
    }
}
