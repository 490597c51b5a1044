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
    /// @param logMoneyness `ln(K/F)` with the forward before the shock; zero for what has no strike
    /// @param expiryYears time to expiry in years of 365 days
    double shocked(double vol, double logMoneyness, double expiryYears);

    /// The size as a signed number: a fraction of the vol for relative shocks, vol points as a
    /// fraction for absolute ones, the cap at expiry for skews.
    double size();

    /// The shock in words, such as `vol +50 %`.
    String words();

    /// The vol stays.
    record None() implements VolShock {
        @Override
        public double shocked(double vol, double logMoneyness, double expiryYears) {
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
        public double shocked(double vol, double logMoneyness, double expiryYears) {
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
        public double shocked(double vol, double logMoneyness, double expiryYears) {
            return Math.max(0, vol + size);
        }

        @Override
        public String words() {
            double points = Math.rint(size * 1e8) / 1e6;
            return "vol " + (size > 0 ? "+" : "") + Numbers.plain(points) + " points";
        }
    }

    /// The smile turns or bends about the forward: with `t` the time to expiry and `k = ln(K/F)`
    ///
    /// ```
    /// cap   = max(0, baseCap + capSlope * sqrt(t))
    /// width = max(least, scale * sqrt(t) * (vol + volSlope * sqrt(t)))
    /// vol'  = vol * max(0, 1 + clamp(x * cap / width, -cap, cap))     x = k or |k|
    /// ```
    ///
    /// so that vols change by the cap, a fraction, from one width away from the forward on.
    ///
    /// @param form whether wings move against each other or together
    /// @param baseCap the cap at expiry, zero or more
    /// @param capSlope what the cap gains per root of a year
    /// @param width how far from the forward the cap is reached
    record Skew(Form form, double baseCap, double capSlope, Width width) implements VolShock {
        /// Which way the wings go.
        public enum Form {
            /// Strikes above the forward gain vol and those below lose it.
            LINEAR,
            /// Both sides gain vol.
            ABSOLUTE
        }

        /// How far from the forward the cap is reached, in log-moneyness.
        ///
        /// @param least the least width, above zero
        /// @param scale standard deviations
        /// @param vol the vol that a standard deviation is of
        /// @param volSlope what that vol gains per root of a year
        public record Width(double least, double scale, double vol, double volSlope) {
            public Width {
                Require.positive("least", least);
                Require.finite("scale", scale);
                Require.finite("vol", vol);
                Require.finite("volSlope", volSlope);
            }

            double at(double rootYears) {
                return Math.max(least, rootYears * scale * (vol + rootYears * volSlope));
            }
        }

        public Skew {
            Require.notNegative("baseCap", baseCap);
            Require.finite("capSlope", capSlope);
        }

        @Override
        public double shocked(double vol, double logMoneyness, double expiryYears) {
            double root = Math.sqrt(expiryYears);
            double cap = Math.max(0, root * capSlope + baseCap);
            double x = form == Form.ABSOLUTE ? Math.abs(logMoneyness) : logMoneyness;
            double change = Math.min(cap, Math.max(-cap, x * cap / width.at(root)));
            return vol * Math.max(0, 1 + change);
        }

        @Override
        public double size() {
            return baseCap;
        }

        @Override
        public String words() {
            String cap = Numbers.signedPercent(baseCap).substring(1);
            return form == Form.LINEAR
                    ? "smile turned by up to " + cap
                    : "wings raised by up to " + cap;
        }
    }
}
