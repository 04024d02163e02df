package org.moothall.licensing.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Problem;
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

/** The configured clusters. Thread-safe. */
final class FakeServers implements Servers, CallBridgeConnections {

    private final Map<CallBridgeId, CallBridge> views = new LinkedHashMap<>();
    private final Map<CallBridgeId, FakeCluster.Bridge> bridges = new LinkedHashMap<>();

    synchronized void add(String cluster, String id, FakeCluster.Bridge bridge) {
        CallBridge view = bridge.view(id, new ClusterId(cluster));
        views.put(view.id(), view);
        bridges.put(view.id(), bridge);
    }

    @Override
    public synchronized List<Cluster> clusters() {
        return views.values().stream().map(CallBridge::cluster).distinct().map(id -> new Cluster(id, id.value(), true, null, 1, Health.OK, 1)).toList();
    }

    @Override
    public synchronized List<CallBridge> callBridges() {
        return List.copyOf(views.values());
    }

    @Override
    public synchronized void remove(CallBridgeId id) {
        views.remove(id);
        bridges.remove(id);
    }

    @Override
    public synchronized CallBridgeConnection connection(CallBridgeId id) {
        FakeCluster.Bridge bridge = bridges.get(id);
        if (bridge == null) {
            throw Problem.notFound("Call Bridge", id.value()).exception();
        }
        return Objects.requireNonNull(bridge);
    }

    @Override
    public Optional<Cluster> findCluster(ClusterId id) {
        return clusters().stream().filter(cluster -> cluster.id().equals(id)).findFirst();
    }

    @Override
    public Optional<CallBridge> findCallBridge(CallBridgeId id) {
        return callBridges().stream().filter(bridge -> bridge.id().equals(id)).findFirst();
    }

    @Override
    public ChangeEvents.Subscription beforeDeparture(Departure departure) {
        throw new UnsupportedOperationException();
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

    @Override
    public void report(CallBridgeId id, Link link, LinkState state, @Nullable String detail) {
        throw new UnsupportedOperationException();
    }
}
