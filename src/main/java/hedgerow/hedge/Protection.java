package hedgerow.hedge;

import hedgerow.hedge.LiquidationPrice.Range;
import hedgerow.market.Market;
import hedgerow.market.Underlying;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Require;
import hedgerow.risk.LognormalMove;
import hedgerow.scenario.MarketShift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a protection costs and does, from today until it expires.
///
/// Losses and gains at its expiry are over spot prices from a hundredth to ten times that of today,
/// everything that is held counted, and the premium with it. The value at risk is the loss at the
/// [#CONFIDENCE] quantile of a day's [LognormalMove], down or up, whichever is worse, all revalued
/// at that spot price a day ahead, vols as they are.
///
/// @param horizon the last expiry of the protection, or a month from now where it has none
/// @param premium what it costs at its marks; negative where it is received
/// @param floorLoss the largest loss at the horizon, with the protection
/// @param floored whether that loss stays the same however far spot goes
/// @param bestGain the largest gain at the horizon, with the protection
/// @param capped whether that gain stays the same however far spot goes
/// @param breakEvens spot prices at the horizon at which the protection alone has paid for itself
/// @param stress the losses at one stated move
/// @param financingSaved what the margin taken off would have cost to fund until the horizon
/// @param valueAtRisk empty where the market has no vol
public record Protection(
        Instant horizon,
        double premium,
        double floorLoss,
        boolean floored,
        double bestGain,
        boolean capped,
        List<Double> breakEvens,
        Stress stress,
        double financingSaved,
        Optional<ValueAtRisk> valueAtRisk) {
    /// The share of days that are not worse.
    public static final double CONFIDENCE = 0.99;

    private static final Duration MONTH = Duration.ofDays(30);

    /// How near two profits are that count as the same, relative to the larger.
    private static final double SAME = 1e-9;

    public Protection {
        breakEvens = List.copyOf(breakEvens);
    }

    /// What is assumed.
    ///
    /// @param underlying the id of the underlying that moves
    /// @param stressMove the relative move of spot at which losses are compared
    /// @param financingRateAnnual what a unit of margin costs a year
    public record Terms(String underlying, double stressMove, double financingRateAnnual) {
        public Terms {
            Require.text("underlying", underlying);
            Require.finite("stressMove", stressMove);
            Require.finite("financingRateAnnual", financingRateAnnual);
        }
    }

    /// The losses at one move of spot, at the horizon.
    ///
    /// @param move the relative move
    /// @param lossBefore without the protection; negative for a gain
    /// @param lossAfter with it
    public record Stress(double move, double lossBefore, double lossAfter) {
        /// What the protection prevents.
        public double prevented() {
            return lossBefore - lossAfter;
        }
    }

    /// The value at risk of one day.
    ///
    /// @param before without the protection
    /// @param after with it
    /// @param downMove the relative move of spot at the lower quantile
    /// @param upMove that at the upper one
    public record ValueAtRisk(double before, double after, double downMove, double upMove) {}

    /// The accounts that a protection is measured by.
    ///
    /// @param alone what is held
    /// @param hedge the protection by itself
    /// @param both both
    public record Accounts(MovingAccount alone, MovingAccount hedge, MovingAccount both) {}

    /// Measures a protection on an underlying that the market holds.
    ///
    /// @param saved initial margin taken off today
    /// @throws hedgerow.portfolio.RefusedException where what is held cannot be carried to the
    ///   horizon
    public static Protection of(Accounts accounts, Terms terms, double saved) {
        Market market = accounts.alone().market();
        Underlying moving = market.underlying(terms.underlying()).orElseThrow();
        Instant horizon = horizon(market, accounts.hedge());
        Duration time = Duration.between(market.asOf(), horizon);
        MarketShift then = MarketShift.none(moving.id()).withPassed(time);
        double[] moves = LiquidationPrice.moves(accounts.both(), moving, Range.WIDE);
        double[] pnl = new double[moves.length];
        double[] hedgePnl = new double[moves.length];
        for (int i = 0; i < moves.length; i++) {
            pnl[i] = accounts.both().at(then.withSpotMove(moves[i])).pnl();
            hedgePnl[i] = accounts.hedge().at(then.withSpotMove(moves[i])).pnl();
        }
        int worst = extreme(pnl, -1);
        int best = extreme(pnl, 1);
        return new Protection(
                horizon,
                accounts.hedge().value(),
                Math.max(0, -pnl[worst]),
                isFlat(pnl, worst),
                Math.max(0, pnl[best]),
                isFlat(pnl, best),
                Roots.between(
                                moves,
                                hedgePnl,
                                move -> accounts.hedge().at(then.withSpotMove(move)).pnl())
                        .stream()
                        .map(move -> moving.spot() * (1 + move))
                        .toList(),
                stress(accounts, then.withSpotMove(terms.stressMove())),
                saved * terms.financingRateAnnual() * CurveAxis.days(time) / 365,
                valueAtRisk(accounts, moving));
    }

    private static Instant horizon(Market market, MovingAccount hedge) {
        return hedge.portfolio().positions().stream()
                .map(Position::instrument)
                .flatMap((Instrument instrument) -> instrument.maturity().stream())
                .max(Instant::compareTo)
                .orElse(market.asOf().plus(MONTH));
    }

    private static int extreme(double[] pnl, int sign) {
        int at = 0;
        for (int i = 1; i < pnl.length; i++) if (sign * pnl[i] > sign * pnl[at]) at = i;
        return at;
    }

    /// Whether a profit stays as it is towards the end of the range that it stands at or beside.
    private static boolean isFlat(double[] pnl, int at) {
        int last = pnl.length - 1;
        double room = SAME * Math.max(1, Math.abs(pnl[at]));
        boolean beyondLow = Math.abs(pnl[0] - pnl[at]) > room || Math.abs(pnl[1] - pnl[0]) <= room;
        boolean beyondHigh =
                Math.abs(pnl[last] - pnl[at]) > room || Math.abs(pnl[last - 1] - pnl[last]) <= room;
        return beyondLow && beyondHigh;
    }

    private static Stress stress(Accounts accounts, MarketShift there) {
        return new Stress(
                there.spotMove(),
                0 - accounts.alone().at(there).pnl(),
                0 - accounts.both().at(there).pnl());
    }

    private static Optional<ValueAtRisk> valueAtRisk(Accounts accounts, Underlying moving) {
        OptionalDouble vol = AtTheMoney.vol(accounts.alone().market(), moving);
        if (vol.isEmpty()) return Optional.empty();
        LognormalMove day = LognormalMove.of(vol.getAsDouble(), 1, CONFIDENCE);
        return Optional.of(
                new ValueAtRisk(
                        worstDay(accounts.alone(), moving.id(), day),
                        worstDay(accounts.both(), moving.id(), day),
                        day.down(),
                        day.up()));
    }

    private static double worstDay(MovingAccount account, String id, LognormalMove day) {
        MarketShift none = MarketShift.none(id).withPassed(Duration.ofDays(1));
        double low = account.at(none.withSpotMove(day.down())).pnl();
        double high = account.at(none.withSpotMove(day.up())).pnl();
        return Math.max(0, -Math.min(low, high));
    }
}
