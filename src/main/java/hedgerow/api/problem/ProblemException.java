package hedgerow.api.problem;

/// Ends a request with a problem.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /// What is answered.
    public Problem problem() {
        return problem;
    }
}
