package org.moothall.core;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * An expected failure, told so that a person can act on it (RFC 9457).
 *
 * @param code what kind of failure
 * @param detail what happened this time and what to do; no class names, no secrets
 * @param subject id of the object it is about, if there is one
 * @param violations one for each field that was refused; empty otherwise
 */
public record Problem(ProblemCode code, String detail, @Nullable String subject, List<Violation> violations) {

    /** A refused field: {@code field} is its JSON path or parameter name, {@code message} says what to write instead. */
    public record Violation(String field, String message) {}

    public Problem {
        violations = List.copyOf(violations);
    }

    /** A problem about nothing in particular. */
    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, null, List.of());
    }

    /** A problem about the object with this id. */
    public static Problem about(String subject, ProblemCode code, String detail) {
        return new Problem(code, detail, subject, List.of());
    }

    /** A refused field of a request. */
    public static Problem invalid(String field, String message) {
        return new Problem(CoreProblem.INVALID_INPUT, field + ": " + message, null, List.of(new Violation(field, message)));
    }

    /** The unknown id of an object of this kind, for example {@code "meeting"}. */
    public static Problem notFound(String kind, String id) {
        return about(id, CoreProblem.NOT_FOUND, "There is no " + kind + " with the id " + id + ".");
    }

    /** This problem, to be thrown. */
    public ProblemException exception() {
        return new ProblemException(this);
    }
}
