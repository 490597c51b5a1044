package hedgerow.margin;

import hedgerow.margin.RandomHouse.Commodity;
import hedgerow.margin.RandomHouse.Contract;
import hedgerow.margin.RandomHouse.Inter;
import hedgerow.margin.RandomHouse.Leg;
import hedgerow.margin.RandomHouse.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The published method once more, as plainly as it can be said and sharing no line with the
/// engine: what a random account at a random house comes to.
final class ReferenceMargin {
    final Map<Commodity, Account> accounts = new LinkedHashMap<>();

    /// Members, hedgers and speculators, counted from zero.
    private final int type;

    /// One combined commodity of the account.
    static final class Account {
        final Commodity of;
        final double[] loss = new double[16];
        final Map<Integer, double[]> lossByMonth = new TreeMap<>();
        final Map<Integer, Double> delta = new TreeMap<>();
        final Map<Integer, Double> left = new TreeMap<>();
        final Map<Integer, Double> used = new TreeMap<>();
        double calls;
        double puts;
        double longValue;
        double shortValue;
        double scan;
        double price;
        double intra;
        double spot;
        double credit;
        double movedMinimum;
        boolean isMoved;
        double nearestRange;
        int nearest = Integer.MAX_VALUE;

        Account(Commodity of) {
            this.of = of;
        }

        double minimum() {
            double counted = of.isMax ? Math.max(calls, puts) : calls + puts;
            return counted * of.scaling * of.minimum + movedMinimum;
        }

        double net(Map<Integer, Double> deltas, int tier) {
            double net = 0;
            for (Map.Entry<Integer, Double> each : deltas.entrySet()) {
                if (isIn(of.interTiers, tier, each.getKey())) net += each.getValue();
            }
            return net;
        }

        void scan() {
            List<double[]> vectors = new ArrayList<>();
            if (of.scanTiers.isEmpty()) {
                vectors.add(loss);
            } else {
                for (int t = 0; t <= of.scanTiers.size(); t++) vectors.add(new double[16]);
                lossByMonth.forEach((month, losses) -> {
                    int place = of.scanTiers.size();
                    for (int t = of.scanTiers.size() - 1; t >= 0; t--) {
                        int[] tier = of.scanTiers.get(t);
                        if (tier[1] <= month && month <= tier[2]) place = t;
                    }
                    for (int s = 0; s < 16; s++) vectors.get(place)[s] += losses[s];
                });
            }
            scan = 0;
            double time = 0;
            double vol = 0;
            for (double[] vector : vectors) {
                double[] parts = parts(vector);
                scan += parts[0];
                time += parts[1];
                vol += parts[2];
            }
            price = Math.max(0, scan - time - vol);
        }

        /// Scan, time and vol risk of a vector.
        private static double[] parts(double[] vector) {
            int active = 0;
            for (int s = 1; s < 16; s++) if (vector[s] > vector[active]) active = s;
            int paired = active >= 14 ? active : active % 2 == 0 ? active + 1 : active - 1;
            double vol =
                    vector[active] < 0
                            ? (vector[0] - vector[1]) / 2
                            : (vector[active] - vector[paired]) / 2;
            return new double[] {Math.max(0, vector[active]), (vector[0] + vector[1]) / 2, vol};
        }

        double weightedPriceRisk(int tier) {
            double risk = price;
            double range = nearestRange;
            if (tier > 0) {
                double[] vector = new double[16];
                int first = Integer.MAX_VALUE;
                for (Map.Entry<Integer, double[]> each : lossByMonth.entrySet()) {
                    if (!isIn(of.interTiers, tier, each.getKey())) continue;
                    first = Math.min(first, each.getKey());
                    for (int s = 0; s < 16; s++) vector[s] += each.getValue()[s];
                }
                double[] parts = parts(vector);
                risk = Math.max(0, parts[0] - parts[1] - parts[2]);
            }
            double net = Math.abs(net(delta, tier));
            double normal = net == 0 || risk == 0 ? 0 : risk / net;
            return switch (of.priceRisk) {
                case 1 -> normal;
                case 2 -> Math.min(normal, range);
                default -> net == 0 ? 0 : range;
            };
        }

        /// Takes so much of one side out of some months, from the first on.
        void use(List<Integer> months, int side, double amount) {
            double rest = amount;
            for (int month : months) {
                double here = Math.min(rest, Math.max(0, side * left.getOrDefault(month, 0.0)));
                left.merge(month, -side * here, Double::sum);
                used.merge(month, here, Double::sum);
                rest -= here;
            }
        }

