package hedgerow.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A model file that uses every field, and edits of it by line.
final class SampleModel {
    static final String FILE = "sample@1.2.yaml";

    static final String TEXT =
            """
            id: sample
            version: 1.2
            date: 2026-01-01
            title: A model for tests
            status: documented
            sources: [A rule book, page 7]
            shape: scan
            grid:
              tenor: { referenceDays: 30, shortPower: 0.3, longPower: 0.13, dayFloor: 1 }
              volShocks:
                up: { relative: 0.5, floorVol: 0.4 }
                same: unchanged
                plus: { absolute: 0.05 }
                flat:
                  relative: -0.25
                  tenor: { referenceDays: 60, shortPower: 0, longPower: 0, dayFloor: 2 }
              spotRange: 0.3
              scenarios:
                - { spot: [-1, 1/3], vol: [up, same] }
                - { spot: 1, vol: plus, weight: 0.33 }
              tail:
                - { spot: [2, -.5], vol: flat, weight: 1/8 }
            moneyUnit: 2^-16
            charges:
              - { deltaFloor: { unhedgedRate: 0.02, hedgedRate: 0.01 }, as: floor }
              - contractMinimum: { perUnit: 0.375 }
                as: inside
            factors: { initial: 1, maintenance: 0.8 }
            collateral:
              stablecoins: [USD, USDC]
              haircuts: { BTC: 0.1 }
              optionValueCounts: false
            """;

    private SampleModel() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The model in `text`, which has no fault.
    static StoredModel read(String text) {
        return switch (ModelReader.read(FILE, bytes(text))) {
            case Reading.Value<StoredModel> read -> read.value();
            case Reading.Refused<StoredModel> refused ->
                    throw new BadModelsException(refused.faults());
        };
    }

    /// The sample with the text of one line replaced and its indentation kept; without the line
    /// where there is no new text. In the new text `\n` starts a new line at the same indentation.
    static String with(int line, String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(TEXT.split("\n")));
        String before = lines.remove(line - 1);
        String indentation = before.substring(0, before.length() - before.stripLeading().length());
        if (!text.isEmpty()) {
            lines.add(line - 1, indentation + text.replace("\\n", "\n" + indentation));
        }
        return String.join("\n", lines) + "\n";
    }
}
