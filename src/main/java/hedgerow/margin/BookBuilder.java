package hedgerow.margin;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// Collects the positions and orders of accounts, in any order, into a [Book].
///
/// Takes 16 bytes a position while collecting, and gives them back while the book is laid out.
public final class BookBuilder {
    private static final int CHUNK = 1 << 16;

    private final RiskArrays arrays;
    private final boolean isGross;
    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private final List<Placed> orders = new ArrayList<>();
    private int accounts;
    private long size;

    private record Placed(int account, int row, double quantity, double limitPrice) {}

    /// Positions as they came.
    private static final class Chunk {
        final int[] accounts;
        final int[] rows;
        final double[] quantities;
        int size;

        Chunk(int[] accounts, int[] rows, double[] quantities, int size) {
            this.accounts = accounts;
            this.rows = rows;
            this.quantities = quantities;
            this.size = size;
        }
    }

    /// A builder of books over the instruments of `arrays`, in which positions on one instrument
    /// are netted.
    public BookBuilder(RiskArrays arrays) {
        this(arrays, false);
    }

    /// A builder of books for `reader`: over its instruments, netted unless it margins gross.
    public BookBuilder(MarginReader reader) {
        this(reader.arrays(), reader.isGross());
    }

    private BookBuilder(RiskArrays arrays, boolean isGross) {
        this.arrays = arrays;
        this.isGross = isGross;
    }

    /// The book of positions that stand in three columns, in any order; the columns are only read.
    ///
    /// @param accounts how many accounts there are
    /// @param account the account of each position, counted from zero
    /// @param row the row of its instrument
    /// @param quantity signed contracts
    public static Book book(
            RiskArrays arrays, int accounts, int[] account, int[] row, double[] quantity) {
        if (account.length != row.length || row.length != quantity.length) {
            throw new IllegalArgumentException(
                    "columns must be of one length, were of %d, %d and %d"
                            .formatted(account.length, row.length, quantity.length));
        }
        BookBuilder builder = new BookBuilder(arrays).accounts(accounts);
        for (int i = 0; i < row.length; i++) builder.check(account[i], row[i], quantity[i]);
        if (builder.accounts > accounts) {
            throw new IllegalArgumentException(
                    "accounts must be below "
                            + accounts
                            + ", were up to "
                            + (builder.accounts - 1));
        }
        builder.chunks.add(new Chunk(account, row, quantity, row.length));
        builder.size = row.length;
        return builder.build();
    }

    /// Makes room for so many accounts, of which some may hold nothing.
    public BookBuilder accounts(int accounts) {
        this.accounts = Math.max(this.accounts, accounts);
        return this;
    }

    /// Adds a position.
    ///
    /// @param account counted from zero
    /// @param row the row of the instrument
    /// @param quantity signed contracts
    /// @throws IllegalArgumentException on an account or row that cannot be, or a quantity that is
    ///   not finite
    public BookBuilder add(int account, int row, double quantity) {
        check(account, row, quantity);
        Chunk last = chunks.peekLast();
        if (last == null || last.size == CHUNK) {
            last = new Chunk(new int[CHUNK], new int[CHUNK], new double[CHUNK], 0);
            chunks.addLast(last);
        }
        last.accounts[last.size] = account;
        last.rows[last.size] = row;
        last.quantities[last.size++] = quantity;
        size++;
        return this;
    }

    /// Adds a position.
    ///
    /// @throws IllegalArgumentException on an instrument without a row
    public BookBuilder add(int account, Instrument instrument, double quantity) {
        return add(account, Holding.row(arrays, instrument), quantity);
    }

    /// Adds the positions and open orders of a portfolio.
    ///
    /// @throws IllegalArgumentException on an instrument without a row
    public BookBuilder add(int account, Portfolio portfolio) {
        for (Position p : portfolio.positions()) add(account, p.instrument(), p.quantity());
        for (Order o : portfolio.orders()) {
            int row = Holding.row(arrays, o.instrument());
            check(account, row, o.quantity());
            orders.add(new Placed(account, row, o.quantity(), o.limitPrice()));
        }
        return accounts(account + 1);
    }

