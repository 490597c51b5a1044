package hedgerow.store.span;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.market.clearing.RiskParameters;
import hedgerow.store.Faults;
import hedgerow.store.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A hundred thousand broken files in every run, and as many as `-Dhedgerow.fuzz=10000000` says on
/// demand, from the seed `-Dhedgerow.fuzz.seed`: each is read whole or refused with its reasons.
class RiskFilesFuzzTest {
    private static final long INPUTS = Long.getLong("hedgerow.fuzz", 100_000);
    private static final long SEED = Long.getLong("hedgerow.fuzz.seed", 20_260_102);
    private static final int EVERY = 50;
    private static final Pattern CONTRACT = Pattern.compile("<(opt|fut)[\\s>/]");

    private static final List<String> SPLINTERS =
            List.of(
                    "0",
                    "9",
                    "99999",
                    "-",
                    "+",
                    " ",
                    "      ",
                    "\n",
                    "\r\n",
                    "\0",
                    "A",
                    "B",
                    "C",
                    "P",
                    "81",
                    "82",
                    "83",
                    "84",
                    "\n81",
                    "\n82",
                    "\n2 ",
                    "\n3 ",
                    "\n6 ",
                    "FUT",
                    "OOF",
                    "202603",
                    "202613",
                    "000000",
                    "é",
                    "<",
                    ">",
                    "</",
                    "/>",
                    "<ra>",
                    "<a>1</a>",
                    "<opt>",
                    "</opt>",
                    "<!--",
                    "-->",
                    "<![CDATA[",
                    "]]>",
                    "&amp;",
                    "&x;",
                    "<?x?>",
                    "1e400",
                    "-1e9",
                    "NaN",
                    "<dSpread>",
                    "<ccDef>",
                    "<!DOCTYPE a>");

    /// A reader and how its writer and its contracts are counted.
    private enum Format {
        PA2,
        SPN;

        Reading<RiskParameters> read(byte[] file) throws IOException {
            ByteArrayInputStream in = new ByteArrayInputStream(file);
            return switch (this) {
                case PA2 -> Pa2Reader.read(in);
                case SPN -> SpnReader.read(in);
            };
        }

        byte[] write(RiskParameters parameters) throws IOException {
            return switch (this) {
                case PA2 -> RoundTripTest.pa2(parameters);
                case SPN -> RoundTripTest.spn(parameters);
            };
        }
    }

    @Test
    void positionalFiles() throws IOException {
        fuzz(Format.PA2, SEED, INPUTS * 8 / 10, small(Format.PA2));
    }

    @Test
    void xmlFiles() throws IOException {
        fuzz(Format.SPN, SEED + 1, INPUTS * 2 / 10, small(Format.SPN));
    }

