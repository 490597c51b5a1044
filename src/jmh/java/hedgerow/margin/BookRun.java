package hedgerow.margin;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/// Margins many accounts at once and prints processor seconds and bytes: `BookRun [accounts]`, a
/// million unless given, of fifty positions in groups of ten, sixteen scenarios.
///
/// Seconds are those of the one thread that reads, the best of several runs, so that other work on
/// the machine does not count; bytes are what the book keeps, a position, and what laying it out
/// takes on top of the input at most.
public final class BookRun {
    private static final int RUNS = 7;
    private static final int GROUPS = 5;
    private static final ThreadMXBean THREADS =
            (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private BookRun() {}

    public static void main(String[] arguments) {
        int accounts = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        BenchAccounts data = new BenchAccounts(accounts, GROUPS, 16);
        long before = used();
        Book book = data.book();
        double bytes = (double) (used() - before) / data.positions();
        System.out.printf(
                Locale.ROOT,
                "%d accounts, %d positions, %.1f bytes a position%n%n",
                accounts,
                data.positions(),
                bytes);
        System.out.println("| read with | CPU seconds | M positions/s/core |\n|---|---|---|");
        run("the scan alone", data, book, List.of());
        run("floors and minimums too", data, book, BenchAccounts.FLOORS);
    }

    private static void run(
            String name, BenchAccounts data, Book book, List<Charge.Placed> charges) {
        MarginReader reader = data.model(charges).on(data.arrays);
        Requirements out = new Requirements(book.accounts());
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < RUNS; i++) {
            long from = THREADS.getCurrentThreadCpuTime();
            book.margins(reader, 1, out);
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - from) * 1e-9);
        }
        System.out.printf(
                Locale.ROOT,
                "| %s, %s | %.3f | %.0f |%n",
                reader.aggregation.name(),
                name,
                best,
                data.positions() / best / 1e6);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
