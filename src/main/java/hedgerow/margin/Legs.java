package hedgerow.margin;

import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A caller's positions as rows of the risk arrays, by row and then by quantity, so that a sum over
/// them has the same bits whatever the order in which the caller listed them.
///
/// Several legs may stand on one row: the account holds their sum.
final class Legs {
    private final RiskArrays arrays;
    private final Netting netting;
    private final int[] places;
    private final int[] rows;
    private final double[] quantities;

    private Legs(
            RiskArrays arrays, Netting netting, int[] places, int[] rows, double[] quantities) {
        this.arrays = arrays;
        this.netting = netting;
        this.places = places;
        this.rows = rows;
        this.quantities = quantities;
    }

    /// The positions as rows of `arrays`.
    ///
    /// @param isGross whether what is short stays apart from what is long
    /// @throws IllegalArgumentException on an instrument without a row
    static Legs of(RiskArrays arrays, List<Position> positions, boolean isGross) {
        int[] rowOf =
                positions.stream().mapToInt(p -> Holding.row(arrays, p.instrument())).toArray();
        int[] places =
                IntStream.range(0, rowOf.length)
                        .boxed()
                        .sorted(
                                Comparator.comparingInt((Integer place) -> rowOf[place])
                                        .thenComparingDouble(p -> positions.get(p).quantity()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return new Legs(
                arrays,
                new Netting(isGross),
                places,
                IntStream.of(places).map(place -> rowOf[place]).toArray(),
                IntStream.of(places).mapToDouble(p -> positions.get(p).quantity()).toArray());
    }

    int size() {
        return rows.length;
    }

    int row(int leg) {
        return rows[leg];
    }

    double quantity(int leg) {
        return quantities[leg];
    }

    /// The place of a leg in the caller's list.
    int place(int leg) {
        return places[leg];
    }

    /// What the legs from `from` to `to` come to without the leg `but`, or with all where it is -1.
    Holding net(int from, int to, int but, Holding.OpenOrders orders) {
        int[] netRows = new int[to - from];
        double[] net = new double[to - from];
        int count = 0;
        for (int leg = from; leg < to; leg++) {
            if (leg == but) continue;
            netRows[count] = rows[leg];
            net[count++] = quantities[leg];
        }
        return Holding.of(arrays, netRows, net, netting.net(netRows, net, 0, count), orders);
    }
}
