package hedgerow.scenario;

import hedgerow.portfolio.Numbers;
import hedgerow.portfolio.Require;

/// How a scenario moves the implied vol of one option.
public sealed interface VolShock {
    /// The vol stays.
    VolShock NONE = new None();

    /// The shocked vol, never below zero.
    ///
    /// @param vol annualised vol before the shock, a fraction
    /// @param expiryYears time to expiry in years of 365 days
    double shocked(double vol, double expiryYears);

    /// The size as a signed number: a fraction of the vol for relative shocks, vol points as a
    /// fraction for absolute ones.
    double size();

    /// The shock in words, such as `vol +50 %`.
    String words();

    /// The vol stays.
    record None() implements VolShock {
        @Override
        public double shocked(double vol, double expiryYears) {
            return vol;
        }

        @Override
        public double size() {
            return 0;
        }

        @Override
        public String words() {
            return "vol unchanged";
        }
    }

    /// The vol is multiplied by `1 + size * tenor scale`, never by less than zero, and the result
    /// is at least `floorVol`.
    ///
    /// @param size signed fraction of the vol, such as 0.50 or -0.25
    /// @param tenor how the size depends on time to expiry
    /// @param floorVol the least vol that an upward shock may result in; zero for no floor
    record Relative(double size, TenorScale tenor, double floorVol) implements VolShock {
        public Relative {
            Require.finite("size", size);
            Require.notNegative("floorVol", floorVol);
        }

        @Override
        public double shocked(double vol, double expiryYears) {
            double moved = vol * Math.max(0, 1 + size * tenor.at(expiryYears));
            return Math.max(moved, floorVol);
        }

        @Override
        public String words() {
            String scaled = tenor.equals(TenorScale.NONE) ? "" : " scaled by tenor";
            String floor = floorVol > 0 ? ", at least " + Numbers.plain(floorVol * 100) + " %" : "";
            return "vol " + Numbers.signedPercent(size) + scaled + floor;
        }
    }

    /// The vol moves by `size` whatever its level, never below zero.
    ///
    /// @param size signed vol, such as 0.05 for five points
    record Absolute(double size) implements VolShock {
        public Absolute {
            Require.finite("size", size);
        }

        @Override
        public double shocked(double vol, double expiryYears) {
            return Math.max(0, vol + size);
        }

        @Override
        public String words() {
            double points = Math.rint(size * 1e8) / 1e6;
            return "vol " + (size > 0 ? "+" : "") + Numbers.plain(points) + " points";
        }
    }
}
