package hedgerow.margin;

import hedgerow.margin.Holding.OpenOrders;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.RiskArrays;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The positions and open orders of many accounts, as compressed sparse rows over one set of
/// arrays.
///
/// An account's legs stand together, by row and so by underlying, each instrument once (or, where a
/// model margins gross, once short and once long): 12 bytes a position, 4 a group and 4 an account.
/// The order of the input changes no bit of any answer. Arrays with the same instruments, such as
/// those of the next tick, may be read with the same book.
public final class Book {
    /// The most accounts that one thread takes at a time, and the least where there are several.
    private static final int MOST_SHARE = 1024;

    private static final int LEAST_SHARE = 64;

    /// Positions per instrument from which on a copy of the arrays is soon made up for.
    private static final int MANY = 64;

    private final List<Instrument> instruments;
    private final boolean isGross;
    private final int[] accountGroups;
    private final int[] groupStarts;
    private final int[] rows;
    private final double[] quantities;
    private final BookOrders orders;
    private final double grossQuantity;

    /// @param isGross whether what is short stands apart from what is long
    /// @param accountGroups the first group of each account, and the end of the last
    /// @param groupStarts the first leg of each group, and the end of the last
    Book(
            List<Instrument> instruments,
            boolean isGross,
            int[] accountGroups,
            int[] groupStarts,
            int[] rows,
            double[] quantities,
            BookOrders orders) {
        this.instruments = instruments;
        this.isGross = isGross;
        this.accountGroups = accountGroups;
        this.groupStarts = groupStarts;
        this.rows = rows;
        this.quantities = quantities;
        this.orders = orders;
        this.grossQuantity = largestGross();
    }

    /// How many accounts there are; they are counted from zero.
    public int accounts() {
        return accountGroups.length - 1;
    }

    /// How many positions there are, after netting.
    public int positions() {
        return rows.length;
    }

    /// The instruments by row.
    public List<Instrument> instruments() {
        return instruments;
    }

    /// What an account holds, for `reader` to read.
    ///
    /// @throws IllegalArgumentException where the reader's arrays have other instruments, or it
    ///   margins gross and the book is netted
    public Holding holding(MarginReader reader, int account) {
        Holding view = view(reader);
        move(view, account);
        return view;
    }

    /// What every account must post: a new [Requirements] filled by [#margins(MarginReader, int,
    /// Requirements)].
    public Requirements margins(MarginReader reader, int threads) {
        Requirements out = new Requirements(accounts());
        margins(reader, threads, out);
        return out;
    }

    /// Puts what every account must post into `out`, in the order of accounts; the same bits for
    /// any number of threads. Allocates nothing per account.
    ///
    /// An account whose sums are too large is refused there; the others are answered.
    ///
    /// @param threads how many threads work, the caller's among them; at least one
    /// @throws IllegalArgumentException where the reader's arrays have other instruments, or it
    ///   margins gross and the book is netted
    public void margins(MarginReader reader, int threads, Requirements out) {
        if (out.accounts() != accounts()) {
            throw new IllegalArgumentException(
                    "requirements must have room for "
                            + accounts()
                            + " accounts, had "
                            + out.accounts());
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least one, was " + threads);
        }
        out.clearRefusals();
        Holding view = view(reader);
        int share = Math.clamp(Math.ceilDiv(accounts(), threads), LEAST_SHARE, MOST_SHARE);
        int shares = Math.ceilDiv(accounts(), share);
        Shares left = new Shares(share, new AtomicLong());
        Threads.run(Math.min(threads, shares), () -> work(reader, view.copy(), left, out));
    }

    /// Runs of accounts that threads take one after another.
    private record Shares(int size, AtomicLong taken) {
        /// The first account of the next run.
        long next() {
            return taken.getAndAdd(size);
        }
    }

    /// An account by itself, to be changed: its legs and its orders, over `arrays` of the book's
    /// instruments.
    LiveAccount account(RiskArrays arrays, int account) {
        int from = groupStarts[accountGroups[account]];
        int to = groupStarts[accountGroups[account + 1]];
        return new LiveAccount(
                arrays,
                Arrays.copyOfRange(rows, from, to),
                Arrays.copyOfRange(quantities, from, to),
                orders.of(account));
    }

    private void work(MarginReader reader, Holding view, Shares left, Requirements out) {
        try (Arena arena = Arena.ofConfined()) {
            boolean many = rows.length >= MANY * instruments.size();
            MarginReader.Scratch scratch = many ? reader.scratch(arena) : reader.scratch();
            Requirement requirement = new Requirement();
            for (long from = left.next(); from < accounts(); from = left.next()) {
                int to = (int) Math.min(accounts(), from + left.size());
                for (int account = (int) from; account < to; account++) {
                    move(view, account);
                    read(reader, view, scratch, requirement, account, out);
                }
            }
        }
    }

    private static void read(
            MarginReader reader,
            Holding view,
            MarginReader.Scratch scratch,
            Requirement requirement,
            int account,
            Requirements out) {
        try {
            reader.read(view, scratch, requirement);
            out.set(account, requirement);
        } catch (RefusedException refused) {
            out.refuse(account, refused);
        }
    }

    private Holding view(MarginReader reader) {
        List<Instrument> read = reader.arrays().instruments();
        if (read != instruments && !read.equals(instruments)) {
            throw new IllegalArgumentException(
                    "a book over "
                            + instruments.size()
                            + " instruments needs arrays of the same, were of "
                            + read.size());
        }
        if (reader.isGross() != isGross) {
            throw new IllegalArgumentException(
                    isGross
                            ? "a gross book needs a model that margins gross"
                            : "a netted book cannot be margined gross");
        }
        OpenOrders open = orders.on(reader.arrays());
        Holding view = new Holding(rows, quantities, groupStarts, open);
        view.grossQuantity = grossQuantity + open.grossOfEdges();
        return view;
    }

    private void move(Holding view, int account) {
        view.firstGroup = accountGroups[account];
        view.endGroup = accountGroups[account + 1];
        view.orderFrom = orders.start(account);
        view.orderTo = orders.start(account + 1);
    }

    private double largestGross() {
        double largest = 0;
        for (int account = 0; account < accounts(); account++) {
            double gross = orders.gross(account);
            int end = groupStarts[accountGroups[account + 1]];
            for (int i = groupStarts[accountGroups[account]]; i < end; i++) {
                gross += Math.abs(quantities[i]);
            }
            largest = Math.max(largest, gross);
        }
        return largest;
    }
}
