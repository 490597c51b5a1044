package hedgerow.store;

import hedgerow.scenario.TenorScale;
import hedgerow.scenario.VolShock;
import java.util.List;
import java.util.Optional;

/// Reads vol shocks: `unchanged`, or a mapping such as `{ relative: 0.50, floorVol: 0.50 }`.
final class VolShockReader {
    private static final NumberRange POWER = new NumberRange(0, true, 10);
    private static final NumberRange DAYS = new NumberRange(0.001, true, 36_500);

    private final TenorScale tenor;

    /// @param tenor the scale of relative shocks that state none of their own
    VolShockReader(TenorScale tenor) {
        this.tenor = tenor;
    }

    /// Every shock that a file may describe, with its fields.
    List<YamlKind<VolShock>> kinds() {
        return List.of(
                new YamlKind<>("relative", VolShock.Relative.class, this::relative),
                new YamlKind<>(
                        "absolute",
                        VolShock.Absolute.class,
                        f -> new VolShock.Absolute(f.get("absolute").number(NumberRange.ANY))),
                new YamlKind<>("skew", VolShock.Skew.class, VolShockReader::skew));
    }

    Optional<VolShock> read(YamlValue shock) {
        if (shock.scalar().isPresent()) return unchanged(shock);
        return shock.as(f -> f.kind(kinds()).map(kind -> kind.reader().apply(f)))
                .flatMap(read -> read);
    }

    private Optional<VolShock> unchanged(YamlValue shock) {
        if (shock.scalar().equals(Optional.of("unchanged"))) return Optional.of(VolShock.NONE);
        List<String> words = kinds().stream().map(YamlKind::word).toList();
        shock.refuse("unchanged, or a mapping with " + String.join(" or ", words));
        return Optional.empty();
    }

    private VolShock relative(YamlFields fields) {
        return new VolShock.Relative(
                fields.get("relative").number(NumberRange.ANY),
                fields.find("tenor").flatMap(VolShockReader::tenor).orElse(tenor),
                fields.find("floorVol").map(v -> v.number(NumberRange.NOT_NEGATIVE)).orElse(0.0));
    }

    private static VolShock skew(YamlFields fields) {
        return new VolShock.Skew(
                fields.get("skew").word(VolShock.Skew.Form.class).orElse(VolShock.Skew.Form.LINEAR),
                fields.get("baseCap").number(NumberRange.NOT_NEGATIVE),
                fields.get("capSlope").number(NumberRange.ANY),
                fields.get("width")
                        .as(VolShockReader::width)
                        .orElse(new VolShock.Skew.Width(1, 0, 0, 0)));
    }

    private static VolShock.Skew.Width width(YamlFields fields) {
        return new VolShock.Skew.Width(
                fields.get("least").number(NumberRange.POSITIVE),
                fields.get("scale").number(NumberRange.NOT_NEGATIVE),
                fields.get("vol").number(NumberRange.ANY),
                fields.get("volSlope").number(NumberRange.ANY));
    }

    /// Reads how shocks depend on time to expiry.
    static Optional<TenorScale> tenor(YamlValue tenor) {
        return tenor.as(f ->
                new TenorScale(
                        f.get("referenceDays").number(DAYS),
                        f.get("shortPower").number(POWER),
                        f.get("longPower").number(POWER),
                        f.get("dayFloor").number(DAYS)));
    }
}
