package hedgerow.store.span;

import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.CombinedCommodity.SpotCharge;
import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.DeltaSpread.Method;
import hedgerow.market.clearing.DeltaSpread.Slot;
import hedgerow.market.clearing.InterSpreads;
import hedgerow.market.clearing.PointSet;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.ScanSpread;
import hedgerow.market.clearing.Spread;
import hedgerow.market.clearing.Tier;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Writes combined commodities and spreads in XML.
final class CommodityXml {
    private final Xml xml;
    private final Map<ProductFamily.Key, Integer> familyIds;

    CommodityXml(Xml xml, Map<ProductFamily.Key, Integer> familyIds) {
        this.xml = xml;
        this.familyIds = familyIds;
    }

    /// The number of a kind of rate.
    static int rate(AccountType type, boolean isMaintenance) {
        return 2 * type.ordinal() + (isMaintenance ? 1 : 2);
    }

    void write(CombinedCommodity commodity) throws IOException {
        Unwritable.refuse(commodity);
        CombinedCommodity.Key key = commodity.key();
        xml.start("ccDef").leaf("cc", key.code()).leaf("name", key.code());
        groups(commodity.setting().groups());
        xml.leaf("currency", key.currency())
                .leaf("riskExponent", key.riskExponent())
                .flag("capAnov", key.isOptionValueCapped());
        if (commodity.credit().method().isPresent()) {
            xml.leaf(
                    "wfprMeth",
                    switch (commodity.credit().method().get()) {
                        case NORMAL -> "NORMAL";
                        case SCAN_RANGE_CAP -> "SCANRANGE_CAP";
                        case SCAN_RANGE -> "SCANRANGE";
                    });
        }
        if (commodity.setting().points().isPresent()) {
            points(commodity.setting().points().get(), 1);
        }
        Minimum minimum = commodity.charges().minimum();
        if (minimum.method().isPresent()) xml.leaf("somMeth", minimum.method().get().name());
        for (CombinedCommodity.Family family : commodity.families()) link(family);
        factors(commodity.factors().adjustment(), true);
        factors(commodity.factors().initialRatio(), false);
        tiers("scanTiers", commodity.tiers().scan());
        tiers("intraTiers", commodity.tiers().intra());
        tiers("interTiers", commodity.tiers().inter());
        minimum(minimum);
        for (DeltaSpread spread : commodity.charges().seriesSpreads()) delta(spread, Method.POOLS);
        for (DeltaSpread spread : commodity.charges().tierSpreads()) delta(spread, Method.POOLS);
        for (SpotCharge charge : commodity.charges().spot()) spot(commodity, charge);
        xml.end();
    }

    private void groups(List<String> groups) throws IOException {
        for (String group : groups) xml.start("group").leaf("id", 1).leaf("aVal", group).end();
    }

    /// Scenarios, under the number of the rates that they are for.
    void points(PointSet points, int rate) throws IOException {
        xml.start("pointDef").leaf("r", rate);
        int number = 0;
        for (PointSet.ScanPoint point : points.scan()) {
            xml.start("scanPointDef").leaf("point", ++number);
            move("priceScanDef", point.price());
            move("volScanDef", point.vol());
            xml.leaf("weight", point.weight()).leaf("pairedPoint", point.paired() + 1).end();
        }
        number = 0;
        for (PointSet.DeltaPoint point : points.delta()) {
            xml.start("deltaPointDef").leaf("point", ++number);
            move("priceScanDef", point.price());
            move("volScanDef", 0);
            xml.leaf("weight", point.weight()).end();
        }
        xml.end();
    }

    private void move(String name, double multiple) throws IOException {
        xml.start(name).leaf("mult", multiple).end();
    }

    private void link(CombinedCommodity.Family family) throws IOException {
        ProductFamily.Key key = family.key();
        xml.start("pfLink")
                .leaf("exch", key.exchange())
                .leaf("pfId", familyIds.getOrDefault(key, 0))
                .leaf("pfCode", key.commodity())
                .leaf("pfType", key.kind().name())
                .leaf("sc", family.scaling())
                .end();
    }

    private void factors(Map<AccountType, Double> factors, boolean isMaintenance)
            throws IOException {
        for (Map.Entry<AccountType, Double> each : factors.entrySet()) {
            xml.start("adjRate")
                    .leaf("r", rate(each.getKey(), isMaintenance))
                    .leaf("baseR", 1)
                    .leaf("val", each.getValue())
                    .end();
        }
    }

    private void tiers(String name, List<Tier> tiers) throws IOException {
        if (tiers.isEmpty()) return;
        xml.start(name);
        for (Tier tier : tiers) tier(tier);
        xml.end();
    }

    private void tier(Tier tier) throws IOException {
        xml.start("tier")
                .leaf("tn", tier.number())
                .leaf("sPe", tier.first().toString())
                .leaf("ePe", tier.last().toString());
        if (tier.rate().isPresent()) value(tier.rate().getAsDouble());
        xml.end();
    }

    private void value(double rate) throws IOException {
        xml.start("rate").leaf("val", rate).end();
    }

    private void minimum(Minimum minimum) throws IOException {
        xml.start("somTiers").start("tier").leaf("tn", 0);
        value(minimum.rate());
        xml.end();
        for (Tier tier : minimum.tiers()) tier(tier);
        xml.end();
    }

