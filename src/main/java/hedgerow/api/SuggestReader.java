package hedgerow.api;

import hedgerow.api.body.CandidateBody;
import hedgerow.api.body.ChainBody;
import hedgerow.api.body.GoalBody;
import hedgerow.api.body.HedgeLimitsBody;
import hedgerow.api.body.HedgeLimitsBody.UpsideBody;
import hedgerow.api.body.PresetBody;
import hedgerow.api.body.ShiftBody;
import hedgerow.api.body.SuggestBody;
import hedgerow.api.body.TradeSide;
import hedgerow.hedge.CurveAxis;
import hedgerow.hedge.CurveAxis.VolMeasure;
import hedgerow.hedge.search.ChainFilter;
import hedgerow.hedge.search.HedgeGoal;
import hedgerow.hedge.search.HedgeLimits;
import hedgerow.hedge.search.QuotedMove;
import hedgerow.portfolio.Instrument.Kind;
import hedgerow.store.Fault;
import hedgerow.store.Faults;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what is sought of a hedge, and what may be traded.
///
/// @param faults where what is wrong goes
record SuggestReader(Faults faults) {
    private static final int LEGS = 4;
    private static final int ALTERNATIVES = 5;
    private static final double CAPITAL_RATE = 0.10;
    private static final double DAYS = 30;
    private static final double NONE = Double.POSITIVE_INFINITY;

    /// What is sought of a hedge.
    ///
    /// @param move how far the market is moved; empty where it is as quoted
    /// @param goal what is made least
    /// @param limits what may not be exceeded; the peak is not a number where none is given
    /// @param filter which quotes may be traded, and at what fees
    /// @param underlyings of quotes that may be traded; empty where only named candidates may
    /// @param named candidates that were named
    /// @param alternatives the most hedges to answer
    /// @param gasPerTrade what each leg costs besides
    record Sought(
            Optional<QuotedMove> move,
            HedgeGoal goal,
            HedgeLimits limits,
            ChainFilter filter,
            SortedSet<String> underlyings,
            List<Named> named,
            int alternatives,
            double gasPerTrade) {}

    /// A candidate that was named.
    ///
    /// @param pointer where it stands
    /// @param name what the answer calls it
    /// @param legs one lot of it
    /// @param cost of one lot, where it was given
    /// @param mostLots the most lots
    /// @param sides which way it is traded
    record Named(
            String pointer,
            String name,
            List<Leg> legs,
            Optional<Double> cost,
            double mostLots,
            Set<TradeSide> sides) {}

