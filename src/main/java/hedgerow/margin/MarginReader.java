package hedgerow.margin;

import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.RiskArrays;
import hedgerow.pricing.kernel.Aggregation;
import hedgerow.pricing.kernel.GroupSums;
import java.lang.foreign.Arena;
import java.util.List;

/// Reads what accounts must post from one set of arrays; immutable, so any thread may use it.
///
/// The groups of an account are its legs by underlying, and their requirements add. A model may
/// settle them against one another before they do.
public abstract class MarginReader {
    final Aggregation aggregation;
    private final RiskArrays arrays;
    private final Headroom headroom;

    private final CollateralPrices collateral;

    /// @throws RefusedException where the arrays hold what the model has no rule for
    MarginReader(MarginModel model, RiskArrays arrays) {
        List<Refusal> refusals = refusals(model, arrays);
        if (!refusals.isEmpty()) throw new RefusedException(refusals);
        this.arrays = arrays;
        this.headroom = new Headroom(arrays, model.valuation().moneyUnit());
        this.collateral =
                CollateralPrices.of(model.collateral(), arrays.market(), arrays.currency());
        this.aggregation = Aggregation.fastest(arrays.cells(), arrays.stride(), arrays.weights());
    }

    /// Rows of spot may be there for collateral that moves with it, in a model that covers no spot.
    private static List<Refusal> refusals(MarginModel model, RiskArrays arrays) {
        return model.info().scope().refusals(arrays.instruments()).stream()
                .filter(refusal ->
                        !refusal.instrument().filter(model.collateral()::hasRowsOf).isPresent())
                .toList();
    }

    /// The arrays that are read.
    public final RiskArrays arrays() {
        return arrays;
    }

    /// The portfolio's legs and orders as rows of the arrays, which hold every instrument of it and
    /// of its collateral that moves with an underlying.
    public final Holding hold(Portfolio portfolio) {
        return Holding.of(arrays, collateral.held(portfolio), isGross());
    }

    /// A place for the result of one group, whose vector is `vector`.
    abstract GroupReading newReading(double[] vector);

    /// Reads a group whose vector of positions and their scan stand in `out`; allocates nothing.
    abstract void readVector(Group group, GroupReading out);

    /// The parts of the requirement of a group that was read, in the order in which they are
    /// reported.
    abstract List<Margin.Component> components(GroupReading reading);

    /// The worst scenario of a group that was read, or -1 where nothing is lost.
    abstract int binding(GroupReading reading);

    /// Whether requirements of groups depend on one another, so that [#settle] gives them.
    boolean isLinked() {
        return false;
    }

    /// Whether an account may be short and long of one instrument, and both count.
    public boolean isGross() {
        return false;
    }

    /// Puts the requirements of all groups of an account into their readings, of which the vectors
    /// were read; asked only where [#isLinked].
    void settle(Scratch scratch, int readings) {}

    /// Reads a whole account; allocates nothing, once `scratch` has seen as many groups.
    ///
    /// @param holding the account's legs
    /// @param scratch working place of the calling thread, from [#scratch]
    /// @param out takes the account's requirement
    /// @throws RefusedException where a sum, or the requirement, is too large
    public final void read(Holding holding, Scratch scratch, Requirement out) {
        scratch.sum(holding);
        GroupWalk walk = scratch.walk;
        walk.start(holding, headroom.isTight(holding.grossQuantity));
        double initial = 0;
        double maintenance = 0;
        long worst = 0;
        int worstPlace = -1;
        while (walk.next()) {
            int place = scratch.place(walk);
            GroupReading reading = scratch.summed(place);
            readGroup(walk.group, reading);
            initial += reading.initial;
            maintenance += reading.maintenance;
            // The first of the largest scans, by bits and without a branch: a wrong guess would
            // have to wait for the scan, and take back the work on the next group
            long more = worst - Double.doubleToRawLongBits(reading.scan);
            worst -= more & more >> 63;
            worstPlace += (place - worstPlace) & (int) (more >> 63);
        }
        if (isLinked()) {
            int readings = scratch.groups + walk.ordersOnly;
            settle(scratch, readings);
            initial = 0;
            maintenance = 0;
            for (int place = 0; place < readings; place++) {
                initial += scratch.readings[place].initial;
                maintenance += scratch.readings[place].maintenance;
            }
            // What counts of option value is shared out, so a sum may miss zero by a rounding
            initial = Math.max(0, initial);
            maintenance = Math.max(0, maintenance);
        }
        if (!Double.isFinite(initial) || !Double.isFinite(maintenance)) throw Headroom.tooLarge();
        out.set(initial, maintenance);
        if (worstPlace >= 0) {
            GroupReading reading = scratch.reading(worstPlace);
            out.bind(reading, binding(reading));
        }
    }

    private void readGroup(Group group, GroupReading reading) {
        reading.runIndex = group.runIndex;
        readVector(group, reading);
        if (group.isTight) headroom.check(group, reading.vector);
    }

    /// A working place for one thread.
    public final Scratch scratch() {
        return new Scratch(this, aggregation);
    }

    /// A working place for one thread that reads many accounts.
    ///
    /// @param arena holds memory of it, and is closed after it
    final Scratch scratch(Arena arena) {
        return new Scratch(this, aggregation.aligned(arena));
    }

    /// Working places of one thread; afterwards what was read of each group of the last account.
    public static final class Scratch {
        final GroupWalk walk;

        private final MarginReader reader;
        private final Aggregation aggregation;
        private GroupSums sums = new GroupSums(0, 0);
        private GroupReading[] readings = new GroupReading[0];
        private int firstGroup;
        private int groups;

        Scratch(MarginReader reader, Aggregation aggregation) {
            this.reader = reader;
            this.aggregation = aggregation;
            this.walk = new GroupWalk(reader.arrays());
        }

        private void sum(Holding holding) {
            firstGroup = holding.firstGroup;
            groups = holding.endGroup - holding.firstGroup;
            int most = groups + holding.orderTo - holding.orderFrom;
            if (most > readings.length) grow(most);
            aggregation.sum(
                    holding.rows,
                    holding.quantities,
                    holding.groupStarts,
                    holding.firstGroup,
                    holding.endGroup,
                    sums);
        }

        /// The place of a group among the readings: groups with legs as they were summed, then
        /// those of the account that are orders only.
        int place(GroupWalk walk) {
            return walk.legGroup >= 0 ? walk.legGroup - firstGroup : groups + walk.ordersOnly;
        }

        /// What was read of the group at `place`.
        GroupReading reading(int place) {
            return readings[place];
        }

        /// The reading of the group at `place` with its vector and scan, ready for the rest.
        private GroupReading summed(int place) {
            GroupReading reading = readings[place];
            if (place < groups) {
                reading.scan = sums.worst(place);
            } else {
                reading.clear();
            }
            return reading;
        }

        private void grow(int most) {
            sums = new GroupSums(2 * most, reader.arrays().stride());
            readings = new GroupReading[2 * most];
            for (int i = 0; i < readings.length; i++) {
                readings[i] = reader.newReading(sums.vector(i));
            }
        }
    }
}
