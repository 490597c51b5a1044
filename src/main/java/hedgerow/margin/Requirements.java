package hedgerow.margin;

import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the accounts of a book must post, by account; may be filled again by the next run.
///
/// 32 bytes an account. An account that was refused has no figures: asking for them throws.
public final class Requirements {
    private final double[] initial;
    private final double[] maintenance;
    private final int[] bindingRun;
    private final int[] bindingScenario;
    private final double[] bindingLoss;
    private final NavigableMap<Integer, List<Refusal>> refusals =
            Collections.synchronizedNavigableMap(new TreeMap<>());

    /// Room for so many accounts.
    public Requirements(int accounts) {
        this.initial = new double[accounts];
        this.maintenance = new double[accounts];
        this.bindingRun = new int[accounts];
        this.bindingScenario = new int[accounts];
        this.bindingLoss = new double[accounts];
    }

    void clearRefusals() {
        refusals.clear();
    }

    void set(int account, Requirement requirement) {
        initial[account] = requirement.initial;
        maintenance[account] = requirement.maintenance;
        bindingRun[account] = requirement.bindingRun;
        bindingScenario[account] = requirement.bindingScenario;
        bindingLoss[account] = requirement.bindingLoss;
    }

    void refuse(int account, RefusedException refused) {
        refusals.put(account, refused.refusals());
    }

    /// How many accounts there are.
    public int accounts() {
        return initial.length;
    }

    /// Initial margin of an account in the margin currency.
    ///
    /// @throws RefusedException where the account was refused
    public double initial(int account) {
        return initial[answered(account)];
    }

    /// Maintenance margin of an account in the margin currency.
    ///
    /// @throws RefusedException where the account was refused
    public double maintenance(int account) {
        return maintenance[answered(account)];
    }

    /// The index of the account's run with the largest scan, or -1 where no group loses anything.
    ///
    /// @throws RefusedException where the account was refused
    public int bindingRun(int account) {
        return bindingRun[answered(account)];
    }

    /// The worst scenario of that run, counted from zero, or -1 where nothing is lost.
    ///
    /// @throws RefusedException where the account was refused
    public int bindingScenario(int account) {
        return bindingScenario[answered(account)];
    }

    /// The weighted loss of that run in that scenario; zero where nothing is lost.
    ///
    /// @throws RefusedException where the account was refused
    public double bindingLoss(int account) {
        return bindingLoss[answered(account)];
    }

    /// The accounts that were refused, each with every reason.
    public SortedMap<Integer, List<Refusal>> refusals() {
        return Collections.unmodifiableSortedMap(refusals);
    }

    private int answered(int account) {
        if (!refusals.isEmpty()) {
            List<Refusal> refused = refusals.get(account);
            if (refused != null) throw new RefusedException(refused);
        }
        return account;
    }
}
