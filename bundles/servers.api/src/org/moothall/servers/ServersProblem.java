package org.moothall.servers;

import org.moothall.core.DomainProblem;

/** What can go wrong with clusters and Call Bridges. */
public enum ServersProblem implements DomainProblem {
    /** A bridge with this address is configured. Remedy: edit that one. */
    ADDRESS_IN_USE(409, "This Call Bridge is configured already"),
    /** The bridge refused user or password. Remedy: use an account with the API role. */
    CREDENTIALS_REFUSED(422, "The Call Bridge refused the credentials"),
    /** What answered is no Call Bridge API. Remedy: check the port of the Web Admin interface. */
    NOT_A_CALL_BRIDGE(422, "This is not a Call Bridge"),
    /** The bridge belongs to another cluster. Remedy: add it on its own. */
    OTHER_CLUSTER(409, "The Call Bridge belongs to another cluster"),
    /** The bridge answered with an error. Remedy: as the detail says. */
    REFUSED_BY_BRIDGE(502, "The Call Bridge refused the request");

    private final Meaning meaning;

    ServersProblem(int status, String title) {
        meaning = new Meaning("servers", status, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
