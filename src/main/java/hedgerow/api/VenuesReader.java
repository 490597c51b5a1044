package hedgerow.api;

import hedgerow.api.VenuesQuestion.Latency;
import hedgerow.api.VenuesQuestion.Venue;
import hedgerow.api.body.Detail;
import hedgerow.api.body.IdOr;
import hedgerow.api.body.PortfolioBody;
import hedgerow.api.body.VenuesBody;
import hedgerow.margin.venues.CorrelationCredit;
import hedgerow.margin.venues.LatencyHaircut;
import hedgerow.margin.venues.Pair;
import hedgerow.margin.venues.Recognition;
import hedgerow.market.Market;
import hedgerow.store.Faults;
import hedgerow.store.Json;
import hedgerow.store.MarketBody;
import hedgerow.store.MarketStore;
import hedgerow.store.ModelStore;
import hedgerow.store.StoredModel;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads questions about one account at several venues: first every fault of a body at once, then
/// the names in it.
@Singleton
final class VenuesReader {
    private final BodyReader bodies;
    private final ModelStore models;
    private final MarketStore markets;

    VenuesReader(Json json, ModelStore models, MarketStore markets) {
        this.bodies = new BodyReader(json);
        this.models = models;
        this.markets = markets;
    }

    /// The question of a body.
    ///
    /// @throws hedgerow.api.problem.ProblemException with everything that is wrong with it
    VenuesQuestion read(InputStream body) {
        Faults faults = new Faults();
        Optional<VenuesBody> sent = bodies.bind(body, VenuesBody.class, faults);
        if (sent.isEmpty()) throw FaultProblems.of(faults.list());
        RequestLimits.check(sent.get());
        return read(sent.get(), faults);
    }

    private VenuesQuestion read(VenuesBody sent, Faults faults) {
        List<Book> books = books(sent, faults);
        Recognition recognition = recognition(sent, faults);
        Optional<CorrelationCredit> correlation = correlation(sent.correlation(), faults);
        SortedMap<String, Double> vols = vols(sent.latency(), faults);
        List<String> notes = new ArrayList<>();
        Optional<Market> market = QuestionReader.sentMarket(sent.market(), faults, notes);
        if (!faults.isEmpty()) throw FaultProblems.of(faults.list());
        List<StoredModel> named = models(sent);
        return new VenuesQuestion(
                named.getFirst(),
                market.map(QuestionReader::unnamed).orElseGet(() -> loaded(sent.market())),
                venues(sent, books, named),
                recognition,
                latency(sent.latency(), vols),
                correlation,
                Optional.ofNullable(sent.currency()),
                sent.detail() == null ? Detail.BRIEF : sent.detail(),
                notes);
    }

    private NamedMarket loaded(@Nullable IdOr<MarketBody> field) {
        if (field instanceof IdOr.Id<MarketBody>(String id)) {
            return Snapshots.named(markets, id, "/market");
        }
        throw new IllegalStateException("a market that was sent is read already, was " + field);
    }

    /// One book a venue; venues that are not there have faults already.
    private static List<Book> books(VenuesBody sent, Faults faults) {
        BookReader reader = new BookReader(faults);
        List<Book> books = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<VenuesBody.@Nullable Venue> venues = given(sent.venues());
        for (int i = 0; i < venues.size(); i++) {
            VenuesBody.Venue venue = venues.get(i);
            if (venue == null) continue;
            String at = "/venues/" + i;
            PortfolioBody portfolio = venue.portfolio();
            if (portfolio != null) books.add(reader.book(portfolio, at + "/portfolio"));
            String name = venue.venue();
            if (name != null && !names.add(name)) {
                faults.add(at + "/venue", name, "a name that no other venue has");
            }
        }
        return books;
    }

    private static List<Venue> venues(VenuesBody sent, List<Book> books, List<StoredModel> named) {
        List<Venue> venues = new ArrayList<>();
        int model = 1;
        for (VenuesBody.@Nullable Venue venue : given(sent.venues())) {
            if (venue == null) continue;
            Double haircut = venue.bridgeHaircut();
            venues.add(
                    new Venue(
                            String.valueOf(venue.venue()),
                            venue.model() == null ? named.getFirst() : named.get(model++),
                            books.get(venues.size()),
                            haircut == null ? 0 : haircut));
        }
        return venues;
    }

    /// The model of the pool, then that of each venue which names one.
    private List<StoredModel> models(VenuesBody sent) {
        List<String> names = new ArrayList<>(List.of(String.valueOf(sent.model())));
        List<String> pointers = new ArrayList<>(List.of("/model"));
        List<VenuesBody.@Nullable Venue> venues = given(sent.venues());
        for (int i = 0; i < venues.size(); i++) {
            VenuesBody.Venue venue = venues.get(i);
            if (venue == null || venue.model() == null) continue;
            names.add(venue.model());
            pointers.add("/venues/" + i + "/model");
        }
        return Found.models(models, names, pointers);
    }

