package hedgerow.store;

import hedgerow.margin.Charge;
import hedgerow.margin.ContractMinimum;
import hedgerow.margin.DeltaFloor;
import java.util.List;
import java.util.Optional;

/// Reads floors and charges, such as `{ deltaFloor: { unhedgedRate: 0.02, hedgedRate: 0.01 }, as:
/// floor }`.
final class ChargeReader {
    /// Every charge that a file may name, with its fields.
    static final List<YamlKind<Charge>> KINDS =
            List.of(
                    new YamlKind<>(
                            "deltaFloor",
                            DeltaFloor.class,
                            f ->
                                    new DeltaFloor(
                                            f.get("unhedgedRate").number(NumberRange.NOT_NEGATIVE),
                                            f.get("hedgedRate").number(NumberRange.NOT_NEGATIVE))),
                    new YamlKind<>(
                            "contractMinimum",
                            ContractMinimum.class,
                            f ->
                                    new ContractMinimum(
                                            f.get("perUnit").number(NumberRange.NOT_NEGATIVE))));

    private ChargeReader() {}

    static Optional<Charge.Placed> read(YamlValue charge) {
        return charge.as(ChargeReader::placed).flatMap(placed -> placed);
    }

    private static Optional<Charge.Placed> placed(YamlFields fields) {
        Optional<YamlKind<Charge>> kind = fields.kind(KINDS);
        if (kind.isEmpty()) return Optional.empty();
        YamlKind<Charge> named = kind.get();
        Optional<Charge> charge = fields.get(named.word()).as(named.reader());
        Optional<Charge.Placement> placement = fields.get("as").word(Charge.Placement.class);
        return charge.flatMap(c -> placement.map(p -> new Charge.Placed(c, p)));
    }
}
