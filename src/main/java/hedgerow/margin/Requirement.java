package hedgerow.margin;

/// What an account must post, without its explanation; reused from account to account.
///
/// The amounts are infinite or not a number where the account's figures are too large to add;
/// whoever passes them on refuses such an account.
public final class Requirement {
    private double initial;
    private double maintenance;
    private int bindingRun;
    private int bindingScenario;
    private double largest;

    /// A requirement of nothing.
    public Requirement() {
        clear();
    }

    final void clear() {
        initial = 0;
        maintenance = 0;
        bindingRun = -1;
        bindingScenario = -1;
        largest = 0;
    }

    void add(int run, GroupReading reading) {
        initial += reading.initial;
        maintenance += reading.maintenance;
        if (reading.binding >= 0 && reading.scan > largest) {
            largest = reading.scan;
            bindingRun = run;
            bindingScenario = reading.binding;
        }
    }

    /// Initial margin in the margin currency.
    public double initial() {
        return initial;
    }

    /// Maintenance margin in the margin currency.
    public double maintenance() {
        return maintenance;
    }

    /// The index of the run whose scan is the largest, or -1 where no group loses anything.
    public int bindingRun() {
        return bindingRun;
    }

    /// The weighted loss of that run in its worst scenario; zero where nothing is lost.
    public double bindingLoss() {
        return largest;
    }

    /// The worst scenario of that run, counted from zero, or -1 where nothing is lost.
    public int bindingScenario() {
        return bindingScenario;
    }
}
