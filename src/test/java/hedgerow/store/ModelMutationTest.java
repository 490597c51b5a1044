package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import hedgerow.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A damaged model file is either a model or a list of faults, never a crash.
class ModelMutationTest {
    private static final long SEED = 20_260_101;
    private static final int MUTATIONS = 3_000;

    /// Tokens that have hurt readers of YAML, numbers or names before.
    private static final List<String> NASTY =
            List.of(
                    "",
                    " ",
                    "\t",
                    "\n",
                    "\r",
                    ":",
                    ": ",
                    "- ",
                    "[",
                    "]",
                    "{",
                    "}",
                    ",",
                    "#",
                    "&a ",
                    "*a",
                    "<<: ",
                    "!!",
                    "!x ",
                    "|",
                    ">",
                    "%",
                    "@",
                    "`",
                    "'",
                    "\"",
                    "---\n",
                    "...\n",
                    "? ",
                    "~",
                    "null",
                    "true",
                    "yes",
                    "0",
                    "-0",
                    "-1",
                    "1/0",
                    "1/3",
                    "1e999",
                    "-1e999",
                    "1e-999",
                    ".nan",
                    ".inf",
                    "-.inf",
                    "0x7f",
                    "0o7",
                    "1_000",
                    "1:30",
                    "2^-16",
                    "2^99",
                    "9999999999999999999999",
                    "00",
                    "\0",
                    "\u0085",
                    "\u2028",
                    "\ufeff",
                    "\ud83d\ude00",
                    "unchanged",
                    "up",
                    "scan",
                    "deltaFloor",
                    "[[[[[[[[",
                    "a: b");

    static Stream<String> files() {
        return Stream.concat(ScenarioFolder.files().stream(), Stream.of(SampleModel.FILE));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aDamagedFileIsAModelOrAListOfFaults(String file) {
        byte[] whole =
                file.equals(SampleModel.FILE)
                        ? SampleModel.bytes(SampleModel.TEXT)
                        : ScenarioFolder.bytes(file);
        int loaded = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            long seed = SEED + i;
            byte[] damaged = damaged(whole, seed);
            if (loads(file, damaged, seed)) loaded++;
        }
        // comments, titles and sources may take any damage, most other places may not
        assertThat(loaded).as("of %s loaded", file).isBetween(MUTATIONS / 50, MUTATIONS / 2);
    }

    private static boolean loads(String file, byte[] damaged, long seed) {
        String text = new String(damaged, StandardCharsets.UTF_8);
        try {
            return switch (ModelReader.read(file, damaged, ScenarioFolder::part)) {
                case Reading.Value<StoredModel> read -> {
                    if (!isSound(read.value())) fail("unsound: %s, seed %s:\n%s", file, seed, text);
                    yield true;
                }
                case Reading.Refused<StoredModel> refused -> {
                    if (!tellsFaults(refused.faults(), file)) {
                        fail("%s, seed %s: %s\n%s", file, seed, refused.faults(), text);
                    }
                    yield false;
                }
            };
        } catch (RuntimeException | StackOverflowError crash) {
            return fail("%s, seed %s:\n%s".formatted(file, seed, text), crash);
        }
    }

    private static boolean tellsFaults(List<Fault> faults, String file) {
        return faults.stream()
                .allMatch(fault ->
                        fault.pointer().startsWith(file + ", line ")
                                && !fault.allowed().isBlank()
                                && fault.toString().lines().count() == 1);
    }

    private static boolean isSound(StoredModel stored) {
        boolean finite = stored.parameters().keySet().containsAll(List.of("id", "version"));
        for (Scenario scenario : stored.model().grid().scenarios()) {
            double vol = scenario.volShock().shocked(0.6, 0.2, 30 / 365.0);
            finite &= Double.isFinite(vol) && vol >= 0 && scenario.spotMove() > -1;
        }
        return finite;
    }

    private static byte[] damaged(byte[] whole, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        byte[] damaged = whole;
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) damaged = damage(damaged, random);
        return damaged;
    }

    private static byte[] damage(byte[] bytes, RandomGenerator random) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 -> spliced(bytes, at, at, new byte[] {(byte) random.nextInt(256)});
            case 1 -> spliced(bytes, at, to, new byte[0]);
            case 2 -> spliced(bytes, at, to, nasty(random));
            case 3 -> spliced(bytes, at, at, nasty(random));
            case 4 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
            default -> lineMoved(bytes, random);
        };
    }

    private static byte[] nasty(RandomGenerator random) {
        return NASTY.get(random.nextInt(NASTY.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(middle);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private static byte[] lineMoved(byte[] bytes, RandomGenerator random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        String line = lines.remove(random.nextInt(lines.size()));
        lines.add(random.nextInt(lines.size() + 1), line);
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }
}
