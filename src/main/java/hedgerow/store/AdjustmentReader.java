package hedgerow.store;

import hedgerow.margin.Adjustment;
import hedgerow.margin.ExpiryDiscount;
import hedgerow.margin.ExpiryDiscount.Side;
import java.util.List;
import java.util.Optional;

/// Reads adjustments, such as `{ expiryDiscount: { long: { ... } } }`.
final class AdjustmentReader {
    /// Every adjustment that a file may name, with its fields.
    static final List<YamlKind<Adjustment>> KINDS =
            List.of(
                    new YamlKind<>(
                            "expiryDiscount",
                            ExpiryDiscount.class,
                            f -> new ExpiryDiscount(side(f, "long"), side(f, "short"))));

    private AdjustmentReader() {}

    static Optional<Adjustment> read(YamlValue adjustment) {
        return adjustment
                .as(fields ->
                        fields.kind(KINDS)
                                .flatMap(kind -> fields.get(kind.word()).as(kind.reader())))
                .flatMap(read -> read);
    }

    private static Side side(YamlFields fields, String name) {
        return fields.find(name)
                .flatMap(side ->
                        side.as(f ->
                                new Side(
                                        f.get("static").number(NumberRange.NOT_NEGATIVE),
                                        f.get("rateMultiplier").number(NumberRange.NOT_NEGATIVE),
                                        f.get("rateAddition").number(NumberRange.NOT_NEGATIVE))))
                .orElse(Side.NONE);
    }
}
