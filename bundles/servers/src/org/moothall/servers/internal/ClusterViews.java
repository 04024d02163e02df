package org.moothall.servers.internal;

import java.util.List;
import java.util.Optional;

import org.moothall.core.Problem;
import org.moothall.servers.CallBridge;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.Health;
import org.moothall.servers.internal.health.BridgeWatch;
import org.moothall.servers.internal.store.ClusterRow;
import org.moothall.servers.internal.store.ServerStore;

/** Clusters as people see them: as they are kept, and as their bridges are. */
final class ClusterViews {

    private final ServerStore store;
    private final Watches watches;

    ClusterViews(ServerStore store, Watches watches) {
        this.store = store;
        this.watches = watches;
    }

    /** All clusters by name. */
    List<Cluster> all() {
        return store.clusters().stream().map(this::of).toList();
    }

    /** The cluster of this id. */
    Optional<Cluster> find(ClusterId id) {
        return store.findCluster(id).map(this::of);
    }

    /** The cluster of this id as it is kept; {@code core.not-found}. */
    ClusterRow row(ClusterId id) {
        return store.findCluster(id).orElseThrow(() -> Problem.notFound("cluster", id.value()).exception());
    }

    /** Its health is the worst of its bridges. */
    Cluster of(ClusterRow row) {
        List<CallBridge> bridges = watches.of(row.id()).stream().map(BridgeWatch::view).toList();
        Health worst = bridges.stream().map(bridge -> bridge.status().health()).max(Health::compareTo).orElse(Health.UNKNOWN);
        return new Cluster(row.id(), row.name(), row.manageMeetings(), row.cdrAddress(), bridges.size(), worst, row.version());
    }
}
