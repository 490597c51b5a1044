package hedgerow.margin;

import hedgerow.portfolio.Order;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A book that follows trades and price ticks: after each only the groups that it touches are read
/// again, and all else is kept.
///
/// ```
/// trade: one group of one account          tick: the groups on one underlying
/// what-if: the groups that its legs touch  requirement: what was kept, added up
/// ```
///
/// Every figure has the bits that a [Book] of the same legs and orders gives, whatever came before:
/// a group is read by the one [MarginReader], its legs in their order, and is never corrected by a
/// difference. Where a model settles groups against one another, nothing is kept, and an account is
/// read whole when it is asked for. A model that margins gross has no such book, as a sale may open
/// one position or close another. A leg that is traded to zero is gone. One thread changes the book
/// at a time; between changes, any number may ask what-ifs, each with a [WhatIf] of its own.
public final class LiveBook {
    private static final int SHARE = 64;

    /// Groups that are fetched before they are read.
    private static final int AHEAD = 32;

    private final MarginModel model;
    private final LiveAccount[] accounts;

    /// By run, the accounts with a leg or an order on it.
    private final List<BitSet> holders = new ArrayList<>();

    /// Keeps the compiler from leaving out what is fetched only.
    private double fetched;

    private MarginReader reader;
    private MarginReader.Scratch scratch;
    private final Requirement requirement = new Requirement();

    /// Takes over what a book holds, and reads all of it.
    ///
    /// @param arrays of the book's instruments
    /// @param threads how many threads read, the caller's among them; at least one
    public LiveBook(MarginModel model, RiskArrays arrays, Book book, int threads) {
        if (!book.instruments().equals(arrays.instruments())) {
            throw new IllegalArgumentException(
                    "a book over %d instruments needs arrays of the same, were of %d"
                            .formatted(book.instruments().size(), arrays.instruments().size()));
        }
        this.model = model;
        this.reader = model.on(arrays);
        if (reader.isGross()) {
            throw new IllegalArgumentException(
                    model.info().id() + " margins gross, and cannot follow trades");
        }
        this.scratch = reader.scratch();
        this.accounts = new LiveAccount[book.accounts()];
        for (int account = 0; account < accounts.length; account++) {
            accounts[account] = book.account(arrays, account);
        }
        for (int run = 0; run < arrays.runs().size(); run++) holders.add(new BitSet());
        for (int account = 0; account < accounts.length; account++) hold(account);
        share(accounts.length, threads, this::readAll);
    }

    private void hold(int account) {
        for (int run : accounts[account].runs) holders.get(run).set(account);
    }

    /// How many accounts there are; they are counted from zero.
    public int accounts() {
        return accounts.length;
    }

    /// What the book is read from, as of the last tick.
    public MarginReader reader() {
        return reader;
    }

    /// Puts what an account must post into `out`.
    ///
    /// @throws RefusedException where one of its sums is too large
    public void requirement(int account, Requirement out) {
        LiveAccount held = accounts[account];
        if (reader.isLinked()) {
            reader.read(held.whole(), scratch, out);
            return;
        }
        GroupTotals totals = new GroupTotals();
        for (int group = 0; group < held.groups(); group++) totals.add(held, group);
        totals.into(out);
    }

    /// Buys or sells contracts for an account.
    ///
    /// @param row the row of the instrument
    /// @param quantity contracts, signed, finite
    public void trade(int account, int row, double quantity) {
        Require.finite("quantity", quantity);
        int run = reader.arrays().runOf(row);
        accounts[account].trade(reader.arrays(), row, quantity);
        readAgain(account, run);
    }

    /// Gives an account other open orders, in place of those it had.
    ///
    /// @throws IllegalArgumentException on an instrument without a row
    public void order(int account, List<Order> orders) {
        LiveAccount held = accounts[account];
        int[] before = held.runs;
        held.order(reader.arrays(), BookOrders.of(reader.arrays(), orders));
        for (int run : before) readAgain(account, run);
        for (int run : held.runs) readAgain(account, run);
    }

    private void readAgain(int account, int run) {
        int group = accounts[account].place(run);
        holders.get(run).set(account, group >= 0);
        if (group >= 0 && !reader.isLinked()) {
            accounts[account].read(reader, scratch, requirement, group);
        }
    }

    /// Takes the arrays after a tick of one underlying and reads the groups on it again.
    ///
    /// @param next of the same instruments, different from those before in the rows of the
    ///   underlying alone
    /// @param threads how many threads read, the caller's among them; at least one
    /// @return the accounts whose requirement may have changed, ascending
    public int[] tick(RiskArrays next, String underlying, int threads) {
        RiskArrays before = reader.arrays();
        if (next.instruments() != before.instruments()
                && !next.instruments().equals(before.instruments())) {
            throw new IllegalArgumentException(
                    "a tick needs arrays of the same %d instruments, were of %d"
                            .formatted(before.instruments().size(), next.instruments().size()));
        }
        reader = model.on(next);
        scratch = reader.scratch();
        return next.run(underlying)
                .map(run -> {
                    int place = next.runOf(run.from());
                    int[] touched = holders.get(place).stream().toArray();
                    share(touched.length, threads, (from, to) -> tick(touched, from, to, place));
                    return touched;
                })
                .orElse(new int[0]);
    }

    private void tick(int[] touched, int from, int to, int run) {
        MarginReader.Scratch own = reader.scratch();
        Requirement out = new Requirement();
        for (int first = from; first < to; first += AHEAD) {
            int end = Math.min(to, first + AHEAD);
            touch(touched, first, end, run);
            for (int i = first; i < end; i++) {
                LiveAccount held = accounts[touched[i]];
                held.tick(reader.arrays());
                if (!reader.isLinked()) held.read(reader, own, out, held.place(run));
            }
        }
    }

    /// Fetches groups that are read next: fetched together, they come several at a time.
    private void touch(int[] touched, int from, int to, int run) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            LiveAccount held = accounts[touched[i]];
            sum += held.touch(held.place(run));
        }
        fetched = sum;
    }

    private void readAll(int from, int to) {
        if (reader.isLinked()) return;
        MarginReader.Scratch own = reader.scratch();
        Requirement out = new Requirement();
        for (int account = from; account < to; account++) {
            LiveAccount held = accounts[account];
            for (int group = 0; group < held.groups(); group++) held.read(reader, own, out, group);
        }
    }

    /// A working place for what-ifs of one thread.
    public WhatIf whatIf() {
        return new WhatIf(this);
    }

    LiveAccount account(int account) {
        return accounts[account];
    }

    /// Work on a range of a list.
    private interface Range {
        void run(int from, int to);
    }

    private static void share(int size, int threads, Range work) {
        int share = Math.max(SHARE, Math.ceilDiv(size, threads));
        AtomicInteger taken = new AtomicInteger();
        Threads.run(
                Math.min(threads, Math.max(1, Math.ceilDiv(size, share))),
                () -> {
                    int from = Math.min(size, share * taken.getAndIncrement());
                    work.run(from, Math.min(size, from + share));
                });
    }
}
