package hedgerow.cli;

import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemType;

/// What the program ends with.
final class ExitCode {
    /// Answered.
    static final int OK = 0;

    /// Answered, and the condition of `--fail-if` is met.
    static final int CONDITION = 1;

    /// The arguments, a file or a body cannot be understood.
    static final int INPUT = 2;

    /// The model refuses what was understood.
    static final int REFUSED = 3;

    /// The program failed.
    static final int INTERNAL = 4;

    private ExitCode() {}

    /// The code of a problem.
    static int of(Problem problem) {
        return of(problem.status());
    }

    /// The code of a problem of this HTTP status.
    static int of(int status) {
        if (status == ProblemType.REFUSED.status()) return REFUSED;
        return status < ProblemType.INTERNAL.status() ? INPUT : INTERNAL;
    }
}
