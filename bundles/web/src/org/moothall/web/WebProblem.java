package org.moothall.web;

import org.moothall.core.DomainProblem;

/** What can go wrong with the listener and with the form of a request. */
public enum WebProblem implements DomainProblem {
    /** Another program listens there. Remedy: end it, or choose another port. */
    PORT_IN_USE(503, "The port is in use"),
    /** The address is not one of this machine. Remedy: choose one that is, or {@code 0.0.0.0} for all. */
    ADDRESS_NOT_HERE(503, "The address does not belong to this machine"),
    /** The operating system refuses this port to this user. Remedy: choose one above 1023. */
    PORT_NOT_ALLOWED(503, "The port may not be opened"),
    /** A part of the program did not start. Remedy: look into the log. */
    NOT_READY(503, "The program did not start completely"),
    /** The path exists, the method does not. Remedy: see the API document. */
    METHOD_NOT_ALLOWED(405, "This method is not possible here"),
    /** The body is not in a form that is understood. Remedy: send {@code application/json}. */
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not supported"),
    /** The answer has no form that the client accepts. Remedy: accept {@code application/json}. */
    NOT_ACCEPTABLE(406, "There is no answer in an accepted media type"),
    /** A change without {@code If-Match}. Remedy: read the object and send its ETag. */
    PRECONDITION_REQUIRED(428, "If-Match is missing"),
    /** The first request with this {@code Idempotency-Key} is under way. Remedy: repeat it in a moment. */
    STILL_RUNNING(409, "The first request with this key is still running"),
    /** The server stopped while it worked on the first request with this {@code Idempotency-Key}. Remedy: read what it changed, use a new key. */
    INTERRUPTED(409, "The first request with this key was interrupted"),
    /** The first request with this {@code Idempotency-Key} was carried out, its answer was too large to keep. Remedy: read what it changed. */
    ANSWER_NOT_KEPT(409, "The answer of the first request was not kept");

    private final Meaning meaning;

    WebProblem(int status, String title) {
        meaning = new Meaning("web", status, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
