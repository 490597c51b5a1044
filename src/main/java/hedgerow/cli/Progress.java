package hedgerow.cli;

import hedgerow.cli.print.Figures;
import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// How far a run over many lines has come, told on standard error.
final class Progress {
    private static final double SECOND = 1e9;
    private static final long BAR_NANOS = 200_000_000;
    private static final long JSON_NANOS = 1_000_000_000;
    private static final int BAR = 20;
    private static final long LINES_EACH = 100_000;

    private final Form form;
    private final PrintStream err;
    private final OptionalLong total;
    private final LongSupplier nanos;
    private final long began;
    private long before;
    private long answered;
    private long failed;
    private long told;
    private long next;
    private int widest;

    /// How it is told.
    enum Form {
        /// A bar that is drawn anew five times a second.
        BAR,
        /// A line each tenth of the way, or each 100,000 lines where its length is not known.
        LINES,
        /// An object a second, for programs.
        JSON,
        /// Not at all.
        NONE;

        /// The word by which it is asked for.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Progress(Form form, PrintStream err, OptionalLong total, LongSupplier nanos) {
        this.form = form;
        this.err = err;
        this.total = total;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /// Says how many lines an earlier run has answered.
    void start(long done) {
        before = done;
        answered = done;
        told = steps();
    }

    /// Says that more lines are answered.
    void answered(int lines, int failures) {
        answered += lines;
        failed += failures;
        switch (form) {
            case BAR -> {
                if (isDue(BAR_NANOS)) draw(bar());
            }
            case LINES -> {
                if (steps() > told) err.println(line());
                told = steps();
            }
            case JSON -> {
                if (isDue(JSON_NANOS)) err.println(json());
            }
            case NONE -> {}
        }
        err.flush();
    }

    /// Says that the run has ended.
    ///
    /// @param failures how many lines failed, in earlier runs too
    void end(long failures) {
        failed = failures;
        switch (form) {
            case BAR -> {
                draw(bar());
                err.println();
                err.println(ended());
            }
            case LINES -> err.println(ended());
            case JSON -> err.println(json());
            case NONE -> {}
        }
        err.flush();
    }

    private boolean isDue(long every) {
        long now = nanos.getAsLong() - began;
        if (now < next) return false;
        next = now + every;
        return true;
    }

    private double seconds() {
        return (nanos.getAsLong() - began) / SECOND;
    }

    private long steps() {
        if (total.isEmpty()) return answered / LINES_EACH;
        return total.getAsLong() == 0 ? 10 : answered * 10 / total.getAsLong();
    }

    private double rate() {
        double seconds = seconds();
        return seconds <= 0 ? 0 : (answered - before) / seconds;
    }

    private String of() {
        return total.isEmpty() ? "" : "/" + Figures.whole(total.getAsLong());
    }

    private long percent() {
        long all = total.orElse(0);
        return all == 0 ? 100 : answered * 100 / all;
    }

    private String pace() {
        double rate = rate();
        return rate >= 10_000 ? Figures.whole(rate / 1_000) + "k/s" : Figures.whole(rate) + "/s";
    }

    private long etaSeconds() {
        double rate = rate();
        if (total.isEmpty() || rate <= 0) return 0;
        return (long) Math.ceil((total.getAsLong() - answered) / rate);
    }

    private String bar() {
        String errors = " errors " + Figures.whole(failed);
        if (total.isEmpty()) return Figures.whole(answered) + " " + pace() + errors;
        int full = (int) Math.min(BAR, percent() * BAR / 100);
        return "["
                + "#".repeat(full)
                + ".".repeat(BAR - full)
                + "] "
                + Figures.whole(answered)
                + of()
                + " "
                + percent()
                + "% "
                + pace()
                + " ETA "
                + etaSeconds()
                + "s"
                + errors;
    }

    private void draw(String bar) {
        widest = Math.max(widest, bar.length());
        err.print("\r" + bar + " ".repeat(widest - bar.length()));
    }

    private String line() {
        String share = total.isEmpty() ? "" : " (" + percent() + "%)";
        return Figures.whole(answered)
                + of()
                + share
                + " "
                + pace()
                + " errors "
                + Figures.whole(failed);
    }

    private String ended() {
        return Figures.whole(answered)
                + " answered in "
                + String.format(Locale.ROOT, "%.1f", seconds())
                + " s, "
                + Figures.whole(failed)
                + " failed";
    }

    private String json() {
        String all = total.isEmpty() ? "" : "\"total\":" + total.getAsLong() + ",";
        String eta = total.isEmpty() ? "" : ",\"etaSeconds\":" + etaSeconds();
        return "{\"answered\":"
                + answered
                + ","
                + all
                + "\"failed\":"
                + failed
                + ",\"perSecond\":"
                + Math.round(rate())
                + eta
                + "}";
    }
}
