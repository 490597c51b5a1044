package hedgerow.hedge;

import hedgerow.hedge.CurveAxis.Over;
import hedgerow.hedge.MovingAccount.Standing;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Margin and profit of an account along an axis, alone and, where there is one, with a hedge.
///
/// Beside the even points of the axis stand those at which something happens: the market of today,
/// strikes, expiries, and break-evens, at which what has been gained from today is zero.
///
/// @param points in order along the axis
/// @param breakEvens the break-evens of the account alone
/// @param hedgedBreakEvens those with the hedge; empty where there is none
public record MarginCurve(
        List<Point> points, List<Double> breakEvens, List<Double> hedgedBreakEvens) {
    public MarginCurve {
        points = List.copyOf(points);
        breakEvens = List.copyOf(breakEvens);
        hedgedBreakEvens = List.copyOf(hedgedBreakEvens);
    }

    /// Why a point is there.
    public enum Mark {
        /// The market of today.
        NOW,
        /// Spot is at a strike that is held or hedged with.
        STRIKE,
        /// A leg expires.
        EXPIRY,
        /// The account alone has neither gained nor lost.
        BREAK_EVEN,
        /// The account with the hedge has neither gained nor lost.
        HEDGED_BREAK_EVEN
    }

    /// One point of a curve.
    ///
    /// @param place where on the axis
    /// @param marks why it is there; empty for an even point
    /// @param alone where the account stands
    /// @param hedged where it stands with the hedge
    public record Point(double place, Set<Mark> marks, Standing alone, Optional<Standing> hedged) {
        public Point {
            marks = Set.copyOf(marks);
        }
    }

    /// The curve of an account over an axis.
    ///
    /// @param hedged the account with the hedge
    /// @throws hedgerow.portfolio.RefusedException where a moved market cannot price what is held
    public static MarginCurve of(
            CurveAxis axis, MovingAccount alone, Optional<MovingAccount> hedged) {
        return new Walk(axis, alone, hedged).curve();
    }

    private static final class Walk {
        private final CurveAxis axis;
        private final MovingAccount alone;
        private final Optional<MovingAccount> hedged;
        private final SortedMap<Double, Set<Mark>> places = new TreeMap<>();
        private final Map<Double, Standing> aloneAt = new HashMap<>();
        private final Map<Double, Standing> hedgedAt = new HashMap<>();

        Walk(CurveAxis axis, MovingAccount alone, Optional<MovingAccount> hedged) {
            this.axis = axis;
            this.alone = alone;
            this.hedged = hedged;
        }

        MarginCurve curve() {
            for (int i = 0; i < axis.points(); i++) marks(axis.even(i));
            if (axis.holds(0)) marks(0).add(Mark.NOW);
            held().forEach(this::mark);
            List<Double> breakEvens = breakEvens(alone, aloneAt);
            List<Double> others =
                    hedged.map(account -> breakEvens(account, hedgedAt)).orElse(List.of());
            breakEvens.forEach(place -> marks(place).add(Mark.BREAK_EVEN));
            others.forEach(place -> marks(place).add(Mark.HEDGED_BREAK_EVEN));
            List<Point> points = new ArrayList<>();
            places.forEach((place, marks) ->
                    points.add(
                            new Point(
                                    place,
                                    marks,
                                    standing(alone, aloneAt, place),
                                    hedged.map(a -> standing(a, hedgedAt, place)))));
            return new MarginCurve(points, breakEvens, others);
        }

        private Stream<Instrument> held() {
            return Stream.concat(Stream.of(alone), hedged.stream())
                    .flatMap(account -> account.portfolio().positions().stream())
                    .map(Position::instrument)
                    .distinct();
        }

        private void mark(Instrument instrument) {
            switch (axis.over()) {
                case SPOT -> {
                    if (instrument instanceof Option option
                            && option.underlying().equals(axis.fixed().underlying())) {
                        mark(option.strike() / spot(option) - 1, Mark.STRIKE);
                    }
                }
                case DAYS -> {
                    Instant now = alone.market().asOf();
                    instrument
                            .maturity()
                            .map(end -> CurveAxis.days(Duration.between(now, end)))
                            .ifPresent(days -> mark(days, Mark.EXPIRY));
                }
                case VOL -> {}
            }
        }

        private double spot(Option option) {
            return alone.market().underlying(option.underlying()).orElseThrow().spot();
        }

        private void mark(double place, Mark mark) {
            if (axis.holds(place)) marks(place).add(mark);
        }

        private Set<Mark> marks(double place) {
            return places.computeIfAbsent(place + 0.0, _ -> EnumSet.noneOf(Mark.class));
        }

        private Standing standing(
                MovingAccount account, Map<Double, Standing> known, double place) {
            return known.computeIfAbsent(place, at -> account.at(axis.at(at)));
        }

        private List<Double> breakEvens(MovingAccount account, Map<Double, Standing> known) {
            double[] at = places.keySet().stream().mapToDouble(Double::doubleValue).toArray();
            double[] pnl = new double[at.length];
            for (int i = 0; i < at.length; i++) pnl[i] = standing(account, known, at[i]).pnl();
            return Roots.between(at, pnl, place -> account.at(axis.at(place)).pnl());
        }
    }

    /// The legs of an account that settle on the way, with where on the axis: at its expiry, or at
    /// every point where the curve stands after it.
    ///
    /// @param axis the axis
    /// @param account the account, with its hedge where there is one
    public static Map<Instrument, Instant> settlements(CurveAxis axis, MovingAccount account) {
        double last = axis.over() == Over.DAYS ? axis.to() : CurveAxis.days(axis.fixed().passed());
        Instant end = account.market().asOf().plus(CurveAxis.days(last));
        Map<Instrument, Instant> settled = new LinkedHashMap<>();
        account.settledBy(end).stream()
                .map(Position::instrument)
                .sorted(Comparator.comparing(i -> i.maturity().orElseThrow()))
                .forEach(i -> settled.put(i, i.maturity().orElseThrow()));
        return settled;
    }
}
