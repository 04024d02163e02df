package org.moothall.core;

/** Problems that any domain may report. */
public enum CoreProblem implements ProblemCode {
    /** A field or parameter has a wrong type, range or form. Remedy: mend what the violations name. */
    INVALID_INPUT("core.invalid-input", 400, "The request is not valid"),
    /** No object has this id, or it was removed. Remedy: read the list again. */
    NOT_FOUND("core.not-found", 404, "There is no such object"),
    /** The object changed since it was read ({@code If-Match}). Remedy: read it again and repeat the change. */
    CHANGED_MEANWHILE("core.changed-meanwhile", 412, "The object was changed by someone else"),
    /** The same {@code Idempotency-Key} came with another request. Remedy: use a new key. */
    KEY_REUSED("core.idempotency-key-reused", 409, "This idempotency key was used for another request"),
    /** The body is larger than the limit. Remedy: send less. */
    TOO_LARGE("core.too-large", 413, "The request is too large"),
    /** The service is starting, stopping or overloaded. Remedy: try again later. */
    UNAVAILABLE("core.unavailable", 503, "The service is not available now"),
    /** A bug on our side; the log has the details under the correlation id. Remedy: report it. */
    INTERNAL("core.internal", 500, "Something went wrong on the server");

    private final String code;
    private final int status;
    private final String title;

    CoreProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
