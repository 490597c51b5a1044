package hedgerow.pricing.american;

/// Room for the terms of one quadrature, used again for each spot.
final class PremiumWork {
    final double[] gain;
    final double[] loss;
    final double[] spare;

    PremiumWork(int size) {
        gain = new double[size];
        loss = new double[size];
        spare = new double[size];
    }
}
