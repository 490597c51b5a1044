package hedgerow.store.span;

import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity;
import hedgerow.market.clearing.CombinedCommodity.Factors;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.CombinedCommodity.PriceRisk;
import hedgerow.market.clearing.CombinedCommodity.SpotCharge;
import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.DeltaSpread.Slot;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.Tier;
import hedgerow.store.span.Layout.Commodity;
import hedgerow.store.span.Layout.Intra;
import hedgerow.store.span.Layout.Scan;
import hedgerow.store.span.Layout.SeriesSpread;
import hedgerow.store.span.Layout.Spot;
import hedgerow.store.span.Layout.TierSpread;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes records 2, 3, 4, C, E and S.
final class CommodityRows {
    private static final int CENTURY = 2000_00;

    private final Row row;
    private final OutputStream out;

    CommodityRows(Row row, OutputStream out) {
        this.row = row;
        this.out = out;
    }

    void write(CombinedCommodity commodity, Map<ProductFamily.Key, ArrayScale> scales)
            throws IOException {
        refuseWhatHasNoPlace(commodity);
        definitions(commodity, scales);
        scan(commodity);
        intra(commodity);
        for (DeltaSpread spread : commodity.charges().seriesSpreads()) {
            seriesSpread(commodity, spread);
        }
        for (DeltaSpread spread : commodity.charges().tierSpreads()) tierSpread(commodity, spread);
        spot(commodity);
    }

    private static void refuseWhatHasNoPlace(CombinedCommodity commodity) {
        Unwritable.refuse(commodity);
        if (commodity.setting().points().isPresent()) {
            throw new Unwritable("scenarios of " + commodity.code(), "present", "none");
        }
        for (CombinedCommodity.Family family : commodity.families()) {
            if (family.scaling() != 1) {
                throw new Unwritable("scaling of " + family.key(), "" + family.scaling(), "1");
            }
        }
    }

    /// The commodity's families, six a line, each line of one exchange.
    private void definitions(CombinedCommodity commodity, Map<ProductFamily.Key, ArrayScale> scales)
            throws IOException {
        Map<String, List<ProductFamily.Key>> byExchange = new LinkedHashMap<>();
        for (CombinedCommodity.Family family : commodity.families()) {
            byExchange
                    .computeIfAbsent(family.key().exchange(), _ -> new ArrayList<>())
                    .add(family.key());
        }
        if (byExchange.isEmpty()) {
            throw new Unwritable("families of " + commodity.code(), "none", "one or more");
        }
        for (Map.Entry<String, List<ProductFamily.Key>> each : byExchange.entrySet()) {
            List<ProductFamily.Key> keys = each.getValue();
            for (int from = 0; from < keys.size(); from += Commodity.FAMILIES) {
                int to = Math.min(keys.size(), from + Commodity.FAMILIES);
                definition(commodity, each.getKey(), keys.subList(from, to), scales);
            }
        }
    }

    private void definition(
            CombinedCommodity commodity,
            String exchange,
            List<ProductFamily.Key> families,
            Map<ProductFamily.Key, ArrayScale> scales)
            throws IOException {
        CombinedCommodity.Key key = commodity.key();
        row.start("2", "combined commodity " + key.code())
                .text(Commodity.EXCHANGE, exchange)
                .text(Commodity.CODE, key.code())
                .digits(Commodity.EXPONENT, key.riskExponent())
                .text(Commodity.CURRENCY, key.currency())
                .text(Commodity.CAPPED, key.isOptionValueCapped() ? "Y" : "N");
        for (int i = 0; i < families.size(); i++) {
            ArrayScale scale = scales.getOrDefault(families.get(i), ArrayScale.SHORT);
            row.text(Commodity.COMMODITY.get(i), families.get(i).commodity())
                    .text(Commodity.TYPE.get(i), families.get(i).kind().name());
            if (scale.decimals() > 0) {
                row.digits(Commodity.LOCATOR.get(i), scale.decimals());
            }
        }
        row.writeTo(out);
    }

