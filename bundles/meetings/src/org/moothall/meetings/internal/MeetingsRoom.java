package org.moothall.meetings.internal;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Executors;
import org.moothall.meetings.internal.link.BridgeLink;
import org.moothall.meetings.internal.live.ClusterNames;
import org.moothall.meetings.internal.live.Desk;
import org.moothall.meetings.internal.live.LiveMeetings;
import org.moothall.meetings.internal.projection.Gap;
import org.moothall.meetings.internal.store.MeetingStore;
import org.moothall.meetings.internal.store.StoredRecords;
import org.moothall.notifications.Notifications;
import org.moothall.security.Vault;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.LinkState;
import org.moothall.servers.Servers;
import org.moothall.servers.spi.CallBridgeConnections;
import org.moothall.store.Database;
import org.moothall.web.ListenAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows what is configured: a desk for each managed cluster, a link with each of its bridges, and no others. */
@Boundary
@Component(service = MeetingsRoom.class, immediate = true)
public final class MeetingsRoom {

    private static final Logger LOG = LoggerFactory.getLogger(MeetingsRoom.class);

    private final Servers servers;
    private final CallBridgeConnections connections;
    private final ChangeEvents events;
    private final Notifications notifications;
    private final Clock clock;
    private final Executors executors;
    private final MeetingStore store;
    private final StoredRecords records;
    private final LiveMeetings live = new LiveMeetings();
    private final CdrSecrets secrets;
    private final CdrAddress address;
    private final Map<ClusterId, Desk> desks = new ConcurrentHashMap<>();
    private final Map<ClusterId, ClusterNames> names = new ConcurrentHashMap<>();
    private final Map<String, Followed> links = new ConcurrentHashMap<>();
    private final ExecutorService worker;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ChangeEvents.Subscription subscription;

    /** A bridge that we follow. */
    private record Followed(CallBridge bridge, Desk desk, BridgeLink link) { }

