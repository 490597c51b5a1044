package hedgerow.margin;

import hedgerow.portfolio.RefusedException;

/// Adds up the groups of one account, in their order, as [MarginReader#read] does.
final class GroupTotals {
    private double initial;
    private double maintenance;
    private double worst;
    private int run;
    private int scenario;

    void clear() {
        initial = 0;
        maintenance = 0;
        worst = 0;
    }

    /// Adds a group as it was kept.
    ///
    /// @throws RefusedException where it was refused
    void add(LiveAccount account, int group) {
        RefusedException refused = account.refusal(group);
        if (refused != null) throw new RefusedException(refused.refusals());
        add(
                account.initial(group),
                account.maintenance(group),
                account.loss(group),
                account.runs[group],
                account.scenario(group));
    }

    /// Adds a group that was read by itself.
    void add(Requirement group, int run) {
        add(group.initial, group.maintenance, group.bindingLoss, run, group.bindingScenario);
    }

    private void add(double initial, double maintenance, double loss, int run, int scenario) {
        this.initial += initial;
        this.maintenance += maintenance;
        if (loss > worst) {
            worst = loss;
            this.run = run;
            this.scenario = scenario;
        }
    }

    /// @throws RefusedException where the sums are too large
    void into(Requirement out) {
        if (!Double.isFinite(initial) || !Double.isFinite(maintenance)) throw Headroom.tooLarge();
        out.set(initial, maintenance);
        if (worst > 0) {
            out.bindingRun = run;
            out.bindingScenario = scenario;
            out.bindingLoss = worst;
        }
    }
}
