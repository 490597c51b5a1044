package hedgerow.api;

import hedgerow.api.answer.VenuesAnswer;
import hedgerow.hedge.AtTheMoney;
import hedgerow.margin.venues.CrossMargin;
import hedgerow.margin.venues.LatencyHaircut;
import hedgerow.market.Market;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the deltas of venues, which hedge one another, may lose until collateral has been moved.
final class VenueLatencies {
    private final VenuesQuestion question;
    private final LatencyHaircut haircut;
    private final SortedMap<String, List<VenuesAnswer.VenueDelta>> deltas = new TreeMap<>();
    private final SortedMap<String, Side> sides = new TreeMap<>();

    /// What one underlying loses either way, over venues.
    private record Side(double vol, double down, double up) {
        Side with(double delta, double loss) {
            return new Side(vol, delta > 0 ? down + loss : down, delta < 0 ? up + loss : up);
        }
    }

    /// @param venues in the order of the question
    /// @param joins venues that rely on others
    /// @throws RefusedException where one of them has a delta in what has no vol
    VenueLatencies(
            VenuesQuestion question, List<MarginAnswers> venues, List<CrossMargin.Join> joins) {
        this.question = question;
        this.haircut = question.latency().haircut();
        Set<String> joined = new HashSet<>();
        joins.forEach(join -> {
            joined.addAll(join.one());
            joined.addAll(join.other());
        });
        SortedMap<String, Integer> places = new TreeMap<>();
        for (int i = 0; i < venues.size(); i++) places.put(question.venues().get(i).name(), i);
        // In order of names, so that the order of venues changes no bit of a sum
        places.forEach((name, place) -> {
            RiskArrays arrays = venues.get(place).reckoning().arrays();
            Book book = question.venues().get(place).book();
            deltas.put(name, deltas(arrays, book, joined.contains(name)));
        });
    }

    private List<VenuesAnswer.VenueDelta> deltas(RiskArrays arrays, Book book, boolean relies) {
        List<VenuesAnswer.VenueDelta> answers = new ArrayList<>();
        deltas(arrays, book)
                .forEach((underlying, delta) -> {
                    OptionalDouble vol = vol(underlying);
                    if (vol.isEmpty() && relies && delta != 0) throw noVol(underlying);
                    if (vol.isEmpty()) return;
                    double loss = haircut.of(vol.getAsDouble(), delta, spot(arrays, underlying));
                    answers.add(new VenuesAnswer.VenueDelta(underlying, delta, loss));
                    if (relies) {
                        Side none = new Side(vol.getAsDouble(), 0, 0);
                        sides.merge(
                                underlying,
                                none.with(delta, loss),
                                (side, _) -> side.with(delta, loss));
                    }
                });
        return answers;
    }

    private OptionalDouble vol(String underlying) {
        Double given = question.latency().vols().get(underlying);
        if (given != null) return OptionalDouble.of(given);
        Market market = question.market().market();
        return market.underlying(underlying)
                .map(known -> AtTheMoney.vol(market, known))
                .orElse(OptionalDouble.empty());
    }

    private static RefusedException noVol(String underlying) {
        String detail =
                underlying + " has no vol at the money in the market; /latency/vols may state one";
        return new RefusedException(Refusal.of(Refusal.Reason.MISSING_QUOTE, detail));
    }

    private static double spot(RiskArrays arrays, String underlying) {
        return arrays.runs().stream()
                .filter(run -> run.underlying().equals(underlying))
                .findFirst()
                .orElseThrow()
                .spot();
    }

    /// The delta of a book in each underlying, in units of it.
    static SortedMap<String, Double> deltas(RiskArrays arrays, Book book) {
        SortedMap<String, Double> deltas = new TreeMap<>();
        for (Position position : book.positions()) {
            int row = arrays.row(position.instrument()).orElseThrow();
            double delta = position.quantity() * arrays.columns().delta()[row];
            deltas.merge(position.instrument().underlying(), delta, Double::sum);
        }
        return deltas;
    }

    /// The deltas at a venue.
    List<VenuesAnswer.VenueDelta> of(String venue) {
        return deltas.getOrDefault(venue, List.of());
    }

    /// The haircut over all underlyings.
    VenuesAnswer.Latency answer() {
        List<VenuesAnswer.UnderlyingLatency> underlyings = new ArrayList<>();
        double total = 0;
        for (var side : sides.entrySet()) {
            Side loss = side.getValue();
            total += Math.max(loss.down(), loss.up());
            underlyings.add(
                    new VenuesAnswer.UnderlyingLatency(
                            side.getKey(), loss.vol(), loss.down(), loss.up()));
        }
        return new VenuesAnswer.Latency(haircut.seconds(), haircut.quantile(), total, underlyings);
    }
}
