package hedgerow.hedge;

import hedgerow.market.Market;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.List;

/// What positions on one underlying gain by small moves, by revaluation.
///
/// @param underlying its id
/// @param delta units of the underlying that they move with
/// @param gamma change of the profit per unit of move of spot, in the margin currency, when spot
///   moves by one: the second difference over [#SPOT_MOVE] either way
/// @param vega profit when every vol gains one point, in the margin currency
public record Greeks(String underlying, double delta, double gamma, double vega) {
    /// The relative move of spot that gamma is measured over.
    public static final double SPOT_MOVE = 0.01;

    private static final double POINT = 0.01;

    /// The grid whose cells the greeks are read from.
    private static final ScenarioGrid BUMPS =
            new ScenarioGrid(
                    List.of(
                            Scenario.of(-SPOT_MOVE, VolShock.NONE),
                            Scenario.of(SPOT_MOVE, VolShock.NONE),
                            Scenario.of(0, new VolShock.Absolute(-POINT)),
                            Scenario.of(0, new VolShock.Absolute(POINT))));

    /// The greeks of positions, one for each underlying, in order of their ids. Listed contracts
    /// are left out, since published arrays cannot be priced in moves of one point.
    ///
    /// @throws hedgerow.portfolio.RefusedException where a position cannot be priced
    public static List<Greeks> of(Market market, List<Position> positions, String currency) {
        List<Position> priced =
                positions.stream()
                        .filter(position -> !(position.instrument() instanceof ListedContract))
                        .toList();
        RiskArrays arrays =
                Revaluation.of(market, BUMPS, 0, currency)
                        .arrays(priced.stream().map(Position::instrument).toList());
        List<Greeks> greeks = new ArrayList<>();
        for (RiskArrays.Run run : arrays.runs()) greeks.add(of(arrays, run, priced));
        return greeks;
    }

    private static Greeks of(RiskArrays arrays, RiskArrays.Run run, List<Position> positions) {
        double delta = 0;
        double[] pnl = new double[BUMPS.size()];
        for (Position position : positions) {
            int row = arrays.row(position.instrument()).orElseThrow();
            if (row < run.from() || row >= run.to()) continue;
            delta += position.quantity() * arrays.columns().delta()[row];
            for (int s = 0; s < pnl.length; s++) {
                pnl[s] += position.quantity() * arrays.pnl(row, s);
            }
        }
        double move = SPOT_MOVE * run.spot();
        double gamma = (pnl[0] + pnl[1]) / (move * move);
        return new Greeks(run.underlying(), delta, gamma, (pnl[3] - pnl[2]) / 2);
    }
}
