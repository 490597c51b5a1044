package hedgerow.margin;

import hedgerow.margin.Holding.OpenOrders;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.RiskArrays;

/// What accounts of a [LiveBook] would post with further legs; a working place for one thread.
///
/// Only the groups that the legs touch are read, each with the legs it holds; what the book keeps
/// of the others is added. Where groups are settled against one another, the whole account is read.
/// Nothing changes, and nothing is allocated for an account without open orders once the place has
/// seen as many legs.
public final class WhatIf {
    private final LiveBook book;
    private final Netting netting = new Netting(false);
    private final GroupTotals totals = new GroupTotals();
    private final Requirement group = new Requirement();
    private MarginReader reader;
    private MarginReader.Scratch scratch;
    private int[] traded = new int[16];
    private double[] contracts = new double[16];
    private int[] rows = new int[64];
    private double[] quantities = new double[64];
    private final int[] starts = new int[2];
    private Holding merged = new Holding(rows, quantities, starts, OpenOrders.NONE);

    WhatIf(LiveBook book) {
        this.book = book;
        this.reader = book.reader();
        this.scratch = reader.scratch();
    }

    /// Puts what `account` would post with further legs into `out`: the same bits as after trading
    /// each, where no two stand on one row.
    ///
    /// @param rows the row of each leg; any order, netted by themselves
    /// @param quantities contracts, signed, finite
    /// @throws RefusedException where a sum is too large
    public void read(int account, int[] rows, double[] quantities, Requirement out) {
        if (reader != book.reader()) {
            reader = book.reader();
            scratch = reader.scratch();
        }
        int legs = net(rows, quantities);
        LiveAccount held = book.account(account);
        if (reader.isLinked()) {
            int size = merge(held, 0, held.legs(), 0, legs);
            reader.read(held.with(reader.arrays(), this.rows, this.quantities, size), scratch, out);
        } else {
            readGroups(held, legs, out);
        }
    }

    private void readGroups(LiveAccount held, int legs, Requirement out) {
        RiskArrays arrays = reader.arrays();
        totals.clear();
        int place = 0;
        for (int leg = 0; leg < legs; ) {
            int run = arrays.runOf(traded[leg]);
            int end = leg + 1;
            while (end < legs && arrays.runOf(traded[end]) == run) end++;
            while (place < held.groups() && held.runs[place] < run) totals.add(held, place++);
            boolean holds = place < held.groups() && held.runs[place] == run;
            take(held, holds ? place++ : -1, leg, end);
            reader.read(merged, scratch, group);
            totals.add(group, run);
            leg = end;
        }
        while (place < held.groups()) totals.add(held, place++);
        totals.into(out);
    }

    private int net(int[] rows, double[] quantities) {
        if (rows.length > traded.length) {
            traded = new int[2 * rows.length];
            contracts = new double[2 * rows.length];
        }
        System.arraycopy(rows, 0, traded, 0, rows.length);
        System.arraycopy(quantities, 0, contracts, 0, rows.length);
        return netting.net(traded, contracts, 0, rows.length);
    }

    /// Makes the legs of a group, or of none where it is -1, with those traded the one to read.
    private void take(LiveAccount held, int place, int leg, int end) {
        int from = place < 0 ? 0 : held.from(place);
        int to = place < 0 ? 0 : held.to(place);
        starts[1] = merge(held, from, to, leg, end);
        OpenOrders orders = held.openOrders();
        if (merged.orders != orders) merged = new Holding(rows, quantities, starts, orders);
        merged.endGroup = 1;
        merged.orderFrom = place < 0 ? 0 : held.orderFrom(place);
        merged.orderTo = place < 0 ? 0 : held.orderTo(place);
        merged.grossQuantity = held.grossQuantity() + Holding.gross(contracts, end);
    }

    /// Puts legs that are held and legs that are traded together, by row.
    ///
    /// @return how many there are
    private int merge(LiveAccount held, int from, int to, int leg, int end) {
        room(to - from + end - leg);
        int size = 0;
        int next = leg;
        for (int i = from; i < to; i++) {
            int row = held.row(i);
            while (next < end && traded[next] < row) put(size++, traded[next], contracts[next++]);
            double more = next < end && traded[next] == row ? contracts[next++] : 0;
            put(size++, row, held.quantity(i) + more);
        }
        while (next < end) put(size++, traded[next], contracts[next++]);
        return size;
    }

    private void put(int at, int row, double quantity) {
        rows[at] = row;
        quantities[at] = quantity;
    }

    private void room(int size) {
        if (size <= rows.length) return;
        rows = new int[2 * size];
        quantities = new double[2 * size];
        merged = new Holding(rows, quantities, starts, OpenOrders.NONE);
    }
}
