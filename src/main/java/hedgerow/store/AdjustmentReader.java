package hedgerow.store;

import hedgerow.margin.Adjustment;
import hedgerow.margin.Dampener;
import hedgerow.margin.DeltaHedge;
import hedgerow.margin.ExpiryDiscount;
import hedgerow.margin.ExpiryDiscount.Side;
import hedgerow.margin.GainLimit;
import java.util.List;
import java.util.Optional;

/// Reads adjustments, such as `{ expiryDiscount: { long: { ... } } }`.
final class AdjustmentReader {
    private static final NumberRange RANGE = new NumberRange(0.000001, true, 0.999999);

    /// Every adjustment that a file may name, with its fields.
    static final List<YamlKind<Adjustment>> KINDS =
            List.of(
                    new YamlKind<>(
                            "expiryDiscount",
                            ExpiryDiscount.class,
                            f -> new ExpiryDiscount(side(f, "long"), side(f, "short"))),
                    new YamlKind<>(
                            "gainLimit",
                            GainLimit.class,
                            f ->
                                    new GainLimit(
                                            f.get("share").number(NumberRange.SHARE),
                                            f.get("limit").number(NumberRange.NOT_NEGATIVE))),
                    new YamlKind<>("deltaHedge", DeltaHedge.class, f -> new DeltaHedge()),
                    new YamlKind<>(
                            "dampener",
                            Dampener.class,
                            f ->
                                    new Dampener(
                                            f.get("amount").number(NumberRange.NOT_NEGATIVE),
                                            f.get("range").number(RANGE))));

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
