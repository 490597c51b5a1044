package hedgerow.store.span;

import hedgerow.market.clearing.CombinedCommodity;
import hedgerow.market.clearing.Contracts;
import hedgerow.market.clearing.Conversion;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.Publication;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.market.clearing.Series;
import hedgerow.store.span.Layout.Currency;
import hedgerow.store.span.Layout.Exchange;
import hedgerow.store.span.Layout.Group;
import hedgerow.store.span.Layout.Header;
import hedgerow.store.span.Layout.Price;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes risk parameters as an expanded positional file (`.pa2`).
///
/// [Pa2Reader] reads the same parameters back. Amounts, prices, strikes, ratios and factors are
/// written in full or refused; vols, rates, times and deltas are rounded to the digits that the
/// format has for them, and names are cut to 35 characters. Scenarios, shocked conversions,
/// correlations and strategy spreads have no place in the format and are refused.
public final class Pa2Writer {
    private final RiskParameters parameters;
    private final Contracts contracts;
    private final OutputStream out;
    private final Row row = new Row();
    private final Map<ProductFamily.Key, CombinedCommodity> commodities = new HashMap<>();
    private final Map<ProductFamily.Key, ArrayScale> scales = new TreeMap<>();

    private Pa2Writer(RiskParameters parameters, OutputStream out) {
        this.parameters = parameters;
        this.contracts = parameters.contracts();
        this.out = out;
    }

    /// Writes parameters; the caller closes the stream.
    ///
    /// @throws Unwritable where the format cannot hold them
    /// @throws IOException where the stream fails
    public static void write(RiskParameters parameters, OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        new Pa2Writer(parameters, buffered).write();
        buffered.flush();
    }

    private void write() throws IOException {
        refuseWhatHasNoPlace();
        for (CombinedCommodity commodity : parameters.commodities().values()) {
            commodity.families().forEach(family -> commodities.put(family.key(), commodity));
        }
        measure();
        header();
        for (Conversion conversion : parameters.conversions()) conversion(conversion);
        exchanges();
        for (ProductFamily family : contracts.families()) family(family);
        CommodityRows rows = new CommodityRows(row, out);
        groups();
        for (CombinedCommodity commodity : parameters.commodities().values()) {
            rows.write(commodity, scales);
            series(commodity);
        }
        new ArrayRows(contracts, row, out).write(this::exponent, scales);
        InterRows inter = new InterRows(row, out);
        inter.write(parameters);
    }

    private void refuseWhatHasNoPlace() {
        if (parameters.points().isPresent()) {
            throw new Unwritable("scenarios", "present", "left to the model");
        }
        if (contracts.size() > 0 && contracts.scenarios() != 16) {
            throw new Unwritable("scenarios", "" + contracts.scenarios(), "16");
        }
        if (!parameters.spreads().clearing().isEmpty()) {
            throw new Unwritable("spreads against other organisations", "present", "none");
        }
    }

    private int exponent(ProductFamily.Key family) {
        CombinedCommodity commodity = commodities.get(family);
        if (commodity == null) {
            throw new Unwritable("family " + family, "in none", "in a combined commodity");
        }
        return commodity.key().riskExponent();
    }

    private void measure() {
        contracts.families().forEach(family -> scales.put(family.key(), ArrayScale.SHORT));
        for (int contract = 0; contract < contracts.size(); contract++) {
            ProductFamily.Key family = contracts.series(contract).key().family();
            ArrayScale before = scales.getOrDefault(family, ArrayScale.SHORT);
            ArrayScale after = before.with(contracts, contract, exponent(family));
            if (after != before) scales.put(family, after);
        }
    }

    private void header() throws IOException {
        Publication publication = parameters.publication();
        row.start("0", "the publication")
                .text(Header.COMPLEX, publication.organisation())
                .date(Header.DATE, publication.businessDate())
                .text(
                        Header.SESSION,
                        publication.session() == Publication.Session.INTRADAY ? "I" : "S")
                .text(Header.IDENTIFIER, publication.qualifier())
                .text(Header.FORMAT, "U2")
                .text(Header.CAPPED, publication.isOptionValueCapped() ? "Y" : "N")
                .text(
                        Header.REQUIREMENT,
                        publication.requirement() == Publication.Requirement.INITIAL ? "I" : "M")
                .writeTo(out);
    }

