package hedgerow.api;

import hedgerow.api.NdjsonLines.Line;
import hedgerow.api.answer.AccountAnswer;
import hedgerow.api.answer.BulkProblem;
import hedgerow.api.body.AccountBody;
import hedgerow.api.body.Bounds;
import hedgerow.api.body.PortfolioBody;
import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import hedgerow.margin.BookBuilder;
import hedgerow.margin.MarginReader;
import hedgerow.margin.Requirements;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.RiskArrays;
import hedgerow.store.Faults;
import hedgerow.store.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Answers lines that are each one account, all read from one set of arrays.
///
/// Each instrument is priced once, when the first account comes that holds it. The accounts of a
/// chunk are laid out as one book, which is read over all cores.
final class AccountLines implements Bulk.LineAnswers {
    private final Json json;
    private final MarginAnswers opening;
    private final PricedInstruments priced;

    AccountLines(Json json, MarginAnswers opening) {
        this.json = json;
        this.opening = opening;
        this.priced = new PricedInstruments(opening.reckoning());
    }

    /// An account that was understood, or what is wrong with it.
    private record Account(Line line, Optional<String> name, Book book, @Nullable Problem problem) {
        static Account refused(Line line, Optional<String> name, Problem problem) {
            return new Account(line, name, Book.of(List.of()), problem);
        }

        Account but(Problem wrong) {
            return new Account(line, name, book, wrong);
        }

        Object wrong(Problem problem) {
            return new BulkProblem(line.number(), name, problem);
        }
    }

    @Override
    public List<Object> of(List<Line> lines) {
        List<Account> understood = lines.parallelStream().map(this::read).toList();
        MarginReader reader = priced.reader(held(understood));
        List<Account> accounts = understood.parallelStream().map(this::refuseUnpriced).toList();
        Requirements requirements = requirements(accounts, reader);
        return IntStream.range(0, accounts.size())
                .parallel()
                .mapToObj(i -> answer(accounts.get(i), reader.arrays(), requirements, i))
                .toList();
    }

    private static Set<Instrument> held(List<Account> accounts) {
        return accounts.stream()
                .flatMap(account -> account.book().everyLeg())
                .map(Leg::instrument)
                .collect(Collectors.toSet());
    }

    private Account refuseUnpriced(Account account) {
        if (account.problem() != null) return account;
        try {
            priced.refuseUnpriced(account.book());
            return account;
        } catch (ProblemException e) {
            return account.but(e.problem());
        }
    }

    /// What each account must post; one with a problem holds nothing here.
    private static Requirements requirements(List<Account> accounts, MarginReader reader) {
        BookBuilder book = new BookBuilder(reader).accounts(accounts.size());
        for (int i = 0; i < accounts.size(); i++) {
            Account account = accounts.get(i);
            if (account.problem() == null) book.add(i, account.book().portfolio());
        }
        return book.build().margins(reader, Runtime.getRuntime().availableProcessors());
    }

    private Account read(Line line) {
        Faults faults = new Faults();
        try {
            if (line.isTooLong())
                return Account.refused(line, Optional.empty(), Body.tooLarge(Bounds.BODY_BYTES));
            Optional<AccountBody> body =
                    json.bind(new ByteArrayInputStream(line.bytes()), AccountBody.class, faults);
            if (body.isPresent()) return account(line, body.get(), faults);
            return Account.refused(
                    line, Optional.empty(), FaultProblems.of(faults.list()).problem());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
    }

    private static Account account(Line line, AccountBody body, Faults faults) {
        Optional<String> name = Optional.ofNullable(body.account());
        PortfolioBody portfolio = new PortfolioBody(body.positions(), null, body.orders(), null);
        try {
            RequestLimits.check(portfolio);
        } catch (ProblemException e) {
            return Account.refused(line, name, e.problem());
        }
        Book book = new BookReader(faults).book(portfolio, "");
        if (faults.isEmpty()) return new Account(line, name, book, null);
        return Account.refused(line, name, FaultProblems.of(faults.list()).problem());
    }

    private Object answer(
            Account account, RiskArrays arrays, Requirements requirements, int place) {
        Problem problem = account.problem();
        if (problem != null) return account.wrong(problem);
        List<Refusal> refused = requirements.refusals().get(place);
        if (refused != null) {
            RefusedException why = new RefusedException(refused);
            return account.wrong(Problem.of(ProblemType.REFUSED, String.valueOf(why.getMessage())));
        }
        try {
            return new AccountAnswer(
                    account.line().number(),
                    account.name(),
                    requirements.initial(place),
                    requirements.maintenance(place),
                    opening.binding(
                            arrays,
                            requirements.bindingRun(place),
                            requirements.bindingScenario(place),
                            requirements.bindingLoss(place)),
                    opening.inputHash(account.book()));
        } catch (RuntimeException e) {
            return account.wrong(Bulk.failure(account.line(), e));
        }
    }
}
