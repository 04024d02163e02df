package org.moothall.net;

import org.moothall.core.DomainProblem;

/** Why another machine could not be talked to. */
public enum NetProblem implements DomainProblem {
    /** The name has no address. Remedy: check the spelling and the DNS servers. */
    UNKNOWN_HOST(502, "The host name is not known"),
    /** Nothing listens there, or a firewall refuses. Remedy: check address, port and that the service runs. */
    CONNECTION_REFUSED(502, "The connection was refused"),
    /** No answer in time. Remedy: check the route and the load of the machine. */
    TIMEOUT(504, "No answer in time"),
    /** The certificate is not trusted, expired or for another name. Remedy: import its authority or confirm its fingerprint. */
    CERTIFICATE_NOT_TRUSTED(502, "The certificate is not trusted"),
    /** The pinned certificate was replaced. Remedy: compare the new fingerprint, then confirm it. */
    CERTIFICATE_CHANGED(502, "The certificate has changed"),
    /** The connection broke before the answer was whole. Remedy: try again; look at the machine. */
    BROKEN(502, "The connection broke"),
    /** The answer was larger than allowed. Remedy: see whether the address is that of the right service. */
    ANSWER_TOO_LARGE(502, "The answer is too large"),
    /** The answer was not what the protocol says. Remedy: see whether the address is that of the right service. */
    NOT_UNDERSTOOD(502, "The answer was not understood");

    private final Meaning meaning;

    NetProblem(int status, String title) {
        meaning = new Meaning("net", status, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