    private void conversion(Conversion conversion) throws IOException {
        String what = "the rate " + conversion.from() + "/" + conversion.to();
        row.start("T", what)
                .text(Currency.FROM, conversion.from())
                .text(Currency.TO, conversion.to())
                .exact(Currency.RATE, conversion.rate())
                .writeTo(out);
    }

    /// Groups of combined commodities, ten to a line.
    private void groups() throws IOException {
        SortedMap<String, List<String>> members = new TreeMap<>();
        for (CombinedCommodity commodity : parameters.commodities().values()) {
            for (String group : commodity.setting().groups()) {
                members.computeIfAbsent(group, g -> new ArrayList<>()).add(commodity.code());
            }
        }
        for (Map.Entry<String, List<String>> group : members.entrySet()) {
            List<String> codes = group.getValue();
            for (int from = 0; from < codes.size(); from += Group.CODE.size()) {
                row.start("5", "group " + group.getKey()).text(Group.GROUP, group.getKey());
                for (int i = 0; i < Math.min(Group.CODE.size(), codes.size() - from); i++) {
                    row.text(Group.CODE.get(i), codes.get(from + i));
                }
                row.writeTo(out);
            }
        }
    }

    private void exchanges() throws IOException {
        List<String> names =
                contracts.families().stream().map(f -> f.key().exchange()).distinct().toList();
        for (String name : names) {
            row.start("1", "exchange " + name).text(Exchange.EXCHANGE, name).writeTo(out);
        }
    }

    private void family(ProductFamily family) throws IOException {
        ProductFamily.Key key = family.key();
        exponent(key);
        ProductFamily.Terms terms = family.terms();
        ProductFamily.Quotation quotation = family.quotation();
        row.start("P", "family " + key)
                .text(Price.EXCHANGE, key.exchange())
                .text(Price.COMMODITY, key.commodity())
                .text(Price.TYPE, key.kind().name())
                .name(Price.SHORT_NAME, family.name())
                .text(Price.SETTLEMENT_DECIMALS, decimals(quotation.settlementDecimals()))
                .text(Price.STRIKE_DECIMALS, decimals(quotation.strikeDecimals()))
                .exact(Price.VALUE_FACTOR, terms.valueFactor())
                .exact(Price.CABINET, terms.cabinetValue())
                .text(Price.CURRENCY, terms.currency())
                .text(Price.EXERCISE, exercise(family))
                .name(Price.LONG_NAME, family.name())
                .text(Price.VALUATION, valuation(terms.valuation()))
                .text(Price.SETTLEMENT, quotation.settlement())
                .writeTo(out);
    }

    private static String decimals(int decimals) {
        return decimals < 0 ? "-%02d".formatted(-decimals) : "%03d".formatted(decimals);
    }

    private static String exercise(ProductFamily family) {
        return switch (family.terms().exercise()) {
            case AMERICAN -> "AMER";
            case EUROPEAN -> "EURO";
        };
    }

    private static String valuation(ProductFamily.Valuation valuation) {
        return switch (valuation) {
            case EQUITY -> "EQTY";
            case FUTURES -> "FUT";
            case FUTURES_STYLE_OPTION -> "FUTOP";
        };
    }

    private void series(CombinedCommodity commodity) throws IOException {
        SeriesRows rows = new SeriesRows(row, out);
        List<Series> sorted =
                contracts.series().stream()
                        .filter(s -> commodity.equals(commodities.get(s.key().family())))
                        .sorted(ORDER)
                        .toList();
        for (Series series : sorted) {
            ProductFamily family = contracts.family(series.key().family());
            rows.write(series, family, commodity.key().riskExponent());
        }
    }

    /// Series by family, underlying's period and own period.
    static final Comparator<Series> ORDER =
            Comparator.comparing((Series s) -> s.key().family())
                    .thenComparing(s -> s.key().underlyingPeriod())
                    .thenComparing(s -> s.key().period());
}
