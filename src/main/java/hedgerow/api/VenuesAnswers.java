package hedgerow.api;

import hedgerow.api.VenuesQuestion.Venue;
import hedgerow.api.answer.EngineName;
import hedgerow.api.answer.MarginAnswer;
import hedgerow.api.answer.VenuesAnswer;
import hedgerow.api.answer.VenuesAnswer.VenueAnswer;
import hedgerow.api.answer.VenuesAnswer.VenueLoss;
import hedgerow.margin.MarginReader;
import hedgerow.margin.venues.CorrelationCredit;
import hedgerow.margin.venues.CrossMargin;
import hedgerow.portfolio.Fingerprint;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes what one account must post at several venues.
final class VenuesAnswers {
    private final VenuesQuestion question;
    private final EngineName engine;
    private final MarginAnswers pool;
    private final MarginReader reader;
    private final List<MarginAnswers> venues = new ArrayList<>();

    /// Prices all that is held once for the pool, and what each venue holds for its own model.
    ///
    /// @param markets what was priced before
    /// @throws hedgerow.api.problem.ProblemException with every reason, where it cannot be answered
    VenuesAnswers(
            VenuesQuestion question, Question pooled, PricedMarkets markets, EngineName engine) {
        this.question = question;
        this.engine = engine;
        this.pool = new MarginAnswers(Reckoning.of(pooled, question.pool(), markets), engine);
        this.reader = pool.reckoning().model().on(arrays());
        String currency = arrays().currency();
        for (Venue venue : question.venues()) {
            Question alone = question.about(venue, currency);
            venues.add(new MarginAnswers(Reckoning.of(alone, venue.model(), markets), engine));
        }
    }

    private RiskArrays arrays() {
        return pool.reckoning().arrays();
    }

    /// @throws RefusedException where the figures are too large to be numbers
    VenuesAnswer answer() {
        SortedMap<String, MarginAnswer> margins = new TreeMap<>();
        SortedMap<String, Double> alone = new TreeMap<>();
        for (int i = 0; i < venues.size(); i++) {
            Venue venue = question.venues().get(i);
            MarginAnswer margin = venues.get(i).of(venue.book());
            margins.put(venue.name(), margin);
            alone.put(venue.name(), margin.initial());
        }
        CrossMargin cross = CrossMargin.of(alone, question.recognition(), this::together);
        VenueLatencies latencies = new VenueLatencies(question, venues, cross.joins());
        return answer(cross, margins, latencies);
    }

    private VenuesAnswer answer(
            CrossMargin cross, SortedMap<String, MarginAnswer> margins, VenueLatencies latencies) {
        VenuesAnswer.Pooled pooled = pooled();
        VenuesAnswer.Latency latency = latencies.answer();
        List<VenueAnswer> each = new ArrayList<>();
        SortedMap<String, Double> counted = new TreeMap<>();
        for (int i = 0; i < venues.size(); i++) {
            Venue venue = question.venues().get(i);
            MarginAnswer margin = margins.getOrDefault(venue.name(), pooled.margin());
            double owned = margin.equity();
            double counts = owned - Math.max(0, owned) * venue.bridgeHaircut();
            counted.put(venue.name(), counts);
            each.add(
                    new VenueAnswer(
                            venue.name(),
                            margin,
                            venue.bridgeHaircut(),
                            counts,
                            latencies.of(venue.name())));
        }
        double equity = sum(counted);
        double requirement = cross.initial() + latency.total();
        String currency = arrays().currency();
        requireFinite(cross.separate(), requirement, equity - requirement);
        return new VenuesAnswer(
                cross.initial(),
                requirement,
                currency,
                MarginAnswers.convention(currency),
                cross.separate(),
                pooled,
                cross.separate() - pooled.initial(),
                cross.recognised(),
                cross.joins().stream().map(VenuesAnswers::join).toList(),
                latency,
                contagion(cross, counted),
                equity,
                equity - requirement,
                each,
                pool.market(),
                inputHash(),
                engine);
    }

