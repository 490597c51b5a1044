package hedgerow.store.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.CombinedCommodity.SpotCharge;
import hedgerow.market.clearing.Contracts;
import hedgerow.market.clearing.Conversion;
import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.DeltaSpread.Slot;
import hedgerow.market.clearing.InterSpreads;
import hedgerow.market.clearing.Publication;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.market.clearing.ScanSpread;
import hedgerow.market.clearing.Series;
import hedgerow.market.clearing.Spread;
import hedgerow.market.clearing.Tier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Lines of real files, each with what its fields say.
///
/// A line is read as part of a small file that defines what it names, and the figures are those
/// that the reader hands over. A field of a check that is not known here fails it.
public final class RecordCases {
    private final RecordFile file;
    private final JsonNode expect;
    private final Set<String> unchecked;

    private RecordCases(String line, JsonNode expect) {
        this.file = new RecordFile(line);
        this.expect = expect;
        this.unchecked = new HashSet<>();
        expect.properties().forEach(field -> unchecked.add(field.getKey()));
    }

    /// Reads a line as part of a file, which must not be refused.
    public static void accept(String line) {
        new RecordFile(line).read();
    }

    /// Checks what a line says.
    public static void check(String line, JsonNode expect) {
        new RecordCases(line, expect).check();
    }

    private void check() {
        RiskParameters read = file.read();
        switch (file.type()) {
            case "6" -> inter(read);
            case "E" -> seriesSpread(commodity(read));
            case "C" -> tierSpread(commodity(read));
            case "4" -> spot(commodity(read));
            case "81", "83" -> values(read, "values1to9", 0, 9);
            case "82", "84" -> values(read, "values10to16", 9, 16);
            case String type -> plain(type, read);
        }
        assertThat(unchecked).as("fields of record %s without a check", file.type()).isEmpty();
    }

    private JsonNode expected(String name) {
        assertThat(expect.has(name)).as("%s in %s", name, expect).isTrue();
        unchecked.remove(name);
        return expect.get(name);
    }

    private boolean has(String name) {
        return expect.has(name);
    }

    private CombinedCommodity commodity(RiskParameters read) {
        String code = expected("code").asText();
        assertThat(read.commodities()).containsKey(code);
        return read.commodities().get(code);
    }

    private void number(String name, double read) {
        if (has(name)) assertThat(read).as(name).isEqualTo(expected(name).asDouble());
    }

    private void text(String name, String field) {
        if (has(name)) assertThat(field).as(name).isEqualTo(expected(name).asText());
    }

    /// Record 6.
    private void inter(RiskParameters read) {
        text("group", file.text(3, 5));
        text("method", file.text(89, 90));
        InterSpreads spreads = read.spreads();
        boolean isSuper = has("superFlag") && expected("superFlag").asText().equals("S");
        Spread spread = (isSuper ? spreads.before() : spreads.after()).getFirst();
        number("priority", spread.priority());
        switch (spread) {
            case ScanSpread scan -> scan(scan);
            case DeltaSpread delta -> {
                if (has("creditRatePct")) {
                    assertThat(100 * delta.amount().rate())
                            .isCloseTo(expected("creditRatePct").asDouble(), within(1e-9));
                }
                legs(delta, 1, 3, 4);
            }
        }
    }

    private void scan(ScanSpread scan) {
        JsonNode legs = expected("legs");
        double rate = expected("creditRatePct").asDouble() / 100;
        assertThat(scan.legs()).hasSameSizeAs(legs);
        for (int i = 0; i < legs.size(); i++) {
            JsonNode leg = legs.get(i);
            assertThat(scan.legs().get(i))
                    .isEqualTo(
                            new ScanSpread.Leg(
                                    leg.get(1).asText(),
                                    leg.get(3).asDouble(),
                                    leg.get(2).asText().equals("Y"),
                                    rate));
        }
        JsonNode target = expected("target");
        assertThat(scan.target()).isEqualTo(target.get(1).asText());
        number("targetRatio", scan.targetRatio());
        number("minLegs", scan.minimumLegs());
    }

    /// Legs as lists: where the code or slot, the ratio and the side stand in each.
    private void legs(DeltaSpread spread, int slot, int ratio, int side) {
        JsonNode legs = expected("legs");
        assertThat(spread.legs()).hasSameSizeAs(legs);
        for (int i = 0; i < legs.size(); i++) {
            DeltaSpread.Leg leg = spread.legs().get(i);
            String name =
                    switch (leg.slot()) {
                        case Slot.Whole _ -> leg.commodity();
                        case Slot.OfTier(int tier) -> Integer.toString(tier);
                        case Slot.OfPeriod(var period) -> period.toString().substring(2);
                        case Slot.OfRolling rolling -> rolling.toString();
                    };
            assertThat(name).isEqualTo(legs.get(i).get(slot).asText());
            assertThat(leg.ratio()).isEqualTo(legs.get(i).get(ratio).asDouble());
            assertThat(leg.side().name()).isEqualTo(legs.get(i).get(side).asText());
        }
    }

    private void seriesSpread(CombinedCommodity commodity) {
        DeltaSpread spread = commodity.charges().seriesSpreads().getFirst();
        number("priority", spread.priority());
        number("chargeRate", spread.amount().rate());
        legs(spread, 0, 1, 2);
    }

    private void tierSpread(CombinedCommodity commodity) {
        DeltaSpread spread = commodity.charges().tierSpreads().getFirst();
        text("method", file.text(9, 10));
        number("priority", spread.priority());
        number("nLegs", spread.legs().size());
        number("chargeRate", spread.amount().rate());
        legs(spread, 1, 2, 3);
        unchecked.remove("legFields");
    }

