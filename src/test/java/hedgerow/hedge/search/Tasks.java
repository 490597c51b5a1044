package hedgerow.hedge.search;

import hedgerow.TestMarkets;
import hedgerow.hedge.Accounts;
import hedgerow.hedge.search.Candidate.Side;
import hedgerow.margin.MarginModel;
import hedgerow.market.Market;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.store.ModelReader;
import hedgerow.store.Reading;
import hedgerow.store.StoredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Tasks of tests on BTC at 60,000 with one vol of 60 %, rate zero.
final class Tasks {
    private Tasks() {}

    /// A candidate of one instrument at the same cost on both sides.
    static Candidate candidate(String leg, double cost) {
        return candidate(leg, 1, cost);
    }

    /// A candidate of lots of so many contracts.
    static Candidate candidate(String leg, double contracts, double cost) {
        List<Position> lot = Accounts.positions(contracts + " " + leg);
        double none = Double.POSITIVE_INFINITY;
        return new Candidate(leg, lot, new Side(cost, 0, none), new Side(cost, 0, none));
    }

    /// A candidate of several instruments at the same cost on both sides.
    static Candidate basket(String name, String legs, double cost) {
        Side side = new Side(cost, 0, Double.POSITIVE_INFINITY);
        return new Candidate(name, Accounts.positions(legs), side, side);
    }

    /// A packaged model with some of its text replaced.
    static MarginModel model(String file, String text, String by) {
        try {
            String yaml = Files.readString(Path.of("scenarios", file));
            byte[] bytes = yaml.replace(text, by).getBytes(StandardCharsets.UTF_8);
            return ((Reading.Value<StoredModel>) ModelReader.read(file, bytes)).value().model();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The candidates of the worked example, with what a lot of each costs: 6 basis points for the
    /// perpetual, for options 3 and the larger of 15 and 2 % of the premium.
    static List<Candidate> worked() {
        return List.of(
                candidate("perpetual", 36),
                candidate("C66000", 57.243126),
                candidate("C69000", 43.970631),
                candidate("C78000", 33),
                candidate("P54000", 50.298822),
                candidate("P48000", 33));
    }

    static HedgeTask of(
            String book, List<Candidate> candidates, HedgeGoal goal, HedgeLimits limits) {
        return of(Accounts.model("crypto-grid"), book, candidates, goal, limits);
    }

    static HedgeTask of(
            MarginModel model,
            String book,
            List<Candidate> candidates,
            HedgeGoal goal,
            HedgeLimits limits) {
        return of(
                TestMarkets.flat(),
                model,
                Portfolio.of(Accounts.positions(book)),
                candidates,
                goal,
                limits);
    }

    static HedgeTask of(
            Market market,
            MarginModel model,
            Portfolio portfolio,
            List<Candidate> candidates,
            HedgeGoal goal,
            HedgeLimits limits) {
        var arrays =
                Revaluation.of(market, model.grid(), model.valuation(), "USD")
                        .arrays(
                                Stream.concat(
                                                portfolio.positions().stream(),
                                                candidates.stream().flatMap(c -> c.lot().stream()))
                                        .map(Position::instrument)
                                        .distinct()
                                        .toList());
        return new HedgeTask(market, model, portfolio, candidates, goal, limits, arrays);
    }

    /// A limit on cost and on nothing else.
    static HedgeLimits budget(double cost) {
        double none = Double.POSITIVE_INFINITY;
        return new HedgeLimits(cost, none, 12, none, none, List.of());
    }
}
