package hedgerow.pricing.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.market.clearing.PointSet;
import hedgerow.market.clearing.PointSet.DeltaPoint;
import hedgerow.market.clearing.PointSet.ScanPoint;
import hedgerow.market.clearing.ProductFamily.Valuation;
import hedgerow.market.clearing.ScanRange;
import hedgerow.market.clearing.ScanRange.Basis;
import hedgerow.market.clearing.ScanRange.Range;
import hedgerow.market.clearing.Series.Calculation;
import hedgerow.market.clearing.Series.Time;
import hedgerow.portfolio.Exercise;
import hedgerow.portfolio.OptionRight;
import hedgerow.pricing.clearing.ArrayRules.Base;
import hedgerow.pricing.clearing.ArrayRules.Futures;
import hedgerow.pricing.clearing.ContractTerms.Delivered;
import hedgerow.pricing.clearing.ContractTerms.OptionTerms;
import hedgerow.pricing.clearing.ContractTerms.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Arrays that clearing houses published come out of their own prices, vols and scan ranges.
class ContractArrayTest {
    private static final List<DeltaPoint> SEVEN =
            List.of(
                    new DeltaPoint(0, 0.270),
                    new DeltaPoint(1 / 3.0, 0.217),
                    new DeltaPoint(-1 / 3.0, 0.217),
                    new DeltaPoint(2 / 3.0, 0.111),
                    new DeltaPoint(-2 / 3.0, 0.111),
                    new DeltaPoint(1, 0.037),
                    new DeltaPoint(-1, 0.037));

    static PointSet points(double extreme, double cover) {
        List<ScanPoint> points = new ArrayList<>();
        for (double price : new double[] {0, 1 / 3.0, -1 / 3.0, 2 / 3.0, -2 / 3.0, 1, -1}) {
            points.add(new ScanPoint(price, 1, 1, points.size() + 1));
            points.add(new ScanPoint(price, -1, 1, points.size() - 1));
        }
        points.add(new ScanPoint(extreme, 0, cover, 14));
        points.add(new ScanPoint(-extreme, 0, cover, 15));
        return new PointSet(points, SEVEN);
    }

    private static ArrayRules rules(PointSet points, Futures futures, int digits) {
        return new ArrayRules(points, Base.MODEL, futures, OptionalInt.of(digits));
    }

    private static Calculation calculation(
            double range, Range vol, double rateAnnual, double years, double lookAheadYears) {
        return new Calculation(
                new ScanRange(Range.of(range, Basis.ABSOLUTE), vol, Optional.empty()),
                OptionalDouble.empty(),
                rateAnnual,
                0,
                new Time(Optional.empty(), years),
                lookAheadYears);
    }

    private static final Range NO_VOL = Range.of(0, Basis.ABSOLUTE);

    /// CME, gold future of 2025-09-12 with a range of 16,000 and record B's 3.000 at .3300: whole
    /// units of currency.
    @Test
    void aFutureMovesByItsRange() {
        ContractTerms gold =
                new ContractTerms(
                        OptionalDouble.of(3600),
                        100,
                        calculation(16_000, NO_VOL, 0, 0.1, 0),
                        Optional.empty());
        ContractArray array = ContractArray.of(gold, rules(points(3, 0.33), Futures.LINEAR, 0));
        assertThat(array.losses())
                .containsExactly(
                        0, 0, -5333, -5333, 5333, 5333, -10667, -10667, 10667, 10667, -16000,
                        -16000, 16000, 16000, -15840, 15840);
        assertThat(array.compositeDelta()).isEqualTo(1);
    }

    /// NSE Clearing, NIFTY future of 2026-06-30 in the file of 2026-06-25 [price, range, array].
    /// Its file prints the rate as 0.07 and the look-ahead as a day; the array itself is that of
    /// 6.6205 % and of two days less.
    @Test
    void aCarriedFutureLosesDifferentlyLongAndShort() {
        ContractTerms nifty =
                new ContractTerms(
                        OptionalDouble.of(24_051.8),
                        1,
                        calculation(2234.01, NO_VOL, 0.066205, 6 / 365.0, 2 / 365.0),
                        Optional.empty());
        ContractArray array = ContractArray.of(nifty, rules(points(2, 0.35), Futures.CARRIED, 2));
        assertThat(array.losses())
                .containsExactly(
                        8.72, 8.72, -736.49, -736.49, 753.93, 753.93, -1481.7, -1481.7, 1499.14,
                        1499.14, -2226.91, -2226.91, 2244.36, 2244.36, -1561.89, 1568.0);
    }

    /// ICE Clear US, "SPAN margin system", 2015, pages 9 to 11: two options on sugar. The document
    /// prints neither expiry nor rate nor vol range. With whole days, 43 to go and one passing, as
    /// years of four decimals, a vol range of six points and no rate, thirty of the 32 published
    /// values of a contract worth 25,000 come out to the dollar; the seventh of the call and the
    /// fourth of the put are one off.
    @Test
    void optionsOnSugarComeOutToTheDollar() {
        double[] call = {
            -178, 212, -504, -84, 100, 451, -876, -440, 333, 636, -1296, -855, 522, 774, -1475, 334
        };
        double[] put = {
            -186, 225, 188, 611, -609, -224, 514, 934, -1083, -734, 795, 1201, -1605, -1303, 613,
            -1824
        };
        check(sugar(OptionRight.CALL, 24.25, 0.49706), call, 7, 0.3752);
        check(sugar(OptionRight.PUT, 23.25, 0.48881), put, 4, -0.5319);
    }

