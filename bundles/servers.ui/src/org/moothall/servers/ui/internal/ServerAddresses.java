package org.moothall.servers.ui.internal;

import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;

/** Addresses of what the Servers page shows: {@code servers/b/<id>} and {@code servers/c/<id>}, with {@code /edit} and the like for what is done with it. */
final class ServerAddresses {
    static final String PAGE = "servers";
    /** Opens the wizard that adds Call Bridges. */
    static final String ADD = "add";
    /** Opens the form of what stands before it. */
    static final String EDIT = "/edit";
    /** Shows the certificate that a Call Bridge has now, to be confirmed. */
    static final String CERTIFICATE = "/certificate";
    /** Offers the members of a cluster that are not configured. */
    static final String REST = "/rest";

    private ServerAddresses() {}

    static String of(CallBridgeId id) {
        return PAGE + "/" + ServerRow.key(id);
    }

    static String of(ClusterId id) {
        return PAGE + "/" + ServerRow.key(id);
    }
}
