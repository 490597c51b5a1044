package hedgerow.store;

import hedgerow.margin.BasisContingency;
import hedgerow.margin.BoundedLoss;
import hedgerow.margin.Charge;
import hedgerow.margin.Confidence;
import hedgerow.margin.ContractMinimum;
import hedgerow.margin.DeltaFloor;
import hedgerow.margin.DeltaShock;
import hedgerow.margin.Depeg;
import hedgerow.margin.DepegCharge;
import hedgerow.margin.FeeProvision;
import hedgerow.margin.FundingProvision;
import hedgerow.margin.IsolatedOptions;
import hedgerow.margin.IsolatedOrBounded;
import hedgerow.margin.Liquidity;
import hedgerow.margin.NetShortOptions;
import hedgerow.margin.NotionalRate;
import hedgerow.margin.OpenInterestRate;
import hedgerow.margin.OpenLoss;
import hedgerow.margin.OracleConfidence;
import hedgerow.margin.OrderCount;
import hedgerow.margin.RollShock;
import hedgerow.margin.SidedOptions;
import hedgerow.margin.SizeRate;
import hedgerow.margin.StablecoinHedge;
import hedgerow.margin.TieredMinimum;
import hedgerow.margin.Tiers;
import hedgerow.risk.MarketImpact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads floors and charges, such as `{ deltaFloor: { unhedgedRate: 0.02, hedgedRate: 0.01 }, as:
/// floor }`.
final class ChargeReader {
    private static final double YEAR_DAYS = 365;
    private static final NumberRange YEARLY = new NumberRange(0, true, 10);

    /// Every charge that a file may name, with its fields.
    static final List<YamlKind<Charge>> KINDS =
            List.of(
                    kind("deltaFloor", DeltaFloor.class, ChargeReader::deltaFloor),
                    kind(
                            "contractMinimum",
                            ContractMinimum.class,
                            f -> new ContractMinimum(amount(f, "perUnit"))),
                    kind("basisContingency", BasisContingency.class, ChargeReader::basis),
                    kind("notionalRate", NotionalRate.class, ChargeReader::notionalRate),
                    kind(
                            "netShortOptions",
                            NetShortOptions.class,
                            f ->
                                    new NetShortOptions(
                                            amount(f, "initialRate"),
                                            amount(f, "maintenanceRate"))),
                    kind(
                            "oracleConfidence",
                            OracleConfidence.class,
                            f ->
                                    new OracleConfidence(
                                            confidence(f),
                                            ModelReader.kinds(f.get("of")),
                                            flag(f, "shortOnly"),
                                            flag(f, "optionsWithPerpetual"))),
                    kind("depeg", DepegCharge.class, f -> new DepegCharge(depeg(f))),
                    kind(
                            "openInterestRate",
                            OpenInterestRate.class,
                            f ->
                                    new OpenInterestRate(
                                            each(f.get("of"), ChargeReader::interestTier))),
                    kind(
                            "sizeRate",
                            SizeRate.class,
                            f -> new SizeRate(each(f.get("of"), ChargeReader::terms))),
                    kind("isolatedOptions", IsolatedOptions.class, ChargeReader::isolated),
                    kind("boundedLoss", BoundedLoss.class, ChargeReader::bounded),
                    kind(
                            "isolatedOrBounded",
                            IsolatedOrBounded.class,
                            ChargeReader::isolatedOrBounded),
                    kind(
                            "feeProvision",
                            FeeProvision.class,
                            f ->
                                    new FeeProvision(
                                            amount(f, "optionRate"),
                                            amount(f, "optionCap"),
                                            amount(f, "otherRate"),
                                            orders(f))),
                    kind(
                            "fundingProvision",
                            FundingProvision.class,
                            f ->
                                    new FundingProvision(
                                            amount(f, "hours"),
                                            f.get("orders")
                                                    .word(FundingProvision.Orders.class)
                                                    .orElse(FundingProvision.Orders.WORST))),
                    kind(
                            "rollShock",
                            RollShock.class,
                            f ->
                                    new RollShock(
                                            f.get("annualisedMove").number(YEARLY),
                                            amount(f, "minimum"),
                                            flag(f, "spotApart"))),
                    kind(
                            "deltaShock",
                            DeltaShock.class,
                            f ->
                                    new DeltaShock(
                                            amount(f, "threshold"),
                                            amount(f, "increment"),
                                            amount(f, "maximum"))),
                    kind("tieredMinimum", TieredMinimum.class, ChargeReader::tiered),
                    kind("sidedOptions", SidedOptions.class, ChargeReader::sided),
                    kind("openLoss", OpenLoss.class, f -> new OpenLoss()),
                    kind(
                            "stablecoinHedge",
                            StablecoinHedge.class,
                            f -> new StablecoinHedge(tiers(f, "rate"), amount(f, "initialFactor"))),
                    kind("liquidity", Liquidity.class, ChargeReader::liquidity));

    private static final NumberRange DOWN = new NumberRange(-1, false, 0);

    private ChargeReader() {}

    private static YamlKind<Charge> kind(
            String word, Class<? extends Charge> type, Function<YamlFields, Charge> reader) {
        return new YamlKind<>(word, type, reader);
    }

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

    private static double amount(YamlFields fields, String name) {
        return fields.get(name).number(NumberRange.NOT_NEGATIVE);
    }

    private static boolean flag(YamlFields fields, String name) {
        return fields.find(name).map(YamlValue::flag).orElse(false);
    }

    /// What `reader` makes of the fields of each market, by underlying.
    private static <T> Map<String, T> each(YamlValue markets, Function<YamlFields, T> reader) {
        Map<String, T> read = new LinkedHashMap<>();
        markets.named((id, fields) -> fields.as(reader))
                .forEach((id, market) -> market.ifPresent(m -> read.put(id, m)));
        if (markets.isEmptyMapping()) markets.refuse("at least one market");
        return read;
    }

