package org.moothall.servers.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.moothall.core.Boundary;
import org.moothall.core.ChangeEvents;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.internal.health.BridgeWatch;
import org.moothall.servers.spi.CallBridgeConnection;
import org.moothall.servers.spi.Departure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who has something to take off Call Bridges before they leave. Thread-safe. */
@Boundary
final class Departures {

    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final List<Departure> all = new CopyOnWriteArrayList<>();

    ChangeEvents.Subscription add(Departure departure) {
        all.add(departure);
        return () -> all.remove(departure);
    }

    void tell(Collection<BridgeWatch> leaving) {
        Map<CallBridgeId, CallBridgeConnection> bridges = leaving.stream().collect(Collectors.toMap(watch -> watch.row().id(), watch -> watch.link().api()));
        all.forEach(departure -> tell(departure, bridges));
    }

    private static void tell(Departure departure, Map<CallBridgeId, CallBridgeConnection> bridges) {
        try {
            departure.leaving(bridges);
        } catch (RuntimeException e) {
            LOG.error("Something of ours may stay on Call Bridges that are managed no more", e);
        }
    }
}