    Optional<Sought> sought(SuggestBody body, SortedSet<String> held) {
        Optional<HedgeGoal> goal = goal(body.goal());
        List<CandidateBody> sent = given(body.candidates());
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            named(sent.get(i), "/candidates/" + i).ifPresent(named::add);
        }
        ChainBody chain = body.chain();
        boolean quotes = chain != null || body.candidates() == null;
        SortedSet<String> underlyings = quotes ? underlyings(chain, held) : new TreeSet<>();
        if (goal.isEmpty() || !faults.isEmpty()) return Optional.empty();
        int alternatives = body.alternatives() == null ? ALTERNATIVES : body.alternatives();
        return Optional.of(
                new Sought(
                        move(body.shift(), body.volMoves()),
                        goal.get(),
                        limits(body.limits()),
                        filter(chain),
                        underlyings,
                        named,
                        alternatives,
                        or(body.gasPerTrade(), 0)));
    }

    private static Optional<QuotedMove> move(
            @Nullable ShiftBody shift, @Nullable VolMeasure volMoves) {
        if (shift == null) return Optional.empty();
        VolMeasure measure = volMoves == null ? VolMeasure.RELATIVE : volMoves;
        QuotedMove move =
                new QuotedMove(
                        or(shift.spot(), 0),
                        measure.shock(or(shift.vol(), 0)),
                        CurveAxis.days(or(shift.days(), 0)));
        return move.equals(QuotedMove.NONE) ? Optional.empty() : Optional.of(move);
    }

    private Optional<HedgeGoal> goal(@Nullable GoalBody body) {
        if (body == null) return Optional.of(new HedgeGoal.LeastMargin());
        GoalBody.Kind kind = body.kind();
        if (kind == null) return Optional.empty();
        Double initial = body.initial();
        if (kind == GoalBody.Kind.TARGET && initial == null) {
            faults.add(Fault.missing("/goal/initial", "an amount of 0 or more"));
            return Optional.empty();
        }
        if (!faults.isEmpty()) return Optional.empty();
        return Optional.of(
                switch (kind) {
                    case LEAST_MARGIN -> new HedgeGoal.LeastMargin();
                    case TARGET -> new HedgeGoal.Target(or(initial, 0));
                    case ECONOMIC ->
                            new HedgeGoal.Economic(
                                    or(body.capitalRateAnnual(), CAPITAL_RATE),
                                    or(body.days(), DAYS) / 365);
                });
    }

    private static HedgeLimits limits(@Nullable HedgeLimitsBody body) {
        if (body == null) {
            return new HedgeLimits(NONE, NONE, LEGS, NONE, 0, List.of());
        }
        List<HedgeLimits.Upside> upside = new ArrayList<>();
        for (UpsideBody kept : given(body.upside())) {
            upside.add(new HedgeLimits.Upside(or(kept.move(), 0), or(kept.keep(), 0)));
        }
        Integer legs = body.legs();
        return new HedgeLimits(
                or(body.cost(), NONE),
                or(body.premium(), NONE),
                legs == null ? LEGS : legs,
                or(body.netDelta(), NONE),
                or(body.peak(), 0),
                upside);
    }

    private static ChainFilter filter(@Nullable ChainBody body) {
        ChainFilter usual = ChainFilter.USUAL;
        if (body == null) return usual;
        Integer most = body.most();
        List<TradeSide> sides = given(body.sides());
        boolean both = body.sides() == null;
        return new ChainFilter(
                body.kinds() == null ? usual.kinds() : Set.copyOf(given(body.kinds())),
                body.rights() == null ? usual.rights() : Set.copyOf(given(body.rights())),
                new ChainFilter.Time(
                        or(body.leastDays(), usual.time().leastDays()),
                        or(body.mostDays(), usual.time().mostDays())),
                or(body.strikeDistance(), usual.strikeDistance()),
                new ChainFilter.Liquidity(
                        or(body.spread(), usual.liquidity().spread()),
                        or(body.leastOpenInterest(), usual.liquidity().openInterest()),
                        or(body.leastVolume(), usual.liquidity().volume())),
                new ChainFilter.Lots(
                        or(body.lot(), usual.lots().contracts()),
                        or(body.mostLots(), usual.lots().most()),
                        both || sides.contains(TradeSide.BUY),
                        both || sides.contains(TradeSide.SELL)),
                new ChainFilter.Fees(
                        or(body.optionFee(), usual.fees().option()),
                        or(body.linearFee(), usual.fees().linear())),
                most == null ? usual.most() : most);
    }

    private SortedSet<String> underlyings(@Nullable ChainBody chain, SortedSet<String> held) {
        if (chain != null) {
            int place = 0;
            for (Kind kind : given(chain.kinds())) {
                boolean traded =
                        EnumSet.of(Kind.OPTION, Kind.FUTURE, Kind.PERPETUAL).contains(kind);
                String at = "/chain/kinds/" + place++;
                if (!traded) faults.add(at, kind.toString(), "option, future or perpetual");
            }
            Double lot = chain.lot();
            if (lot != null && !(lot > 0)) {
                faults.add("/chain/lot", lot.toString(), "a number above 0");
            }
            if (chain.underlyings() != null) return new TreeSet<>(given(chain.underlyings()));
        }
        return held;
    }

    private Optional<Named> named(CandidateBody body, String pointer) {
        List<Leg> legs = new BookReader(faults).lot(body.positions(), body.preset(), pointer);
        if (legs.isEmpty()) return Optional.empty();
        String name = body.name();
        PresetBody.Kind preset = body.preset() == null ? null : body.preset().kind();
        String instruments =
                legs.stream()
                        .map(leg -> leg.instrument().label())
                        .collect(Collectors.joining(", "));
        String label =
                preset == null
                        ? instruments
                        : preset.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                                + ": "
                                + instruments;
        Set<TradeSide> sides =
                body.sides() == null
                        ? EnumSet.allOf(TradeSide.class)
                        : Set.copyOf(given(body.sides()));
        return Optional.of(
                new Named(
                        pointer,
                        name == null || name.isBlank() ? label : name,
                        legs,
                        Optional.ofNullable(body.cost()),
                        or(body.mostLots(), NONE),
                        sides));
    }

    private static double or(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }

    private static <T> List<T> given(@Nullable List<@Nullable T> items) {
        return items == null ? List.of() : items.stream().filter(Objects::nonNull).toList();
    }
}
