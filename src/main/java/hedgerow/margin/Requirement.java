package hedgerow.margin;

/// What an account must post, without its explanation; reused from account to account.
public final class Requirement {
    double initial;
    double maintenance;
    int bindingRun;
    int bindingScenario;
    double bindingLoss;

    /// A requirement of nothing.
    public Requirement() {
        set(0, 0);
    }

    final void set(double initial, double maintenance) {
        this.initial = initial;
        this.maintenance = maintenance;
        this.bindingRun = -1;
        this.bindingScenario = -1;
        this.bindingLoss = 0;
    }

    void bind(GroupReading worst, int scenario) {
        bindingRun = worst.runIndex;
        bindingScenario = scenario;
        bindingLoss = worst.scan;
    }

    /// Adds what another account must post; the larger loss binds, the first of equal ones.
    final void add(Requirement other) {
        initial += other.initial;
        maintenance += other.maintenance;
        if (other.bindingLoss > bindingLoss) {
            bindingRun = other.bindingRun;
            bindingScenario = other.bindingScenario;
            bindingLoss = other.bindingLoss;
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
        return bindingLoss;
    }

    /// The worst scenario of that run, counted from zero, or -1 where nothing is lost.
    public int bindingScenario() {
        return bindingScenario;
    }
}
