package org.moothall.servers.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Executors;
import org.moothall.core.PeerCertificate;
import org.moothall.net.Https;
import org.moothall.notifications.Notifications;
import org.moothall.security.Vault;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.DiscoveredCallBridge;
import org.moothall.servers.LinkState;
import org.moothall.servers.NewCallBridge;
import org.moothall.servers.Servers;
import org.moothall.servers.internal.health.BridgeWatch;
import org.moothall.servers.internal.store.ClusterRow;
import org.moothall.servers.internal.store.ServerStore;
import org.moothall.servers.spi.CallBridgeConnection;
import org.moothall.servers.spi.CallBridgeConnections;
import org.moothall.servers.spi.Departure;
import org.moothall.store.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Clusters and Call Bridges from the store, each bridge watched while it is configured. */
@Component(service = {Servers.class, CallBridgeConnections.class, ConfiguredServers.class}, immediate = true)
public final class ConfiguredServers implements Servers, CallBridgeConnections {

    private static final Duration INSPECTION = Duration.ofSeconds(10);
    private static final Comparator<CallBridge> BY_NAME = Comparator.comparing((CallBridge b) -> b.cluster().value())
            .thenComparing(CallBridge::name, String.CASE_INSENSITIVE_ORDER).thenComparing(b -> b.id().value());

    private final ServerStore store;
    private final Vault vault;
    private final Https https;
    private final Watches watches;
    private final ClusterViews clusters;
    private final Announcements announcements;
    private final Whereabouts whereabouts;
    private final Enrolment enrolment;
    private final Discovery discovery;
    private final Departures departures = new Departures();

    /** Reads what is configured and begins to watch it. */
    @Activate
    public ConfiguredServers(@Reference Database database, @Reference Vault vault, @Reference Https https, @Reference Executors executors,
            @Reference Clock clock,
            @Reference Notifications notifications, @Reference ChangeEvents events) {
        this.store = new ServerStore(database);
        this.vault = vault;
        this.https = https;
        this.watches = new Watches(store, vault, https, executors, clock, notifications);
        this.clusters = new ClusterViews(store, watches);
        this.announcements = new Announcements(clusters, watches, events, notifications, clock);
        this.whereabouts = new Whereabouts(store, watches, announcements, notifications);
        this.enrolment = new Enrolment(store, vault, watches, announcements, clock);
        this.discovery = new Discovery(clusters, watches, enrolment, https);
        watches.begin(whereabouts);
        announcements.begin();
    }

    /** Ends polls and connections. */
    @Deactivate
    public void deactivate() throws InterruptedException {
        watches.end();
    }

    @Override
    public List<Cluster> clusters() {
        return clusters.all();
    }

    @Override
    public Optional<Cluster> findCluster(ClusterId id) {
        return clusters.find(id);
    }

    @Override
    public List<CallBridge> callBridges() {
        return watches.all().stream().map(BridgeWatch::view).sorted(BY_NAME).toList();
    }

    @Override
    public Optional<CallBridge> findCallBridge(CallBridgeId id) {
        return watches.find(id).map(BridgeWatch::view);
    }

    @Override
    public CallBridgeConnection connection(CallBridgeId id) {
        return watches.get(id).link().api();
    }

    @Override
    public ChangeEvents.Subscription beforeDeparture(Departure departure) {
        return departures.add(departure);
    }

    @Override
    public CallBridge add(NewCallBridge bridge) {
        return enrolment.add(bridge, null);
    }

    @Override
    public List<DiscoveredCallBridge> discover(ClusterId cluster) {
        return discovery.discover(cluster);
    }

    /** Adding what was discovered. */
    public Discovery discovery() {
        return discovery;
    }

    /** The certificate at this address, to be shown before it is pinned. */
    public PeerCertificate certificate(String text) {
        Address address = Address.parse(text);
        return https.inspect(address.host(), address.port(), INSPECTION);
    }

    @Override
    public CallBridge update(CallBridgeId id, CallBridgeChange change, long version) {
        return enrolment.update(id, change, version);
    }

    @Override
    public void remove(CallBridgeId id) {
        remove(List.of(watches.get(id)));
    }

    /** Those who use the bridges are told when nobody can begin to use them anew, and while their connections still work. */
    private void remove(List<BridgeWatch> leaving) {
        Map<BridgeWatch, Optional<ClusterId>> removed = new LinkedHashMap<>();
        try {
            leaving.forEach(watch -> {
                removed.put(watch, store.remove(watch.row()));
                watches.hide(watch.row().id());
            });
        } finally {
            departures.tell(removed.keySet());
            removed.forEach(this::forget);
        }
    }

    private void forget(BridgeWatch watch, Optional<ClusterId> clusterToo) {
        vault.remove(watch.row().vaultName());
        watch.forget();
        whereabouts.forget(watch.row());
        announcements.removed(watch.row(), clusterToo.isPresent());
    }

    @Override
    public Cluster update(ClusterId id, ClusterChange change, long version) {
        ClusterRow kept = store.update(Changes.applied(clusters.row(id), change), version);
        if (!kept.manageMeetings()) {
            departures.tell(watches.of(id));
            watches.of(id).forEach(watch -> {
                watch.report(Link.CDR, LinkState.OFF, null);
                watch.report(Link.EVENTS, LinkState.OFF, null);
            });
        }
        announcements.cluster(id);
        return clusters.of(kept);
    }

    @Override
    public void remove(ClusterId id) {
        clusters.row(id);
        remove(watches.of(id));
    }

    @Override
    public void report(CallBridgeId id, Link link, LinkState state, @Nullable String detail) {
        watches.find(id).ifPresent(watch -> watch.report(link, state, detail));
    }
}
