package org.moothall.core;

/** Carries a {@link Problem} to the caller. Expected, therefore without a log entry of its own. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Carries this problem. */
    public ProblemException(Problem problem) {
        super(problem.code().code() + ": " + problem.detail());
        this.problem = problem;
    }

    /** Carries this problem, caused by that. */
    public ProblemException(Problem problem, Throwable cause) {
        super(problem.code().code() + ": " + problem.detail(), cause);
        this.problem = problem;
    }

    /** What happened. */
    public Problem problem() {
        return problem;
    }
}
