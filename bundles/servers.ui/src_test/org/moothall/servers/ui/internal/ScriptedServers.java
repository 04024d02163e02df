package org.moothall.servers.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.ServersClient;
import org.moothall.core.Page;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Trust;
import org.moothall.servers.AddedCallBridge;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.DiscoveredCallBridge;
import org.moothall.servers.DiscoveryOutcome;
import org.moothall.servers.Health;
import org.moothall.servers.LinkState;
import org.moothall.servers.NewCallBridge;
import org.moothall.servers.Servers.CallBridgeChange;
import org.moothall.servers.Servers.ClusterChange;

/** A server that answers when a test says so. */
@NonNullByDefault({})
final class ScriptedServers implements ServersClient {

    CompletableFuture<Page<Cluster>> clusters = new CompletableFuture<>();
    CompletableFuture<Page<CallBridge>> bridges = new CompletableFuture<>();
    CompletableFuture<AddedCallBridge> add = new CompletableFuture<>();
    final CompletableFuture<PeerCertificate> certificate = new CompletableFuture<>();
    final CompletableFuture<List<DiscoveryOutcome>> discovered = new CompletableFuture<>();
    final List<NewCallBridge> added = new ArrayList<>();
    List<DiscoveredChoice> chosen = List.of();
    @Nullable
    ClusterChange changed;

    static Cluster cluster(String name) {
        return new Cluster(new ClusterId(name), name, true, null, 1, Health.OK, 1);
    }

    static CallBridge bridge(String name, String cluster) {
        CallBridge.Status status = new CallBridge.Status(Health.OK, null, "3.8", 60L, 20, 4, List.of(), LinkState.CONNECTED, LinkState.CONNECTED, 0L, null,
                null);
        return new CallBridge(new CallBridgeId(name), new ClusterId(cluster), name, null, null, name + ".example.org", 443, "api",
                new Trust(Trust.Mode.CHAIN, null, null),
                status, 1);
    }

    /** Lists asked for from now on wait for another answer. */
    void restart() {
        clusters = new CompletableFuture<>();
        bridges = new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Page<Cluster>> clusters() {
        return clusters;
    }

    @Override
    public CompletableFuture<Cluster> cluster(ClusterId id) {
        return CompletableFuture.completedFuture(cluster(id.value()));
    }

    @Override
    public CompletableFuture<Cluster> change(ClusterId id, ClusterChange change, long version) {
        changed = change;
        return cluster(id);
    }

    @Override
    public CompletableFuture<Void> remove(ClusterId id) {
        throw new UnsupportedOperationException("not asked for by these models");
    }

    @Override
    public CompletableFuture<Page<CallBridge>> callBridges() {
        return bridges;
    }

    @Override
    public CompletableFuture<CallBridge> callBridge(CallBridgeId id) {
        throw new UnsupportedOperationException("not asked for by these models");
    }

    @Override
    public CompletableFuture<AddedCallBridge> add(NewCallBridge bridge, boolean rest) {
        added.add(bridge);
        if (added.size() > 1) {
            add = new CompletableFuture<>();
        }
        return add;
    }

    @Override
    public CompletableFuture<CallBridge> change(CallBridgeId id, CallBridgeChange change, long version) {
        throw new UnsupportedOperationException("not asked for by these models");
    }

    @Override
    public CompletableFuture<Void> remove(CallBridgeId id) {
        throw new UnsupportedOperationException("not asked for by these models");
    }

    @Override
    public CompletableFuture<PeerCertificate> certificate(String address) {
        return certificate;
    }

    @Override
    public CompletableFuture<List<DiscoveredCallBridge>> discover(ClusterId id) {
        return CompletableFuture.completedFuture(List.of(new DiscoveredCallBridge("g1", "cb1", "cb1:443", new CallBridgeId("b1")),
                new DiscoveredCallBridge("g2", "cb2", "cb2:443", null)));
    }

    @Override
    public CompletableFuture<List<DiscoveryOutcome>> addDiscovered(ClusterId id, List<DiscoveredChoice> bridges) {
        chosen = bridges;
        return discovered;
    }
}
