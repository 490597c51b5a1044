package hedgerow.store;

import hedgerow.scenario.Valuation;
import hedgerow.scenario.Valuation.Averaging;
import hedgerow.scenario.Valuation.Formula;
import hedgerow.scenario.Valuation.Sources;

/// Reads how a model wants instruments valued; what a file leaves out is done in the standard way.
final class ValuationReader {
    private static final NumberRange SECONDS = new NumberRange(0, false, 86_400);
    private static final NumberRange DAYS = new NumberRange(0, true, 365);

    private ValuationReader() {}

    static Valuation read(YamlFields fields) {
        return new Valuation(
                0,
                fields.find("averaging")
                        .flatMap(a -> a.as(ValuationReader::averaging))
                        .orElse(Averaging.NONE),
                fields.find("lookAheadDays").map(d -> d.number(DAYS)).orElse(0.0),
                new Formula(
                        word(fields, "discounting", Formula.STANDARD.discounting()),
                        word(fields, "normal", Formula.STANDARD.normal())),
                new Sources(
                        word(fields, "forwards", Sources.STANDARD.forwards()),
                        word(fields, "base", Sources.STANDARD.base()),
                        word(fields, "deltas", Sources.STANDARD.deltas())));
    }

    private static Averaging averaging(YamlFields fields) {
        return new Averaging(
                fields.get("seconds").number(SECONDS),
                fields.get("of").word(Averaging.Of.class).orElse(Averaging.Of.FORWARD));
    }

    private static <E extends Enum<E>> E word(YamlFields fields, String field, E standard) {
        return fields.find(field)
                .flatMap(v -> v.word(standard.getDeclaringClass()))
                .orElse(standard);
    }
}
