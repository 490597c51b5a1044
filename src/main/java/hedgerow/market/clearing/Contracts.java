package hedgerow.market.clearing;

import hedgerow.portfolio.Fingerprint;
import hedgerow.portfolio.OptionRight;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The contracts of a clearing house with their risk arrays, as columns.
///
/// A contract is an index, counted from zero in the order in which they were read. Its array holds
/// losses of one contract held long, in the currency of its combined commodity, weights included.
public final class Contracts {
    private final Map<ProductFamily.Key, ProductFamily> families;
    private final List<Series> series;
    private final ContractColumns columns;
    private final ContractIndex index;

    Contracts(
            Map<ProductFamily.Key, ProductFamily> families,
            List<Series> series,
            ContractColumns columns,
            ContractIndex index) {
        this.families = Map.copyOf(families);
        this.series = List.copyOf(series);
        this.columns = columns;
        this.index = index;
    }

    /// How many contracts there are.
    public int size() {
        return columns.size();
    }

    /// How many scenarios each array has; zero where there is no contract.
    public int scenarios() {
        return columns.scenarios();
    }

    /// The families, in order.
    public List<ProductFamily> families() {
        return families.values().stream().sorted(Comparator.comparing(ProductFamily::key)).toList();
    }

    /// The series, in the order in which they were read.
    public List<Series> series() {
        return series;
    }

    /// The contract of that name, where there is one.
    public OptionalInt find(ContractKey key) {
        OptionalInt of = index.series(key.series());
        return of.isEmpty()
                ? of
                : index.contract(columns, of.getAsInt(), columns.code(key.right()), key.strike());
    }

    /// What a contract is called.
    public ContractKey key(int contract) {
        return new ContractKey(series(contract).key(), right(contract), strike(contract));
    }

    /// The series of a contract.
    public Series series(int contract) {
        return series.get(columns.series(contract));
    }

    /// The family of a contract.
    public ProductFamily family(int contract) {
        return family(series(contract).key().family());
    }

    /// The family of that name.
    ///
    /// @throws IllegalArgumentException where there is none
    public ProductFamily family(ProductFamily.Key key) {
        ProductFamily family = families.get(key);
        if (family == null) throw new IllegalArgumentException("there is no family " + key);
        return family;
    }

    /// Whether a contract is a call or a put; empty for what is no option.
    public Optional<OptionRight> right(int contract) {
        return columns.right(contract);
    }

    /// The strike of an option; zero for anything else.
    public double strike(int contract) {
        return columns.strike(contract);
    }

    /// The settlement price, where there is one.
    public OptionalDouble price(int contract) {
        return ContractColumns.known(columns.price(contract));
    }

    /// The implied vol, where there is one, as a fraction.
    public OptionalDouble impliedVol(int contract) {
        return ContractColumns.known(columns.vol(contract));
    }

    /// The composite delta of one contract held long, before any scaling.
    public double compositeDelta(int contract) {
        return columns.delta(contract);
    }

    /// The loss of one contract held long in a scenario; below zero for a gain.
    public double loss(int contract, int scenario) {
        return columns.loss(contract, scenario);
    }

    /// A copy of a contract's array.
    public double[] losses(int contract) {
        return IntStream.range(0, scenarios()).mapToDouble(s -> loss(contract, s)).toArray();
    }

    /// Adds every figure to a fingerprint, whatever the order in which contracts were read.
    void print(Fingerprint print) {
        families().forEach(family -> print.put(family.toString()));
        int[] order = sortedSeries();
        for (int s : order) print.put(series.get(s).toString());
        print.putLong(size()).putLong(scenarios());
        for (int contract : sorted(order)) {
            print.putLong(columns.code(right(contract))).put(strike(contract));
            print.put(columns.price(contract)).put(columns.vol(contract));
            print.put(compositeDelta(contract));
            for (int s = 0; s < scenarios(); s++) print.put(loss(contract, s));
        }
    }

    private int[] sortedSeries() {
        Map<Series, String> texts = new HashMap<>();
        series.forEach(s -> texts.put(s, s.key().toString()));
        return IntStream.range(0, series.size())
                .boxed()
                .sorted(Comparator.comparing(s -> texts.getOrDefault(series.get(s), "")))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// All contracts by series, right and strike.
    private int[] sorted(int[] seriesInOrder) {
        int[] place = new int[series.size()];
        for (int i = 0; i < seriesInOrder.length; i++) place[seriesInOrder[i]] = i;
        Integer[] contracts = new Integer[size()];
        Arrays.setAll(contracts, i -> i);
        Arrays.sort(
                contracts,
                Comparator.comparingInt((Integer c) -> place[columns.series(c)])
                        .thenComparingInt(c -> columns.code(right(c)))
                        .thenComparingDouble(this::strike));
        return Arrays.stream(contracts).mapToInt(Integer::intValue).toArray();
    }
}