    /** Takes up what the store knows, then follows. */
    @Activate
    public MeetingsRoom(@Reference Servers servers, @Reference CallBridgeConnections connections, @Reference ChangeEvents events,
            @Reference Notifications notifications, @Reference Database database, @Reference Vault vault, @Reference Executors executors,
            @Reference Clock clock) {
        this.servers = servers;
        this.connections = connections;
        this.events = events;
        this.notifications = notifications;
        this.clock = clock;
        this.executors = executors;
        store = new MeetingStore(database);
        records = new StoredRecords(database);
        secrets = new CdrSecrets(vault);
        address = new CdrAddress(store);
        worker = executors.serial("meetings-room", 100);
        subscription = events.subscribe("meetings-room", event -> {
            if (event.type().startsWith("servers.")) {
                followSoon();
            }
        }, this::followSoon);
        followSoon();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindAddress(ListenAddress now) {
        address.listening(now.url());
        addressChanged();
    }

    void unbindAddress(ListenAddress before) {
        address.listening(null);
    }

    /** The bridges have to send their records elsewhere. */
    void addressChanged() {
        links.values().forEach(followed -> followed.link().refresh());
    }

    private void followSoon() {
        if (due.compareAndSet(false, true)) {
            try {
                worker.execute(this::follow);
            } catch (RejectedExecutionException e) {
                LOG.debug("closing", e);
            }
        }
    }

    private void follow() {
        due.set(false);
        try {
            Map<ClusterId, Cluster> managed = servers.clusters().stream().filter(Cluster::manageMeetings).collect(Collectors.toMap(Cluster::id, c -> c));
            Map<ClusterId, List<CallBridge>> bridges = servers.callBridges().stream().collect(Collectors.groupingBy(CallBridge::cluster));
            unlink(managed, bridges);
            for (Cluster cluster : managed.values()) {
                follow(cluster, bridges.getOrDefault(cluster.id(), List.of()));
            }
            closeDesks(managed.keySet());
        } catch (RuntimeException e) {
            LOG.error("The managed clusters could not be followed", e);
        }
    }

    private void follow(Cluster cluster, List<CallBridge> bridges) {
        Map<String, String> called = bridges.stream().collect(Collectors.toMap(b -> b.id().value(), CallBridge::name));
        ClusterNames current = names.computeIfAbsent(cluster.id(), id -> new ClusterNames(id, cluster.name(), called));
        boolean renamed = current.update(cluster.name(), called);
        boolean known = desks.containsKey(cluster.id());
        Desk desk = desks.computeIfAbsent(cluster.id(), id -> new Desk(current, clock, executors, events, live, store, records, this::gap));
        if (!known) {
            desk.open(called.keySet());
        } else if (renamed) {
            desk.renamed();
        }
        bridges.stream().filter(bridge -> !links.containsKey(bridge.id().value())).forEach(bridge -> link(cluster.id(), bridge, desk, known));
    }

    private void link(ClusterId cluster, CallBridge bridge, Desk desk, boolean late) {
        String id = bridge.id().value();
        if (late) {
            desk.add(id);
        }
        String path = "/cdr/" + secrets.of(id);
        BridgeLink link = new BridgeLink(new BridgeLink.Subject(bridge.id(), bridge.name(), cluster.value(), () -> url(cluster, path), path), connections, servers,
                desk, notifications, clock, executors);
        links.put(id, new Followed(bridge, desk, link));
        link.start();
    }

    private Optional<String> url(ClusterId cluster, String path) {
        return address.effective(Absent.orNull(servers.findCluster(cluster))).map(host -> "https://" + host + path);
    }

    /** Ends links that are no longer wanted; those whose bridge is configured differently begin anew. */
    private void unlink(Map<ClusterId, Cluster> managed, Map<ClusterId, List<CallBridge>> bridges) {
        Map<String, CallBridge> all = bridges.values().stream().flatMap(List::stream).collect(Collectors.toMap(b -> b.id().value(), b -> b));
        for (Map.Entry<String, Followed> entry : Set.copyOf(links.entrySet())) {
            Followed followed = entry.getValue();
            @Nullable CallBridge now = all.get(entry.getKey());
            boolean wanted = now != null && managed.containsKey(now.cluster()) && now.version() == followed.bridge().version()
                    && now.cluster().equals(followed.bridge().cluster());
            if (!wanted) {
                links.remove(entry.getKey());
                end(followed, now, now != null && managed.containsKey(now.cluster()));
            }
        }
    }

    private void end(Followed followed, @Nullable CallBridge now, boolean comesBack) {
        String id = followed.bridge().id().value();
        if (comesBack) {
            followed.link().close();
            return;
        }
        followed.link().withdraw();
        secrets.withdraw(id, now == null);
        if (now == null) {
            followed.desk().tell(p -> p.forget(id, clock.instant()));
        } else {
            servers.report(followed.bridge().id(), Servers.Link.CDR, LinkState.OFF, null);
            servers.report(followed.bridge().id(), Servers.Link.EVENTS, LinkState.OFF, null);
        }
    }

    private void closeDesks(Set<ClusterId> managed) {
        Set<ClusterId> over = new HashSet<>(desks.keySet());
        over.removeAll(managed);
        over.forEach(cluster -> {
            @Nullable Desk desk = desks.remove(cluster);
            names.remove(cluster);
            if (desk != null) {
                desk.hide();
            }
        });
    }

    private void gap(Gap gap) {
        @Nullable Followed followed = links.get(gap.bridge());
        if (followed != null) {
            followed.link().gap(gap);
        }
    }

    @Deactivate
    void close() {
        subscription.close();
        worker.shutdownNow();
        links.values().forEach(followed -> followed.link().close());
        desks.values().forEach(Desk::close);
    }

    LiveMeetings live() {
        return live;
    }

    MeetingStore store() {
        return store;
    }

    StoredRecords records() {
        return records;
    }

    CdrAddress address() {
        return address;
    }

    Clock clock() {
        return clock;
    }

    CallBridgeConnections connections() {
        return connections;
    }

    /** The desk of this cluster, when its meetings are managed. */
    Optional<Desk> desk(ClusterId cluster) {
        return Optional.ofNullable(desks.get(cluster));
    }

    /** The bridge whose secret path this is, and the desk that folds what it tells. */
    Optional<Sender> sender(String secret) {
        return secrets.bridge(secret).flatMap(bridge -> Optional.ofNullable(links.get(bridge)).map(f -> new Sender(f.bridge().id(), f.desk())));
    }

    /** Who sends records, and who folds them. */
    record Sender(CallBridgeId bridge, Desk desk) { }
}
