package hedgerow.api;

import hedgerow.api.RiskBooks.Pair;
import hedgerow.api.RiskReader.Move;
import hedgerow.api.RiskReader.Reverse;
import hedgerow.api.RiskReader.Stresses;
import hedgerow.api.answer.RiskAnswer.ReverseAnswer;
import hedgerow.api.answer.RiskAnswer.StressAnswer;
import hedgerow.api.answer.RiskAnswer.WaysAnswer;
import hedgerow.margin.Equity;
import hedgerow.market.Lookup;
import hedgerow.market.Market;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Numbers;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Position;
import hedgerow.risk.JointProfits;
import hedgerow.risk.JointProfits.Moves;
import hedgerow.risk.LognormalMove;
import hedgerow.risk.ReverseStress;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.TenorScale;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Works out what is lost in stresses, and the smallest moves that lose an amount.
///
/// @param tails the books, what is asked, and vols
/// @param margin the initial margin of the books
/// @param markets what was priced before
record RiskStresses(RiskTails tails, Pair margin, PricedMarkets markets) {
    private static final double DAY_SECONDS = 86_400;

    private RiskBooks books() {
        return tails.books();
    }

    List<StressAnswer> all() {
        Stresses sizes = tails.terms().stresses();
        List<StressAnswer> all = new ArrayList<>();
        if (tails.vols().isPresent()) {
            double stale = sizes.staleSeconds() / DAY_SECONDS;
            String still = "the oracle stands still for " + seconds(sizes) + " s meanwhile: ";
            all.add(moved("oracleStale", still, stale, 0));
            String days = Numbers.plain(sizes.illiquidDays());
            String stuck = "nothing can be traded for " + days + " days: ";
            all.add(moved("illiquid", stuck, sizes.illiquidDays(), sizes.illiquidDays()));
        }
        all.add(depeg(sizes.stablePrice()));
        all.addAll(venues());
        for (Move move : sizes.moves()) all.add(moved(move));
        return all;
    }

    private static String seconds(Stresses sizes) {
        return Numbers.plain(sizes.staleSeconds());
    }

    /// All underlyings at a quantile of their move over some days.
    private StressAnswer moved(String name, String what, double days, double daysAhead) {
        Map<String, Double> vols = tails.vols().orElseThrow();
        double confidence = tails.terms().confidence();
        String moves =
                vols.entrySet().stream()
                        .map(vol -> {
                            LognormalMove move = LognormalMove.of(vol.getValue(), days, confidence);
                            return vol.getKey()
                                    + " "
                                    + percent(move.down())
                                    + " or "
                                    + percent(move.up());
                        })
                        .collect(Collectors.joining(", "));
        Pair loss = tails.quantiles(vols, days, daysAhead).worse();
        return stress(name, what + moves + ", whichever loses more", loss);
    }

    private static String percent(double fraction) {
        return Numbers.signedPercent(Math.rint(fraction * 1e4) / 1e4);
    }

    private StressAnswer moved(Move move) {
        VolShock shock =
                move.vol() == 0
                        ? VolShock.NONE
                        : new VolShock.Relative(move.vol(), TenorScale.NONE, 0);
        Scenario scenario = Scenario.of(move.spot(), shock);
        Moves moves = Moves.alike(books().underlyings(), List.of(scenario), 0);
        return stress(move.name(), scenario.words(), books().profits(moves).loss(0));
    }

    private static StressAnswer stress(String name, String text, Pair loss) {
        return new StressAnswer(
                name, text, loss.before(), loss.after(), Optional.empty(), Optional.empty());
    }

    private StressAnswer depeg(double stablePrice) {
        Question question = books().reckoning().question();
        Market market = books().market();
        Question fallen = question.in(market.withStablePrice(stablePrice));
        Reckoning there = Reckoning.of(fallen, books().reckoning().stored(), markets);
        double loss = posted(books().reckoning()) - posted(there);
        Optional<Double> initialAfter =
                books().after().map(_ -> initial(there, question.book().with(question.hedge())));
        return new StressAnswer(
                "depeg",
                "stablecoins go from "
                        + Numbers.plain(market.stablePrice())
                        + " to "
                        + Numbers.plain(stablePrice)
                        + " dollars: what is posted in them loses that, and the model asks for what"
                        + " it does then",
                loss,
                books().after().map(_ -> loss),
                Optional.of(initial(there, question.book())),
                initialAfter);
    }

    private static double initial(Reckoning reckoning, Book book) {
        return Reckoning.requirement(book.portfolio(), reckoning.model().on(reckoning.arrays()))
                .initial();
    }

    /// What is posted is worth, at market prices.
    private static double posted(Reckoning reckoning) {
        double sum = 0;
        for (Equity.Asset asset :
                reckoning.equity(reckoning.question().book().portfolio()).assets()) {
            sum += asset.held().quantity() * asset.price();
        }
        return sum;
    }

