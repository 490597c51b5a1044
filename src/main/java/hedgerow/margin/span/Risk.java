package hedgerow.margin.span;

import hedgerow.margin.span.Rounding.Step;
import hedgerow.market.clearing.PointSet;

/// The scan risk of a vector of losses, and what of it comes from time, vol and price.
///
/// With `L_i` the loss in scenario `i`, `s` the first scenario of the largest loss and `p` the one
/// paired with it:
///
/// ```
/// scan  = max(0, L_s)
/// time  = (L_1 + L_2) / 2             the pair in which the price stays
/// vol   = (L_s - L_p) / 2             (L_1 - L_2) / 2 where nothing is lost
/// price = max(0, scan - time - vol)
/// ```
///
/// @param scan the loss in the worst scenario, at least zero
/// @param active the first of the worst scenarios, counted from zero
/// @param time what passes with time and is lost in both vols
/// @param vol what the vol adds
/// @param price what the price move alone loses
public record Risk(double scan, int active, double time, double vol, double price) {
    /// The risk of nothing.
    static final Risk NONE = new Risk(0, 0, 0, 0, 0);

    static Risk of(double[] losses, PointSet points, Rounding rounding) {
        int active = 0;
        for (int s = 1; s < points.size(); s++) if (losses[s] > losses[active]) active = s;
        int still = still(points);
        int stillPaired = points.scan().get(still).paired();
        double scan = Math.max(0, losses[active]);
        double time = (losses[still] + losses[stillPaired]) / 2;
        double vol =
                losses[active] < 0
                        ? (losses[still] - losses[stillPaired]) / 2
                        : (losses[active] - losses[points.scan().get(active).paired()]) / 2;
        return split(scan, active, rounding.round(Step.RISK, time), rounding.round(Step.RISK, vol));
    }

    private static Risk split(double scan, int active, double time, double vol) {
        // Plus zero, as no figure is minus zero
        return new Risk(
                scan + 0.0, active, time + 0.0, vol + 0.0, Math.max(0, scan - time - vol) + 0.0);
    }

    /// The first scenario in which the price stays; the very first where it moves in all.
    private static int still(PointSet points) {
        for (int s = 0; s < points.size(); s++) {
            if (points.scan().get(s).price() == 0 && !points.isExtreme(s)) return s;
        }
        return 0;
    }

    /// Both together, without offset between them; the active scenario is that of the larger.
    Risk plus(Risk other) {
        return split(
                scan + other.scan,
                other.scan > scan ? other.active : active,
                time + other.time,
                vol + other.vol);
    }
}
