package org.moothall.servers.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Notifications;
import org.moothall.notifications.Severity;
import org.moothall.servers.CallBridge;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.Servers;
import org.moothall.servers.internal.health.BridgeWatch;
import org.moothall.servers.internal.health.Member;
import org.moothall.servers.internal.health.Membership;
import org.moothall.servers.internal.store.BridgeRow;
import org.moothall.servers.internal.store.ServerStore;

/** Tells the rest of the program what changed in clusters and bridges. Thread-safe. */
final class Announcements implements BridgeWatch.Listener {

    private final ConfiguredServers servers;
    private final ServerStore store;
    private final ChangeEvents events;
    private final Notifications notifications;
    private final Clock clock;
    private final Map<ClusterId, Cluster> told = new ConcurrentHashMap<>();
    private final Map<ClusterId, List<Member>> members = new ConcurrentHashMap<>();

    Announcements(ConfiguredServers servers, ServerStore store, ChangeEvents events, Notifications notifications, Clock clock) {
        this.servers = servers;
        this.store = store;
        this.events = events;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** This needs not be told. */
    void known(Cluster cluster) {
        told.put(cluster.id(), cluster);
    }

    @Override
    public void changed(CallBridge bridge) {
        publish(Servers.CALL_BRIDGE_CHANGED, bridge.id().value(), bridge.cluster(), Map.of("callBridge", bridge));
        cluster(bridge.cluster());
    }

    @Override
    public void membership(BridgeRow row, Membership membership) {
        servers.learned(row, membership);
        members.put(row.cluster(), membership.members());
        completeness(row.cluster());
    }

    /** Tells how this cluster is when that differs from what was told before. */
    void cluster(ClusterId id) {
        servers.findCluster(id).ifPresent(now -> {
            if (!now.equals(told.put(id, now))) {
                publish(Servers.CLUSTER_CHANGED, id.value(), id, Map.of("cluster", now));
            }
        });
    }

    void removed(BridgeRow row, boolean clusterToo) {
        publish(Servers.CALL_BRIDGE_REMOVED, row.id().value(), row.cluster(), Map.of());
        if (clusterToo) {
            told.remove(row.cluster());
            members.remove(row.cluster());
            notifications.clear(incomplete(row.cluster()));
            publish(Servers.CLUSTER_REMOVED, row.cluster().value(), row.cluster(), Map.of());
        } else {
            cluster(row.cluster());
            completeness(row.cluster());
        }
    }

    private void completeness(ClusterId id) {
        Set<String> ours = servers.inCluster(id).stream().map(watch -> String.valueOf(watch.row().guid())).collect(Collectors.toSet());
        List<Member> missing = members.getOrDefault(id, List.of()).stream().filter(member -> !ours.contains(member.guid())).toList();
        if (missing.isEmpty()) {
            notifications.clear(incomplete(id));
            return;
        }
        String names = missing.stream().map(Member::name).collect(Collectors.joining(", "));
        String cluster = store.findCluster(id).map(row -> row.name()).orElse("");
        notifications.raise(new Condition(incomplete(id), Severity.INFORMATION, "The cluster " + cluster + " has Call Bridges that are not configured here: " + names,
                "Meetings on them are not seen, and meetings that span several Call Bridges are seen in part.",
                "Add them under Servers: they are offered there with their addresses.", id.value(), id.value()));
    }

    private static String incomplete(ClusterId id) {
        return "servers.cluster-incomplete:" + id.value();
    }

    private void publish(String type, String subject, ClusterId cluster, Map<String, Object> data) {
        events.publish(new ChangeEvent(type, subject, cluster.value(), clock.instant(), data));
    }
}
