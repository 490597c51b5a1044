package hedgerow.pricing;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
        List<Instrument> sorted = sorted(instruments, known);
        List<Instrument> fresh = new ArrayList<>();
        for (Instrument instrument : sorted) {
            if (instrument instanceof ListedContract) return revaluation.arrays(sorted);
            if (known.row(instrument).isEmpty()) fresh.add(instrument);
        }
        if (fresh.isEmpty()) return rows(sorted, known, known);
        RiskArrays priced = revaluation.arrays(fresh);
        kept = joined(known, priced);
        return rows(sorted, known, priced);
    }

    /// How many cells are kept.
    int keptCells() {
        return kept.cells().length;
    }

    /// Instruments as rows stand, by their places where all are known.
    private static List<Instrument> sorted(Collection<Instrument> instruments, RiskArrays known) {
        int[] rows = new int[instruments.size()];
        int found = 0;
        for (Instrument instrument : instruments) {
            Optional<Integer> row = known.row(instrument);
            if (row.isEmpty()) return Revaluation.rows(instruments);
            rows[found++] = row.get();
        }
        return IntStream.of(rows).sorted().distinct().mapToObj(known.instruments()::get).toList();
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