    private static void requireFinite(double... figures) {
        for (double figure : figures) {
            if (!Double.isFinite(figure)) {
                throw new RefusedException(
                        Refusal.of(
                                Refusal.Reason.OVERFLOW,
                                "the figures of the answer are too large to be numbers"));
            }
        }
    }

    private static double sum(SortedMap<String, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private VenuesAnswer.Pooled pooled() {
        Book all = pool.reckoning().question().book();
        MarginAnswer margin = pool.of(all);
        double credit = credit(all);
        return new VenuesAnswer.Pooled(Math.max(0, margin.initial() - credit), credit, margin);
    }

    /// What is held at some venues posts as one account.
    private double together(SortedSet<String> names) {
        Book book = question.together(names);
        double initial = Reckoning.requirement(book.portfolio(), reader).initial();
        return Math.max(0, initial - credit(book));
    }

    private double credit(Book book) {
        return question.correlation().map(credit -> credit(credit, book)).orElse(0.0);
    }

    /// The credit on what each underlying asks for, with the sign of what is held.
    private double credit(CorrelationCredit credit, Book book) {
        SortedMap<String, Double> losses = new TreeMap<>();
        SortedMap<String, Double> deltas = VenueLatencies.deltas(arrays(), book);
        SortedSet<String> ids = new TreeSet<>();
        book.everyLeg().forEach(leg -> ids.add(leg.underlying()));
        for (String id : ids) {
            Book one = book.on(id);
            double loss = Reckoning.requirement(one.portfolio(), reader).initial();
            losses.put(id, Math.copySign(loss, deltas.getOrDefault(id, 0.0)));
        }
        return BodyReader.together("/correlation", () -> credit.of(losses));
    }

    private static VenuesAnswer.Join join(CrossMargin.Join join) {
        return new VenuesAnswer.Join(
                List.copyOf(join.one()),
                List.copyOf(join.other()),
                join.alpha(),
                join.offset(),
                join.recognised());
    }

    private static VenuesAnswer.Contagion contagion(
            CrossMargin cross, SortedMap<String, Double> counted) {
        List<VenueLoss> losses = new ArrayList<>();
        for (CrossMargin.Lost lost : cross.losses()) {
            SortedMap<String, Double> others = new TreeMap<>(counted);
            others.remove(lost.venue());
            double equity = sum(others);
            losses.add(
                    new VenueLoss(lost.venue(), lost.initial(), equity, equity - lost.initial()));
        }
        CrossMargin.Lost worst = cross.contagion();
        return new VenuesAnswer.Contagion(worst.initial(), worst.venue(), losses);
    }

    private String inputHash() {
        Fingerprint print = Fingerprint.start().put("venues").put(pool.inputHash(nothing()));
        print.putLong(venues.size());
        for (int i = 0; i < venues.size(); i++) {
            Venue venue = question.venues().get(i);
            print.put(venue.name()).put(venues.get(i).inputHash(venue.book()));
            print.put(venue.bridgeHaircut());
        }
        print.put(question.recognition().unlessGiven());
        question.recognition().alphas().entrySet().stream()
                .map(Object::toString)
                .sorted()
                .forEach(print::put);
        print.put(question.latency().haircut().seconds());
        print.put(question.latency().haircut().quantile());
        print.put(question.latency().vols().toString());
        print.put(question.correlation().map(VenuesAnswers::text).orElse(""));
        return print.hex();
    }

    /// A text of a credit that is the same for the same credit.
    private static String text(CorrelationCredit credit) {
        SortedMap<String, Double> sorted = new TreeMap<>();
        switch (credit) {
            case CorrelationCredit.Rates(var rates) ->
                    rates.forEach((pair, rate) -> sorted.put("rate " + pair, rate));
            case CorrelationCredit.Correlations(var correlations) ->
                    correlations.forEach((pair, rho) -> sorted.put("correlation " + pair, rho));
        }
        return sorted.toString();
    }

    private static Book nothing() {
        return Book.of(List.of());
    }
}
