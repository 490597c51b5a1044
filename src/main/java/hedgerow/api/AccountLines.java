package hedgerow.api;

import hedgerow.api.NdjsonLines.Line;
import hedgerow.api.answer.AccountAnswer;
import hedgerow.api.answer.BindingAnswer;
import hedgerow.api.answer.BulkProblem;
import hedgerow.api.body.AccountBody;
import hedgerow.api.body.PortfolioBody;
import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import hedgerow.margin.Margin;
import hedgerow.margin.MarginReader;
import hedgerow.margin.Requirement;
import hedgerow.portfolio.Instrument;
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
import org.jspecify.annotations.Nullable;

/// Answers lines that are each one account, all read from one set of arrays.
///
/// Each instrument is priced once, when the first account comes that holds it.
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

        Object wrong(Problem problem) {
            return new BulkProblem(line.number(), name, problem);
        }
    }

    @Override
    public List<Object> of(List<Line> lines) {
        List<Account> accounts = lines.parallelStream().map(this::read).toList();
        Set<Instrument> held =
                accounts.stream()
                        .flatMap(account -> account.book().everyLeg())
                        .map(Leg::instrument)
                        .collect(Collectors.toSet());
        MarginReader reader = priced.reader(held);
        ThreadLocal<MarginReader.Scratch> scratch = ThreadLocal.withInitial(reader::scratch);
        return accounts.parallelStream()
                .map(account -> answer(account, reader, scratch.get()))
                .toList();
    }

    private Account read(Line line) {
        Faults faults = new Faults();
        try {
            if (line.isTooLong()) return Account.refused(line, Optional.empty(), Body.tooLarge());
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

    private Object answer(Account account, MarginReader reader, MarginReader.Scratch scratch) {
        Problem problem = account.problem();
        if (problem != null) return account.wrong(problem);
        try {
            priced.refuseUnpriced(account.book());
            Requirement requirement = new Requirement();
            reader.read(reader.hold(account.book().portfolio()), scratch, requirement);
            return answer(account, reader.arrays(), requirement);
        } catch (ProblemException e) {
            return account.wrong(e.problem());
        } catch (RefusedException e) {
            return account.wrong(Problem.of(ProblemType.REFUSED, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            return account.wrong(Bulk.failure(account.line(), e));
        }
    }

    private AccountAnswer answer(Account account, RiskArrays arrays, Requirement requirement) {
        return new AccountAnswer(
                account.line().number(),
                account.name(),
                requirement.initial(),
                requirement.maintenance(),
                binding(arrays, requirement),
                opening.inputHash(account.book()));
    }

    private Optional<BindingAnswer> binding(RiskArrays arrays, Requirement requirement) {
        int scenario = requirement.bindingScenario();
        if (scenario < 0) return Optional.empty();
        Margin.Binding binding =
                new Margin.Binding(
                        arrays.runs().get(requirement.bindingRun()).underlying(),
                        scenario,
                        opening.reckoning().model().grid().get(scenario),
                        arrays.weight(scenario),
                        requirement.bindingLoss());
        return Optional.of(MarginAnswers.binding(binding));
    }
}
