package hedgerow.margin.span;

/// What the method needs of each row of the risk arrays, beside its losses.
///
/// @param contract the contract's index in the clearing house's file, or -1 where it has none
/// @param period the place of the period that its delta belongs to, in its combined commodity
/// @param delta delta of one contract, scaled
/// @param count what one contract counts for in the short option minimum
/// @param right one for a call, two for a put, zero for what is no option
/// @param value what one contract is worth, in the currency of its combined commodity
/// @param style what that value is
/// @param range the price scan range for one delta, in money; not a number where it is not told
/// @param shock how the currency of the contract is shocked
record RowTable(
        int[] contract,
        int[] period,
        double[] delta,
        double[] count,
        byte[] right,
        double[] value,
        Style[] style,
        double[] range,
        SpanRules.CurrencyShock[] shock) {

    /// What the value of a contract is.
    enum Style {
        /// Paid, and counted as option value.
        PREMIUM_OPTION,
        /// Not paid: settled as it changes.
        FUTURES_OPTION,
        /// A future, or what is no option.
        FUTURE
    }

    static RowTable ofRows(int rows) {
        return new RowTable(
                new int[rows],
                new int[rows],
                new double[rows],
                new double[rows],
                new byte[rows],
                new double[rows],
                new Style[rows],
                new double[rows],
                new SpanRules.CurrencyShock[rows]);
    }
}
