package hedgerow.hedge;

import hedgerow.portfolio.Require;
import hedgerow.scenario.MarketShift;
import hedgerow.scenario.TenorScale;
import hedgerow.scenario.VolShock;
import java.time.Duration;

/// What a margin curve runs over, from where to where, and what stands beside it.
///
/// @param over what varies
/// @param from the first point: a relative move of spot, a move of vol, or days ahead
/// @param to the last point, above `from`
/// @param points evenly spaced points, ends included, at least two
/// @param volMeasure how a move of vol is meant
/// @param fixed the underlying, and the shifts that hold along the whole curve
public record CurveAxis(
        Over over, double from, double to, int points, VolMeasure volMeasure, MarketShift fixed) {

    /// What a curve runs over.
    public enum Over {
        /// Relative moves of spot: -0.10 is down 10 %.
        SPOT,
        /// Moves of implied vol.
        VOL,
        /// Days ahead.
        DAYS
    }

    /// How a move of vol is meant.
    public enum VolMeasure {
        /// As a fraction of the vol: 0.10 takes 60 % to 66 %.
        RELATIVE,
        /// In vol as it is: 0.10 takes 60 % to 70 %.
        ABSOLUTE;

        /// The shock of a move.
        public VolShock shock(double move) {
            if (move == 0) return VolShock.NONE;
            return switch (this) {
                case RELATIVE -> new VolShock.Relative(move, TenorScale.NONE, 0);
                case ABSOLUTE -> new VolShock.Absolute(move);
            };
        }
    }

    public CurveAxis {
        Require.finite("from", from);
        Require.finite("to", to);
        if (!(from < to)) {
            throw new IllegalArgumentException("from must be below to " + to + ", was " + from);
        }
        if (points < 2) {
            throw new IllegalArgumentException("points must be at least 2, was " + points);
        }
    }

    /// The shift at one place of the axis.
    public MarketShift at(double place) {
        return switch (over) {
            case SPOT -> fixed.withSpotMove(place);
            case VOL -> fixed.withVolShock(volMeasure.shock(place));
            case DAYS -> fixed.withPassed(days(place));
        };
    }

    /// Whether a place is inside the axis.
    boolean holds(double place) {
        return place >= from && place <= to;
    }

    /// The even point of an index.
    double even(int index) {
        return index == points - 1 ? to : from + (to - from) * index / (points - 1);
    }

    /// A number of days as a duration, to the nanosecond.
    public static Duration days(double days) {
        double seconds = days * 86_400;
        long whole = (long) Math.floor(seconds);
        return Duration.ofSeconds(whole, Math.round((seconds - whole) * 1e9));
    }

    /// A duration as days.
    public static double days(Duration time) {
        return (time.getSeconds() + time.getNano() * 1e-9) / 86_400;
    }
}
