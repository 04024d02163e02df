package org.moothall.meetings.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Problem;
import org.moothall.core.Trust;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.DiscoveredCallBridge;
import org.moothall.servers.Health;
import org.moothall.servers.LinkState;
import org.moothall.servers.NewCallBridge;
import org.moothall.servers.Servers;
import org.moothall.servers.spi.CallBridgeConnection;
import org.moothall.servers.spi.CallBridgeConnections;
import org.moothall.servers.spi.Departure;
import org.moothall.testkit.ManualClock;

/** One cluster of scripted bridges, changed by a test as an administrator would. Thread-safe. */
final class ScriptedServers implements Servers, CallBridgeConnections {

    static final ClusterId LAB = new ClusterId("lab");

    /** Last report of each link, as {@code bridge CDR}. */
    final Map<String, LinkState> reports = new ConcurrentHashMap<>();
    private final Map<CallBridgeId, ScriptedBridge> bridges = new LinkedHashMap<>();
    private final List<Departure> departures = new CopyOnWriteArrayList<>();
    private final ChangeEvents events;
    private final ManualClock clock;
    private boolean managed = true;
    private @Nullable String cdrAddress;

    ScriptedServers(ChangeEvents events, ManualClock clock) {
        this.events = events;
        this.clock = clock;
    }

    void add(String name, ScriptedBridge bridge) {
        synchronized (this) {
            bridges.put(new CallBridgeId(name), bridge);
        }
        announce(CALL_BRIDGE_CHANGED, name);
    }

    synchronized void cdrAddress(String address) {
        cdrAddress = address;
    }

    void manageMeetings(boolean wanted) {
        Map<CallBridgeId, CallBridgeConnection> all;
        synchronized (this) {
            managed = wanted;
            all = new LinkedHashMap<>(bridges);
        }
        if (!wanted) {
            departures.forEach(departure -> departure.leaving(all));
        }
        announce(CLUSTER_CHANGED, LAB.value());
    }

    private void announce(String type, String subject) {
        events.publish(new ChangeEvent(type, subject, LAB.value(), clock.instant(), Map.of()));
    }

    @Override
    public void remove(CallBridgeId id) {
        ScriptedBridge bridge;
        synchronized (this) {
            bridge = bridges.remove(id);
        }
        if (bridge != null) {
            departures.forEach(departure -> departure.leaving(Map.of(id, bridge)));
        }
        announce(CALL_BRIDGE_REMOVED, id.value());
    }

    @Override
    public synchronized List<Cluster> clusters() {
        return List.of(new Cluster(LAB, "Lab", managed, cdrAddress, bridges.size(), Health.OK, 1));
    }

    @Override
    public Optional<Cluster> findCluster(ClusterId id) {
        return clusters().stream().filter(cluster -> cluster.id().equals(id)).findFirst();
    }

    @Override
    public synchronized List<CallBridge> callBridges() {
        CallBridge.Status status = new CallBridge.Status(Health.OK, null, null, null, null, null, List.of(), LinkState.OFF, LinkState.OFF, null, null, null);
        List<CallBridge> all = new ArrayList<>();
        bridges.keySet().forEach(id -> all.add(new CallBridge(id, LAB, id.value(), null, null, "127.0.0.1", 443, "api", new Trust(Trust.Mode.CHAIN, null, null),
                status, 1)));
        return all;
    }

    @Override
    public Optional<CallBridge> findCallBridge(CallBridgeId id) {
        return callBridges().stream().filter(bridge -> bridge.id().equals(id)).findFirst();
    }

    @Override
    public synchronized CallBridgeConnection connection(CallBridgeId id) {
        return Optional.ofNullable(bridges.get(id)).orElseThrow(() -> Problem.notFound("Call Bridge", id.value()).exception());
    }

    @Override
    public ChangeEvents.Subscription beforeDeparture(Departure departure) {
        departures.add(departure);
        return () -> departures.remove(departure);
    }

    @Override
    public void report(CallBridgeId id, Link link, LinkState state, @Nullable String detail) {
        reports.put(id.value() + ' ' + link, state);
    }

    @Override
    public CallBridge add(NewCallBridge bridge) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<DiscoveredCallBridge> discover(ClusterId cluster) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CallBridge update(CallBridgeId id, CallBridgeChange change, long version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Cluster update(ClusterId id, ClusterChange change, long version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(ClusterId id) {
        throw new UnsupportedOperationException();
    }
}