    private void check(int account, int row, double quantity) {
        if (account < 0) {
            throw new IllegalArgumentException("account must not be negative, was " + account);
        }
        if (row < 0 || row >= arrays.instruments().size()) {
            throw new IllegalArgumentException(
                    "row must be below " + arrays.instruments().size() + ", was " + row);
        }
        Require.finite("quantity", quantity);
        accounts = Math.max(accounts, account + 1);
    }

    /// Lays out the book; the builder is empty afterwards.
    ///
    /// @throws IllegalArgumentException beyond 2^31 - 1 positions
    public Book build() {
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a book has at most 2^31 - 9 positions, had " + size);
        }
        int[] starts = starts();
        int[] rows = new int[(int) size];
        double[] quantities = new double[(int) size];
        scatter(starts, rows, quantities);
        int positions = net(starts, rows, quantities);
        if (positions < size) {
            rows = Arrays.copyOf(rows, positions);
            quantities = Arrays.copyOf(quantities, positions);
        }
        int[] groupStarts = groups(starts, rows);
        Book book =
                new Book(
                        arrays.instruments(),
                        isGross,
                        starts,
                        groupStarts,
                        rows,
                        quantities,
                        orders());
        accounts = 0;
        size = 0;
        orders.clear();
        return book;
    }

    /// The first position of each account, one place late: that of account 3 stands at 4.
    private int[] starts() {
        int[] starts = new int[accounts + 1];
        for (Chunk chunk : chunks) {
            for (int i = 0; i < chunk.size; i++) {
                if (chunk.accounts[i] + 2 <= accounts) starts[chunk.accounts[i] + 2]++;
            }
        }
        for (int account = 1; account <= accounts; account++) {
            starts[account] += starts[account - 1];
        }
        return starts;
    }

    /// Puts positions in their places; moves each start to its end, which is the next one's start.
    private void scatter(int[] starts, int[] rows, double[] quantities) {
        for (Chunk chunk = chunks.pollFirst(); chunk != null; chunk = chunks.pollFirst()) {
            for (int i = 0; i < chunk.size; i++) {
                int place = starts[chunk.accounts[i] + 1]++;
                rows[place] = chunk.rows[i];
                quantities[place] = chunk.quantities[i];
            }
        }
    }

    /// Nets each account and moves the accounts together.
    private int net(int[] starts, int[] rows, double[] quantities) {
        Netting netting = new Netting(isGross);
        int end = 0;
        for (int account = 0; account < accounts; account++) {
            int from = starts[account];
            int legs = netting.net(rows, quantities, from, starts[account + 1]) - from;
            if (end < from) {
                System.arraycopy(rows, from, rows, end, legs);
                System.arraycopy(quantities, from, quantities, end, legs);
            }
            starts[account] = end;
            end += legs;
        }
        starts[accounts] = end;
        return end;
    }

    /// The starts of groups; turns the first leg of each account into its first group.
    private int[] groups(int[] starts, int[] rows) {
        int groups = 0;
        int[] accountStarts = new int[arrays.runs().size() + 1];
        for (int account = 0; account < accounts; account++) {
            groups +=
                    Holding.groups(
                            arrays, rows, starts[account], starts[account + 1], accountStarts, 0);
        }
        int[] groupStarts = new int[groups + 1];
        int group = 0;
        for (int account = 0; account < accounts; account++) {
            int from = starts[account];
            starts[account] = group;
            group = Holding.groups(arrays, rows, from, starts[account + 1], groupStarts, group);
        }
        groupStarts[groups] = rows.length;
        starts[accounts] = groups;
        return groupStarts;
    }

    private BookOrders orders() {
        if (orders.isEmpty()) return BookOrders.NONE;
        orders.sort(
                Comparator.comparingInt(Placed::account)
                        .thenComparingInt(Placed::row)
                        .thenComparingDouble(Placed::quantity)
                        .thenComparingDouble(Placed::limitPrice));
        int[] starts = new int[accounts + 1];
        for (Placed order : orders) starts[order.account() + 1]++;
        for (int account = 0; account < accounts; account++) starts[account + 1] += starts[account];
        return new BookOrders(
                starts,
                orders.stream().mapToInt(Placed::row).toArray(),
                orders.stream().mapToDouble(Placed::quantity).toArray(),
                orders.stream().mapToDouble(Placed::limitPrice).toArray());
    }
}
