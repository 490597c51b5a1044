package hedgerow.pricing;

import hedgerow.market.ForwardCurve;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.market.Years;
import hedgerow.portfolio.Instrument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The one matrix: what a unit of each instrument gains or loses in each scenario.
///
/// Rows are instruments in [Instrument#ORDER], so those of one underlying stand together, and
/// inside it those of one expiry. A cell is the profit (positive) of one contract held long, in the
/// margin currency, before any scenario weight. Beside the scenarios each row has its value, delta
/// and price.
///
/// A row takes [#stride] cells, of which the first [#scenarios] are in use and the rest are zero,
/// so that loops over a row may run in whole blocks.
public final class RiskArrays {
    /// Cells in a block; the stride is a multiple of it.
    public static final int BLOCK = 16;

    private final List<Instrument> instruments;
    private final Map<Instrument, Integer> rowOf;
    private final List<Run> runs;
    private final int[] runOfRow;
    private final List<Expiry> expiries;
    private final int[] expiryOfRow;
    private final Market market;
    private final String currency;
    private final double[] weights;
    private final int stride;
    private final double[] cells;
    private final Columns columns;
    private final List<Note> notes;

    /// The rows of one underlying.
    ///
    /// @param underlying the underlying's id
    /// @param spot its spot price in the margin currency
    /// @param from the first row
    /// @param to one past the last row
    public record Run(String underlying, double spot, int from, int to) {}

    /// The rows of one underlying that end at one instant.
    ///
    /// @param run the place of the underlying among the runs
    /// @param expiry when they end; empty for what never does
    /// @param years time to it in years of 365 days; zero for what never ends
    /// @param from the first row
    /// @param to one past the last row
    public record Expiry(int run, Optional<Instant> expiry, double years, int from, int to) {}

    /// The figures beside the scenarios, one per row.
    ///
    /// @param value what one contract is worth now in the margin currency; zero for futures
    /// @param delta units of the base currency that one contract moves with
    /// @param price the contract's price per unit, in the unit in which it is quoted
    /// @param unitValue the margin currency that one contract gains when its price per unit gains
    ///   one; for an inverse future, when its coin is worth one coin more; the open share of that
    ///   where profits count as far as a settlement average is open
    public record Columns(double[] value, double[] delta, double[] price, double[] unitValue) {
        /// Columns of zeros for `rows` rows.
        public static Columns ofRows(int rows) {
            return new Columns(
                    new double[rows], new double[rows], new double[rows], new double[rows]);
        }

        /// A copy that holds the rows of `other` from row `from` on.
        Columns with(int from, Columns other) {
            return new Columns(
                    with(value, from, other.value),
                    with(delta, from, other.delta),
                    with(price, from, other.price),
                    with(unitValue, from, other.unitValue));
        }

        /// Takes row `from` of `other` as row `to`.
        void copy(Columns other, int from, int to) {
            value[to] = other.value[from];
            delta[to] = other.delta[from];
            price[to] = other.price[from];
            unitValue[to] = other.unitValue[from];
        }

        private static double[] with(double[] column, int from, double[] other) {
            double[] copy = column.clone();
            System.arraycopy(other, 0, copy, from, other.length);
            return copy;
        }
    }

    /// One row, as written by hand or read from a file.
    ///
    /// @param instrument what the row is of
    /// @param pnl profit by scenario of one contract held long
    /// @param value what one contract is worth now
    /// @param delta units of the base currency
    public record Row(Instrument instrument, double[] pnl, double value, double delta) {}

    RiskArrays(
            List<Instrument> instruments,
            Market market,
            String currency,
            double[] weights,
            double[] cells,
            Columns columns,
            List<Note> notes) {
        this.instruments = List.copyOf(instruments);
        this.market = market;
        this.runs = runs(instruments, market, currency);
        this.runOfRow = new int[instruments.size()];
        for (int run = 0; run < runs.size(); run++) {
            Arrays.fill(runOfRow, runs.get(run).from(), runs.get(run).to(), run);
        }
        this.expiries = ofRows();
        this.expiryOfRow = new int[instruments.size()];
        for (int place = 0; place < expiries.size(); place++) {
            Expiry expiry = expiries.get(place);
            Arrays.fill(expiryOfRow, expiry.from(), expiry.to(), place);
        }
        this.currency = currency;
        this.weights = weights;
        this.stride = stride(weights.length);
        this.cells = cells;
        this.columns = columns;
        this.notes = List.copyOf(notes);
        this.rowOf = HashMap.newHashMap(instruments.size());
        for (int row = 0; row < instruments.size(); row++) rowOf.put(instruments.get(row), row);
    }