    /// The venue fails, and where there is a hedge at another venue, that one.
    private List<StressAnswer> venues() {
        Question question = books().reckoning().question();
        Book book = question.book();
        double owned = posted(books().reckoning()) + book.unrealisedPnl() + value(book.positions());
        double lost = Math.max(0, owned);
        Book hedge = Book.of(question.hedge());
        boolean hedged = books().after().isPresent();
        List<StressAnswer> venues = new ArrayList<>();
        venues.add(
                new StressAnswer(
                        "venueLoss",
                        "the venue fails: collateral, unrealised profit and what positions are worth"
                                + " are lost"
                                + (hedged ? "; the hedge, held elsewhere, stands alone" : ""),
                        lost,
                        books().after().map(_ -> lost),
                        Optional.of(0.0),
                        books().after().map(_ -> initial(books().reckoning(), hedge))));
        if (hedged) {
            venues.add(
                    new StressAnswer(
                            "hedgeVenueLoss",
                            "the venue of the hedge fails: what the hedge is worth is lost, and the"
                                    + " portfolio stands alone",
                            0,
                            Optional.of(Math.max(0, value(hedge.positions()))),
                            Optional.of(margin.before()),
                            Optional.of(margin.before())));
        }
        return venues;
    }

    private double value(List<Position> positions) {
        double value = 0;
        for (Position position : positions) {
            int row = books().reckoning().arrays().row(position.instrument()).orElseThrow();
            value += position.quantity() * books().reckoning().arrays().columns().value()[row];
        }
        return value;
    }

    /// The smallest moves that lose an amount.
    ///
    /// @param notes where it goes that strikes were too many
    ReverseAnswer reverse(Reverse asked, List<String> notes) {
        ReverseStress.Scan scan = ReverseStress.scan(corners(asked));
        if (scan.cornersLeftOut() > 0) notes.add(leftOut(scan));
        double[] moves = scan.moves();
        RiskBooks.Profits profits = books().profits(moves(asked, moves));
        return new ReverseAnswer(
                asked.loss(),
                asked.underlying(),
                ways(asked, moves, profits.before(), books().before()),
                books().after()
                        .map(held -> ways(asked, moves, profits.after().orElseThrow(), held)));
    }

    private static String leftOut(ReverseStress.Scan scan) {
        return "reverse looks at the "
                + ReverseStress.MOST_CORNERS
                + " strikes nearest to their forwards, the other "
                + scan.cornersLeftOut()
                + " are left out";
    }

    private WaysAnswer ways(
            Reverse asked, double[] moves, double[] profits, List<Position> positions) {
        List<Instrument> instruments = positions.stream().map(Position::instrument).toList();
        ReverseStress found =
                ReverseStress.of(
                        asked.loss(),
                        moves,
                        profits,
                        move ->
                                JointProfits.of(
                                                books().market(),
                                                moves(asked, move),
                                                instruments,
                                                books().currency())
                                        .of(positions)[0]);
        return new WaysAnswer(
                boxed(found.down()),
                boxed(found.up()),
                words("fall", "to a hundredth", found.down())
                        + ", "
                        + words("rise", "to ten times", found.up()));
    }

    private static String words(String way, String range, OptionalDouble move) {
        return move.isPresent()
                ? "a " + way + " of " + size(move.getAsDouble())
                : "no " + way + " " + range + " loses so much";
    }

    private static String size(double move) {
        double percent = Math.rint(Math.abs(move) * 1e4) / 1e2;
        return percent == 0 ? "less than 0.01 %" : Numbers.plain(percent) + " %";
    }

    /// Every moving underlying by each of some moves; the others stay.
    private Moves moves(Reverse asked, double... moves) {
        List<Scenario> moving =
                Arrays.stream(moves).mapToObj(m -> Scenario.of(m, VolShock.NONE)).toList();
        List<Scenario> still = moving.stream().map(_ -> Scenario.of(0, VolShock.NONE)).toList();
        Map<String, List<Scenario>> all = new TreeMap<>();
        for (String id : books().underlyings()) all.put(id, isMoving(asked, id) ? moving : still);
        return new Moves(all, moves.length, 0);
    }

    private static boolean isMoving(Reverse asked, String underlying) {
        return asked.underlying().map(underlying::equals).orElse(true);
    }

    /// The moves that take forwards to strikes that are held.
    private double[] corners(Reverse asked) {
        Market market = books().market();
        List<Double> corners = new ArrayList<>();
        for (Instrument instrument : books().instruments()) {
            if (instrument instanceof Option option
                    && isMoving(asked, option.underlying())
                    && market.underlying(option.underlying())
                                    .orElseThrow()
                                    .forward(market.asOf(), option.expiry())
                            instanceof Lookup.Found forward) {
                corners.add(option.strike() / forward.value() - 1);
            }
        }
        return corners.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
