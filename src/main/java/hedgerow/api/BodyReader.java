package hedgerow.api;

import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import hedgerow.store.Fault;
import hedgerow.store.Faults;
import hedgerow.store.Json;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads request bodies of one record, with every fault at once.
@Singleton
public final class BodyReader {
    private final Json json;

    BodyReader(Json json) {
        this.json = json;
    }

    /// The body bound to a record; empty where so much is wrong that there is none.
    <T> Optional<T> bind(InputStream body, Class<T> type, Faults faults) {
        try {
            return json.bind(new ByteArrayInputStream(Body.bytes(body)), type, faults);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
    }

    /// The body bound to a record.
    ///
    /// @throws hedgerow.api.problem.ProblemException with everything that is wrong with it
    public <T> T read(InputStream body, Class<T> type) {
        Faults faults = new Faults();
        Optional<T> sent = bind(body, type, faults);
        if (sent.isEmpty() || !faults.isEmpty()) throw FaultProblems.of(faults.list());
        return sent.get();
    }

    /// The problem of a body that lacks something.
    ///
    /// @param pointer of the field that may be given
    /// @param allowed what is needed
    public static ProblemException missing(String pointer, String allowed) {
        return missing(List.of(pointer), allowed);
    }

    /// The same of several fields that may only be given together.
    public static ProblemException missing(List<String> pointers, String allowed) {
        return FaultProblems.of(
                pointers.stream().map(pointer -> Fault.missing(pointer, allowed)).toList());
    }

    /// What a core room makes of figures that fit each by itself but not together.
    ///
    /// @param pointer of the fields concerned
    /// @throws hedgerow.api.problem.ProblemException where the core room refuses them
    public static <T> T together(String pointer, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            String detail = String.valueOf(e.getMessage());
            Problem.Item item =
                    new Problem.Item(
                            pointer, Optional.empty(), Optional.empty(), detail, "INVALID");
            throw new ProblemException(
                    Problem.of(
                            ProblemType.INVALID_REQUEST, pointer + ": " + detail, List.of(item)));
        }
    }
}