    /// A file of a few contracts of each kind.
    private static byte[] small(Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (format == Format.PA2) GeneratedFiles.pa2(1, out);
        else GeneratedFiles.spn(1, out);
        String[] lines = out.toString(StandardCharsets.ISO_8859_1).split("(?<=\n)");
        StringBuilder kept = new StringBuilder();
        int contracts = 0;
        for (String line : lines) {
            boolean isContract = line.startsWith("8") || line.startsWith("<opt>");
            if (!isContract || contracts++ % 250 < 4) kept.append(line);
        }
        return kept.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void fuzz(Format format, long seed, long inputs, byte[] whole)
            throws IOException {
        System.out.printf("fuzzing %s: %d inputs from seed %d%n", format, inputs, seed);
        assertThat(format.read(whole)).isInstanceOf(Reading.Value.class);
        RandomGenerator random = new Random(seed);
        long read = 0;
        for (long i = 0; i < inputs; i++) {
            byte[] mutant = mutate(whole, random);
            Reading<RiskParameters> reading;
            try {
                reading = format.read(mutant);
                switch (reading) {
                    case Reading.Value<RiskParameters> value ->
                            assertWhole(format, mutant, value, read++ % EVERY == 0);
                    case Reading.Refused<RiskParameters> refused -> assertTold(refused);
                }
            } catch (IOException | RuntimeException | Error e) {
                throw new AssertionError(
                        "seed %d, input %d:%n%s"
                                .formatted(
                                        seed, i, new String(mutant, StandardCharsets.ISO_8859_1)),
                        e);
            }
        }
        assertThat(read).as("some mutants are sound").isPositive();
        assertThat(read).as("most mutants are not").isLessThan(inputs);
    }

    private static void assertTold(Reading.Refused<RiskParameters> refused) {
        assertThat(refused.faults()).hasSizeBetween(1, Faults.MOST + 1);
        assertThat(refused.faults().stream().noneMatch(f -> f.allowed().isBlank())).isTrue();
    }

    /// Every contract of the file is there; what can be written is the same when it is read again.
    private static void assertWhole(
            Format format, byte[] mutant, Reading.Value<RiskParameters> read, boolean isWritten)
            throws IOException {
        RiskParameters value = read.value();
        int without = withoutArray(read.notes());
        assertThat(value.contracts().size() + without).isEqualTo(contracts(format, mutant));
        if (!isWritten) return;
        byte[] written;
        try {
            written = format.write(value);
        } catch (Unwritable e) {
            assertThat(e).hasMessageContaining(" must be ");
            return;
        }
        RiskParameters again = RoundTripTest.value(format.read(written));
        assertThat(RoundTripTest.hash(again)).isEqualTo(RoundTripTest.hash(value));
    }

    private static int withoutArray(List<String> notes) {
        return notes.stream()
                .filter(note -> note.endsWith("without an array are passed over"))
                .mapToInt(note -> Integer.parseInt(note.split(" ")[0]))
                .sum();
    }

    private static int contracts(Format format, byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return switch (format) {
            case PA2 ->
                    (int)
                            text.lines()
                                    .filter(l -> l.startsWith("82") || l.startsWith("84"))
                                    .count();
            case SPN -> {
                String sound =
                        text.replaceAll("(?s)<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>", "");
                yield (int) CONTRACT.matcher(sound).results().count();
            }
        };
    }

    private static byte[] mutate(byte[] whole, RandomGenerator random) {
        byte[] mutant = whole;
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int from = random.nextInt(mutant.length + 1);
            int to = Math.min(mutant.length, from + random.nextInt(1 + random.nextInt(60)));
            mutant =
                    switch (random.nextInt(10)) {
                        case 0 -> splice(mutant, from, to, new byte[0]);
                        case 1 -> splice(mutant, from, from, Arrays.copyOfRange(mutant, from, to));
                        case 2 -> random.nextInt(4) > 0 ? mutant : Arrays.copyOf(mutant, from);
                        case 3, 4 -> digit(mutant, from, random);
                        case 5 -> splice(mutant, from, Math.min(to, from + 1), bytes(random));
                        default -> replaced(mutant, from, random);
                    };
        }
        return mutant;
    }

    /// The same file with one digit changed, where there is one.
    private static byte[] digit(byte[] whole, int at, RandomGenerator random) {
        byte[] mutant = whole.clone();
        for (int i = at; i < mutant.length; i++) {
            if (mutant[i] >= '0' && mutant[i] <= '9') {
                mutant[i] = (byte) ('0' + random.nextInt(10));
                break;
            }
        }
        return mutant;
    }

    /// A splinter in place of as many bytes, or between two.
    private static byte[] replaced(byte[] whole, int from, RandomGenerator random) {
        String splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size()));
        byte[] bytes =
                splinter.repeat(random.nextInt(200) == 0 ? 2_000 : 1)
                        .getBytes(StandardCharsets.ISO_8859_1);
        int to = random.nextBoolean() ? Math.min(whole.length, from + bytes.length) : from;
        return splice(whole, from, to, bytes);
    }

    private static byte[] bytes(RandomGenerator random) {
        byte[] bytes = new byte[random.nextInt(4)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] splice(byte[] whole, int from, int to, byte[] middle) {
        byte[] spliced = new byte[from + middle.length + whole.length - to];
        System.arraycopy(whole, 0, spliced, 0, from);
        System.arraycopy(middle, 0, spliced, from, middle.length);
        System.arraycopy(whole, to, spliced, from + middle.length, whole.length - to);
        return spliced;
    }
}
