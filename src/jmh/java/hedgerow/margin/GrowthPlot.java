package hedgerow.margin;

import com.sun.management.ThreadMXBean;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Settlement;
import hedgerow.pricing.RiskArrays;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/// Times the margins of a book against accounts, legs an account and scenarios, over three decades
/// each, and draws them: `GrowthPlot <file.svg>`.
///
/// Times are processor seconds of the one thread that reads, the best of several runs.
public final class GrowthPlot {
    private static final int[] STEPS = {1, 3, 10, 30, 100, 300, 1_000};
    private static final int LEGS = 10;
    private static final long LEAST_NANOS = 30_000_000;
    private static final int RUNS = 12;
    private static final ThreadMXBean THREADS =
            (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private GrowthPlot() {}

    /// What grows, and what is drawn for it.
    ///
    /// @param from what the smallest book has
    private record Line(String name, int from, String colour, double[] seconds) {}

    /// One book to be read.
    private record Size(int accounts, int legs, int scenarios) {}

    public static void main(String[] arguments) throws IOException {
        List<Line> lines =
                List.of(
                        line("accounts", 1_000, "#1b6ca8", f -> new Size(1_000 * f, LEGS, 16)),
                        line("legs an account", LEGS, "#c0392b", f -> new Size(100, LEGS * f, 16)),
                        line("scenarios", 16, "#2e8b57", f -> new Size(1_000, LEGS, 16 * f)));
        System.out.println("| grows | from | to | seconds from | to | times |\n|---|---|---|---|---|---|");
        for (Line line : lines) {
            double first = line.seconds[0];
            double last = line.seconds[STEPS.length - 1];
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %,d | %.6f | %.4f | %.0f |%n",
                    line.name,
                    line.from,
                    line.from * STEPS[STEPS.length - 1],
                    first,
                    last,
                    last / first);
        }
        Files.writeString(Path.of(arguments[0]), svg(lines));
    }

    private interface Growing {
        Size at(int factor);
    }

    private static Line line(String name, int from, String colour, Growing growing) {
        double[] seconds = new double[STEPS.length];
        for (int i = 0; i < STEPS.length; i++) seconds[i] = seconds(growing.at(STEPS[i]));
        return new Line(name, from, colour, seconds);
    }

    private static double seconds(Size size) {
        SplittableRandom random = new SplittableRandom(size.legs + size.scenarios);
        RiskArrays arrays = arrays(Math.max(100, size.legs), size.scenarios, random);
        int rows = arrays.instruments().size();
        BookBuilder builder = new BookBuilder(arrays).accounts(size.accounts);
        for (int account = 0; account < size.accounts; account++) {
            int first = random.nextInt(rows - size.legs + 1);
            for (int leg = 0; leg < size.legs; leg++) {
                builder.add(account, first + leg, random.nextInt(-20, 21));
            }
        }
        Book book = builder.build();
        MarginReader reader = model().on(arrays);
        Requirements out = new Requirements(size.accounts);
        return best(() -> book.margins(reader, 1, out));
    }

    private static double best(Runnable work) {
        double best = Double.POSITIVE_INFINITY;
        for (int run = 0; run < RUNS; run++) {
            long from = THREADS.getCurrentThreadCpuTime();
            long now = from;
            int times = 0;
            for (; now - from < LEAST_NANOS; now = THREADS.getCurrentThreadCpuTime(), times++) {
                work.run();
            }
            best = Math.min(best, (now - from) * 1e-9 / times);
        }
        return best;
    }

    private static RiskArrays arrays(int rows, int scenarios, SplittableRandom random) {
        List<RiskArrays.Row> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            double[] pnl = random.doubles(scenarios, -1e4, 1e4).map(Math::rint).toArray();
            Perpetual perpetual =
                    new Perpetual(
                            "U",
                            Contract.of(Settlement.LINEAR, row + 1));
            all.add(new RiskArrays.Row(perpetual, pnl, 1, random.nextDouble(-1, 1)));
        }
        double[] weights = new double[scenarios];
        Arrays.fill(weights, 1);
        return RiskArrays.of(all, Map.of("U", 100.0), weights);
    }

    private static ScanModel model() {
        return new BenchAccounts(1, 1, 16).model(BenchAccounts.FLOORS);
    }

    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int TOP = 20;
    private static final int SPAN = 340;

    private static String svg(List<Line> lines) {
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n"
                        .formatted(WIDTH, HEIGHT));
        svg.append(
                "<title>Time to margin a book against its accounts, legs and scenarios</title>\n"
                        + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (int decade = 0; decade <= 3; decade++) axes(svg, decade);
        svg.append(
                ("<path d=\"M%d %d L%d %d\" stroke=\"#999\" stroke-dasharray=\"4 4\"/>%n"
                                + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">times as large</text>%n"
                                + "<text transform=\"translate(18 %d) rotate(-90)\" text-anchor=\"middle\">times as long</text>%n")
                        .formatted(
                                LEFT,
                                TOP + SPAN,
                                LEFT + SPAN,
                                TOP,
                                LEFT + SPAN / 2,
                                HEIGHT - 8,
                                TOP + SPAN / 2));
        for (int i = 0; i < lines.size(); i++) draw(svg, lines.get(i), i);
        return svg.append("</svg>\n").toString();
    }

    private static void axes(StringBuilder svg, int decade) {
        int at = SPAN * decade / 3;
        int label = (int) Math.pow(10, decade);
        svg.append(
                ("<path d=\"M%d %d V%d M%d %d H%d\" stroke=\"#ddd\"/>%n"
                                + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d</text>%n"
                                + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%d</text>%n")
                        .formatted(
                                LEFT + at, TOP, TOP + SPAN, LEFT, TOP + SPAN - at, LEFT + SPAN,
                                LEFT + at, TOP + SPAN + 18, label,
                                LEFT - 8, TOP + SPAN - at + 5, label));
    }

    private static void draw(StringBuilder svg, Line line, int place) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < STEPS.length; i++) {
            double x = LEFT + SPAN * Math.log10(STEPS[i]) / 3;
            double y = TOP + SPAN - SPAN * Math.log10(line.seconds[i] / line.seconds[0]) / 3;
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
                            x,
                            y,
                            line.colour));
        }
        svg.append(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n"
                        .formatted(points.toString().strip(), line.colour));
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s, from %,d</text>%n",
                        LEFT + SPAN + 20,
                        TOP + 20 + 22 * place,
                        line.colour,
                        line.name,
                        line.from));
    }
}
