package hedgerow.venues;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.market.OptionQuote;
import hedgerow.market.Reference;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Parsed;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Symbols;
import hedgerow.pricing.RiskArrays;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// Cases of Deribit's portfolio margin simulation, in coins.
final class DeribitCases implements CaseRunner {
    private static final double[] EXTENDED = {-0.66, -0.33, 0.5, 1, 2, 3, 4, 5};
    private static final double TIGHT = 1e-12;

    /// The venue lists vol down, same and up, and of equal losses names the middle one; so here the
    /// middle one comes first.
    private static final int[] VOL_PLACES = {1, 0, 2};

    @Override
    public boolean owns(JsonNode file) {
        return file.path("model").asText().equals("deribit-pme");
    }

    @Override
    public void check(JsonNode file, JsonNode one, Checks checks) {
        String pair = one.at("/market/index").fieldNames().next();
        String coin = pair.substring(0, pair.indexOf('_')).toUpperCase(Locale.ROOT);
        JsonNode params = one.get("params");
        double index = one.at("/market/index/" + pair).asDouble();
        Map<String, Instrument> instruments = new HashMap<>();
        VenueCase book = book(one, coin, index, instruments);
        JsonNode coinParams = params.get("currency").get(coin.toLowerCase(Locale.ROOT));
        CaseBook.Said said =
                book.under(
                        yaml(
                                params.get("currency_pair").get(pair),
                                coinParams,
                                params.get("general"),
                                index),
                        coin);
        JsonNode expected = one.get("expected");
        vectors(expected, said, instruments, checks);
        expected.get("aggregated_risk_vectors")
                .properties()
                .forEach(vector ->
                        compare(
                                vector.getKey(),
                                vector.getValue(),
                                s -> adjusted(said, s),
                                checks));
        expected.path("pre_aggregated_risk_vectors")
                .properties()
                .forEach(vector ->
                        compare(vector.getKey(), vector.getValue(), s -> total(said, s), checks));
        pinned(expected, "worst_case", said.part("scan risk").initial(), checks);
        pinned(expected, "roll_shock", said.part("roll shock").initial(), checks);
        pinned(expected, "delta_shock", said.part("delta shock").initial(), checks);
        rounded(expected, "risk_matrix_margin", said.margin().initial(), checks);
        rounded(expected, "maintenance_margin", said.margin().maintenance(), checks);
        double account =
                expected.path("spot_margin").asDouble()
                        + expected.path("mmp_margin").asDouble()
                        + expected.path("open_orders_margin").asDouble();
        rounded(expected, "initial_margin", said.margin().initial() + account, checks);
        if (expected.path("correlation_contingency").asDouble() != 0) {
            checks.unmapped("correlation_contingency");
        }
    }

    private static void pinned(JsonNode expected, String name, double actual, Checks checks) {
        if (expected.has(name)) {
            checks.within(name, expected.get(name).asDouble(), actual, 0, TIGHT);
        }
    }

    /// What follows from the worst case, which the venue rounds to nine decimals.
    private static void rounded(JsonNode expected, String name, double actual, Checks checks) {
        if (expected.has(name)) {
            checks.within(name, expected.get(name).asDouble(), actual, 0, 1e-9);
        }
    }

    private static void vectors(
            JsonNode expected,
            CaseBook.Said said,
            Map<String, Instrument> instruments,
            Checks checks) {
        RiskArrays arrays = said.arrays();
        expected.get("initial_risk_vectors")
                .properties()
                .forEach(vector -> {
                    Instrument instrument = instruments.get(vector.getKey());
                    int row = arrays.row(instrument).orElseThrow();
                    double held =
                            said.portfolio().positions().stream()
                                    .filter(p -> p.instrument().equals(instrument))
                                    .mapToDouble(Position::quantity)
                                    .sum();
                    compare(
                            vector.getKey(),
                            vector.getValue(),
                            s -> arrays.weight(s) * held * arrays.pnl(row, s),
                            checks);
                });
    }

    /// The weighted profit of all legs in a scenario, before any adjustment.
    private static double total(CaseBook.Said said, int s) {
        RiskArrays arrays = said.arrays();
        return said.portfolio().positions().stream()
                .mapToDouble(p ->
                        arrays.weight(s)
                                * p.quantity()
                                * arrays.pnl(arrays.row(p.instrument()).orElseThrow(), s))
                .sum();
    }

    /// The weighted profit of all legs in a scenario, as the adjustments leave it.
    private static double adjusted(CaseBook.Said said, int s) {
        return said.arrays().weight(s) * said.margin().groups().getFirst().scenarioPnl().get(s);
    }

    private interface Pnl {
        double in(int scenario);
    }