    private void spot(CombinedCommodity commodity, SpotCharge charge) throws IOException {
        if (charge.applies() != SpotCharge.Applies.BOTH) {
            throw new Unwritable(
                    "spot charge of " + commodity.code(), "" + charge.applies(), "BOTH");
        }
        xml.start("spotRate")
                .leaf("pe", charge.period().toString())
                .leaf("sprd", charge.spreadRate())
                .leaf("outr", charge.outrightRate())
                .end();
    }

    /// Writes spreads between combined commodities.
    void spreads(InterSpreads spreads) throws IOException {
        list("superSpreads", spreads.before());
        list("interSpreads", spreads.after());
        if (spreads.clearing().isEmpty()) return;
        xml.start("interClearSpreads");
        for (Spread spread : spreads.clearing()) clearing(spread);
        xml.end();
    }

    private void list(String name, List<Spread> spreads) throws IOException {
        if (spreads.isEmpty()) return;
        xml.start(name);
        for (Spread spread : spreads) {
            switch (spread) {
                case DeltaSpread delta -> delta(delta, regular(delta));
                case ScanSpread scan -> scan(scan);
            }
        }
        xml.end();
    }

    /// The method that a spread between commodities is read back with.
    private static Method regular(DeltaSpread spread) {
        return spread.legs().stream().anyMatch(leg -> leg.slot() instanceof Slot.OfTier)
                ? Method.DELTA_TIERS
                : Method.REGULAR;
    }

    private void delta(DeltaSpread spread, Method expected) throws IOException {
        String what = "spread " + spread.priority();
        if (spread.method() != expected) {
            throw new Unwritable("method of " + what, "" + spread.method(), "" + expected);
        }
        double rate = spread.amount().rate();
        xml.start("dSpread").leaf("spread", spread.priority());
        switch (spread.amount().unit()) {
            case FLAT -> xml.leaf("chargeMeth", "F");
            case WEIGHTED_PRICE_RISK -> xml.leaf("chargeMeth", "W");
            case PER_MONTH -> xml.leaf("chargeMeth", "P");
        }
        value(rate);
        for (DeltaSpread.Leg leg : spread.legs()) leg(leg, rate);
        xml.end();
    }

    private void leg(DeltaSpread.Leg leg, double rate) throws IOException {
        switch (leg.slot()) {
            case Slot.Whole _ -> start("tLeg", leg).leaf("tn", 0);
            case Slot.OfTier(int number) -> start("tLeg", leg).leaf("tn", number);
            case Slot.OfPeriod(var period) -> start("pLeg", leg).leaf("pe", period.toString());
            case Slot.OfRolling(int number, int first, int last) ->
                    start("rpLeg", leg)
                            .leaf("rpNum", number)
                            .leaf("btNum", first)
                            .leaf("etNum", last);
        }
        end(leg, rate);
    }

    private Xml start(String name, DeltaSpread.Leg leg) throws IOException {
        return xml.start(name).leaf("cc", leg.commodity());
    }

    private void end(DeltaSpread.Leg leg, double rate) throws IOException {
        xml.leaf("rs", leg.side().name()).leaf("i", leg.ratio());
        if (leg.rate() != rate) value(leg.rate());
        xml.end();
    }

    private void scan(ScanSpread spread) throws IOException {
        xml.start("sSpread")
                .leaf("spread", spread.priority())
                .leaf("numLegsReq", spread.minimumLegs());
        for (int s = 0; s < spread.pointRates().size(); s++) {
            xml.start("sPointDef")
                    .leaf("point", s + 1)
                    .leaf("sRate", spread.pointRates().get(s))
                    .end();
        }
        value(spread.legs().getFirst().rate());
        xml.start("sLeg")
                .leaf("cc", spread.target())
                .flag("isTarget", true)
                .leaf("i", spread.targetRatio())
                .end();
        for (ScanSpread.Leg leg : spread.legs()) {
            xml.start("sLeg")
                    .leaf("cc", leg.commodity())
                    .flag("isTarget", false)
                    .flag("isRequired", leg.isRequired())
                    .leaf("i", leg.ratio());
            value(leg.rate());
            xml.end();
        }
        xml.end();
    }

    private void clearing(Spread spread) throws IOException {
        String what = "clearing spread " + spread.priority();
        if (!(spread instanceof DeltaSpread delta)
                || delta.method() != Method.REGULAR
                || delta.amount().unit() != DeltaSpread.Unit.WEIGHTED_PRICE_RISK
                || delta.amount().rate() != delta.legs().getFirst().rate()) {
            throw new Unwritable(what, spread.toString(), "a regular one of weighted price risk");
        }
        xml.start("clearSpread").leaf("spread", spread.priority());
        for (DeltaSpread.Leg leg : delta.legs()) {
            int number =
                    switch (leg.slot()) {
                        case Slot.Whole _ -> 0;
                        case Slot.OfTier(int tier) -> tier;
                        case Slot.OfPeriod _, Slot.OfRolling _ ->
                                throw new Unwritable("leg of " + what, "a period", "a tier");
                    };
            start("homeLeg", leg).leaf("tn", number);
            xml.leaf("rs", leg.side().name()).leaf("i", leg.ratio());
            value(leg.rate());
            xml.end();
        }
        xml.end();
    }
}