    private void spot(CombinedCommodity commodity) {
        text("spotMethod", file.text(9, 10));
        List<SpotCharge> spot = commodity.charges().spot();
        number("months", spot.size());
        for (int i = 0; i < spot.size(); i++) {
            if (!has("month" + (i + 1))) continue;
            JsonNode month = expected("month" + (i + 1));
            assertThat(spot.get(i).period()).hasToString(month.get(0).asText());
            assertThat(spot.get(i).spreadRate()).isEqualTo(month.get(1).asDouble());
            assertThat(spot.get(i).outrightRate()).isEqualTo(month.get(2).asDouble());
        }
        number("som", commodity.charges().minimum().rate());
        JsonNode factors = expected("adj");
        List<AccountType> types =
                List.of(AccountType.MEMBER, AccountType.HEDGER, AccountType.SPECULATOR);
        for (int i = 0; i < types.size(); i++) {
            assertThat(commodity.factors().adjustment(types.get(i)))
                    .isEqualTo(factors.get(i).asDouble());
        }
        Minimum.Counting counting =
                expected("somMethod").asText().equals("1")
                        ? Minimum.Counting.MAX
                        : Minimum.Counting.GROSS;
        assertThat(commodity.charges().minimum().method()).contains(counting);
    }

    /// Records whose fields are single figures, under the names of the published layout.
    private void plain(String type, RiskParameters read) {
        Map<String, Object> figures =
                switch (type) {
                    case "0" -> header(read.publication());
                    case "T" -> conversion(read.conversions().getFirst());
                    case "2" -> definition(read.commodities().values().iterator().next());
                    case "3", "S" -> tiers(read.commodities().values().iterator().next());
                    case "B" -> calculation(read.contracts().series().getFirst());
                    default -> throw new AssertionError("no check is known of record " + type);
                };
        for (String name : List.copyOf(unchecked)) {
            if (!figures.containsKey(name)) continue;
            if (figures.get(name) instanceof Number number) number(name, number.doubleValue());
            else text(name, String.valueOf(figures.get(name)));
        }
    }

    private static Map<String, Object> header(Publication of) {
        return Map.of(
                "exchangeComplex", of.organisation(),
                "businessDate", of.businessDate().toString().replace("-", ""),
                "settlementFlag", of.session().name().substring(0, 1),
                "fileIdentifier", of.qualifier(),
                "limitOptionValue", of.isOptionValueCapped() ? "Y" : "N",
                "maintOrInit", of.requirement().name().substring(0, 1));
    }

    private static Map<String, Object> conversion(Conversion of) {
        return Map.of("fromIso", of.from(), "toIso", of.to(), "rate", of.rate());
    }

    private static Map<String, Object> definition(CombinedCommodity of) {
        Map<String, Object> figures = new HashMap<>();
        figures.put("code", of.code());
        figures.put("riskExponent", of.key().riskExponent());
        figures.put("pbCurrency", of.key().currency());
        figures.put("limitOptionValue", of.key().isOptionValueCapped() ? "Y" : "N");
        for (int i = 0; i < of.families().size(); i++) {
            figures.put("commodity" + (i + 1), of.families().get(i).key().commodity());
            figures.put("contractType" + (i + 1), of.families().get(i).key().kind().name());
        }
        return figures;
    }

    private static Map<String, Object> tiers(CombinedCommodity of) {
        Map<String, Object> figures = new HashMap<>();
        figures.put("code", of.code());
        List<Tier> tiers =
                Stream.of(of.tiers().intra(), of.tiers().scan(), of.tiers().inter())
                        .filter(list -> !list.isEmpty())
                        .findFirst()
                        .orElse(List.of());
        figures.put("nTiers", tiers.size());
        for (int i = 0; i < tiers.size(); i++) {
            figures.put("tier" + (i + 1), tiers.get(i).number());
            figures.put("start" + (i + 1), tiers.get(i).first().toString());
            figures.put("end" + (i + 1), tiers.get(i).last().toString());
        }
        figures.put("ratioMember", of.factors().initialRatio(AccountType.MEMBER));
        figures.put("ratioHedger", of.factors().initialRatio(AccountType.HEDGER));
        figures.put("ratioSpeculator", of.factors().initialRatio(AccountType.SPECULATOR));
        of.credit().method().ifPresent(m -> figures.put("wfprMethod", m.ordinal() + 1));
        return figures;
    }

    private static Map<String, Object> calculation(Series of) {
        Series.Calculation from = of.calculation().orElseThrow();
        Map<String, Object> figures = new HashMap<>();
        figures.put("baseVol", from.vol().orElse(0));
        figures.put("volScanRange", from.scan().vol().up());
        figures.put("priceScanRange", from.scan().price().up());
        from.scan()
                .extreme()
                .ifPresent(extreme -> {
                    figures.put("extremeMultiplier", extreme.multiple());
                    figures.put("extremeCoveredFraction", extreme.cover());
                });
        figures.put("interestRate", from.rateAnnual());
        figures.put("timeToExpiry", from.time().expiryYears());
        figures.put("lookAhead", from.lookAheadYears());
        figures.put("deltaScalingFactor", of.scaling());
        return figures;
    }

    private void values(RiskParameters read, String name, int from, int to) {
        Contracts contracts = read.contracts();
        assertThat(contracts.size()).isEqualTo(1);
        JsonNode values = expected(name);
        double[] expected = new double[values.size()];
        for (int i = 0; i < expected.length; i++) expected[i] = values.get(i).asDouble();
        assertThat(Arrays.copyOfRange(contracts.losses(0), from, to)).containsExactly(expected);
        number("compositeDelta", contracts.compositeDelta(0));
        number("impliedVol", contracts.impliedVol(0).orElse(0));
        number("settlement", contracts.price(0).orElse(0));
    }
}
