package org.moothall.servers.spi;

import java.util.Map;

import org.moothall.servers.CallBridgeId;

/** Told by {@link CallBridgeConnections#beforeDeparture}: what a domain left on a Call Bridge has to be taken off it now. */
@FunctionalInterface
public interface Departure {

    /**
     * These bridges are about to be removed, or their cluster's meetings are no longer managed. Their connections work until
     * this returns, which it does within 5 s; what cannot be taken off by then stays. Throws nothing.
     */
    void leaving(Map<CallBridgeId, CallBridgeConnection> bridges);
}
