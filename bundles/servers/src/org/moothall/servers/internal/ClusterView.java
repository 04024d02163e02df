package org.moothall.servers.internal;

import java.util.List;

import org.moothall.servers.CallBridge;
import org.moothall.servers.Cluster;
import org.moothall.servers.Health;
import org.moothall.servers.internal.store.ClusterRow;

/** A cluster as people see it. */
final class ClusterView {

    private ClusterView() { }

    /** Its health is the worst of its bridges. */
    static Cluster of(ClusterRow row, List<CallBridge> bridges) {
        Health worst = bridges.stream().map(bridge -> bridge.status().health()).max(Health::compareTo).orElse(Health.UNKNOWN);
        return new Cluster(row.id(), row.name(), row.manageMeetings(), row.cdrAddress(), bridges.size(), worst, row.version());
    }
}