    /// Arrays after a tick: what does not depend on quotes is shared.
    private RiskArrays(
            RiskArrays before,
            List<Run> runs,
            Market market,
            double[] cells,
            Columns columns,
            List<Note> notes) {
        this.instruments = before.instruments;
        this.rowOf = before.rowOf;
        this.runs = List.copyOf(runs);
        this.runOfRow = before.runOfRow;
        this.expiries = before.expiries;
        this.expiryOfRow = before.expiryOfRow;
        this.market = market;
        this.currency = before.currency;
        this.weights = before.weights;
        this.stride = before.stride;
        this.cells = cells;
        this.columns = columns;
        this.notes = List.copyOf(notes);
    }

    /// These arrays after a tick of an underlying that no row is of.
    RiskArrays in(Market other) {
        return new RiskArrays(this, runs, other, cells, columns, notes);
    }

    /// These arrays after a tick of one underlying at the same instant.
    ///
    /// @param run the rows of that underlying
    /// @param ticked those rows alone, priced again, and the market after the tick
    RiskArrays after(Run run, RiskArrays ticked) {
        double[] cellsAfter = cells.clone();
        System.arraycopy(ticked.cells, 0, cellsAfter, run.from() * stride, ticked.cells.length);
        double spot = ticked.runs.getFirst().spot();
        List<Run> runsAfter = new ArrayList<>(runs);
        runsAfter.set(runs.indexOf(run), new Run(run.underlying(), spot, run.from(), run.to()));
        List<Note> notesAfter = new ArrayList<>(ticked.notes);
        for (Note note : notes) {
            if (!note.instrument().underlying().equals(run.underlying())) notesAfter.add(note);
        }
        notesAfter.sort(Comparator.comparing(Note::instrument, Instrument.ORDER));
        return new RiskArrays(
                this,
                runsAfter,
                ticked.market,
                cellsAfter,
                columns.with(run.from(), ticked.columns),
                notesAfter);
    }

    /// Other rows of the same market and grid.
    RiskArrays with(
            List<Instrument> sorted, double[] cellsOf, Columns columnsOf, List<Note> notesOf) {
        return new RiskArrays(sorted, market, currency, weights, cellsOf, columnsOf, notesOf);
    }

    /// The same rows with some of the scenarios alone.
    ///
    /// @param from the first scenario
    /// @param to one past the last
    public RiskArrays slice(int from, int to) {
        double[] some = Arrays.copyOfRange(weights, from, to);
        int width = stride(some.length);
        double[] cut = new double[instruments.size() * width];
        for (int row = 0; row < instruments.size(); row++) {
            System.arraycopy(cells, row * stride + from, cut, row * width, some.length);
        }
        return new RiskArrays(instruments, market, currency, some, cut, columns, notes);
    }

    /// Arrays written by hand: rows in any order, spot by underlying, weights by scenario; in USD.
    ///
    /// @throws IllegalArgumentException where a row's length is not the number of weights
    public static RiskArrays of(List<Row> rows, Map<String, Double> spots, double... weights) {
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort((a, b) -> Instrument.ORDER.compare(a.instrument(), b.instrument()));
        List<Instrument> instruments = sorted.stream().map(Row::instrument).toList();
        double[] cells = new double[sorted.size() * stride(weights.length)];
        Columns columns = Columns.ofRows(sorted.size());
        for (int r = 0; r < sorted.size(); r++) {
            Row row = sorted.get(r);
            if (row.pnl().length != weights.length) {
                throw new IllegalArgumentException(
                        "a row needs "
                                + weights.length
                                + " cells, "
                                + row.instrument().label()
                                + " had "
                                + row.pnl().length);
            }
            System.arraycopy(row.pnl(), 0, cells, r * stride(weights.length), weights.length);
            columns.value()[r] = row.value();
            columns.delta()[r] = row.delta();
        }
        return new RiskArrays(
                instruments, market(spots), "USD", weights.clone(), cells, columns, List.of());
    }

