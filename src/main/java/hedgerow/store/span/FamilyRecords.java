package hedgerow.store.span;

import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.ProductFamily.Kind;
import hedgerow.market.clearing.ProductFamily.Quotation;
import hedgerow.market.clearing.ProductFamily.Terms;
import hedgerow.market.clearing.ProductFamily.Valuation;
import hedgerow.market.clearing.RiskParametersBuilder;
import hedgerow.portfolio.Exercise;
import hedgerow.store.span.Layout.Price;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Records P: the families, and how their prices are written.
final class FamilyRecords {
    private static final String BLANK = " 0";

    private final Map<ProductFamily.Key, Told> told = new TreeMap<>();
    private final Map<ProductFamily.Key, String> models = new TreeMap<>();
    private int alone;

    /// A family, and whether its valuation follows from its combined commodity.
    record Told(ProductFamily family, boolean isStyleOpen, boolean isAligned, int line) {}

    Optional<ProductFamily> family(ProductFamily.Key key) {
        return Optional.ofNullable(told.get(key)).map(Told::family);
    }

    /// Families whose prices are aligned in a way of their own, such as eighths.
    long aligned() {
        return told.values().stream().filter(Told::isAligned).count();
    }

    void take(Line line) {
        Optional<ProductFamily.Key> key = key(line, Price.EXCHANGE, Price.COMMODITY, Price.TYPE);
        double valueFactor = line.decimal(Price.VALUE_FACTOR, Price.EXPONENT, Price.EXPONENT_SIGN);
        if (line.isSound() && !(valueFactor > 0)) {
            line.fault(Price.VALUE_FACTOR, "a number above zero");
        }
        String currency = line.word(Price.CURRENCY);
        Exercise exercise = exercise(line, key);
        Optional<Valuation> valuation = valuation(line, key);
        double cabinet = line.decimal(Price.CABINET);
        String name = line.text(Price.LONG_NAME);
        if (name.isEmpty()) name = line.text(Price.SHORT_NAME);
        Quotation quotation =
                new Quotation(
                        decimals(line, Price.SETTLEMENT_DECIMALS),
                        decimals(line, Price.STRIKE_DECIMALS),
                        "",
                        line.text(Price.SETTLEMENT));
        boolean isAligned =
                BLANK.indexOf(line.at(Price.SETTLEMENT_ALIGN.from())) < 0
                        || BLANK.indexOf(line.at(Price.STRIKE_ALIGN.from())) < 0;
        if (!line.isSound() || key.isEmpty()) return;
        Terms terms =
                new Terms(
                        valueFactor,
                        currency,
                        valuation.orElse(Valuation.EQUITY),
                        exercise,
                        cabinet);
        put(
                line,
                new Told(
                        new ProductFamily(key.get(), name, terms, quotation),
                        valuation.isEmpty(),
                        isAligned,
                        line.number()));
    }

    private void put(Line line, Told family) {
        Told before = told.putIfAbsent(family.family().key(), family);
        if (before != null) {
            line.fault(Price.COMMODITY, "each family once; line " + before.line() + " has it too");
        }
    }

    /// The family that three fields name; empty where they do not.
    static Optional<ProductFamily.Key> key(Line line, Field exchange, Field commodity, Field type) {
        String at = line.word(exchange);
        String code = line.word(commodity);
        Optional<Kind> kind = kind(line, type);
        return line.isSound() && kind.isPresent()
                ? Optional.of(new ProductFamily.Key(at, code, kind.get()))
                : Optional.empty();
    }

    private static Optional<Kind> kind(Line line, Field field) {
        String name = line.text(field);
        for (Kind kind : Kind.values()) {
            if (kind.name().length() == field.length() && kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        line.fault(field, "FUT, PHY, CMB, OOF, OOP, OOC or OOE");
        return Optional.empty();
    }

    private static int decimals(Line line, Field field) {
        String text = line.text(field);
        if (text.matches("-?[0-9]{1,3}") && Math.abs(Integer.parseInt(text)) <= 22) {
            return Integer.parseInt(text);
        }
        line.fault(field, "a number of decimals from -22 to 22");
        return 0;
    }

    private static Exercise exercise(Line line, Optional<ProductFamily.Key> key) {
        return switch (line.text(Price.EXERCISE)) {
            case "AMER" -> Exercise.AMERICAN;
            case "EURO" -> Exercise.EUROPEAN;
            case String text -> {
                boolean isOption = key.isPresent() && key.get().kind().isOption();
                if (isOption || !text.isEmpty()) {
                    line.fault(
                            Price.EXERCISE,
                            "AMER or EURO" + (isOption ? "" : ", or blanks for what is no option"));
                }
                yield Exercise.AMERICAN;
            }
        };
    }

    private static Optional<Valuation> valuation(Line line, Optional<ProductFamily.Key> key) {
        return switch (line.text(Price.VALUATION)) {
            case "EQTY" -> Optional.of(Valuation.EQUITY);
            case "FUT" -> Optional.of(Valuation.FUTURES);
            case "FUTOP", "FUTOPT" -> Optional.of(Valuation.FUTURES_STYLE_OPTION);
            case "" -> key.map(ProductFamily.Key::kind).flatMap(FamilyRecords::ofKind);
            default -> {
                line.fault(Price.VALUATION, "EQTY, FUT or FUTOP, or blanks");
                yield Optional.empty();
            }
        };
    }

    private static Optional<Valuation> ofKind(Kind kind) {
        return switch (kind) {
            case FUT, CMB -> Optional.of(Valuation.FUTURES);
            case PHY, EQTY, DEBT -> Optional.of(Valuation.EQUITY);
            case OOF, OOP, OOC, OOE -> Optional.empty();
        };
    }

    /// Hears of a pricing model of one of the series; of several the first by name stands.
    void model(ProductFamily.Key key, String model) {
        if (!model.isEmpty()) models.merge(key, model, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    /// Families of no combined commodity: they have no arrays, and are left out.
    int alone() {
        return alone;
    }

    /// Hands over every family of a combined commodity.
    void tell(CommodityRecords commodities, RiskParametersBuilder builder) {
        for (Told each : told.values()) {
            ProductFamily family = each.family();
            Optional<CommodityRecords.Member> member = commodities.member(family.key());
            if (member.isEmpty()) {
                alone++;
                continue;
            }
            boolean isFutures = each.isStyleOpen() && member.get().isFuturesStyle();
            builder.family(complete(family, isFutures));
        }
    }

    private ProductFamily complete(ProductFamily family, boolean isFuturesStyle) {
        Terms terms = family.terms();
        Quotation quotation = family.quotation();
        return new ProductFamily(
                family.key(),
                family.name(),
                new Terms(
                        terms.valueFactor(),
                        terms.currency(),
                        isFuturesStyle ? Valuation.FUTURES_STYLE_OPTION : terms.valuation(),
                        terms.exercise(),
                        terms.cabinetValue()),
                new Quotation(
                        quotation.settlementDecimals(),
                        quotation.strikeDecimals(),
                        models.getOrDefault(family.key(), ""),
                        quotation.settlement()));
    }
}
