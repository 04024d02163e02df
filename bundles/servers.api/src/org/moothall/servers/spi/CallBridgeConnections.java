package org.moothall.servers.spi;

import org.moothall.core.ChangeEvents;
import org.moothall.servers.CallBridgeId;

/** Gives domains the connection to a configured Call Bridge. Service; thread-safe. */
public interface CallBridgeConnections {

    /**
     * The connection to this bridge; the same object until its configuration changes. Never closed by its users.
     * Throws {@code core.not-found} when no such bridge is configured.
     */
    CallBridgeConnection connection(CallBridgeId id);

    /** Calls {@code departure} on the thread that removes bridges or ends meeting management, until the subscription is closed. */
    ChangeEvents.Subscription beforeDeparture(Departure departure);
}
