package hedgerow.venues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.portfolio.Option;
import hedgerow.pricing.formula.Black76;
import org.junit.jupiter.api.Test;

/// The four examples in Derive's document on standard margin, and the worked example of our page.
class DeriveExamplesTest {
    private static final long MONTH_SECONDS = 30 * 86_400;
    private static final double MONTH_YEARS = 30 / 365.0;
    private static final double CENT = 0.005;

    /// A call whose vol makes it worth `mark`.
    private static Option call(CaseBook.Quotes quotes, double forward, double strike, double mark) {
        double stdDev = Black76.impliedStdDev(1, forward, strike, mark);
        double vol = stdDev / Math.sqrt(MONTH_YEARS);
        return quotes.option(MONTH_SECONDS, strike, true, vol, 1);
    }

    private static CaseBook book(double cash) {
        CaseBook book = new CaseBook();
        book.post(CaseBook.CURRENCY, cash);
        return book;
    }

    /// Eight calls sold at 1700, marked at 425, and eight held at 1900.
    private static void holdSpread(CaseBook book) {
        CaseBook.Quotes ether = new CaseBook.Quotes("ETH", 2100, 1);
        ether.forward(MONTH_SECONDS, 2105, 0, 1);
        book.hold(call(ether, 2105, 1700, 425), -8);
        book.hold(ether.option(MONTH_SECONDS, 1900, true, 0.6, 1), 8);
        book.add(ether);
    }

    private static void holdPerpetuals(CaseBook book, double confidence) {
        book.add(new CaseBook.Quotes("BTC", 28_000, 1).perpetual(28_000, confidence));
        book.holdPerpetuals("BTC", 7);
    }

    @Test
    void exampleOneShortCallsPostTheirMarkAndFifteenPercent() {
        CaseBook book = book(2_000);
        CaseBook.Quotes ether = new CaseBook.Quotes("ETH", 1900, 1);
        ether.forward(MONTH_SECONDS, 1900, 0, 1);
        book.hold(call(ether, 1900, 1800, 120), -3);
        book.add(ether);
        CaseBook.Said said = book.underFile("derive-standard");
        assertThat(said.margin().initial()).isCloseTo(1215, within(CENT));
        assertThat(said.margin().maintenance()).isCloseTo(873, within(CENT));
        assertThat(said.netInitial()).isCloseTo(785, within(CENT));
        assertThat(said.netMaintenance()).isCloseTo(1127, within(CENT));
    }

    @Test
    void exampleTwoASpreadPostsTheMostThatItCanLose() {
        CaseBook book = book(2_000);
        holdSpread(book);
        String isolated =
                """
                charges:
                  - isolatedOptions:
                      initial: { maximum: 0.15, minimum: 0.13, putFactor: 1.05 }
                      maintenance: { call: 0.09, put: 0.09, putOfMark: 0.09 }
                    as: inside
                factors: { initial: 1, maintenance: 1 }
                collateral: { stablecoins: [USDC], optionValueCounts: false }
                """;
        CaseBook.Said alone = book.under(isolated);
        assertThat(alone.margin().initial()).isCloseTo(5920, within(CENT));
        assertThat(alone.margin().maintenance()).isCloseTo(4912, within(CENT));
        CaseBook.Said said = book.underFile("derive-standard");
        assertThat(said.margin().initial()).isEqualTo(1600);
        assertThat(said.netInitial()).isEqualTo(400);
        assertThat(said.netMaintenance()).isEqualTo(400);
    }

    @Test
    void exampleThreePerpetualsPostARateOnTheirMark() {
        CaseBook book = book(25_000);
        holdSpread(book);
        holdPerpetuals(book, 1);
        CaseBook.Said said = book.underFile("derive-standard");
        assertThat(said.part("perpetual rate").initial()).isCloseTo(19_600, within(CENT));
        assertThat(said.part("perpetual rate").maintenance()).isCloseTo(12_740, within(CENT));
        assertThat(said.netInitial()).isCloseTo(3_800, within(CENT));
        assertThat(said.netMaintenance()).isCloseTo(10_660, within(CENT));
    }

    @Test
    void exampleFourAnUnsureOracleAndAFallenStablecoinAskForMore() {
        CaseBook book = book(25_000);
        book.stablePrice(0.7);
        holdSpread(book);
        holdPerpetuals(book, 0.5);
        CaseBook.Said said = book.underFile("derive-standard");
        assertThat(said.part("oracle confidence").initial()).isCloseTo(98_000, within(CENT));
        assertThat(said.part("depeg", "ETH").initial()).isCloseTo(9_744, within(CENT));
        assertThat(said.part("depeg", "BTC").initial()).isCloseTo(113_680, within(CENT));
        assertThat(said.netInitial()).isCloseTo(-217_624, within(CENT));
        assertThat(said.netMaintenance()).isCloseTo(10_660, within(CENT));
    }

    /// Ten ether posted, ten sold as a perpetual: the scan loses nothing, and what is left is the
    /// rate on the perpetual. Haircuts are 7 % and 5.6 %.
    @Test
    void etherThatIsPostedHedgesEtherThatIsSold() {
        CaseBook book = new CaseBook();
        book.add(new CaseBook.Quotes("ETH", 3_000, 1).perpetual(3_000, 1));
        book.holdPerpetuals("ETH", -10);
        book.post("ETH", 10);
        CaseBook.Said said = book.underFile("derive-pm2");
        assertThat(said.part("scan risk").initial()).isZero();
        assertThat(said.netInitial()).isCloseTo((0.93 - 0.04) * 30_000, within(CENT));
        assertThat(said.netMaintenance()).isCloseTo((0.944 - 0.03) * 30_000, within(CENT));
    }

    /// Figures computed outside the project, by the formula in the documents.
    @Test
    void thePartsOfTheWorkedExampleAreAsThePageSays() {
        CaseBook book = new CaseBook();
        CaseBook.Quotes bitcoin = new CaseBook.Quotes("BTC", 60_000, 1);
        bitcoin.forward(MONTH_SECONDS, 60_000, 0, 1);
        book.hold(bitcoin.option(MONTH_SECONDS, 60_000, true, 0.6, 1), -10);
        book.holdPerpetuals("BTC", 5);
        book.add(bitcoin);
        CaseBook.Said pm2 = book.underFile("derive-pm2");
        assertThat(pm2.part("scan risk").initial()).isCloseTo(40_440.05, within(CENT));
        assertThat(pm2.part("perpetual rate").initial()).isCloseTo(12_000.00, within(CENT));
        assertThat(pm2.part("net short options").initial()).isCloseTo(3_000.00, within(CENT));
        assertThat(pm2.margin().initial()).isCloseTo(55_440.05, within(CENT));
        CaseBook.Said standard = book.underFile("derive-standard");
        assertThat(standard.part("perpetual rate").initial()).isCloseTo(30_000.00, within(CENT));
        assertThat(standard.part("isolated or bounded options").initial())
                .isCloseTo(131_123.64, within(CENT));
    }
}
