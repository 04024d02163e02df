package org.moothall.web.internal;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.Problem.Violation;
import org.moothall.core.ProblemCode;

/**
 * A problem as it travels. @spec RFC 9457
 *
 * @param instance correlation id when the log has more
 */
public record ProblemBody(String type, String title, int status, String detail, @Nullable String instance, @Nullable String subject,
        @Nullable List<Violation> violations) {

    /** Media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** This problem. */
    public static ProblemBody of(Problem problem) {
        ProblemCode code = problem.code();
        return new ProblemBody(code.code(), code.title(), code.status(), problem.detail(), null, problem.subject(),
                problem.violations().isEmpty() ? null : problem.violations());
    }

    /** Something that should not have happened and stands in the log under this correlation id. */
    public static ProblemBody internal(String correlation) {
        CoreProblem code = CoreProblem.INTERNAL;
        return new ProblemBody(code.code(), code.title(), code.status(),
                "Report it together with the log entry " + correlation + ".", "urn:uuid:" + correlation, null, null);
    }
}