    private static void compare(String name, JsonNode vector, Pnl pnl, Checks checks) {
        JsonNode standard = vector.get("standard");
        for (int i = 0; i < standard.size(); i++) {
            int s = i / 3 * 3 + VOL_PLACES[i % 3];
            within(name + " standard " + i, standard.get(i), pnl.in(s), checks);
        }
        JsonNode extended = vector.get("extended");
        for (int i = 0; i < extended.size(); i++) {
            within(name + " extended " + i, extended.get(i), pnl.in(standard.size() + i), checks);
        }
    }

    private static void within(String name, JsonNode expected, double actual, Checks checks) {
        checks.within(name, expected.asDouble(), actual, 0, TIGHT);
    }

    private static VenueCase book(
            JsonNode one, String coin, double index, Map<String, Instrument> instruments) {
        Instant now = Instant.ofEpochMilli(one.at("/params/general/timestamp").asLong());
        JsonNode ticker = one.at("/market/ticker");
        JsonNode perpetual = ticker.path(coin + "-PERPETUAL").path("mark_price");
        OptionalDouble mark =
                perpetual.isMissingNode()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(perpetual.asDouble());
        Reference reference =
                new Reference(
                        index,
                        OptionalDouble.of(0),
                        0,
                        new Reference.PerpetualQuote(mark, OptionalDouble.empty()));
        VenueCase book = new VenueCase(now, coin, reference);
        one.get("positions_base_ccy")
                .properties()
                .forEach(held -> {
                    Instrument instrument = instrument(held.getKey());
                    JsonNode quoted = ticker.path(held.getKey());
                    double size = held.getValue().asDouble();
                    instruments.put(held.getKey(), instrument);
                    book.hold(instrument, size / units(instrument, quoted, book));
                });
        return book;
    }

    private static Instrument instrument(String symbol) {
        return switch (Symbols.parse(symbol)) {
            case Parsed.Known known -> known.instrument();
            case Parsed.Unknown unknown -> throw new IllegalArgumentException(unknown.reason());
        };
    }

    /// Coins in one contract; notes what is quoted.
    private static double units(Instrument instrument, JsonNode quoted, VenueCase book) {
        return switch (instrument) {
            case Future future -> {
                double mark = quoted.get("mark_price").asDouble();
                book.forward(future.expiry(), mark);
                yield future.contract().baseUnits(mark);
            }
            case Perpetual perpetual ->
                    perpetual.contract().baseUnits(quoted.get("mark_price").asDouble());
            case Option option -> {
                OptionalDouble none = OptionalDouble.empty();
                OptionalDouble vol = OptionalDouble.of(quoted.get("mark_iv").asDouble() / 100);
                book.forward(option.expiry(), quoted.get("underlying_price").asDouble());
                book.quote(new OptionQuote(OptionQuote.Key.of(option), vol, none, none, none));
                yield option.contract().multiplier();
            }
            default -> throw new IllegalArgumentException("not of this venue: " + instrument);
        };
    }

    private static String yaml(JsonNode pair, JsonNode coin, JsonNode general, double index) {
        double range = pair.get("price_range").asDouble();
        StringBuilder extended = new StringBuilder();
        for (double move : EXTENDED) {
            double weight =
                    pair.get("extended_table_factor").asDouble()
                            * (range / Math.abs(move))
                            * ((1 + move) / (1 + Math.signum(move) * range));
            extended.append("    - { spot: %s, vol: up, weight: %s }\n".formatted(move, weight));
        }
        return """
        grid:
          tenor: { referenceDays: 30, shortPower: %s, longPower: %s, dayFloor: 0.001 }
          volShocks:
            same: unchanged
            down: { relative: -%s }
            up: { relative: %s, floorVol: %s }
          spotRange: %s
          scenarios:
            - { spot: [-1, -3/4, -1/2, -1/4, 0, 1/4, 1/2, 3/4, 1], vol: [same, down, up] }
          tail:
        %sadjustments:
          - gainLimit: { share: %s, limit: %s }
          - dampener: { amount: %s, range: %s }
        charges:
          - { deltaShock: { threshold: %s, increment: %s, maximum: %s }, as: inside }
          - { rollShock: { annualisedMove: %s, minimum: %s }, as: inside }
        factors: { initial: 1, maintenance: %s }
        collateral: { optionValueCounts: false }
        """
                .formatted(
                        pair.get("short_term_vega_power"),
                        pair.get("long_term_vega_power"),
                        pair.get("volatility_range_down"),
                        pair.get("volatility_range_up"),
                        pair.get("min_volatility_for_shock_up"),
                        range,
                        extended,
                        coin.get("pnl_offset"),
                        coin.get("max_offsetable_pnl").asDouble() / index,
                        coin.get("extended_dampener").asDouble() / index,
                        range,
                        pair.get("delta_total_liq_shock_threshold").asDouble() / index,
                        pair.get("m_inc"),
                        pair.get("max_delta_shock"),
                        coin.get("annualised_move_risk"),
                        coin.get("min_annualised_move"),
                        general.get("mm_factor"));
    }
}
