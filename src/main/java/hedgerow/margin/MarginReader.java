package hedgerow.margin;

import hedgerow.portfolio.Portfolio;
import hedgerow.pricing.RiskArrays;

/// Reads what accounts must post from one set of arrays; immutable, so any thread may use it.
///
/// The groups of an account are its legs by underlying, and their requirements add.
public abstract class MarginReader {
    private final RiskArrays arrays;

    MarginReader(RiskArrays arrays) {
        this.arrays = arrays;
    }

    /// The arrays that are read.
    public final RiskArrays arrays() {
        return arrays;
    }

    /// The portfolio's legs and orders as rows of the arrays, which hold every instrument of it.
    public final Holding hold(Portfolio portfolio) {
        return Holding.of(arrays, portfolio);
    }

    /// A place for the result of one group, of the size that this reader needs.
    abstract GroupReading newReading();

    /// Reads one group; allocates nothing.
    abstract void readGroup(Group group, GroupReading out);

    /// Reads a whole account; allocates nothing.
    ///
    /// @param holding the account's legs
    /// @param scratch working place of the calling thread, from [#scratch]
    /// @param out takes the account's requirement
    public final void read(Holding holding, Scratch scratch, Requirement out) {
        out.clear();
        GroupWalk walk = scratch.walk;
        walk.start(holding);
        while (walk.next()) {
            readGroup(walk.group, scratch.reading);
            out.add(walk.runIndex, scratch.reading);
        }
    }

    /// A working place for one thread.
    public final Scratch scratch() {
        return new Scratch(new GroupWalk(arrays), newReading());
    }

    /// Working places of one thread.
    public static final class Scratch {
        final GroupWalk walk;
        final GroupReading reading;

        Scratch(GroupWalk walk, GroupReading reading) {
            this.walk = walk;
            this.reading = reading;
        }
    }
}