    private static ContractTerms sugar(OptionRight right, double strike, double vol) {
        return new ContractTerms(
                OptionalDouble.empty(),
                1120,
                calculation(2300, Range.of(0.06, Basis.ABSOLUTE), 0, 0.1178, 0.0027),
                Optional.of(
                        new OptionTerms(
                                right,
                                strike,
                                vol,
                                new Delivered(22.64, true),
                                new Style(Exercise.EUROPEAN, Valuation.EQUITY, 0))));
    }

    /// @param off the scenario that is one dollar off, counted from one
    private static void check(ContractTerms terms, double[] published, int off, double delta) {
        ContractArray array = ContractArray.of(terms, rules(points(3, 0.33), Futures.LINEAR, 0));
        double[] losses = array.losses();
        for (int s = 0; s < losses.length; s++) {
            assertThat(losses[s])
                    .as("scenario %d of %s", s + 1, terms)
                    .isCloseTo(published[s], within(s + 1 == off ? 1.0 : 0.0));
        }
        assertThat(array.compositeDelta()).isCloseTo(delta, within(0.005));
    }

    @Test
    void whereNothingMovesAndNoTimePassesNothingIsLost() {
        for (Exercise exercise : Exercise.values()) {
            ContractTerms terms = option(exercise, 0, Range.of(0, Basis.RELATIVE));
            double[] losses =
                    ContractArray.of(
                                    terms,
                                    new ArrayRules(
                                            points(3, 0.33),
                                            Base.MODEL,
                                            Futures.LINEAR,
                                            OptionalInt.empty()))
                            .losses();
            assertThat(losses[0]).isEqualTo(0);
            assertThat(losses[1]).isEqualTo(0);
        }
    }

    @Test
    void aCallLessAPutLosesWhatItsFutureLoses() {
        ArrayRules rules =
                new ArrayRules(points(3, 0.33), Base.MODEL, Futures.LINEAR, OptionalInt.empty());
        Range vol = Range.of(0.1, Basis.ABSOLUTE);
        double[] call = ContractArray.of(option(OptionRight.CALL, vol), rules).losses();
        double[] put = ContractArray.of(option(OptionRight.PUT, vol), rules).losses();
        double[] future =
                ContractArray.of(
                                new ContractTerms(
                                        OptionalDouble.of(100),
                                        50,
                                        calculation(600, NO_VOL, 0, 0.5, 0),
                                        Optional.empty()),
                                rules)
                        .losses();
        for (int s = 0; s < future.length; s++) {
            assertThat(call[s] - put[s]).isCloseTo(future[s], within(1e-9));
        }
    }

    private static ContractTerms option(OptionRight right, Range vol) {
        return new ContractTerms(
                OptionalDouble.empty(),
                50,
                calculation(600, vol, 0, 0.5, 0),
                Optional.of(
                        new OptionTerms(
                                right,
                                95,
                                0.4,
                                new Delivered(100, true),
                                new Style(Exercise.EUROPEAN, Valuation.FUTURES_STYLE_OPTION, 0))));
    }

    private static ContractTerms option(Exercise exercise, double lookAheadYears, Range vol) {
        return new ContractTerms(
                OptionalDouble.empty(),
                50,
                calculation(600, vol, 0.03, 0.5, lookAheadYears),
                Optional.of(
                        new OptionTerms(
                                OptionRight.PUT,
                                95,
                                0.4,
                                new Delivered(100, true),
                                new Style(exercise, Valuation.EQUITY, 0))));
    }

    @Test
    void rangesMayBeAsymmetricAndRelative() {
        Range price = new Range(0.2, 0.1, Basis.RELATIVE);
        assertThat(price.move(50, 1, 100)).isEqualTo(60);
        assertThat(price.move(50, -0.5, 100)).isEqualTo(47.5);
        assertThat(Range.of(400, Basis.ABSOLUTE).move(50, 0.5, 100)).isEqualTo(52);
    }

    @Test
    void aSeriesMayTellItsOwnExtremeMove() {
        Calculation own =
                new Calculation(
                        new ScanRange(
                                Range.of(100, Basis.ABSOLUTE),
                                NO_VOL,
                                Optional.of(new ScanRange.Extreme(5, 0.5))),
                        OptionalDouble.empty(),
                        0,
                        0,
                        new Time(Optional.empty(), 1),
                        0);
        ContractTerms terms = new ContractTerms(OptionalDouble.of(1000), 1, own, Optional.empty());
        double[] losses =
                ContractArray.of(terms, rules(points(3, 0.33), Futures.LINEAR, 2)).losses();
        assertThat(losses[14]).isEqualTo(-250);
        assertThat(losses[15]).isEqualTo(250);
    }

    @Test
    void deepPricesStayAboveZero() {
        ContractTerms terms = option(Exercise.AMERICAN, 0.01, Range.of(0.3, Basis.RELATIVE));
        double[] losses =
                ContractArray.of(terms, rules(points(30, 0.33), Futures.LINEAR, 4)).losses();
        for (double loss : losses) assertThat(loss).isFinite();
        // A put on what is worth next to nothing is worth its strike
        assertThat(losses[15]).isLessThan(-0.33 * 50 * 80);
    }
}
