package hedgerow.store.span;

import hedgerow.market.clearing.Contracts;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.ProductFamily.Kind;
import hedgerow.market.clearing.ScanRange.Basis;
import hedgerow.market.clearing.ScanRange.Range;
import hedgerow.market.clearing.Series;
import hedgerow.portfolio.Exercise;
import hedgerow.portfolio.OptionRight;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Writes product families with their series, contracts and arrays, exchange by exchange.
final class FamilyXml {
    private static final double PERCENT = 100;

    private final Contracts contracts;
    private final Xml xml;
    private final int rate;
    private final Map<ProductFamily.Key, Integer> familyIds = new HashMap<>();
    private final Map<Integer, List<Integer>> contractsOfSeries = new HashMap<>();
    private final Map<Period, Underlying> underlyings = new HashMap<>();

    /// Contracts that were written; the number of the last one.
    private int written;

    /// A contract that options may be on.
    private record Underlying(ProductFamily.Key family, int id) {}

    /// @param rate the number of the rates that arrays and scan ranges are for
    FamilyXml(Contracts contracts, Xml xml, int rate) {
        this.contracts = contracts;
        this.xml = xml;
        this.rate = rate;
        int id = 0;
        for (ProductFamily family : contracts.families()) familyIds.put(family.key(), ++id);
        Map<Series, Integer> places = new HashMap<>();
        for (Series series : contracts.series()) places.put(series, places.size());
        for (int contract = 0; contract < contracts.size(); contract++) {
            int place = places.getOrDefault(contracts.series(contract), 0);
            contractsOfSeries.computeIfAbsent(place, _ -> new ArrayList<>()).add(contract);
        }
    }

    /// The number of each family in the file.
    Map<ProductFamily.Key, Integer> ids() {
        return familyIds;
    }

    /// Writes every family, those that options may be on first.
    void write() throws IOException {
        List<String> names =
                contracts.families().stream().map(f -> f.key().exchange()).distinct().toList();
        for (boolean options : new boolean[] {false, true}) {
            for (String name : names) exchange(name, options);
        }
    }

    private void exchange(String name, boolean options) throws IOException {
        List<ProductFamily> families =
                contracts.families().stream()
                        .filter(f -> f.key().exchange().equals(name))
                        .filter(f -> f.key().kind().isOption() == options)
                        .toList();
        if (families.isEmpty()) return;
        xml.start("exchange").leaf("exch", name);
        for (ProductFamily family : families) family(family);
        xml.end();
    }

    private static String element(Kind kind) {
        return switch (kind) {
            case PHY -> "phyPf";
            case EQTY -> "equityPf";
            case DEBT -> "debtPf";
            case FUT -> "futPf";
            case CMB -> "cmbPf";
            case OOF -> "oofPf";
            case OOP -> "oopPf";
            case OOC -> "oocPf";
            case OOE -> "ooePf";
        };
    }

    private int id(ProductFamily.Key family) {
        return familyIds.getOrDefault(family, 0);
    }

    private void family(ProductFamily family) throws IOException {
        ProductFamily.Terms terms = family.terms();
        boolean isOption = family.key().kind().isOption();
        xml.start(element(family.key().kind()))
                .leaf("pfId", id(family.key()))
                .leaf("pfCode", family.key().commodity())
                .leaf("name", family.name());
        if (isOption || terms.exercise() == Exercise.EUROPEAN) {
            xml.leaf(
                    "exercise",
                    switch (terms.exercise()) {
                        case AMERICAN -> "AMER";
                        case EUROPEAN -> "EURO";
                    });
        }
        xml.leaf("currency", terms.currency())
                .leaf("cvf", terms.valueFactor())
                .leaf("priceDl", family.quotation().settlementDecimals());
        if (isOption || family.quotation().strikeDecimals() != 0) {
            xml.leaf("strikeDl", family.quotation().strikeDecimals());
        }
        if (isOption || terms.cabinetValue() != 0) xml.leaf("cab", terms.cabinetValue());
        xml.leaf(
                        "valueMeth",
                        switch (terms.valuation()) {
                            case EQUITY -> "EQTY";
                            case FUTURES -> "FUT";
                            case FUTURES_STYLE_OPTION -> "FUTOPT";
                        })
                .leaf("setlMeth", family.quotation().settlement())
                .leaf("priceModel", family.quotation().pricingModel());
        for (int place : places(family)) series(family, place);
        xml.end();
    }

