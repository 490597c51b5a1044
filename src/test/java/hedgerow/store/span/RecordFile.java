package hedgerow.store.span;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.market.clearing.RiskParameters;
import hedgerow.store.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A small positional file around one line, with a record for everything that the line names.
///
/// Columns are those of the published layout, written here again and not taken from the reader.
final class RecordFile {
    private final String line;
    private final List<String> around = new ArrayList<>();
    private final Set<String> families = new LinkedHashSet<>();

    RecordFile(String line) {
        this.line = line;
        surround();
    }

    /// The record's type.
    String type() {
        return text(1, 2);
    }

    /// What stands in some columns, counted from one, without the blanks around it.
    String text(int from, int to) {
        return from > line.length()
                ? ""
                : line.substring(from - 1, Math.min(to, line.length())).strip();
    }

    RiskParameters read() {
        List<String> all = new ArrayList<>(around);
        if (!type().equals("82") && !type().equals("84")) all.add(line);
        if (type().equals("81") || type().equals("83")) all.add(otherHalf());
        if (type().equals("82") || type().equals("84")) {
            all.add(otherHalf());
            all.add(line);
        }
        byte[] bytes = (String.join("\n", all) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        try {
            Reading<RiskParameters> reading = Pa2Reader.read(new ByteArrayInputStream(bytes));
            assertThat(reading)
                    .as("%s%n%s", String.join("\n", all), reading)
                    .isInstanceOf(Reading.Value.class);
            return ((Reading.Value<RiskParameters>) reading).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void surround() {
        if (!type().equals("0")) {
            around.add("0 XYZ   20250620SE     202506201407U2 N");
        }
        switch (type()) {
            case "2" -> {
                for (int column = 23; column <= 103; column += 16) {
                    String family = text(column, column + 12);
                    if (!family.isEmpty()) {
                        price(text(3, 5), text(column, column + 9), text(column + 10, column + 12));
                    }
                }
            }
            case "3", "4", "E", "S" -> commodity("XYZ", text(3, 8), text(3, 8), "FUT");
            case "C" -> {
                commodity("XYZ", text(3, 8), text(3, 8), "FUT");
                tiers();
            }
            case "6" -> {
                for (int column = 21; column <= 75; column += 18) whole(text(column, column + 5));
                whole(text(95, 100));
                interTiers();
            }
            case "B" -> commodity(text(3, 5), "CC", text(6, 15), text(16, 18));
            case "81", "82", "83", "84" -> commodity(text(3, 5), "CC", text(6, 15), text(26, 28));
            default -> {}
        }
    }

    private void whole(String code) {
        if (!code.isEmpty()) commodity("XYZ", code, code, "FUT");
    }

    private void price(String exchange, String commodity, String type) {
        if (!families.add(exchange + commodity + "/" + type)) return;
        around.add(
                "P %-3s%-10s%-3s%-15s000000  00000010000000%8s01USD$STD 00AMER"
                        .formatted(exchange, commodity, type, "", "00000000"));
    }

    /// A combined commodity of one family.
    private void commodity(String exchange, String code, String commodity, String type) {
        boolean isNew = !families.contains(exchange + commodity + "/" + type);
        price(exchange, commodity, type);
        if (isNew) {
            String locator = type().equals("83") || type().equals("84") ? "2" : "0";
            around.add(
                    "2 %-3s %-6s0USD$PN   %-10s%-3s%s+"
                            .formatted(exchange, code, commodity, type, locator));
        }
    }

    /// The tiers that a spread names, each a year of its own.
    private void tiers() {
        Set<Integer> numbers = new TreeSet<>();
        int legs = Integer.parseInt(text(13, 14));
        for (int leg = 0; leg < legs; leg++) {
            numbers.add(Integer.parseInt(text(24 + 7 * leg, 25 + 7 * leg)));
        }
        for (int number : numbers) {
            around.add(
                    "3 %-6s10%02d%d01%d12"
                            .formatted(text(3, 8), number, 2030 + number, 2030 + number));
        }
    }

    /// The tiers between commodities that a spread names.
    private void interTiers() {
        for (int leg = 0; leg < 4; leg++) {
            String tier = text(102 + 2 * leg, 103 + 2 * leg);
            if (tier.isEmpty() || tier.equals("00")) continue;
            String code = text(21 + 18 * leg, 26 + 18 * leg);
            around.add("S %-6s2001%s203001203012".formatted(code, tier));
        }
    }

    /// The other line of an array: the same contract, which loses nothing.
    private String otherHalf() {
        boolean isLong = type().charAt(1) >= '3';
        String zero = isLong ? "00000000+" : "00000+";
        String contract = "%-54s".formatted(line).substring(2, 54);
        boolean isFirst = type().equals("81") || type().equals("83");
        return isFirst
                ? "8" + (isLong ? 4 : 2) + contract + zero.repeat(7) + "00000+000000000000000++"
                : "8" + (isLong ? 3 : 1) + contract + zero.repeat(9);
    }
}
