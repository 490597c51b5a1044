package hedgerow.api;

import hedgerow.api.body.Detail;
import hedgerow.margin.venues.CorrelationCredit;
import hedgerow.margin.venues.LatencyHaircut;
import hedgerow.margin.venues.Recognition;
import hedgerow.portfolio.Collateral;
import hedgerow.store.StoredModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// One account at several venues, fully understood.
///
/// @param pool the model of what is put together
/// @param market the market of all venues
/// @param venues in the order that was sent
/// @param recognition what pairs of venues recognise
/// @param latency how long collateral takes to be moved
/// @param correlation how losses on several underlyings add
/// @param currency the margin currency, where the caller states it
/// @param detail how much of each margin is answered
/// @param notes what the caller should know about how the request was read
record VenuesQuestion(
        StoredModel pool,
        NamedMarket market,
        List<Venue> venues,
        Recognition recognition,
        Latency latency,
        Optional<CorrelationCredit> correlation,
        Optional<String> currency,
        Detail detail,
        List<String> notes) {

    /// What is held at one venue.
    ///
    /// @param name as the caller calls it
    /// @param model the venue's own, or that of the pool
    /// @param book what is held there
    /// @param bridgeHaircut the fraction of what is owned that is lost on the way
    record Venue(String name, StoredModel model, Book book, double bridgeHaircut) {}

    /// How long collateral takes to be moved.
    ///
    /// @param haircut the time and the quantile
    /// @param vols of underlyings, where the caller states them
    record Latency(LatencyHaircut haircut, SortedMap<String, Double> vols) {}

    /// What is held at some venues, as one book: collateral only as far as it moves in the scan.
    Book together(Set<String> names) {
        List<Venue> some = venues.stream().filter(v -> names.contains(v.name())).toList();
        List<Collateral> moving =
                some.stream()
                        .flatMap(venue -> venue.book().collateral().stream())
                        .filter(held ->
                                pool.model().collateral().movesWith(held.asset()).isPresent())
                        .toList();
        return new Book(
                some.stream().flatMap(venue -> venue.book().legs().stream()).toList(),
                some.stream().flatMap(venue -> venue.book().orders().stream()).toList(),
                moving,
                0,
                "");
    }

    /// The question about all that is held as one account.
    Question pooled() {
        Set<String> all = Set.copyOf(venues.stream().map(Venue::name).toList());
        return about(pool, together(all), currency);
    }

    /// The question about one venue, answered in `stated`.
    Question about(Venue venue, String stated) {
        return about(venue.model(), venue.book(), Optional.of(stated));
    }

    private Question about(StoredModel model, Book book, Optional<String> stated) {
        Question.Shown shown = new Question.Shown(detail, false, false);
        return new Question(
                List.of(model), market, book, List.of(), stated, Optional.empty(), shown, notes);
    }
}
