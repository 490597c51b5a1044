package hedgerow.hedge.search;

import hedgerow.margin.CollateralPrices;
import hedgerow.margin.MarginModel;
import hedgerow.market.Market;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Require;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.util.List;
import java.util.stream.Stream;

/// What a hedge is sought for: an account, what could be traded, and what is wanted of it.
///
/// @param market the market
/// @param model the model that decides
/// @param portfolio what is held
/// @param candidates what could be traded
/// @param goal what is to be made least
/// @param limits what may not be exceeded
/// @param arrays under the model, of every instrument of the portfolio and the candidates
/// @param gasPerTrade what each leg that is traded costs besides, however large it is
public record HedgeTask(
        Market market,
        MarginModel model,
        Portfolio portfolio,
        List<Candidate> candidates,
        HedgeGoal goal,
        HedgeLimits limits,
        RiskArrays arrays,
        double gasPerTrade) {
    public HedgeTask {
        candidates = List.copyOf(candidates);
        Require.notNegative("gasPerTrade", gasPerTrade);
    }

    /// A task whose trades cost no gas.
    public HedgeTask(
            Market market,
            MarginModel model,
            Portfolio portfolio,
            List<Candidate> candidates,
            HedgeGoal goal,
            HedgeLimits limits,
            RiskArrays arrays) {
        this(market, model, portfolio, candidates, goal, limits, arrays, 0);
    }

    /// What is held, with collateral that moves with an underlying as positions in it.
    Portfolio held() {
        return CollateralPrices.of(model.collateral(), arrays.market(), arrays.currency())
                .held(portfolio);
    }

    /// The profit of one contract of each row of the arrays where the market moves as each limit on
    /// the upside says, by limit and row.
    double[][] upsidePnl() {
        List<HedgeLimits.Upside> upside = limits.upside();
        double[][] pnl = new double[upside.size()][arrays.instruments().size()];
        if (upside.isEmpty()) return pnl;
        ScenarioGrid moves =
                new ScenarioGrid(
                        upside.stream()
                                .map(u -> Scenario.of(u.spotMove(), VolShock.NONE))
                                .toList());
        List<Instrument> instruments =
                Stream.concat(
                                portfolio.positions().stream(),
                                candidates.stream().flatMap(c -> c.lot().stream()))
                        .map(Position::instrument)
                        .distinct()
                        .toList();
        RiskArrays moved = Revaluation.of(market, moves, 0, arrays.currency()).arrays(instruments);
        for (Instrument instrument : instruments) {
            int row = moved.row(instrument).orElseThrow();
            for (int u = 0; u < pnl.length; u++) {
                pnl[u][arrays.row(instrument).orElseThrow()] = moved.pnl(row, u);
            }
        }
        return pnl;
    }
}
