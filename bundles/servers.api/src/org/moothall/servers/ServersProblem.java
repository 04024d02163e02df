package org.moothall.servers;

import org.moothall.core.ProblemCode;

/** What can go wrong with clusters and Call Bridges. */
public enum ServersProblem implements ProblemCode {
    /** A bridge with this address is configured. Remedy: edit that one. */
    ADDRESS_IN_USE("servers.address-in-use", 409, "This Call Bridge is configured already"),
    /** The bridge refused user or password. Remedy: use an account with the API role. */
    CREDENTIALS_REFUSED("servers.credentials-refused", 422, "The Call Bridge refused the credentials"),
    /** What answered is no Call Bridge API. Remedy: check the port of the Web Admin interface. */
    NOT_A_CALL_BRIDGE("servers.not-a-call-bridge", 422, "This is not a Call Bridge"),
    /** The bridge belongs to another cluster. Remedy: add it on its own. */
    OTHER_CLUSTER("servers.other-cluster", 409, "The Call Bridge belongs to another cluster"),
    /** The bridge answered with an error. Remedy: as the detail says. */
    REFUSED_BY_BRIDGE("servers.refused-by-bridge", 502, "The Call Bridge refused the request");

    private final String code;
    private final int status;
    private final String title;

    ServersProblem(String code, int status, String title) {
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
