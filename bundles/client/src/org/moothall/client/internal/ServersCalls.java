package org.moothall.client.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.Call;
import org.moothall.client.ServersClient;
import org.moothall.core.Page;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Secret;
import org.moothall.servers.AddedCallBridge;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.DiscoveredCallBridge;
import org.moothall.servers.DiscoveryOutcome;
import org.moothall.servers.NewCallBridge;
import org.moothall.servers.Servers.CallBridgeChange;
import org.moothall.servers.Servers.ClusterChange;

/** {@code /clusters} and {@code /call-bridges}. */
record ServersCalls(Calls api) implements ServersClient {

    private static final String CLUSTERS = "/clusters";
    private static final String CALL_BRIDGES = "/call-bridges";
    private static final String ALL = "?limit=1000";

    @Override
    public CompletableFuture<Page<Cluster>> clusters() {
        return api.call(Call.get(CLUSTERS + ALL)).thenApply(answer -> Wire.page(answer.body(), Cluster.class));
    }

    @Override
    public CompletableFuture<Cluster> cluster(ClusterId id) {
        return api.read(Call.get(path(id)), Cluster.class);
    }

    @Override
    public CompletableFuture<Cluster> change(ClusterId id, ClusterChange change, long version) {
        return api.read(Call.patch(path(id), change).ifVersion(version), Cluster.class);
    }

    @Override
    public CompletableFuture<Void> remove(ClusterId id) {
        return api.done(Call.delete(path(id)));
    }

    @Override
    public CompletableFuture<Page<CallBridge>> callBridges() {
        return api.call(Call.get(CALL_BRIDGES + ALL)).thenApply(answer -> Wire.page(answer.body(), CallBridge.class));
    }

    @Override
    public CompletableFuture<CallBridge> callBridge(CallBridgeId id) {
        return api.read(Call.get(path(id)), CallBridge.class);
    }

    @Override
    public CompletableFuture<AddedCallBridge> add(NewCallBridge bridge, boolean rest) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("address", bridge.address());
        body.put("user", bridge.user());
        body.put("password", bridge.password().reveal());
        put(body, "name", bridge.name());
        put(body, "trust", bridge.trust());
        put(body, "clusterName", bridge.clusterName());
        if (rest) {
            body.put("discover", true);
        }
        return api.read(Call.post(CALL_BRIDGES, body), AddedCallBridge.class);
    }

    @Override
    public CompletableFuture<CallBridge> change(CallBridgeId id, CallBridgeChange change, long version) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "address", change.address());
        put(body, "user", change.user());
        put(body, "password", revealed(change.password()));
        put(body, "name", change.name());
        put(body, "trust", change.trust());
        return api.read(Call.patch(path(id), body).ifVersion(version), CallBridge.class);
    }

    @Override
    public CompletableFuture<Void> remove(CallBridgeId id) {
        return api.done(Call.delete(path(id)));
    }

    @Override
    public CompletableFuture<PeerCertificate> certificate(String address) {
        return api.read(Call.post(CALL_BRIDGES + "/certificate", Map.of("address", address)), PeerCertificate.class);
    }

    @Override
    public CompletableFuture<List<DiscoveredCallBridge>> discover(ClusterId id) {
        return api.call(Call.get(path(id) + "/discovery")).thenApply(answer -> Wire.rows(answer.body(), DiscoveredCallBridge.class));
    }

    @Override
    public CompletableFuture<List<DiscoveryOutcome>> addDiscovered(ClusterId id, List<DiscoveredChoice> bridges) {
        List<Map<String, Object>> choices = bridges.stream().map(ServersCalls::choice).toList();
        return api.call(Call.post(path(id) + "/discovery", Map.of("callBridges", choices)))
                .thenApply(answer -> Wire.rows(answer.body(), DiscoveryOutcome.class));
    }

    private static Map<String, Object> choice(DiscoveredChoice bridge) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("address", bridge.address());
        put(body, "user", bridge.user());
        put(body, "password", revealed(bridge.password()));
        put(body, "trust", bridge.trust());
        return body;
    }

    private static void put(Map<String, Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    private static @Nullable String revealed(@Nullable Secret secret) {
        return secret == null ? null : secret.reveal();
    }

    private static String path(ClusterId id) {
        return CLUSTERS + "/" + Wire.segment(id.value());
    }

    private static String path(CallBridgeId id) {
        return CALL_BRIDGES + "/" + Wire.segment(id.value());
    }
}
