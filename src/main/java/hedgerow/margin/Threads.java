package hedgerow.margin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// Runs one piece of work on several threads at once, the caller's among them.
final class Threads {
    private Threads() {}

    /// Runs `work` so many times at once and returns when all have ended.
    ///
    /// @throws CancellationException where the caller is interrupted while it waits
    static void run(int threads, Runnable work) {
        List<FutureTask<?>> tasks = new ArrayList<>();
        for (int t = 1; t < threads; t++) {
            FutureTask<?> task = new FutureTask<>(work, null);
            tasks.add(task);
            Thread.ofPlatform().daemon().start(task);
        }
        try {
            work.run();
        } finally {
            for (FutureTask<?> task : tasks) await(task);
        }
        for (FutureTask<?> task : tasks) rethrow(task);
    }

    private static void await(FutureTask<?> task) {
        try {
            task.get();
        } catch (ExecutionException kept) {
            // Thrown by rethrow, when all have ended
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the run was interrupted");
        }
    }

    private static void rethrow(FutureTask<?> task) {
        if (task.state() == Future.State.FAILED) {
            throw new IllegalStateException("a thread of the run failed", task.exceptionNow());
        }
    }
}