    private static OpenInterestRate.Tier interestTier(YamlFields f) {
        return new OpenInterestRate.Tier(
                f.get("base").number(NumberRange.SHARE),
                amount(f, "maintenanceFraction"),
                amount(f, "lower"),
                amount(f, "upper"));
    }

    private static SizeRate.Terms terms(YamlFields f) {
        return new SizeRate.Terms(
                f.get("skewScale").number(NumberRange.POSITIVE),
                amount(f, "initialFraction"),
                amount(f, "minimumRatio"),
                amount(f, "maintenanceScalar"),
                amount(f, "minimumMargin"));
    }

    private static Charge deltaFloor(YamlFields f) {
        return new DeltaFloor(amount(f, "unhedgedRate"), amount(f, "hedgedRate"));
    }

    private static Charge basis(YamlFields f) {
        return new BasisContingency(
                amount(f, "up"),
                f.get("down").number(DOWN),
                amount(f, "addition"),
                amount(f, "multiplier"));
    }

    private static Charge notionalRate(YamlFields f) {
        return new NotionalRate(
                ModelReader.kinds(f.get("of")),
                f.get("at").word(NotionalRate.At.class).orElse(NotionalRate.At.SPOT),
                amount(f, "initialRate"),
                amount(f, "maintenanceRate"),
                orders(f));
    }

    private static OrderCount orders(YamlFields f) {
        return f.find("orders")
                .flatMap(orders -> orders.word(OrderCount.class))
                .orElse(OrderCount.EACH);
    }

    private static IsolatedOptions isolated(YamlFields f) {
        return new IsolatedOptions(
                f.get("initial")
                        .as(r ->
                                new IsolatedOptions.Rate(
                                        amount(r, "maximum"),
                                        amount(r, "minimum"),
                                        amount(r, "putFactor")))
                        .orElse(new IsolatedOptions.Rate(0, 0, 0)),
                f.get("maintenance")
                        .as(r ->
                                new IsolatedOptions.Maintenance(
                                        amount(r, "call"),
                                        amount(r, "put"),
                                        amount(r, "putOfMark")))
                        .orElse(new IsolatedOptions.Maintenance(0, 0, 0)));
    }

    private static BoundedLoss bounded(YamlFields f) {
        return new BoundedLoss(amount(f, "unpairedInitial"), amount(f, "unpairedMaintenance"));
    }

    private static Charge isolatedOrBounded(YamlFields f) {
        Optional<IsolatedOptions> isolated = f.get("isolated").as(ChargeReader::isolated);
        Optional<BoundedLoss> bounded = f.get("bounded").as(ChargeReader::bounded);
        return new IsolatedOrBounded(
                isolated.orElse(
                        new IsolatedOptions(
                                new IsolatedOptions.Rate(0, 0, 0),
                                new IsolatedOptions.Maintenance(0, 0, 0))),
                bounded.orElse(new BoundedLoss(0, 0)));
    }

    private static TieredMinimum tiered(YamlFields f) {
        return new TieredMinimum(
                ModelReader.kinds(f.get("of")), amount(f, "rate"), tiers(f, "multiplier"));
    }

    /// Parts of an amount, each with what it is multiplied by in the field `rate`.
    private static Tiers tiers(YamlFields f, String rate) {
        List<Tiers.Tier> tiers =
                f.get("tiers").filledList().stream()
                        .flatMap(tier -> tier.as(t -> tier(t, rate)).stream())
                        .toList();
        return new Tiers(tiers.isEmpty() ? List.of(new Tiers.Tier(1, 1)) : tiers);
    }

    private static Tiers.Tier tier(YamlFields f, String rate) {
        return new Tiers.Tier(f.get("to").number(NumberRange.POSITIVE), amount(f, rate));
    }

    private static SidedOptions sided(YamlFields f) {
        return new SidedOptions(sidedRates(f, "initial"), sidedRates(f, "maintenance"));
    }

    private static SidedOptions.Rates sidedRates(YamlFields f, String margin) {
        return f.get(margin)
                .as(r ->
                        new SidedOptions.Rates(
                                amount(r, "premium"),
                                amount(r, "longRate"),
                                amount(r, "shortMaximum"),
                                amount(r, "shortMinimum"),
                                amount(r, "putCap")))
                .orElse(new SidedOptions.Rates(0, 0, 0, 0, 0));
    }

    private static Liquidity liquidity(YamlFields f) {
        return new Liquidity(
                each(f.get("of"), ChargeReader::impact),
                f.get("averageShare").number(NumberRange.SHARE),
                amount(f, "optionHalfSpread"),
                f.get("concentration")
                        .as(c -> new Liquidity.Concentration(amount(c, "share"), amount(c, "rate")))
                        .orElse(new Liquidity.Concentration(0, 0)));
    }

    private static MarketImpact impact(YamlFields f) {
        return new MarketImpact(
                amount(f, "coefficient"),
                amount(f, "vol") / Math.sqrt(YEAR_DAYS),
                f.get("volumeDaily").number(NumberRange.POSITIVE),
                f.get("crossoverShare").number(NumberRange.SHARE));
    }

    /// Threshold and slope of what is asked for more when the stablecoin falls.
    static Depeg depeg(YamlFields fields) {
        return new Depeg(amount(fields, "threshold"), amount(fields, "slope"));
    }

    /// When a price is unsure, and what that costs.
    static Confidence confidence(YamlFields fields) {
        return new Confidence(
                fields.get("threshold").number(NumberRange.SHARE), amount(fields, "scale"));
    }
}
