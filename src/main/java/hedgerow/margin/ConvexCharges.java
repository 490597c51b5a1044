package hedgerow.margin;

import hedgerow.margin.ConvexCharge.Hinge;
import hedgerow.margin.ConvexCharge.Piece;
import hedgerow.portfolio.Instrument.Kind;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.pricing.RiskArrays;
import hedgerow.risk.MarketImpact;
import hedgerow.scenario.ScenarioGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The charges on one group as convex functions of what is held.
///
/// What a charge takes of one contract is asked of its own reader, so that no rate stands twice.
/// Some are stated below what they are, never above: the confidence in an oracle without what a
/// perpetual beside an option adds, a size rate by tangents without its fixed amount, liquidity by
/// tangents without spreads of options, and as nothing a delta shock, a hedge between stablecoins
/// and coins, and what open orders lose. The most that options can lose is stated above what it is,
/// over the strikes of all rows and not of what is held alone, and so is the smaller of that and of
/// what short options post one by one: a search may go by it, but nothing is bound by it.
final class ConvexCharges {
    /// Tangents of a size rate, and how many of them reach the size that is held.
    private static final int TANGENTS = 16;

    private static final int TO_HELD = 8;
    private static final SortedMap<Integer, Double> ZERO = new TreeMap<>();

    private final RiskArrays arrays;
    private final ScenarioGrid grid;
    private final int runIndex;
    private final RiskArrays.Run run;

    ConvexCharges(RiskArrays arrays, ScenarioGrid grid, int runIndex) {
        this.arrays = arrays;
        this.grid = grid;
        this.runIndex = runIndex;
        this.run = arrays.runs().get(runIndex);
    }

    /// Whether the convex form of a charge is never above it.
    static boolean isConvex(Charge charge) {
        return switch (charge) {
            case BoundedLoss _, IsolatedOrBounded _ -> false;
            case TieredMinimum tiered -> ascends(tiered.tiers().tiers());
            case Liquidity liquidity -> liquidity.isConvex();
            case ContractMinimum _,
                    NotionalRate _,
                    OpenInterestRate _,
                    FeeProvision _,
                    DepegCharge _,
                    IsolatedOptions _,
                    SidedOptions _,
                    OpenLoss _,
                    StablecoinHedge _,
                    OracleConfidence _,
                    DeltaFloor _,
                    FundingProvision _,
                    RollShock _,
                    NetShortOptions _,
                    BasisContingency _,
                    SizeRate _,
                    DeltaShock _ ->
                    true;
        };
    }

