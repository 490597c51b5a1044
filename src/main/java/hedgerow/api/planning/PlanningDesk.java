package hedgerow.api.planning;

import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.api.BodyReader;
import hedgerow.api.Capacity;
import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.function.Function;

/// The one way of a planning question: its body is read, with every fault at once, then answered
/// where there is room for it; an answer that holds what is no number is refused.
@Singleton
final class PlanningDesk {
    private final BodyReader bodies;
    private final Capacity capacity;
    private final ObjectMapper mapper;

    PlanningDesk(BodyReader bodies, Capacity capacity, ObjectMapper mapper) {
        this.bodies = bodies;
        this.capacity = capacity;
        this.mapper = mapper;
    }

    /// The answer to the question in a body.
    ///
    /// @throws ProblemException with everything that is wrong with the body, or where the figures
    ///   of the answer are too large to be numbers
    <T, A> A answer(InputStream body, Class<T> type, Function<T, A> answer) {
        return capacity.compute(() -> finite(answer.apply(bodies.read(body, type))));
    }

    private <A> A finite(A answer) {
        try {
            mapper.valueToTree(answer);
            return answer;
        } catch (IllegalArgumentException e) {
            String detail = "the figures of the answer are too large to be numbers";
            throw new ProblemException(Problem.of(ProblemType.REFUSED, detail));
        }
    }
}