    private static Recognition recognition(VenuesBody sent, Faults faults) {
        Set<String> venues = new HashSet<>();
        for (VenuesBody.@Nullable Venue venue : given(sent.venues())) {
            if (venue != null && venue.venue() != null) venues.add(venue.venue());
        }
        Map<Pair, Double> alphas = new HashMap<>();
        List<VenuesBody.@Nullable Alpha> pairs = given(sent.alphas());
        for (int i = 0; i < pairs.size(); i++) {
            VenuesBody.Alpha pair = pairs.get(i);
            if (pair == null) continue;
            String at = "/alphas/" + i + "/venues";
            Optional<Pair> names = pair(pair.venues(), at, faults);
            for (String name : names.isEmpty() ? List.<String>of() : names(names.get())) {
                if (!venues.contains(name)) faults.add(at, name, "names of venues in the request");
            }
            if (names.isPresent()) put(alphas, names.get(), pair.alpha(), at, faults);
        }
        Double alpha = sent.alpha();
        return faults.isEmpty()
                ? new Recognition(alpha == null ? 0 : alpha, alphas)
                : Recognition.NONE;
    }

    private static List<String> names(Pair pair) {
        return List.of(pair.first(), pair.second());
    }

    private static Optional<Pair> pair(
            @Nullable List<@Nullable String> names, String at, Faults faults) {
        if (names == null || names.size() != 2) return Optional.empty();
        String one = names.getFirst();
        String other = names.getLast();
        if (one == null || other == null || one.isBlank() || other.isBlank()) {
            return Optional.empty();
        }
        if (!one.equals(other)) return Optional.of(Pair.of(one, other));
        faults.add(at, one + " twice", "two different names");
        return Optional.empty();
    }

    private static void put(
            Map<Pair, Double> values, Pair pair, @Nullable Double value, String at, Faults faults) {
        if (value == null) return;
        if (values.put(pair, value) == null) return;
        faults.add(at, pair.first() + ", " + pair.second(), "each pair once");
    }

    private static Optional<CorrelationCredit> correlation(
            VenuesBody.@Nullable Correlation sent, Faults faults) {
        if (sent == null || sent.method() == null) return Optional.empty();
        boolean isRate = sent.method() == VenuesBody.Correlation.Method.RATE;
        Map<Pair, Double> values = new HashMap<>();
        List<VenuesBody.@Nullable UnderlyingPair> pairs = given(sent.pairs());
        for (int i = 0; i < pairs.size(); i++) {
            VenuesBody.UnderlyingPair pair = pairs.get(i);
            if (pair == null) continue;
            String at = "/correlation/pairs/" + i;
            Double value = pair.value();
            if (isRate && value != null && value < 0) {
                faults.add(at + "/value", Double.toString(value), "a rate from 0 to 1");
            }
            Optional<Pair> names = pair(pair.underlyings(), at + "/underlyings", faults);
            if (names.isPresent()) {
                put(values, names.get(), value, at + "/underlyings", faults);
            }
        }
        if (!faults.isEmpty()) return Optional.empty();
        return Optional.of(
                isRate
                        ? new CorrelationCredit.Rates(values)
                        : new CorrelationCredit.Correlations(values));
    }

    private static Latency latency(
            VenuesBody.@Nullable Latency sent, SortedMap<String, Double> vols) {
        Double seconds = sent == null ? null : sent.seconds();
        Double quantile = sent == null ? null : sent.quantile();
        return new Latency(
                new LatencyHaircut(
                        seconds == null ? LatencyHaircut.SECONDS : seconds,
                        quantile == null ? LatencyHaircut.QUANTILE : quantile),
                vols);
    }

    private static SortedMap<String, Double> vols(
            VenuesBody.@Nullable Latency sent, Faults faults) {
        SortedMap<String, Double> vols = new TreeMap<>();
        List<VenuesBody.@Nullable UnderlyingVol> each = given(sent == null ? null : sent.vols());
        for (int i = 0; i < each.size(); i++) {
            VenuesBody.UnderlyingVol vol = each.get(i);
            if (vol == null || vol.underlying() == null || vol.vol() == null) continue;
            if (vols.put(vol.underlying(), vol.vol()) != null) {
                String at = "/latency/vols/" + i + "/underlying";
                faults.add(at, vol.underlying(), "each underlying once");
            }
        }
        return vols;
    }

    private static <T> List<@Nullable T> given(@Nullable List<@Nullable T> items) {
        return items == null ? List.of() : items;
    }
}
