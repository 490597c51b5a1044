package hedgerow.venues;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.market.OptionQuote;
import hedgerow.market.Reference;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Cases of Paradex' portfolio margin: with the exact normal distribution within a millionth of the
/// notional, and with the polynomial that the venue's library has within 1e-9 of it.
final class ParadexCases implements CaseRunner {
    private static final double EXACT = 1e-6;
    private static final double POLYNOMIAL = 1e-9;
    private static final Set<String> BOUGHT = Set.of("BUY", "LONG");

    @Override
    public boolean owns(JsonNode file) {
        return file.path("model").asText().equals("paradex-portfolio-margin");
    }

    @Override
    public void check(JsonNode file, JsonNode one, Checks checks) {
        JsonNode config = file.get("pm_config").get(one.get("base").asText());
        Given given = new Given(one);
        double notional = 0;
        for (JsonNode p : one.path("positions")) notional += Math.abs(p.get("size").asDouble());
        for (JsonNode o : one.path("orders")) notional += o.get("size").asDouble();
        notional *= given.spot;
        compare(one, given, yaml(config, given, "exact"), EXACT * notional, checks);
        compare(one, given, yaml(config, given, "polynomial"), POLYNOMIAL * notional, checks);
    }

    private static void compare(
            JsonNode one, Given given, String yaml, double amount, Checks checks) {
        CaseBook.Said said = given.book.under(yaml, "USD");
        JsonNode expected = one.get("expected");
        within("IMR", expected, said.margin().initial(), amount, checks);
        within("MMR", expected, said.margin().maintenance(), amount, checks);
        within("worst_loss", expected, said.part("scan risk").initial(), amount, checks);
        within("delta_min", expected, said.part("delta floor").initial(), amount, checks);
        within("fund_p", expected, said.part("funding provision").initial(), amount, checks);
        within("fee_provision_imr", expected, said.part("fee provision").initial(), amount, checks);
        within(
                "fee_provision_mmr",
                expected,
                said.part("fee provision").maintenance(),
                amount,
                checks);
        double held = delta(given, said.arrays());
        within("position_delta", expected, held, 1e-9, checks);
        double ordered = ordered(given, said.arrays());
        within("portfolio_delta", expected, held + ordered, 1e-9, checks);
        within("order_delta", expected, ordered, 1e-9, checks);
        sides(expected, given, said.arrays(), checks);
        if (expected.path("worst_loss").asDouble() > 0) {
            int binding = said.margin().binding().orElseThrow().index();
            checks.within("worst_idx", expected.get("worst_idx").asInt(), binding, 0, 0);
        }
        JsonNode vector = one.path("expected_position_scenario_pnl_weighted");
        for (int s = 0; s < vector.size(); s++) {
            double pnl = said.arrays().weight(s) * pnl(given, said.arrays(), s);
            checks.within("scenario " + s, vector.get(s).asDouble(), pnl, 0, amount);
        }
    }

    private static void within(
            String name, JsonNode expected, double actual, double amount, Checks checks) {
        if (expected.has(name)) {
            checks.within(name, expected.get(name).asDouble(), actual, 0, amount);
        }
    }

    /// Long and short deltas with the orders of their side, and what of them is hedged and not.
    private static void sides(JsonNode expected, Given given, RiskArrays arrays, Checks checks) {
        double longs = 0;
        double shorts = 0;
        for (Position p : given.book.positions()) {
            double held = p.quantity() * delta(arrays, p.instrument());
            longs += Math.max(0, held);
            shorts += Math.max(0, -held);
        }
        double mostLong = longs;
        double mostShort = shorts;
        for (Order o : given.book.orders()) {
            double ordered = o.quantity() * delta(arrays, o.instrument());
            mostLong += Math.max(0, ordered);
            mostShort += Math.max(0, -ordered);
        }
        double unhedged = Math.max(0, Math.max(mostLong - shorts, mostShort - longs));
        double hedged = Math.max(0, Math.max(mostLong, mostShort) - unhedged);
        within("maxL", expected, mostLong, 1e-9, checks);
        within("maxS", expected, mostShort, 1e-9, checks);
        within("maxU", expected, unhedged, 1e-9, checks);
        within("hedged", expected, hedged, 1e-9, checks);
    }

    private static double delta(Given given, RiskArrays arrays) {
        return given.book.positions().stream()
                .mapToDouble(p -> p.quantity() * delta(arrays, p.instrument()))
                .sum();
    }

    private static double ordered(Given given, RiskArrays arrays) {
        return given.book.orders().stream()
                .mapToDouble(o -> o.quantity() * delta(arrays, o.instrument()))
                .sum();
    }

    private static double delta(RiskArrays arrays, Instrument instrument) {
        return arrays.columns().delta()[arrays.row(instrument).orElseThrow()];
    }

    private static double pnl(Given given, RiskArrays arrays, int s) {
        return given.book.positions().stream()
                .mapToDouble(
                        p -> p.quantity() * arrays.pnl(arrays.row(p.instrument()).orElseThrow(), s))
                .sum();
    }

