package hedgerow.api;

import hedgerow.api.answer.ContributionAnswer;
import hedgerow.api.answer.EquityAnswer;
import hedgerow.api.answer.EquityAnswer.AssetAnswer;
import hedgerow.api.answer.EquityAnswer.AssetRisk;
import hedgerow.api.answer.OrderAnswer;
import hedgerow.margin.CollateralRule;
import hedgerow.margin.Equity;
import hedgerow.margin.Margin;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.ContractUnit;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Writes what a model says of each leg, order and asset of a book.
///
/// @param book what was sent
/// @param margin what the model says
/// @param shown the arrays whose scenarios are shown by leg; empty to show none
record LegAnswers(Book book, Margin margin, Optional<RiskArrays> shown) {

    List<ContributionAnswer> contributions() {
        return IntStream.range(0, book.legs().size()).mapToObj(this::contribution).toList();
    }

    private ContributionAnswer contribution(int place) {
        Leg leg = book.legs().get(place);
        Margin.Contribution said = margin.contributions().get(place);
        return new ContributionAnswer(
                place,
                leg.symbol(),
                leg.instrument().label(),
                leg.position().quantity(),
                multiplier(leg.instrument()),
                unit(leg.instrument()),
                said.contribution(),
                said.standAlone(),
                said.incremental(),
                said.value(),
                said.delta(),
                shown.map(arrays -> scenarioPnl(arrays, leg.position())));
    }

    private static List<Double> scenarioPnl(RiskArrays arrays, Position position) {
        int row = arrays.row(position.instrument()).orElseThrow();
        return Arrays.stream(arrays.rowPnl(row))
                .map(profit -> position.quantity() * profit + 0.0)
                .boxed()
                .toList();
    }

    List<OrderAnswer> orders() {
        return IntStream.range(0, book.orders().size()).mapToObj(this::order).toList();
    }

    private OrderAnswer order(int place) {
        Book.OpenOrder order = book.orders().get(place);
        Leg leg = order.leg();
        return new OrderAnswer(
                place,
                leg.symbol(),
                leg.instrument().label(),
                leg.position().quantity(),
                multiplier(leg.instrument()),
                unit(leg.instrument()),
                order.limitPrice(),
                margin.orderContributions().get(place));
    }

    /// @param rule which assets move with an underlying, in the order of their contributions
    EquityAnswer equity(Equity equity, CollateralRule rule) {
        List<AssetAnswer> assets = new ArrayList<>();
        int place = book.legs().size();
        for (Equity.Asset asset : equity.assets()) {
            boolean moves = rule.movesWith(asset.held().asset()).isPresent();
            assets.add(asset(asset, moves ? Optional.of(risk(place++)) : Optional.empty()));
        }
        return new EquityAnswer(assets, equity.unrealisedPnl(), equity.optionValue());
    }

    private static AssetAnswer asset(Equity.Asset asset, Optional<AssetRisk> risk) {
        return new AssetAnswer(
                asset.held().asset(),
                asset.held().quantity(),
                asset.price(),
                asset.haircut(),
                asset.value(),
                asset.maintenanceHaircut(),
                asset.maintenanceValue(),
                risk);
    }

    private AssetRisk risk(int place) {
        Margin.Contribution said = margin.contributions().get(place);
        return new AssetRisk(said.contribution(), said.standAlone(), said.incremental());
    }

    private static double multiplier(Instrument instrument) {
        return switch (instrument) {
            case Spot s -> s.contract().multiplier();
            case Future f -> f.contract().multiplier();
            case Perpetual p -> p.contract().multiplier();
            case Option o -> o.contract().multiplier();
            case VarianceSwap v -> v.multiplier();
            case ListedContract _ -> 1;
        };
    }

    private static String unit(Instrument instrument) {
        return switch (instrument) {
            case Spot s -> word(s.contract());
            case Future f -> word(f.contract());
            case Perpetual p -> word(p.contract());
            case Option o -> word(o.contract());
            case VarianceSwap _ -> "quote";
            case ListedContract _ -> "contract";
        };
    }

    private static String word(Contract contract) {
        return contract.unit() == ContractUnit.BASE ? "base" : "quote";
    }
}
