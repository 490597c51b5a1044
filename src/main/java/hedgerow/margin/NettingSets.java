package hedgerow.margin;

import hedgerow.margin.Margin.Binding;
import hedgerow.margin.Margin.Contribution;
import hedgerow.margin.Margin.GroupMargin;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// An account cut into sets that are margined apart: legs net inside a set and never across.
///
/// The requirement of the account is the sum over its sets. Collateral that moves with an
/// underlying takes part in the scan of the account as a whole only; where there are several sets,
/// it has one of its own.
///
/// For a model whose requirement is subadditive in the legs of an underlying (two books together
/// never post more than apart), each coarser rule asks for no more than a finer one. That holds for
/// the worst of scenarios, for a delta floor, and for any charge that is a rate on what is held; it
/// does not hold for quantiles of the past, for tiers that rise with size, nor for conditions on
/// the whole set.
///
/// @param sets in order of their groups, then underlyings, then expiries
public record NettingSets(List<NettingSet> sets) {
    public NettingSets {
        sets = List.copyOf(sets);
    }

    /// Legs that are margined together.
    ///
    /// @param group the account, sub-account or strategy, as the caller names it; may be empty
    /// @param underlying what they are on, where the rule tells that apart
    /// @param expiry when they end, where the rule tells that apart and they end
    /// @param positions their places in the portfolio
    /// @param orders the places of open orders
    /// @param collateral whether this is the set of what is posted and moves with an underlying
    public record NettingSet(
            String group,
            Optional<String> underlying,
            Optional<Instant> expiry,
            List<Integer> positions,
            List<Integer> orders,
            boolean collateral) {
        public NettingSet {
            positions = List.copyOf(positions);
            orders = List.copyOf(orders);
        }

        private Portfolio of(Portfolio whole) {
            return new Portfolio(
                    positions.stream().map(whole.positions()::get).toList(),
                    collateral ? whole.collateral() : List.of(),
                    orders.stream().map(whole.orders()::get).toList(),
                    0);
        }
    }

    /// The margin of each set, and of all.
    ///
    /// @param whole their sum: its groups are those of the sets, one after the other
    /// @param sets the margin of each set
    public record Read(Margin whole, List<Margin> sets) {
        public Read {
            sets = List.copyOf(sets);
        }
    }

    private record Key(String group, NettingRule.Key key) {
        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::group).thenComparing(Key::key, NettingRule.Key.ORDER);
    }

    /// Cuts an account.
    ///
    /// @param groups the group of each position, then of each order
    /// @param moves whether some of its collateral moves with an underlying
    public static NettingSets of(
            NettingRule rule, Portfolio portfolio, List<String> groups, boolean moves) {
        List<Position> positions = portfolio.positions();
        List<Order> orders = portfolio.orders();
        if (groups.size() != positions.size() + orders.size()) {
            throw new IllegalArgumentException(
                    "each position and order needs a group, of %d and %d there were %d"
                            .formatted(positions.size(), orders.size(), groups.size()));
        }
        SortedMap<Key, List<Integer>> legs = new TreeMap<>(Key.ORDER);
        for (int i = 0; i < groups.size(); i++) {
            int order = i - positions.size();
            var instrument =
                    order < 0 ? positions.get(i).instrument() : orders.get(order).instrument();
            Key key = new Key(groups.get(i), rule.key(instrument, i));
            legs.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
        }
        List<NettingSet> sets = new ArrayList<>();
        legs.forEach((key, places) -> sets.add(set(key, places, positions.size())));
        boolean one = sets.size() == 1 && rule == NettingRule.FULL;
        if (one) sets.set(0, withCollateral(sets.getFirst()));
        else if (moves) sets.add(posted());
        return new NettingSets(sets);
    }

    private static NettingSet set(Key key, List<Integer> places, int positions) {
        String underlying = key.key().underlying();
        return new NettingSet(
                key.group(),
                underlying.isEmpty() ? Optional.empty() : Optional.of(underlying),
                key.key().expiry(),
                places.stream().filter(i -> i < positions).toList(),
                places.stream().filter(i -> i >= positions).map(i -> i - positions).toList(),
                false);
    }

    private static NettingSet withCollateral(NettingSet all) {
        return new NettingSet(
                all.group(), all.underlying(), all.expiry(), all.positions(), all.orders(), true);
    }

    private static NettingSet posted() {
        return new NettingSet("", Optional.empty(), Optional.empty(), List.of(), List.of(), true);
    }

    /// What the account must post, explained set by set.
    ///
    /// @throws hedgerow.portfolio.RefusedException where the figures are too large to be numbers
    public Read margin(MarginModel model, RiskArrays arrays, Portfolio portfolio) {
        List<Margin> margins = new ArrayList<>();
        List<GroupMargin> groups = new ArrayList<>();
        Optional<Binding> binding = Optional.empty();
        int moving = moving(model, portfolio);
        Contribution[] contributions = new Contribution[portfolio.positions().size() + moving];
        double[] orders = new double[portfolio.orders().size()];
        double initial = 0;
        double maintenance = 0;
        for (NettingSet set : sets) {
            Margin margin = model.margin(arrays, set.of(portfolio));
            margins.add(margin);
            initial += margin.initial();
            maintenance += margin.maintenance();
            groups.addAll(margin.groups());
            double largest = binding.map(Binding::loss).orElse(0.0);
            if (margin.binding().map(Binding::loss).orElse(0.0) > largest) {
                binding = margin.binding();
            }
            put(set, margin, portfolio.positions().size(), contributions);
            for (int i = 0; i < set.orders().size(); i++) {
                orders[set.orders().get(i)] = margin.orderContributions().get(i);
            }
        }
        Margin whole =
                new Margin(
                        initial,
                        maintenance,
                        arrays.currency(),
                        binding,
                        groups,
                        List.of(contributions),
                        IntStream.range(0, orders.length).mapToObj(i -> orders[i]).toList());
        if (!Double.isFinite(whole.offset())) throw Headroom.tooLarge();
        return new Read(whole, margins);
    }

    private static int moving(MarginModel model, Portfolio portfolio) {
        return (int)
                portfolio.collateral().stream()
                        .filter(held -> model.collateral().movesWith(held.asset()).isPresent())
                        .count();
    }

    /// Puts what a set says of its legs, and then of collateral, at their places in the portfolio.
    private static void put(
            NettingSet set, Margin margin, int positions, Contribution[] contributions) {
        int legs = set.positions().size();
        for (int i = 0; i < margin.contributions().size(); i++) {
            int place = i < legs ? set.positions().get(i) : positions + i - legs;
            contributions[place] = margin.contributions().get(i);
        }
    }

    /// What the account must post, without the explanation.
    ///
    /// @throws hedgerow.portfolio.RefusedException where the figures are too large to be numbers
    public Requirement requirement(MarginReader reader, Portfolio portfolio) {
        Requirement sum = new Requirement();
        Requirement each = new Requirement();
        MarginReader.Scratch scratch = reader.scratch();
        for (NettingSet set : sets) {
            reader.read(reader.hold(set.of(portfolio)), scratch, each);
            sum.add(each);
        }
        if (!Double.isFinite(sum.initial()) || !Double.isFinite(sum.maintenance())) {
            throw Headroom.tooLarge();
        }
        return sum;
    }
}
