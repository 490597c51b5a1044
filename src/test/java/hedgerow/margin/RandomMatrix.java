package hedgerow.margin;

import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Settlement;
import hedgerow.pricing.RiskArrays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Random arrays, models and books; the same seed gives the same ones.
///
/// Whole figures are small whole numbers, whose sums and products are exact, so that properties
/// hold to the last bit; other figures are of any size.
final class RandomMatrix {
    private static final Instant EXPIRY = Instant.parse("2026-06-26T08:00:00Z");

    final RandomGenerator random;
    final boolean whole;
    final double[] weights;
    final List<Instrument> instruments = new ArrayList<>();
    final RiskArrays arrays;

    private final long seed;

    RandomMatrix(long seed, boolean whole) {
        this.seed = seed;
        this.whole = whole;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.weights = new double[random.nextInt(1, 40)];
        for (int s = 0; s < weights.length; s++) weights[s] = weight();
        this.arrays = arrays();
    }

    private double weight() {
        if (random.nextInt(3) > 0) return 1;
        return whole ? random.nextInt(1, 9) / 4.0 : random.nextDouble(0.01, 2);
    }

    private RiskArrays arrays() {
        List<RiskArrays.Row> rows = new ArrayList<>();
        Map<String, Double> spots = new TreeMap<>();
        int underlyings = random.nextInt(1, 4);
        for (int u = 0; u < underlyings; u++) {
            String id = String.valueOf((char) ('A' + u));
            spots.put(id, whole ? random.nextInt(1, 100) : random.nextDouble(0.1, 1e5));
            rows.add(row(new Perpetual(id, Contract.LINEAR)));
            for (int k = random.nextInt(0, 5); k > 0; k--) rows.add(row(option(id, k)));
        }
        rows.forEach(row -> instruments.add(row.instrument()));
        return RiskArrays.of(rows, spots, weights);
    }

    private Option option(String underlying, int k) {
        Contract contract = Contract.of(Settlement.LINEAR, random.nextBoolean() ? 1 : 100);
        OptionRight right = random.nextBoolean() ? OptionRight.CALL : OptionRight.PUT;
        Option.Style style = random.nextBoolean() ? Option.Style.EUROPEAN : Option.Style.AMERICAN;
        return new Option(underlying, right, 100 + k, EXPIRY, style, contract);
    }

    private RiskArrays.Row row(Instrument instrument) {
        double[] pnl = new double[weights.length];
        for (int s = 0; s < pnl.length; s++) pnl[s] = figure();
        return new RiskArrays.Row(instrument, pnl, figure(), figure());
    }

    /// A figure that is often zero or small, so that ties are common.
    private double figure() {
        if (whole) return random.nextInt(-6, 7);
        return random.nextInt(5) == 0
                ? 0
                : random.nextGaussian() * Math.scalb(1.0, random.nextInt(20));
    }

    double quantity() {
        return whole ? random.nextInt(-9, 10) : random.nextGaussian() * 10;
    }

    List<Position> book() {
        List<Position> legs = new ArrayList<>();
        for (int n = random.nextInt(0, 9); n > 0; n--) {
            legs.add(new Position(instruments.get(random.nextInt(instruments.size())), quantity()));
        }
        return legs;
    }

    List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        for (int n = random.nextInt(0, 4); n > 0; n--) {
            Instrument instrument = instruments.get(random.nextInt(instruments.size()));
            // rows written by hand have no price: a limit of zero for a linear contract has no edge
            orders.add(new Order(instrument, quantity(), 0));
        }
        return orders;
    }

    /// A model of these scenarios with up to three charges.
    ScanModel model() {
        List<Charge.Placed> charges = new ArrayList<>();
        for (int n = random.nextInt(0, 4); n > 0; n--) charges.add(placed(placement()));
        return Matrices.model(weights, new ScanModel.Factors(factor(), factor()), charges);
    }

    /// A model of these scenarios alone.
    ScanModel scan() {
        return Matrices.model(weights, Matrices.ONE, List.of());
    }

    Charge.Placed placed(Charge.Placement placement) {
        return new Charge.Placed(charge(), placement);
    }

    private Charge.Placement placement() {
        List<Charge.Placement> placements = List.of(Charge.Placement.values());
        return placements.get(random.nextInt(placements.size()));
    }

    private Charge charge() {
        if (random.nextBoolean()) {
            return new ContractMinimum(whole ? random.nextInt(0, 5) : random.nextDouble(0, 5));
        }
        double one = rate();
        double other = rate();
        return new DeltaFloor(Math.max(one, other), Math.min(one, other));
    }

    private double rate() {
        return whole ? random.nextInt(0, 5) / 4.0 : random.nextDouble(0, 0.2);
    }

    private double factor() {
        return whole ? random.nextInt(0, 9) / 4.0 : random.nextDouble(0.5, 1.5);
    }

    @Override
    public String toString() {
        return "seed %d, %s figures".formatted(seed, whole ? "whole" : "other");
    }
}
