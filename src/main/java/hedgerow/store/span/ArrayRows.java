package hedgerow.store.span;

import hedgerow.market.clearing.Contracts;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.Series;
import hedgerow.portfolio.OptionRight;
import hedgerow.store.span.Layout.Array;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// Writes records 81 and 82, or 83 and 84.
final class ArrayRows {
    private static final long NONE = 9_999_999;
    private static final long NONE_IN_FULL = 99_999_999_999_999L;

    private final Contracts contracts;
    private final Row row;
    private final OutputStream out;

    ArrayRows(Contracts contracts, Row row, OutputStream out) {
        this.contracts = contracts;
        this.row = row;
        this.out = out;
    }

    void write(
            ToIntFunction<ProductFamily.Key> riskExponents,
            Map<ProductFamily.Key, ArrayScale> scales)
            throws IOException {
        int[] order =
                IntStream.range(0, contracts.size())
                        .boxed()
                        .sorted(
                                Comparator.comparing(
                                                (Integer c) -> contracts.series(c), Pa2Writer.ORDER)
                                        .thenComparing(c ->
                                                contracts.right(c).map(Enum::ordinal).orElse(0))
                                        .thenComparingDouble(contracts::strike))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int contract : order) {
            ProductFamily.Key family = contracts.series(contract).key().family();
            ArrayScale scale = scales.getOrDefault(family, ArrayScale.SHORT);
            int exponent = riskExponents.applyAsInt(family) - scale.decimals();
            write(contract, scale.isLong(), exponent);
        }
    }

    private void write(int contract, boolean isLong, int exponent) throws IOException {
        Array.Tail tail = isLong ? Array.LONG : Array.SHORT;
        ProductFamily.Quotation quotation = contracts.family(contract).quotation();
        OptionalDouble price = contracts.price(contract);
        long digits = digits(contract, price, quotation.settlementDecimals());
        boolean isTooLong = digits >= NONE && price.isPresent();
        start(contract, isLong ? "83" : "81");
        values(contract, 0, Array.FIRST, isLong, exponent);
        row.digits(tail.price(), price.isPresent() ? digits : NONE_IN_FULL)
                .text(tail.flag(), isTooLong ? "Y" : "N")
                .writeTo(out);
        start(contract, isLong ? "84" : "82");
        values(contract, Array.FIRST, Array.SECOND, isLong, exponent);
        double delta = contracts.compositeDelta(contract);
        row.rounded(tail.delta(), Math.abs(delta))
                .sign(tail.deltaSign(), delta)
                .rounded(tail.vol(), contracts.impliedVol(contract).orElse(0))
                .digits(tail.settlement(), isTooLong || price.isEmpty() ? NONE : digits)
                .sign(tail.settlementSign(), price.orElse(0))
                .sign(tail.strikeSign(), contracts.strike(contract))
                .writeTo(out);
    }

    private long digits(int contract, OptionalDouble price, int decimals) {
        if (price.isEmpty()) return 0;
        OptionalLong digits = Decimal.digits(Math.abs(price.getAsDouble()), -decimals);
        if (digits.isEmpty()) {
            throw new Unwritable(
                    "settlement of " + contracts.key(contract).id(),
                    "" + price.getAsDouble(),
                    "of %d decimals".formatted(decimals));
        }
        return digits.getAsLong();
    }

    private void start(int contract, String type) {
        Series.Key key = contracts.series(contract).key();
        boolean isOption = key.family().kind().isOption();
        int decimals = contracts.family(contract).quotation().strikeDecimals();
        row.start(type, "contract " + key.family() + " " + key.period())
                .text(Array.EXCHANGE, key.family().exchange())
                .text(Array.COMMODITY, key.family().commodity())
                .text(Array.TYPE, key.family().kind().name())
                .text(Array.RIGHT, contracts.right(contract).map(ArrayRows::letter).orElse(""))
                .period(
                        Array.FUTURE_MONTH,
                        Array.FUTURE_DAY,
                        isOption ? key.underlyingPeriod() : key.period());
        if (isOption) row.period(Array.OPTION_MONTH, Array.OPTION_DAY, key.period());
        row.exact(Array.STRIKE, Math.abs(contracts.strike(contract)), -decimals);
    }

    private static String letter(OptionRight right) {
        return right == OptionRight.CALL ? "C" : "P";
    }

    private void values(int contract, int from, int count, boolean isLong, int exponent) {
        int digits = isLong ? 8 : 5;
        for (int i = 0; i < count; i++) {
            double loss = contracts.loss(contract, from + i);
            int column = Array.VALUES + i * (digits + 1);
            row.exact(
                            Field.of("a" + (from + i + 1), column, column + digits - 1),
                            Math.abs(loss),
                            exponent)
                    .sign(Field.at("sign", column + digits), loss);
        }
    }
}
