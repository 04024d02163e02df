package org.moothall.servers.spi;

import java.util.Optional;

import org.moothall.core.Problem;
import org.moothall.core.Problem.Violation;

/**
 * The word with which a Call Bridge says why it refused a request ({@code failureDetails}), for example
 * {@code tooManyCdrReceivers} or {@code callDoesNotExist}: for code that must tell refusals apart.
 */
public final class FailureReason {

    private static final String FIELD = "failureDetails";

    private FailureReason() {}

    /** The bridge's own word in this problem, empty when the bridge gave none. */
    public static Optional<String> find(Problem problem) {
        return problem.violations().stream().filter(v -> v.field().equals(FIELD)).map(Violation::message).findFirst();
    }

    /** Whether the refusal says that an object does not exist (any more). */
    public static boolean isMissing(Problem problem) {
        return find(problem).filter(reason -> reason.endsWith("DoesNotExist")).isPresent();
    }

    /** How the word travels in a problem. */
    public static Violation asViolation(String reason) {
        return new Violation(FIELD, reason);
    }
}