    private void scan(CombinedCommodity commodity) throws IOException {
        String priceRisk = commodity.credit().method().map(CommodityRows::code).orElse("");
        List<Tier> scan = commodity.tiers().scan();
        List<Tier> inter = commodity.tiers().inter();
        if (scan.equals(inter)) {
            tiers(commodity, scan.isEmpty() ? "01" : "21", scan, priceRisk);
        } else if (inter.isEmpty()) {
            tiers(commodity, "10", scan, priceRisk);
        } else if (scan.isEmpty()) {
            tiers(commodity, "20", inter, priceRisk);
        } else {
            tiers(commodity, "22", scan, priceRisk);
            tiers(commodity, "23", inter, priceRisk);
        }
        List<Tier> minimum = commodity.charges().minimum().tiers();
        if (!minimum.isEmpty()) tiers(commodity, "30", minimum, priceRisk);
    }

    private static String code(PriceRisk method) {
        return switch (method) {
            case NORMAL -> "1";
            case SCAN_RANGE_CAP -> "2";
            case SCAN_RANGE -> "3";
        };
    }

    private void tiers(
            CombinedCommodity commodity, String method, List<Tier> tiers, String priceRisk)
            throws IOException {
        int from = 0;
        do {
            row.start("S", "tiers of " + commodity.code())
                    .text(Layout.CODE, commodity.code())
                    .text(Layout.METHOD, method)
                    .digits(Scan.COUNT, tiers.size())
                    .text(Scan.PRICE_RISK, priceRisk);
            for (int i = 0; i < Scan.TIERS && from + i < tiers.size(); i++) {
                Tier tier = tiers.get(from + i);
                row.digits(Scan.TIER.get(i), tier.number())
                        .period(Scan.START.get(i), Scan.START_DAY.get(i), tier.first())
                        .period(Scan.END.get(i), Scan.END_DAY.get(i), tier.last());
                if (method.equals("30")) {
                    double rate = tier.rate().orElse(0);
                    row.exact(Scan.MINIMUM.get(i), rate, commodity.key().riskExponent());
                }
            }
            row.writeTo(out);
            from += Scan.TIERS;
        } while (from < tiers.size());
    }

    private void intra(CombinedCommodity commodity) throws IOException {
        List<Tier> tiers = commodity.tiers().intra();
        boolean isPlain =
                commodity.charges().seriesSpreads().isEmpty()
                        && commodity.charges().tierSpreads().isEmpty();
        int from = 0;
        do {
            row.start("3", "tiers of " + commodity.code())
                    .text(Layout.CODE, commodity.code())
                    .text(Layout.METHOD, isPlain ? "01" : "10");
            for (int i = 0; i < Intra.TIERS && from + i < tiers.size(); i++) {
                Tier tier = tiers.get(from + i);
                row.digits(Intra.TIER.get(i), tier.number())
                        .period(Intra.START.get(i), Intra.START_DAY.get(i), tier.first())
                        .period(Intra.END.get(i), Intra.END_DAY.get(i), tier.last());
            }
            factors(
                    commodity.factors().initialRatio(),
                    List.of(Intra.MEMBER, Intra.HEDGER, Intra.SPECULATOR));
            row.writeTo(out);
            from += Intra.TIERS;
        } while (from < tiers.size());
    }

    private void factors(Map<AccountType, Double> factors, List<Field> fields) {
        List<AccountType> types =
                List.of(AccountType.MEMBER, AccountType.HEDGER, AccountType.SPECULATOR);
        factors.forEach((type, factor) -> {
            if (!types.contains(type)) {
                throw new Unwritable("factor of " + type, "" + factor, "none");
            }
            row.exact(fields.get(types.indexOf(type)), factor);
        });
    }

