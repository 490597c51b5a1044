package hedgerow.market.clearing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Finds contracts by series, right and strike: a table of indices with open addresses, at most
/// half full, so that no contract has an object of its own.
final class ContractIndex {
    private static final int FREE = -1;

    private final Map<Series.Key, Integer> series = new HashMap<>();
    private int[] table = new int[16];
    private int used;

    ContractIndex() {
        Arrays.fill(table, FREE);
    }

    OptionalInt series(Series.Key key) {
        Integer at = series.get(key);
        return at == null ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /// Whether the series is new.
    boolean addSeries(Series.Key key, int at) {
        return series.putIfAbsent(key, at) == null;
    }

    OptionalInt contract(ContractColumns columns, int series, int right, double strike) {
        int found = table[place(columns, series, right, strike)];
        return found == FREE ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /// Takes the contract that was added to the columns last.
    void add(ContractColumns columns) {
        if (2 * (used + 1) > table.length) grow(columns);
        put(columns, columns.size() - 1);
        used++;
    }

    private void grow(ContractColumns columns) {
        table = new int[2 * table.length];
        Arrays.fill(table, FREE);
        for (int contract = 0; contract < used; contract++) put(columns, contract);
    }

    private void put(ContractColumns columns, int contract) {
        int place =
                place(
                        columns,
                        columns.series(contract),
                        columns.rightCode(contract),
                        columns.strike(contract));
        table[place] = contract;
    }

    private int place(ContractColumns columns, int series, int right, double strike) {
        long bits = Double.doubleToLongBits(strike) * 31 + series * 3L + right;
        long mixed = bits * 0x9E3779B97F4A7C15L;
        int mask = table.length - 1;
        int place = (int) (mixed >>> 32) & mask;
        while (table[place] != FREE && !isAt(columns, table[place], series, right, strike)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static boolean isAt(
            ContractColumns columns, int contract, int series, int right, double strike) {
        return columns.series(contract) == series
                && columns.rightCode(contract) == right
                && columns.strike(contract) == strike;
    }
}
