package hedgerow.store.span;

import com.sun.management.OperatingSystemMXBean;
import hedgerow.market.clearing.CombinedCommodity;
import hedgerow.market.clearing.CombinedCommodity.Charges;
import hedgerow.market.clearing.CombinedCommodity.Credit;
import hedgerow.market.clearing.CombinedCommodity.Factors;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.CombinedCommodity.Tiers;
import hedgerow.market.clearing.Figures;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.ProductFamily.Kind;
import hedgerow.market.clearing.ProductFamily.Quotation;
import hedgerow.market.clearing.ProductFamily.Terms;
import hedgerow.market.clearing.ProductFamily.Valuation;
import hedgerow.market.clearing.Publication;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.market.clearing.RiskParametersBuilder;
import hedgerow.market.clearing.Series;
import hedgerow.portfolio.Exercise;
import hedgerow.portfolio.OptionRight;
import hedgerow.store.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// How fast risk-parameter files are read, as a fraction of reading their bytes.
///
/// The files are written to the folder that is named first, with the number of contracts named
/// second, a million unless given; each is read several times, and medians of CPU seconds are told.
public final class FilesBenchmark {
    private static final int STRIKES = 500;
    private static final int RUNS = 5;

    /// Counts the seconds that all processors spend on this program, as others may be at work.
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private FilesBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int contracts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        RiskParameters parameters = parameters(contracts);
        System.out.println("| format | MB | bytes alone, CPU ms | load, CPU s | MB/s | fraction |");
        System.out.println("|---|---|---|---|---|---|");
        for (String name : List.of("bench.pa2", "bench.spn")) {
            Path file = Path.of(arguments[0], name);
            try (OutputStream out = Files.newOutputStream(file)) {
                if (name.endsWith("pa2")) Pa2Writer.write(parameters, out);
                else SpnWriter.write(parameters, out);
            }
            double bytes = median(() -> bytes(file));
            double load = median(() -> load(file));
            double megabytes = Files.size(file) / 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "| `.%s` | %.0f | %.0f | %.1f | %.0f | 1/%.0f |%n",
                    name.substring(6),
                    megabytes,
                    1e3 * bytes,
                    load,
                    megabytes / load,
                    load / bytes);
            Files.delete(file);
        }
    }

    private interface Run {
        void run() throws IOException;
    }

    private static double median(Run run) throws IOException {
        double[] seconds = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = MACHINE.getProcessCpuTime();
            run.run();
            seconds[i] = (MACHINE.getProcessCpuTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds[RUNS / 2];
    }

    private static void bytes(Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            while (in.read(buffer) >= 0) {}
        }
    }

    private static void load(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Reading<RiskParameters> reading =
                    file.toString().endsWith("pa2") ? Pa2Reader.read(in) : SpnReader.read(in);
            if (reading instanceof Reading.Refused<RiskParameters> refused) {
                throw new IllegalStateException(refused.toString());
            }
        }
    }

    private static RiskParameters parameters(int contracts) {
        SplittableRandom random = new SplittableRandom(1);
        RiskParametersBuilder builder =
                new RiskParametersBuilder()
                        .publication(
                                new Publication(
                                        "BENCH",
                                        LocalDate.of(2026, 1, 2),
                                        Publication.Session.SETTLEMENT,
                                        "F",
                                        Publication.Requirement.MAINTENANCE,
                                        false));
        int told = 0;
        for (int c = 0; told < contracts; c++) {
            ProductFamily family = family("K" + c);
            builder.family(family).commodity(commodity("CC" + c, family));
            for (int month = 1; month <= 4 && told < contracts; month++) {
                Period period = Period.ofMonth(202600 + month);
                Series series =
                        new Series(
                                new Series.Key(family.key(), period, period),
                                1,
                                100,
                                Optional.empty());
                told += add(builder, builder.series(series), random, contracts - told);
            }
        }
        return builder.build();
    }

    private static int add(
            RiskParametersBuilder builder, int place, SplittableRandom random, int most) {
        double[] losses = new double[16];
        int added = Math.min(2 * STRIKES, most);
        for (int k = 0; k < added; k++) {
            for (int s = 0; s < 16; s++) losses[s] = random.nextInt(-99_999, 100_000);
            Figures figures =
                    new Figures(
                            OptionalDouble.of(random.nextInt(10_000) / 100.0),
                            OptionalDouble.of(random.nextInt(1, 900_000) / 1e6),
                            random.nextInt(10_000) / 1e4);
            OptionRight right = k % 2 == 0 ? OptionRight.CALL : OptionRight.PUT;
            builder.contract(place, Optional.of(right), 10 + k / 2, figures, losses);
        }
        return added;
    }

    private static ProductFamily family(String code) {
        return new ProductFamily(
                new ProductFamily.Key("XYZ", code, Kind.OOF),
                code,
                new Terms(100, "USD", Valuation.EQUITY, Exercise.AMERICAN, 0),
                new Quotation(2, 0, "", "CASH"));
    }

    private static CombinedCommodity commodity(String code, ProductFamily family) {
        return new CombinedCommodity(
                new CombinedCommodity.Key(code, "USD", 0, false),
                List.of(new CombinedCommodity.Family(family.key(), 1)),
                Tiers.NONE,
                new Charges(List.of(), List.of(), List.of(), List.of(), Minimum.NONE, 1),
                Credit.NONE,
                Factors.ONE);
    }
}