        List<Integer> months(List<int[]> tiers, int tier) {
            return delta.keySet().stream().filter(month -> isIn(tiers, tier, month)).toList();
        }
    }

    /// Whether a month is in a tier; all are in tier zero.
    static boolean isIn(List<int[]> tiers, int tier, int month) {
        if (tier == 0) return true;
        return tiers.stream().anyMatch(t -> t[0] == tier && t[1] <= month && month <= t[2]);
    }

    ReferenceMargin(RandomHouse house, Map<Contract, Double> held, int type) {
        this.type = type;
        held.forEach(this::take);
        for (Account account : accounts.values()) account.scan();
        inter(house, true);
        List<Account> sorted = new ArrayList<>(accounts.values());
        for (Account account : sorted) {
            if (account.isMoved) continue;
            intra(account);
            spot(account);
        }
        inter(house, false);
    }

    private void take(Contract contract, double quantity) {
        Account to = accounts.computeIfAbsent(contract.commodity(), Account::new);
        int month = contract.month();
        for (int s = 0; s < 16; s++) {
            to.loss[s] += quantity * contract.losses()[s];
            to.lossByMonth.computeIfAbsent(month, m -> new double[16])[s] +=
                    quantity * contract.losses()[s];
        }
        double delta = quantity * contract.delta() * to.of.scaling;
        to.delta.merge(month, delta, Double::sum);
        to.left.merge(month, delta, Double::sum);
        if (quantity < 0 && contract.right() > 0) to.calls -= quantity;
        if (quantity < 0 && contract.right() < 0) to.puts -= quantity;
        if (contract.right() != 0 && !to.of.isFuturesStyle) {
            if (quantity > 0) to.longValue += quantity * contract.price();
            else to.shortValue -= quantity * contract.price();
        }
        to.nearest = Math.min(to.nearest, month);
        to.nearestRange = to.of.range / to.of.scaling;
    }

    private void inter(RandomHouse house, boolean isSuper) {
        List<Inter> sorted = new ArrayList<>(house.inters);
        sorted.sort(Comparator.comparingInt(Inter::priority));
        for (Inter each : sorted) {
            if (each.isSuper() != isSuper) continue;
            switch (each.method()) {
                case "04" -> move(each);
                case "02" -> sameTiers(each);
                default -> form(each, each.legs().stream().map(Leg::tier).toList(), 1e300);
            }
        }
    }

    private boolean isHeld(Commodity commodity) {
        return accounts.containsKey(commodity) && !accounts.get(commodity).isMoved;
    }

    /// Forms at most so many spreads over a tier of each leg.
    private double form(Inter spread, List<Integer> tiers, double most) {
        List<Leg> legs = spread.legs();
        if (!legs.stream().allMatch(leg -> isHeld(leg.commodity()))) return 0;
        double count = Math.min(most, possible(legs, tiers));
        if (count <= 0) return 0;
        double[] credits = new double[legs.size()];
        for (int i = 0; i < credits.length; i++) {
            Leg leg = legs.get(i);
            int tier = spread.method().equals("20") ? tiers.get(i) : 0;
            credits[i] =
                    spread.isFlat()
                            ? count * leg.rate() / legs.size()
                            : count
                                    * leg.ratio()
                                    * accounts.get(leg.commodity()).weightedPriceRisk(tier)
                                    * leg.rate()
                                    / 100;
        }
        for (int i = 0; i < credits.length; i++) {
            Account account = accounts.get(legs.get(i).commodity());
            int side = (int) Math.signum(account.net(account.left, tiers.get(i)));
            account.use(
                    account.months(account.of.interTiers, tiers.get(i)),
                    side,
                    count * legs.get(i).ratio());
            account.credit += credits[i];
        }
        return count;
    }

    private double possible(List<Leg> legs, List<Integer> tiers) {
        double orientation = 0;
        double least = 1e300;
        for (int i = 0; i < legs.size(); i++) {
            Account account = accounts.get(legs.get(i).commodity());
            double net = account.net(account.left, tiers.get(i));
            double own = Math.signum(net) * legs.get(i).side();
            if (i == 0) orientation = own;
            if (own == 0 || own != orientation) return 0;
            least = Math.min(least, Math.abs(net) / legs.get(i).ratio());
        }
        return least;
    }

    private void sameTiers(Inter spread) {
        if (!spread.legs().stream().allMatch(leg -> isHeld(leg.commodity()))) return;
        List<Integer> whole = spread.legs().stream().map(leg -> 0).toList();
        double rest = possible(spread.legs(), whole);
        for (int number = 1; number <= 3; number++) {
            int tier = number;
            boolean all =
                    spread.legs().stream()
                            .allMatch(leg ->
                                    leg.commodity().interTiers.stream()
                                            .anyMatch(t -> t[0] == tier));
            if (!all) continue;
            rest -= form(spread, spread.legs().stream().map(leg -> tier).toList(), rest);
        }
    }