    private List<Integer> places(ProductFamily family) {
        List<Series> all = contracts.series();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            if (all.get(place).key().family().equals(family.key())) places.add(place);
        }
        places.sort(Comparator.comparing(all::get, Pa2Writer.ORDER));
        return places;
    }

    private void series(ProductFamily family, int place) throws IOException {
        Series series = contracts.series().get(place);
        List<Integer> own = contractsOfSeries.getOrDefault(place, List.of());
        if (family.key().kind().isOption()) {
            options(series, own);
        } else {
            single(family.key().kind(), series, own);
        }
    }

    private void single(Kind kind, Series series, List<Integer> own) throws IOException {
        if (own.isEmpty()) {
            throw new Unwritable(
                    "array of " + series.key().family() + " " + series.key().period(),
                    "missing",
                    "present");
        }
        int contract = own.getFirst();
        int id = ++written;
        underlyings.putIfAbsent(series.key().period(), new Underlying(series.key().family(), id));
        String name =
                switch (kind) {
                    case PHY -> "phy";
                    case EQTY -> "equity";
                    case DEBT -> "debt";
                    case CMB -> "cmb";
                    case FUT, OOF, OOP, OOC, OOE -> "fut";
                };
        xml.start(name).leaf("cId", id);
        if (!series.key().period().isNone()) xml.leaf("pe", series.key().period().toString());
        price(contract);
        vol(series, contract);
        fields(series);
        array(contract);
        xml.end();
    }

    /// The vol of what is no option, which its array and its quote share.
    private void vol(Series series, int contract) throws IOException {
        OptionalDouble quoted = contracts.impliedVol(contract);
        Optional<OptionalDouble> from = series.calculation().map(Series.Calculation::vol);
        if (from.isPresent() && !from.get().equals(quoted)) {
            throw new Unwritable(
                    "vol of " + contracts.key(contract).id(),
                    "%s and %s".formatted(from.get(), quoted),
                    "one");
        }
        if (quoted.isPresent()) xml.leaf("v", quoted.getAsDouble());
    }

    private void price(int contract) throws IOException {
        OptionalDouble price = contracts.price(contract);
        if (price.isPresent()) xml.leaf("p", price.getAsDouble());
    }

    private void options(Series series, List<Integer> own) throws IOException {
        xml.start("series").leaf("pe", series.key().period().toString());
        Optional<Series.Calculation> from = series.calculation();
        OptionalDouble vol = from.map(Series.Calculation::vol).orElse(OptionalDouble.empty());
        if (vol.isPresent()) xml.leaf("v", vol.getAsDouble());
        fields(series);
        underlying(series);
        List<Integer> sorted = new ArrayList<>(own);
        sorted.sort(
                Comparator.comparing((Integer c) -> contracts.right(c).map(Enum::ordinal).orElse(0))
                        .thenComparingDouble(contracts::strike));
        for (int contract : sorted) option(contract);
        xml.end();
    }

    private void underlying(Series series) throws IOException {
        Period period = series.key().underlyingPeriod();
        Underlying underlying = underlyings.get(period);
        if (underlying == null) {
            if (period.equals(series.key().period())) return;
            throw new Unwritable(
                    "underlying of " + series.key().family() + " " + series.key().period(),
                    period.toString(),
                    "a contract that has an array");
        }
        xml.start("undC")
                .leaf("exch", underlying.family().exchange())
                .leaf("pfId", id(underlying.family()))
                .leaf("cId", underlying.id())
                .leaf("s", "A")
                .leaf("i", 1)
                .end();
    }

    private void option(int contract) throws IOException {
        boolean isCall = contracts.right(contract).equals(Optional.of(OptionRight.CALL));
        xml.start("opt")
                .leaf("cId", ++written)
                .leaf("o", isCall ? "C" : "P")
                .leaf("k", contracts.strike(contract));
        price(contract);
        OptionalDouble vol = contracts.impliedVol(contract);
        if (vol.isPresent()) xml.leaf("v", vol.getAsDouble());
        array(contract);
        xml.end();
    }

    private void array(int contract) throws IOException {
        xml.start("ra").leaf("r", rate);
        for (int s = 0; s < contracts.scenarios(); s++) xml.leaf("a", contracts.loss(contract, s));
        xml.leaf("d", contracts.compositeDelta(contract)).end();
    }

    private void fields(Series series) throws IOException {
        xml.leaf("cvf", series.valueFactor()).leaf("sc", series.scaling());
        if (series.calculation().isEmpty()) return;
        Series.Calculation from = series.calculation().get();
        if (from.scan().extreme().isPresent()) {
            throw new Unwritable(
                    "extreme move of " + series.key().family() + " " + series.key().period(),
                    from.scan().extreme().get().toString(),
                    "left to the scenarios");
        }
        if (from.time().expiry().isPresent()) {
            xml.leaf(
                    "setlDate",
                    DateTimeFormatter.BASIC_ISO_DATE.format(from.time().expiry().get()));
        }
        xml.leaf("t", from.time().expiryYears());
        xml.start("intrRate").leaf("val", from.rateAnnual()).end();
        if (from.yieldAnnual() != 0) {
            xml.start("divRate").leaf("val", from.yieldAnnual()).end();
        }
        xml.start("scanRate").leaf("r", rate);
        range("priceScan", from.scan().price(), PERCENT);
        range("volScan", from.scan().vol(), 1);
        xml.end();
    }

    private void range(String name, Range range, double perUnit) throws IOException {
        boolean isRelative = range.basis() == Basis.RELATIVE;
        double unit = isRelative ? perUnit : 1;
        String suffix = isRelative ? "Pct" : "";
        xml.leaf(name + suffix, range.up() * unit);
        if (range.down() != range.up()) {
            xml.leaf(name + "Down" + suffix, range.down() * unit);
        }
    }
}
