package hedgerow.api;

import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How many requests are computed at once; one more is turned away instead of slowing all others.
@Singleton
public final class Capacity {
    /// What writes an answer as it is computed.
    interface Writing {
        void run() throws IOException;
    }

    private final int most;
    private final Semaphore free;

    Capacity(@ConfigProperty(name = "hedgerow.requests-at-once") int most) {
        this.most = most;
        this.free = new Semaphore(most);
    }

    /// Writes an answer, however long it takes, where there is room for it.
    ///
    /// @throws ProblemException where there is none
    void stream(Writing writing) throws IOException {
        enter();
        try {
            writing.run();
        } finally {
            free.release();
        }
    }

    /// Computes an answer, where there is room for it.
    ///
    /// @throws ProblemException where there is none
    public <T> T compute(Supplier<T> answer) {
        enter();
        try {
            return answer.get();
        } finally {
            free.release();
        }
    }

    private void enter() {
        if (!free.tryAcquire()) {
            String detail = "as many as " + most + " requests are being computed; try again";
            throw new ProblemException(Problem.of(ProblemType.BUSY, detail));
        }
    }
}
