package org.moothall.meetings.internal.live;

import java.util.Map;

import org.moothall.meetings.internal.projection.Names;
import org.moothall.servers.ClusterId;

/** A cluster's names as they are now. Thread-safe. */
public final class ClusterNames implements Names {

    private final ClusterId cluster;
    private volatile String name;
    private volatile Map<String, String> bridges;

    /** With these names. */
    public ClusterNames(ClusterId cluster, String name, Map<String, String> bridges) {
        this.cluster = cluster;
        this.name = name;
        this.bridges = Map.copyOf(bridges);
    }

    /** Takes new names; whether any is different. */
    public boolean update(String now, Map<String, String> bridgesNow) {
        boolean different = !name.equals(now) || !bridges.equals(bridgesNow);
        name = now;
        bridges = Map.copyOf(bridgesNow);
        return different;
    }

    @Override
    public ClusterId cluster() {
        return cluster;
    }

    @Override
    public String clusterName() {
        return name;
    }

    @Override
    public String bridge(String id) {
        return bridges.getOrDefault(id, id);
    }
}
