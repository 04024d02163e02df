package org.moothall.core;

/** Problems that any domain may report. */
public enum CoreProblem implements DomainProblem {
    /** A field or parameter has a wrong type, range or form. Remedy: mend what the violations name. */
    INVALID_INPUT(400, "The request is not valid"),
    /** No object has this id, or it was removed. Remedy: read the list again. */
    NOT_FOUND(404, "There is no such object"),
    /** The object changed since it was read ({@code If-Match}). Remedy: read it again and repeat the change. */
    CHANGED_MEANWHILE(412, "The object was changed by someone else"),
    /** The same {@code Idempotency-Key} came with another request. Remedy: use a new key. */
    IDEMPOTENCY_KEY_REUSED(409, "This idempotency key was used for another request"),
    /** The body is larger than the limit. Remedy: send less. */
    TOO_LARGE(413, "The request is too large"),
    /** The service is starting, stopping or overloaded. Remedy: try again later. */
    UNAVAILABLE(503, "The service is not available now"),
    /** A bug on our side; the log has the details under the correlation id. Remedy: report it. */
    INTERNAL(500, "Something went wrong on the server");

    private final Meaning meaning;

    CoreProblem(int status, String title) {
        meaning = new Meaning("core", status, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