    private void move(Inter spread) {
        List<Leg> held = spread.legs().stream().filter(leg -> isHeld(leg.commodity())).toList();
        boolean all =
                spread.legs().stream()
                        .filter(Leg::isRequired)
                        .allMatch(leg -> isHeld(leg.commodity()));
        if (!all || held.size() < spread.minimumLegs()) return;
        Account target = accounts.computeIfAbsent(spread.target(), Account::new);
        for (Leg leg : held) {
            Account from = accounts.get(leg.commodity());
            double factor = spread.targetRatio() / leg.ratio();
            for (int s = 0; s < 16; s++) {
                double loss = from.loss[s];
                target.loss[s] += loss >= 0 ? loss : leg.rate() / 100 * loss;
            }
            from.delta.forEach((m, d) -> target.delta.merge(m, factor * d, Double::sum));
            from.left.forEach((m, d) -> target.left.merge(m, factor * d, Double::sum));
            from.used.forEach((m, d) -> target.used.merge(m, factor * d, Double::sum));
            target.longValue += from.longValue;
            target.shortValue += from.shortValue;
            target.movedMinimum += from.minimum();
            double range = from.nearestRange / factor;
            if (from.nearest < target.nearest) target.nearestRange = range;
            else if (from.nearest == target.nearest) {
                target.nearestRange = Math.max(target.nearestRange, range);
            }
            target.nearest = Math.min(target.nearest, from.nearest);
            target.credit += from.credit;
            from.credit = 0;
            from.isMoved = true;
        }
        target.scan();
    }

    private static void intra(Account account) {
        List<Spread> series = new ArrayList<>(account.of.series);
        series.sort(Comparator.comparingInt(Spread::priority));
        for (Spread spread : series) form(account, spread, false);
        List<Spread> tiers = new ArrayList<>(account.of.tiers);
        tiers.sort(Comparator.comparingInt(Spread::priority));
        for (Spread spread : tiers) form(account, spread, true);
    }

    /// Both ways round; legs of one pool and side share it.
    private static void form(Account account, Spread spread, boolean isOfTiers) {
        for (int orientation : new int[] {1, -1}) {
            double count = 1e300;
            for (double[] leg : spread.legs()) {
                double ratio = 0;
                for (double[] other : spread.legs()) {
                    if (other[0] == leg[0] && other[2] == leg[2]) ratio += other[1];
                }
                double pool = 0;
                for (int month : months(account, leg, isOfTiers)) {
                    double left = account.left.getOrDefault(month, 0.0);
                    pool += Math.max(0, orientation * leg[2] * left);
                }
                count = Math.min(count, pool / ratio);
            }
            if (count <= 0) continue;
            account.intra += count * spread.rate();
            for (double[] leg : spread.legs()) {
                account.use(
                        months(account, leg, isOfTiers),
                        (int) (orientation * leg[2]),
                        count * leg[1]);
            }
        }
    }

    private static List<Integer> months(Account account, double[] leg, boolean isOfTiers) {
        return isOfTiers
                ? account.months(account.of.intraTiers, (int) leg[0])
                : account.delta.keySet().stream().filter(m -> m == (int) leg[0]).toList();
    }

    private static void spot(Account account) {
        for (int[] charge : account.of.spot) {
            account.spot +=
                    account.used.getOrDefault(charge[0], 0.0) * charge[1]
                            + Math.abs(account.left.getOrDefault(charge[0], 0.0)) * charge[2];
        }
    }

    /// The risk of a commodity before factors.
    static double risk(Account of) {
        return of.isMoved ? 0 : Math.max(of.scan + of.intra + of.spot - of.credit, of.minimum());
    }

    double maintenance() {
        double sum = 0;
        for (Account of : accounts.values()) sum += risk(of) * of.of.adjustment[type];
        return Math.max(0, sum - value());
    }

    double initial() {
        double sum = 0;
        for (Account of : accounts.values()) {
            sum += risk(of) * of.of.adjustment[type] * of.of.ratio[type];
        }
        return Math.max(0, sum - value());
    }

    /// Net option value; that of what was moved stands in the target.
    double value() {
        double value = 0;
        for (Account of : accounts.values()) {
            if (!of.isMoved) value += of.longValue - of.shortValue;
        }
        return value;
    }
}