    private void seriesSpread(CombinedCommodity commodity, DeltaSpread spread) throws IOException {
        String what = "series spread %d of %s".formatted(spread.priority(), commodity.code());
        checkLegs(spread, SeriesSpread.LEGS, what);
        row.start("E", what)
                .text(Layout.CODE, commodity.code())
                .digits(SeriesSpread.PRIORITY, spread.priority())
                .exact(SeriesSpread.RATE, spread.amount().rate(), commodity.key().riskExponent());
        for (int i = 0; i < spread.legs().size(); i++) {
            DeltaSpread.Leg leg = spread.legs().get(i);
            if (!(leg.slot() instanceof Slot.OfPeriod(Period period))) {
                throw new Unwritable("leg of " + what, leg.slot().toString(), "a period");
            }
            row.digits(SeriesSpread.MONTH.get(i), period.yearMonth() - CENTURY)
                    .text(SeriesSpread.DAY.get(i), period.day())
                    .exact(SeriesSpread.RATIO.get(i), leg.ratio())
                    .text(SeriesSpread.SIDE.get(i), leg.side().name());
        }
        row.writeTo(out);
    }

    private static void checkLegs(DeltaSpread spread, int most, String what) {
        if (spread.legs().size() > most) {
            throw new Unwritable("legs of " + what, "" + spread.legs().size(), "at most " + most);
        }
        if (spread.amount().unit() != DeltaSpread.Unit.FLAT) {
            throw new Unwritable("rate of " + what, "" + spread.amount().unit(), "FLAT");
        }
    }

    private void tierSpread(CombinedCommodity commodity, DeltaSpread spread) throws IOException {
        String what = "tier spread %d of %s".formatted(spread.priority(), commodity.code());
        checkLegs(spread, TierSpread.LEGS, what);
        row.start("C", what)
                .text(Layout.CODE, commodity.code())
                .text(Layout.METHOD, "10")
                .digits(TierSpread.PRIORITY, spread.priority())
                .digits(TierSpread.COUNT, spread.legs().size())
                .exact(TierSpread.RATE, spread.amount().rate(), commodity.key().riskExponent());
        for (int i = 0; i < spread.legs().size(); i++) {
            DeltaSpread.Leg leg = spread.legs().get(i);
            if (!(leg.slot() instanceof Slot.OfTier(int number))) {
                throw new Unwritable("leg of " + what, leg.slot().toString(), "a tier");
            }
            row.digits(TierSpread.NUMBER.get(i), i + 1L)
                    .digits(TierSpread.TIER.get(i), number)
                    .exact(TierSpread.RATIO.get(i), leg.ratio())
                    .text(TierSpread.SIDE.get(i), leg.side().name());
        }
        row.writeTo(out);
    }

    private void spot(CombinedCommodity commodity) throws IOException {
        List<SpotCharge> spot = commodity.charges().spot();
        Minimum minimum = commodity.charges().minimum();
        Factors factors = commodity.factors();
        int exponent = commodity.key().riskExponent();
        int from = 0;
        do {
            row.start("4", "spot charges of " + commodity.code())
                    .text(Layout.CODE, commodity.code())
                    .text(Layout.METHOD, spot.isEmpty() ? "01" : "10");
            if (!spot.isEmpty()) row.digits(Spot.COUNT, spot.size());
            for (int i = 0; i < Spot.MONTHS && from + i < spot.size(); i++) {
                SpotCharge charge = spot.get(from + i);
                if (charge.applies() != SpotCharge.Applies.BOTH) {
                    throw new Unwritable(
                            "spot charge of " + commodity.code(), "" + charge.applies(), "BOTH");
                }
                row.digits(Spot.NUMBER.get(i), from + i + 1L)
                        .period(Spot.MONTH.get(i), Spot.DAY.get(i), charge.period())
                        .exact(Spot.SPREAD_RATE.get(i), charge.spreadRate(), exponent)
                        .exact(Spot.OUTRIGHT_RATE.get(i), charge.outrightRate(), exponent);
            }
            row.exact(Spot.MINIMUM, minimum.rate(), exponent);
            factors(factors.adjustment(), List.of(Spot.MEMBER, Spot.HEDGER, Spot.SPECULATOR));
            minimum.method()
                    .ifPresent(counting ->
                            row.text(Spot.COUNTING, counting == Minimum.Counting.MAX ? "1" : "2"));
            row.writeTo(out);
            from += Spot.MONTHS;
        } while (from < spot.size());
    }
}
