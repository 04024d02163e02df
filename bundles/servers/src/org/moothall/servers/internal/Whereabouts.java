package org.moothall.servers.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.PageRequest;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Notifications;
import org.moothall.notifications.Severity;
import org.moothall.servers.CallBridge;
import org.moothall.servers.ClusterId;
import org.moothall.servers.internal.health.BridgeWatch;
import org.moothall.servers.internal.health.Membership;
import org.moothall.servers.internal.store.BridgeRow;
import org.moothall.servers.internal.store.ClusterRow;
import org.moothall.servers.internal.store.ServerStore;
import org.moothall.servers.internal.store.ServerStore.Placed;

/**
 * Hears from the watches where bridges belong: follows one that changes its cluster, and says so until somebody has
 * acknowledged it. Thread-safe.
 */
final class Whereabouts implements BridgeWatch.Listener {

    private static final String KEY = "servers.cluster-changed:";

    private final ServerStore store;
    private final Watches watches;
    private final Announcements announcements;
    private final Notifications notifications;

    Whereabouts(ServerStore store, Watches watches, Announcements announcements, Notifications notifications) {
        this.store = store;
        this.watches = watches;
        this.announcements = announcements;
        this.notifications = notifications;
    }

    @Override
    public void changed(CallBridge now) {
        announcements.changed(now);
    }

    @Override
    public synchronized void belongs(BridgeRow row, @Nullable String identity, Membership membership) {
        forgetAcknowledged(row);
        learned(row, membership);
        Optional<BridgeWatch> watch = watches.find(row.id());
        if (watch.isPresent()) {
            place(watch.get(), identity, membership);
            announcements.members(watch.get().row().cluster(), membership);
        }
    }

    private void place(BridgeWatch watch, @Nullable String identity, Membership membership) {
        List<ClusterRow> all = store.clusters();
        ClusterRow cluster = all.stream().filter(c -> c.id().equals(watch.row().cluster())).findFirst().orElseThrow();
        boolean only = watches.of(cluster.id()).size() == 1;
        switch (Belonging.of(cluster.identity(), identity, membership.members().isEmpty(), only,
                other -> all.stream().anyMatch(c -> other.equals(c.identity()) && !c.id().equals(cluster.id())))) {
            case Belonging.Stays() -> {}
            case Belonging.Learns(var learned) -> store.identify(cluster.id(), learned);
            case Belonging.Moves(var to) -> move(watch, cluster, to);
        }
    }

    private void move(BridgeWatch watch, ClusterRow from, @Nullable String identity) {
        BridgeRow row = watch.row();
        ClusterRow fresh = new ClusterRow(new ClusterId(UUID.randomUUID().toString()), row.name(), identity, from.manageMeetings(), from.cdrAddress(), 1);
        Placed placed = store.move(row, fresh);
        watch.row(row.in(placed.cluster().id()));
        notifications.raise(condition(watch.row(), from, placed.cluster()));
        announcements.changed(watch.view());
        announcements.left(from.id(), placed.leftEmpty());
    }

    private static Condition condition(BridgeRow row, ClusterRow from, ClusterRow to) {
        return new Condition(KEY + row.id().value(), Severity.INFORMATION, row.name() + " has left the cluster " + from.name(),
                "It is shown in the cluster " + to.name() + " from now on, with its meetings.",
                "Acknowledge this when it is meant to be so; otherwise look at the clustering of the Call Bridge.", to.id().value(), row.id().value());
    }

    private void forgetAcknowledged(BridgeRow row) {
        String key = KEY + row.id().value();
        for (Notification each : notifications.open(new PageRequest(PageRequest.MAX_LIMIT, null)).items()) {
            if (each.condition().key().equals(key) && each.acknowledgedBy() != null) {
                notifications.clear(key);
            }
        }
    }

    /** The bridge is no longer ours. */
    void forget(BridgeRow row) {
        notifications.clear(KEY + row.id().value());
    }

    /** Who the bridge is in its cluster, kept when that is news. */
    private void learned(BridgeRow row, Membership membership) {
        if (!Objects.equals(row.uniqueName(), membership.uniqueName()) || !Objects.equals(row.guid(), membership.guid())) {
            store.learn(row.id(), membership.uniqueName(), membership.guid());
            watches.find(row.id()).ifPresent(watch -> watch.row(watch.row().called(membership.uniqueName(), membership.guid())));
        }
    }
}
