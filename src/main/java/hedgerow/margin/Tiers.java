package hedgerow.margin;

import hedgerow.portfolio.Require;
import java.util.List;

/// Rates on the parts of an amount, which grow with it as taxes do.
///
/// @param tiers the parts, in order of their upper ends
public record Tiers(List<Tier> tiers) {
    /// A part of the amount.
    ///
    /// @param to where it ends, in the unit of the amount; the last tier goes on beyond
    /// @param rate what the part is multiplied by
    public record Tier(double to, double rate) {
        public Tier {
            Require.positive("to", to);
            Require.notNegative("rate", rate);
        }
    }

    public Tiers {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty()) throw new IllegalArgumentException("tiers must not be empty");
        for (int i = 1; i < tiers.size(); i++) {
            if (!(tiers.get(i).to() > tiers.get(i - 1).to())) {
                throw new IllegalArgumentException("tiers must ascend, were " + tiers);
            }
        }
    }

    /// What an amount comes to.
    double of(double amount) {
        double sum = 0;
        double from = 0;
        int last = tiers.size() - 1;
        for (int i = 0; i <= last; i++) {
            double to = i == last ? amount : Math.min(amount, tiers.get(i).to());
            sum += Math.max(0, to - from) * tiers.get(i).rate();
            from = tiers.get(i).to();
        }
        return sum;
    }
}
