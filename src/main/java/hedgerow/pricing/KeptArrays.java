package hedgerow.pricing;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The risk arrays of one revaluation, kept from question to question: an instrument is priced when
/// it is first asked for.
///
/// What is answered has the bits of a revaluation of those instruments alone, since no row depends
/// on another. Published arrays are looked up and not kept. Safe for use by many threads; two that
/// ask for the same new instrument may both price it.
public final class KeptArrays {
    /// The most cells that are kept, 8 MiB of them; beyond that the newest alone stay, or none of
    /// the newest where they alone are more.
    public static final int MOST_CELLS = 1 << 20;

    private final Revaluation revaluation;
    private volatile RiskArrays kept;

    /// Nothing is priced as yet.
    public KeptArrays(Revaluation revaluation) {
        this.revaluation = revaluation;
        this.kept = revaluation.arrays(List.of());
    }

    /// The risk arrays of the given instruments, each once.
    ///
    /// @throws hedgerow.portfolio.RefusedException with every reason, where any cannot be priced
    public RiskArrays arrays(Collection<Instrument> instruments) {
        RiskArrays known = kept;
        Optional<int[]> places = places(instruments, known);
        if (places.isPresent()) return rows(places.get(), known);
        List<Instrument> sorted = Revaluation.rows(instruments);
        List<Instrument> fresh = new ArrayList<>();
        for (Instrument instrument : sorted) {
            if (instrument instanceof ListedContract) return revaluation.arrays(sorted);
            if (known.row(instrument).isEmpty()) fresh.add(instrument);
        }
        RiskArrays priced = revaluation.arrays(fresh);
        kept = joined(known, priced);
        return rows(sorted, known, priced);
    }

    /// How many cells are kept.
    int keptCells() {
        return kept.cells().length;
    }

    /// The places of instruments, ascending and each once; empty where not all are known.
    private static Optional<int[]> places(Collection<Instrument> instruments, RiskArrays known) {
        int[] places = new int[instruments.size()];
        int found = 0;
        for (Instrument instrument : instruments) {
            Optional<Integer> row = known.row(instrument);
            if (row.isEmpty()) return Optional.empty();
            places[found++] = row.get();
        }
        Arrays.sort(places);
        int end = 0;
        for (int place : places) {
            if (end == 0 || place != places[end - 1]) places[end++] = place;
        }
        return Optional.of(end == places.length ? places : Arrays.copyOf(places, end));
    }

    /// The rows of `known` at some places.
    private static RiskArrays rows(int[] places, RiskArrays known) {
        int stride = known.stride();
        Instrument[] sorted = new Instrument[places.length];
        double[] cells = new double[places.length * stride];
        RiskArrays.Columns columns = RiskArrays.Columns.ofRows(places.length);
        for (int row = 0; row < places.length; row++) {
            sorted[row] = known.instruments().get(places[row]);
            System.arraycopy(known.cells(), places[row] * stride, cells, row * stride, stride);
            columns.copy(known.columns(), places[row], row);
        }
        List<Instrument> rows = List.of(sorted);
        return known.with(rows, cells, columns, notes(rows, known, known));
    }

    private static RiskArrays joined(RiskArrays known, RiskArrays priced) {
        long cells = (long) known.cells().length + priced.cells().length;
        if (cells > MOST_CELLS) return priced.cells().length > MOST_CELLS ? known : priced;
        List<Instrument> all = new ArrayList<>(known.instruments());
        all.addAll(priced.instruments());
        all.sort(Instrument.ORDER);
        return rows(all, known, priced);
    }

    /// The rows of `sorted`, each from one of two arrays.
    private static RiskArrays rows(List<Instrument> sorted, RiskArrays known, RiskArrays priced) {
        int stride = known.stride();
        double[] cells = new double[sorted.size() * stride];
        RiskArrays.Columns columns = RiskArrays.Columns.ofRows(sorted.size());
        for (int row = 0; row < sorted.size(); row++) {
            Instrument instrument = sorted.get(row);
            Optional<Integer> kept = known.row(instrument);
            RiskArrays from = kept.isPresent() ? known : priced;
            int place = kept.or(() -> priced.row(instrument)).orElseThrow();
            System.arraycopy(from.cells(), place * stride, cells, row * stride, stride);
            columns.copy(from.columns(), place, row);
        }
        return known.with(sorted, cells, columns, notes(sorted, known, priced));
    }

    private static List<Note> notes(List<Instrument> sorted, RiskArrays known, RiskArrays priced) {
        if (known.notes().isEmpty() && priced.notes().isEmpty()) return List.of();
        Set<Instrument> asked = new HashSet<>(sorted);
        return Stream.of(known, priced)
                .distinct()
                .flatMap(arrays -> arrays.notes().stream())
                .filter(note -> asked.contains(note.instrument()))
                .sorted(Comparator.comparing(Note::instrument, Instrument.ORDER))
                .toList();
    }
}