    /// Cells per row for so many scenarios: the next multiple of [#BLOCK].
    public static int stride(int scenarios) {
        return (scenarios + BLOCK - 1) / BLOCK * BLOCK;
    }

    /// A market of spot prices in USD.
    private static Market market(Map<String, Double> spots) {
        return Market.of(
                Instant.EPOCH,
                spots.entrySet().stream().map(e -> underlying(e.getKey(), e.getValue())).toList());
    }

    private static Underlying underlying(String id, double spot) {
        return new Underlying(
                id,
                "USD",
                Reference.of(spot, 0),
                ForwardCurve.NONE,
                VolSurface.NONE,
                Listings.NONE);
    }

    private static List<Run> runs(List<Instrument> sorted, Market market, String currency) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int row = 1; row <= sorted.size(); row++) {
            String id = sorted.get(from).underlying();
            if (row == sorted.size() || !sorted.get(row).underlying().equals(id)) {
                runs.add(new Run(id, spot(market, id, currency), from, row));
                from = row;
            }
        }
        return List.copyOf(runs);
    }

    private static double spot(Market market, String id, String currency) {
        return market.underlying(id)
                .map(u -> u.spot() * market.rate(u.currency(), currency).orElse(Double.NaN))
                .orElse(Double.NaN);
    }

    private List<Expiry> ofRows() {
        List<Expiry> expiries = new ArrayList<>();
        int from = 0;
        for (int row = 1; row <= instruments.size(); row++) {
            Optional<Instant> ends = instruments.get(from).maturity();
            boolean last = row == instruments.size();
            if (last
                    || runOfRow[row] != runOfRow[from]
                    || !instruments.get(row).maturity().equals(ends)) {
                double years = ends.map(end -> Years.between(market.asOf(), end)).orElse(0.0);
                expiries.add(new Expiry(runOfRow[from], ends, years, from, row));
                from = row;
            }
        }
        return List.copyOf(expiries);
    }

    /// The instruments by row.
    public List<Instrument> instruments() {
        return instruments;
    }

    /// The row of an instrument, where it has one.
    public Optional<Integer> row(Instrument instrument) {
        return Optional.ofNullable(rowOf.get(instrument));
    }

    /// The rows of each underlying, in order.
    public List<Run> runs() {
        return runs;
    }

    /// The rows of an underlying, where it has any.
    public Optional<Run> run(String underlying) {
        return runs.stream().filter(run -> run.underlying().equals(underlying)).findFirst();
    }

    /// The index in [#runs] of the underlying of `row`.
    public int runOf(int row) {
        return runOfRow[row];
    }

    /// The rows of each underlying by the instant at which they end, in order.
    public List<Expiry> expiries() {
        return expiries;
    }

    /// The index in [#expiries] of the expiry of `row`.
    public int expiryOf(int row) {
        return expiryOfRow[row];
    }

    /// What was quoted when the rows were priced.
    public Market market() {
        return market;
    }

    /// The margin currency, in which cells and values are.
    public String currency() {
        return currency;
    }

    /// How many scenarios each row has.
    public int scenarios() {
        return weights.length;
    }

    /// Cells from the start of one row to the start of the next.
    public int stride() {
        return stride;
    }

    /// The weight of scenario `s`.
    public double weight(int s) {
        return weights[s];
    }

    /// A copy of the weights of all scenarios.
    public double[] weights() {
        return weights.clone();
    }

    /// The cells themselves, row by row; for reading only.
    public double[] cells() {
        return cells;
    }

    /// Profit of one contract of `row` held long in scenario `s`.
    public double pnl(int row, int s) {
        return cells[row * stride + s];
    }

    /// The figures beside the scenarios; for reading only.
    public Columns columns() {
        return columns;
    }

    /// What a reader should know of how the rows were priced, in order of rows.
    public List<Note> notes() {
        return notes;
    }

    /// A copy of one row's cells.
    public double[] rowPnl(int row) {
        return Arrays.copyOfRange(cells, row * stride, row * stride + weights.length);
    }
}