    /// The market and the legs of a case, and the fee rates of its instruments.
    private static final class Given {
        private final JsonNode one;
        private final double spot;
        private final VenueCase book;
        private double optionFee;
        private double otherFee;

        Given(JsonNode one) {
            this.one = one;
            String base = one.get("base").asText();
            JsonNode perpetual = one.get("market_data").get(base + "-USD-PERP");
            this.spot = perpetual.get("underlying_price").asDouble();
            Reference reference =
                    new Reference(
                            spot,
                            OptionalDouble.of(perpetual.path("interest_rate").asDouble()),
                            0,
                            new Reference.PerpetualQuote(
                                    number(perpetual.path("mark_price")),
                                    number(perpetual.path("funding_rate"))));
            Instant now = OffsetDateTime.parse(one.get("now").asText()).toInstant();
            this.book = new VenueCase(now, base, reference);
            Map<String, Instrument> instruments = new HashMap<>();
            one.get("market_data")
                    .properties()
                    .forEach(m -> instruments.put(m.getKey(), instrument(base, m.getKey())));
            for (JsonNode p : one.path("positions")) {
                book.hold(instruments.get(market(p)), signed(p));
            }
            for (JsonNode o : one.path("orders")) {
                book.order(instruments.get(market(o)), signed(o), o.get("price").asDouble());
            }
        }

        private String market(JsonNode leg) {
            String market = leg.get("market").asText();
            double fee = one.get("market_data").get(market).path("fee_rate").asDouble();
            boolean isOption =
                    one.get("market_specs").get(market).get("asset_kind").asText().equals("OPTION");
            if (isOption) optionFee = fee;
            else otherFee = fee;
            return market;
        }

        private static double signed(JsonNode leg) {
            double size = leg.get("size").asDouble();
            return BOUGHT.contains(leg.get("side").asText()) ? size : -size;
        }

        private Instrument instrument(String base, String market) {
            JsonNode data = one.get("market_data").get(market);
            JsonNode specs = one.get("market_specs").get(market);
            if (!specs.get("asset_kind").asText().equals("OPTION")) {
                return new Perpetual(base, Contract.LINEAR);
            }
            Option option =
                    new Option(
                            base,
                            OptionRight.valueOf(specs.get("option_type").asText()),
                            specs.get("strike_price").asDouble(),
                            Instant.ofEpochMilli(specs.get("expiry_at").asLong()),
                            Option.Style.EUROPEAN,
                            Contract.LINEAR);
            book.quote(
                    new OptionQuote(
                            OptionQuote.Key.of(option),
                            number(data.path("mark_iv")),
                            number(data.path("mark_price")),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            number(data.path("delta")),
                            OptionalDouble.empty()));
            return option;
        }

        private static OptionalDouble number(JsonNode value) {
            return value.isNumber() || value.isTextual()
                    ? OptionalDouble.of(value.asDouble())
                    : OptionalDouble.empty();
        }
    }

    private static String yaml(JsonNode config, Given given, String normal) {
        JsonNode shock = config.get("vol_shock_params");
        Map<Double, String> names = new LinkedHashMap<>();
        StringBuilder shocks = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        for (JsonNode scenario : config.get("scenarios")) {
            double size = scenario.get("vol_shock").asDouble();
            if (!names.containsKey(size)) {
                names.put(size, "v" + names.size());
                shocks.append(
                        "    %s: { relative: %s%s }\n"
                                .formatted(
                                        names.get(size),
                                        size,
                                        size > 0
                                                ? ", floorVol: " + shock.get("min_vol_shock_up")
                                                : ""));
            }
            lines.append(
                    "    - { spot: %s, vol: %s, weight: %s }\n"
                            .formatted(
                                    scenario.get("spot_shock"),
                                    names.get(size),
                                    scenario.get("weight")));
        }
        return """
        grid:
          tenor: { referenceDays: 30, shortPower: %s, longPower: %s, dayFloor: %s }
          volShocks:
        %s  scenarios:
        %svaluation:
          averaging: { seconds: 1800, of: profit }
          normal: %s
          forwards: carry
          base: quoted
          deltas: quoted
        charges:
          - { deltaFloor: { unhedgedRate: %s, hedgedRate: %s }, as: floor }
          - { fundingProvision: { hours: 8, orders: opposed }, as: outside }
          - { feeProvision: { optionRate: %s, optionCap: 0.125, otherRate: %s }, as: outside }
        factors: { initial: 1, maintenance: %s }
        collateral: { optionValueCounts: false }
        """
                .formatted(
                        shock.get("vega_power_short_dte"),
                        shock.get("vega_power_long_dte"),
                        shock.get("dte_floor_days"),
                        shocks,
                        lines,
                        normal,
                        config.get("unhedged_margin_factor"),
                        config.get("hedged_margin_factor"),
                        given.optionFee,
                        given.otherFee,
                        config.get("mmf_factor"));
    }
}
