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
import org.moothall.servers.internal.health.Member;
import org.moothall.servers.internal.health.Membership;
import org.moothall.servers.internal.store.BridgeRow;

/** Tells the rest of the program what changed in clusters and bridges. Thread-safe. */
final class Announcements {

    private final ClusterViews clusters;
    private final Watches watches;
    private final ChangeEvents events;
    private final Notifications notifications;
    private final Clock clock;
    private final Map<ClusterId, Cluster> told = new ConcurrentHashMap<>();
    private final Map<ClusterId, List<Member>> members = new ConcurrentHashMap<>();

    Announcements(ClusterViews clusters, Watches watches, ChangeEvents events, Notifications notifications, Clock clock) {
        this.clusters = clusters;
        this.watches = watches;
        this.events = events;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** What is there now needs not be told. */
    void begin() {
        clusters.all().forEach(cluster -> told.put(cluster.id(), cluster));
    }

    /** A bridge, or how it is, changed. */
    void changed(CallBridge bridge) {
        publish(Servers.CALL_BRIDGE_CHANGED, bridge.id().value(), bridge.cluster(), Map.of("callBridge", bridge));
        cluster(bridge.cluster());
    }

    /** What a bridge says of the members of its cluster. */
    void members(ClusterId cluster, Membership membership) {
        members.put(cluster, membership.members());
        completeness(cluster);
    }

    /** Tells how this cluster is when that differs from what was told before. */
    void cluster(ClusterId id) {
        clusters.find(id).ifPresent(now -> {
            if (!now.equals(told.put(id, now))) {
                publish(Servers.CLUSTER_CHANGED, id.value(), id, Map.of("cluster", now));
            }
        });
    }

    /** A bridge was removed. */
    void removed(BridgeRow row, boolean clusterToo) {
        publish(Servers.CALL_BRIDGE_REMOVED, row.id().value(), row.cluster(), Map.of());
        left(row.cluster(), clusterToo);
    }

    /** A bridge is no longer in this cluster. @param gone whether it was the last one and the cluster is gone too */
    void left(ClusterId cluster, boolean gone) {
        if (gone) {
            told.remove(cluster);
            members.remove(cluster);
            notifications.clear(incomplete(cluster));
            publish(Servers.CLUSTER_REMOVED, cluster.value(), cluster, Map.of());
        } else {
            cluster(cluster);
            completeness(cluster);
        }
    }

    private void completeness(ClusterId id) {
        Set<String> ours = watches.of(id).stream().map(watch -> String.valueOf(watch.row().guid())).collect(Collectors.toSet());
        List<Member> missing = members.getOrDefault(id, List.of()).stream().filter(member -> !ours.contains(member.guid())).toList();
        if (missing.isEmpty()) {
            notifications.clear(incomplete(id));
            return;
        }
        String names = missing.stream().map(Member::name).collect(Collectors.joining(", "));
        String cluster = clusters.find(id).map(Cluster::name).orElse("");
        notifications.raise(
                new Condition(incomplete(id), Severity.INFORMATION, "The cluster " + cluster + " has Call Bridges that are not configured here: " + names,
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