    private static boolean ascends(List<Tiers.Tier> tiers) {
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).rate() < tiers.get(i - 1).rate()) return false;
        }
        return true;
    }

    /// A charge on the group.
    ///
    /// @param held contracts by row, around which tangents are taken
    ConvexCharge of(Charge charge, SortedMap<Integer, Double> held) {
        return switch (charge) {
            case ContractMinimum _,
                    NotionalRate _,
                    OpenInterestRate _,
                    FeeProvision _,
                    DepegCharge _,
                    IsolatedOptions _,
                    SidedOptions _,
                    OracleConfidence _ ->
                    ConvexCharge.of(byContract(charge));
            case DeltaFloor floor -> ConvexCharge.of(deltaFloor(floor));
            case FundingProvision _ -> ConvexCharge.of(List.of(funding(charge)));
            case RollShock roll -> ConvexCharge.of(roll(roll));
            case NetShortOptions _ -> ConvexCharge.of(byStrike(charge));
            case BasisContingency basis -> ConvexCharge.of(basis(basis));
            case TieredMinimum tiered -> tiered(tiered);
            case SizeRate size -> size(size, held);
            case Liquidity liquidity -> liquidity(liquidity, held);
            case DeltaShock _, OpenLoss _, StablecoinHedge _ -> ConvexCharge.of(List.of());
            case BoundedLoss bounded -> ConvexCharge.of(bounded(bounded));
            case IsolatedOrBounded rule -> ConvexCharge.of(bounded(rule.bounded()));
        };
    }

    /// What each row's charge takes of one contract, bought or sold, by itself.
    private double[] alone(Charge charge, double quantity) {
        Charge.Reader reader = charge.on(arrays, grid);
        Group group = new Group(arrays);
        group.runIndex = runIndex;
        group.to = 1;
        Amounts amounts = new Amounts();
        double[] alone = new double[arrays.instruments().size()];
        for (int row = run.from(); row < run.to(); row++) {
            group.rows = new int[] {row};
            group.quantities = new double[] {quantity};
            reader.read(group, amounts);
            alone[row] = amounts.initial;
        }
        return alone;
    }

    private List<Hinge> byContract(Charge charge) {
        double[] bought = alone(charge, 1);
        double[] sold = alone(charge, -1);
        List<Hinge> hinges = new ArrayList<>();
        for (int row = run.from(); row < run.to(); row++) {
            if (bought[row] == 0 && sold[row] == 0) continue;
            hinges.add(new Hinge(List.of(form(row, bought[row]), form(row, -sold[row]))));
        }
        return hinges;
    }

    private static SortedMap<Integer, Double> form(int row, double perContract) {
        SortedMap<Integer, Double> form = new TreeMap<>();
        form.put(row, perContract);
        return form;
    }

    private List<Hinge> deltaFloor(DeltaFloor floor) {
        double[] delta = arrays.columns().delta();
        double netRate = (floor.unhedgedRate() - floor.hedgedRate() / 2) * run.spot();
        double grossRate = floor.hedgedRate() / 2 * run.spot();
        SortedMap<Integer, Double> net = new TreeMap<>();
        List<Hinge> hinges = new ArrayList<>();
        for (int row = run.from(); row < run.to(); row++) {
            net.put(row, netRate * delta[row]);
            hinges.add(size(form(row, grossRate * delta[row])));
        }
        hinges.add(size(net));
        return hinges;
    }

    /// The size of a form, whatever its sign.
    private static Hinge size(SortedMap<Integer, Double> form) {
        return new Hinge(List.of(form, negated(form)));
    }

    private static SortedMap<Integer, Double> negated(SortedMap<Integer, Double> form) {
        SortedMap<Integer, Double> negated = new TreeMap<>();
        form.forEach((row, value) -> negated.put(row, -value));
        return negated;
    }

    private Hinge funding(Charge charge) {
        double[] bought = alone(charge, 1);
        double[] sold = alone(charge, -1);
        SortedMap<Integer, Double> paid = new TreeMap<>();
        for (int row = run.from(); row < run.to(); row++) {
            if (bought[row] != sold[row]) paid.put(row, bought[row] - sold[row]);
        }
        return new Hinge(List.of(paid, ZERO));
    }

    private List<Hinge> roll(RollShock roll) {
        double[] shocks = roll.shocks(arrays);
        int[] terms = roll.terms(arrays);
        SortedMap<Integer, SortedMap<Integer, Double>> nets = new TreeMap<>();
        for (int row = run.from(); row < run.to(); row++) {
            nets.computeIfAbsent(terms[row], _ -> new TreeMap<>()).put(row, shocks[row]);
        }
        return nets.values().stream().map(ConvexCharges::size).toList();
    }

    private List<Hinge> byStrike(Charge charge) {
        double[] sold = alone(charge, -1);
        int[] strikes = Rows.strikes(arrays);
        List<Hinge> hinges = new ArrayList<>();
        for (int row = run.from(); row < run.to(); ) {
            int strike = strikes[row];
            SortedMap<Integer, Double> shorts = new TreeMap<>();
            for (; row < run.to() && strikes[row] == strike; row++) shorts.put(row, -sold[row]);
            hinges.add(new Hinge(List.of(shorts, ZERO)));
        }
        return hinges;
    }

    private List<Hinge> basis(BasisContingency basis) {
        boolean[] options = Rows.options(arrays);
        List<Hinge> hinges = new ArrayList<>();
        for (RiskArrays.Expiry expiry : arrays.expiries()) {
            if (expiry.run() != runIndex) continue;
            double share = basis.addition() + basis.multiplier() * expiry.years();
            List<SortedMap<Integer, Double>> forms = new ArrayList<>(List.of(ZERO));
            for (var aside : basis.asides()) {
                int column = grid.indexOf(aside);
                SortedMap<Integer, Double> loss = new TreeMap<>();
                for (int row = expiry.from(); row < expiry.to(); row++) {
                    if (options[row]) loss.put(row, -share * arrays.pnl(row, column));
                }
                forms.add(loss);
            }
            hinges.add(new Hinge(forms));
        }
        return hinges;
    }

    /// The largest loss of each expiry at zero or at a strike, and what unpaired calls post.
    private List<Hinge> bounded(BoundedLoss bounded) {
        List<Hinge> hinges = new ArrayList<>();
        for (RiskArrays.Expiry expiry : arrays.expiries()) {
            if (expiry.run() != runIndex) continue;
            SortedMap<Integer, Double> unpaired = new TreeMap<>();
            SortedSet<Double> prices = new TreeSet<>(Set.of(0.0));
            for (int row = expiry.from(); row < expiry.to(); row++) {
                if (!(arrays.instruments().get(row) instanceof Option option)) continue;
                prices.add(option.strike());
                if (option.right() == OptionRight.PUT) continue;
                double forward = Rows.forward(arrays, row);
                unpaired.put(row, -bounded.unpairedInitial() * units(row, option) * forward);
            }
            List<SortedMap<Integer, Double>> losses = new ArrayList<>(List.of(ZERO));
            for (double price : prices) losses.add(loss(expiry, price));
            hinges.add(new Hinge(losses));
            hinges.add(new Hinge(List.of(unpaired, ZERO)));
        }
        return hinges;
    }

    private double units(int row, Option option) {
        return option.contract().multiplier() * Rows.fx(arrays, row);
    }

    /// What options of an expiry do not pay at a price.
    private SortedMap<Integer, Double> loss(RiskArrays.Expiry expiry, double price) {
        SortedMap<Integer, Double> loss = new TreeMap<>();
        for (int row = expiry.from(); row < expiry.to(); row++) {
            if (!(arrays.instruments().get(row) instanceof Option option)) continue;
            double inside = Math.max(0, option.right().sign() * (price - option.strike()));
            loss.put(row, -inside * units(row, option));
        }
        return loss;
    }

    private ConvexCharge tiered(TieredMinimum tiered) {
        double[] units = Rows.units(arrays, tiered.kinds());
        List<Hinge> hinges = new ArrayList<>();
        for (int row = run.from(); row < run.to(); row++) {
            if (units[row] == 0) continue;
            hinges.add(size(form(row, units[row] * tiered.rate() * run.spot())));
        }
        List<Piece> pieces = new ArrayList<>();
        double from = 0;
        for (Tiers.Tier tier : tiered.tiers().tiers()) {
            double slope = tier.rate();
            pieces.add(new Piece(slope, tiered.tiers().of(from) - slope * from));
            from = tier.to();
        }
        return new ConvexCharge(hinges, pieces);
    }

    private ConvexCharge liquidity(Liquidity liquidity, SortedMap<Integer, Double> held) {
        double[] delta = arrays.columns().delta();
        SortedMap<Integer, Double> net = new TreeMap<>();
        for (int row = run.from(); row < run.to(); row++) net.put(row, delta[row]);
        Hinge size = size(net);
        MarketImpact market = liquidity.market(arrays, run.from());
        double step = Math.max(size.at(held), 1) / TO_HELD;
        List<Piece> pieces = new ArrayList<>();
        for (int k = 0; k <= TANGENTS; k++) {
            double at = k * step;
            double slope = liquidity.slope(market, at, run.spot());
            double charge = liquidity.charge(market, at, 0, run.spot());
            pieces.add(new Piece(slope, charge - slope * at));
        }
        return new ConvexCharge(List.of(size), pieces);
    }

    private ConvexCharge size(SizeRate rate, SortedMap<Integer, Double> held) {
        double[] units = Rows.units(arrays, Set.of(Kind.PERPETUAL));
        SortedMap<Integer, Double> net = new TreeMap<>();
        for (int row = run.from(); row < run.to(); row++) {
            if (units[row] != 0) net.put(row, units[row]);
        }
        Hinge size = size(net);
        SizeRate.Terms terms = rate.terms(arrays, run.from());
        double step = Math.max(size.at(held), 1) / TO_HELD;
        List<Piece> pieces = new ArrayList<>();
        for (int k = 0; k <= TANGENTS; k++) {
            double at = k * step;
            double growth = terms.initialFraction() / terms.skewScale();
            double slope = run.spot() * (2 * at * growth + terms.minimumRatio());
            pieces.add(new Piece(slope, -run.spot() * at * at * growth));
        }
        return new ConvexCharge(List.of(size), pieces);
    }
}
