package org.moothall.net;

import org.moothall.core.ProblemCode;

/** Why another machine could not be talked to. */
public enum NetProblem implements ProblemCode {
    /** The name has no address. Remedy: check the spelling and the DNS servers. */
    UNKNOWN_HOST("net.unknown-host", 502, "The host name is not known"),
    /** Nothing listens there, or a firewall refuses. Remedy: check address, port and that the service runs. */
    CONNECTION_REFUSED("net.connection-refused", 502, "The connection was refused"),
    /** No answer in time. Remedy: check the route and the load of the machine. */
    TIMEOUT("net.timeout", 504, "No answer in time"),
    /** The certificate is not trusted, expired or for another name. Remedy: import its authority or confirm its fingerprint. */
    CERTIFICATE_NOT_TRUSTED("net.certificate-not-trusted", 502, "The certificate is not trusted"),
    /** The pinned certificate was replaced. Remedy: compare the new fingerprint, then confirm it. */
    CERTIFICATE_CHANGED("net.certificate-changed", 502, "The certificate has changed"),
    /** The connection broke before the answer was whole. Remedy: try again; look at the machine. */
    BROKEN("net.broken", 502, "The connection broke"),
    /** The answer was larger than allowed. Remedy: see whether the address is that of the right service. */
    ANSWER_TOO_LARGE("net.answer-too-large", 502, "The answer is too large"),
    /** The answer was not what the protocol says. Remedy: see whether the address is that of the right service. */
    NOT_UNDERSTOOD("net.not-understood", 502, "The answer was not understood");

    private final String code;
    private final int status;
    private final String title;

    NetProblem(String code, int status, String title) {
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
