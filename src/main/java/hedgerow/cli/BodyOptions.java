package hedgerow.cli;

import hedgerow.api.Answers;
import hedgerow.api.answer.MarketAnswer;
import hedgerow.api.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where the body of a question comes from.
final class BodyOptions {
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "the body, as the service takes it; - is standard input")
    private Optional<String> file = Optional.empty();

    @Option(names = "--sample", description = "ask about the sample book on the sample market")
    private boolean sample;

    @Option(
            names = "--market",
            paramLabel = "FILE",
            description =
                    "the market, in place of the body's: our JSON, Deribit book summaries, an option"
                            + " chain as CSV, or a clearing house's risk parameters")
    private Optional<String> market = Optional.empty();

    /// The bytes of the body as they were sent.
    ///
    /// @throws InputException where none are named
    byte[] bytes(Session session) {
        if (sample) return session.answers().sampleBook();
        try (InputStream in = open(session.console())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the body cannot be read", e);
        }
    }

    /// Opens the file, or standard input.
    ///
    /// @throws InputException where no input is named
    InputStream open(Console console) {
        if (file.isEmpty() && console.terminal().in()) {
            throw new InputException(
                    "name a file with -f, or -f - for standard input; --sample asks about the"
                            + " sample book");
        }
        return console.open(file.orElse("-"));
    }

    /// The file, where one is named and is not standard input.
    Optional<String> file() {
        return file.filter(name -> !name.equals("-"));
    }

    /// Sets the market of a body, where a file of one is named.
    void market(BodyFields fields, Session session) {
        market.ifPresent(name -> {
            MarketAnswer loaded = load(session.answers(), session.console(), name);
            fields.set("market", BodyFields.text(loaded.id()));
        });
    }

    /// Whether a market is named.
    boolean namesMarket() {
        return market.isPresent();
    }

    /// Loads a market file.
    ///
    /// @throws ProblemException with everything that is wrong with it
    static MarketAnswer load(Answers answers, Console console, String name) {
        try (InputStream in = console.open(name)) {
            return answers.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
