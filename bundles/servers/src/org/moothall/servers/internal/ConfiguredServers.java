package org.moothall.servers.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ChangeEvents;
import org.moothall.core.CoreProblem;
import org.moothall.core.Credentials;
import org.moothall.core.Executors;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Problem;
import org.moothall.core.Secret;
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
import org.moothall.servers.ServersProblem;
import org.moothall.servers.Trust;
import org.moothall.servers.internal.health.BridgeHealth;
import org.moothall.servers.internal.health.BridgeLink;
import org.moothall.servers.internal.health.BridgeProbe;
import org.moothall.servers.internal.health.BridgeWatch;
import org.moothall.servers.internal.health.Membership;
import org.moothall.servers.internal.store.BridgeRow;
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

    private static final int POLLS_AT_ONCE = 256;
    private static final Duration INSPECTION = Duration.ofSeconds(10);
    private static final long END_SECONDS = 4;
    private static final Comparator<CallBridge> BY_NAME = Comparator.comparing((CallBridge b) -> b.cluster().value())
            .thenComparing(CallBridge::name, String.CASE_INSENSITIVE_ORDER).thenComparing(b -> b.id().value());

    private final ServerStore store;
    private final Vault vault;
    private final Https https;
    private final ExecutorService threads;
    private final ScheduledExecutorService scheduler;
    private final BridgeProbe probe;
    private final Clock clock;
    private final Announcements announcements;
    private final Notifications notifications;
    private final Map<CallBridgeId, BridgeWatch> watches = new ConcurrentHashMap<>();
    private final Departures departures = new Departures();

    /** Reads what is configured and begins to watch it. */
    @Activate
    public ConfiguredServers(@Reference Database database, @Reference Vault vault, @Reference Https https, @Reference Executors executors, @Reference Clock clock,
            @Reference Notifications notifications, @Reference ChangeEvents events) {
        this.store = new ServerStore(database);
        this.vault = vault;
        this.https = https;
        this.clock = clock;
        this.notifications = notifications;
        this.threads = executors.blocking("servers", POLLS_AT_ONCE);
        this.scheduler = executors.scheduler("servers-polls");
        this.probe = new BridgeProbe(clock);
        this.announcements = new Announcements(this, store, events, notifications, clock);
        for (BridgeRow row : store.bridges()) {
            watch(row, link(row), unknown(row.cluster()));
        }
        clusters().forEach(announcements::known);
    }

    /** Ends polls and connections. */
    @Deactivate
    public void deactivate() throws InterruptedException {
        scheduler.shutdownNow();
        List<Callable<Boolean>> ends = new ArrayList<>();
        watches.values().forEach(watch -> ends.add(() -> {
            watch.close();
            return true;
        }));
        threads.invokeAll(ends, END_SECONDS, TimeUnit.SECONDS);
        threads.shutdownNow();
    }

    @Override
    public List<Cluster> clusters() {
        return store.clusters().stream().map(row -> view(row)).toList();
    }

    @Override
    public Optional<Cluster> findCluster(ClusterId id) {
        return store.findCluster(id).map(this::view);
    }

    @Override
    public List<CallBridge> callBridges() {
        return watches.values().stream().map(BridgeWatch::view).sorted(BY_NAME).toList();
    }

    @Override
    public Optional<CallBridge> findCallBridge(CallBridgeId id) {
        return Optional.ofNullable(watches.get(id)).map(BridgeWatch::view);
    }

    @Override
    public CallBridgeConnection connection(CallBridgeId id) {
        return watched(id).link().api();
    }

    @Override
    public ChangeEvents.Subscription beforeDeparture(Departure departure) {
        return departures.add(departure);
    }

    @Override
    public CallBridge add(NewCallBridge bridge) {
        return add(bridge, null);
    }

    /** As {@link #add}, but only when the bridge belongs to this cluster. */
    CallBridge add(NewCallBridge bridge, @Nullable ClusterRow expected) {
        Address address = Address.parse(bridge.address());
        store.findBridge(address).ifPresent(other -> {
            throw Problem.about(other.id().value(), ServersProblem.ADDRESS_IN_USE, address + " is configured already as " + other.name() + ".").exception();
        });
        Trust trust = Changes.or(bridge.trust(), new Trust(Trust.Mode.CHAIN, null, null));
        Changes.name("name", bridge.name(), "");
        Changes.name("clusterName", bridge.clusterName(), "");
        BridgeLink link = link(address, Introduction.credentials(bridge.user(), bridge.password()), trust);
        try {
            Introduction told = Introduction.of(link, probe);
            refuseOtherCluster(expected, told.reading().clusterId());
            return keep(address, bridge, trust, told);
        } finally {
            link.close();
        }
    }

    private CallBridge keep(Address address, NewCallBridge bridge, Trust trust, Introduction told) {
        ClusterId fresh = new ClusterId(UUID.randomUUID().toString());
        Membership membership = told.membership();
        String name = Changes.name("name", bridge.name(), Changes.or(membership.uniqueName(), address.toString()));
        String clusterName = Changes.name("clusterName", bridge.clusterName(), name);
        BridgeRow row = new BridgeRow(new CallBridgeId(UUID.randomUUID().toString()), fresh, name, membership.uniqueName(), membership.guid(), address,
                bridge.user(), trust, 1);
        BridgeRow kept = sealed(row.vaultName(), bridge.password(), Optional.empty(), () -> store.add(row, membership.members().stream().map(m -> m.guid()).toList(),
                new ClusterRow(fresh, clusterName, told.reading().clusterId(), true, null, 1)));
        BridgeWatch watch = watch(kept, link(kept), answered(kept, told));
        announcements.changed(watch.view());
        announcements.membership(kept, membership);
        return watch.view();
    }

    @Override
    public List<DiscoveredCallBridge> discover(ClusterId cluster) {
        return new Discovery(this, https, vault, threads).discover(cluster);
    }

    /** Adding what was discovered. */
    public Discovery discovery() {
        return new Discovery(this, https, vault, threads);
    }

    /** The certificate at this address, to be shown before it is pinned. */
    public PeerCertificate certificate(String text) {
        Address address = Address.parse(text);
        return https.inspect(address.host(), address.port(), INSPECTION);
    }

    @Override
    public CallBridge update(CallBridgeId id, CallBridgeChange change, long version) {
        BridgeWatch watch = watched(id);
        BridgeRow old = watch.row();
        if (old.version() != version) {
            throw Problem.about(id.value(), CoreProblem.CHANGED_MEANWHILE, "It was changed since you read it. Read it again and repeat the change.").exception();
        }
        BridgeRow wanted = Changes.applied(old, change);
        boolean sameConnection = Changes.sameConnection(old, wanted) && change.password() == null;
        return sameConnection ? rename(watch, wanted) : reconnect(watch, wanted, change.password());
    }

    private CallBridge rename(BridgeWatch watch, BridgeRow wanted) {
        watch.row(store.update(wanted, wanted.version()));
        announcements.changed(watch.view());
        return watch.view();
    }

    private CallBridge reconnect(BridgeWatch watch, BridgeRow wanted, @Nullable Secret password) {
        Secret before = password(wanted);
        Secret secret = password == null ? before : password;
        BridgeLink link = link(wanted.address(), Introduction.credentials(wanted.user(), secret), wanted.trust());
        Introduction told;
        try {
            told = Introduction.of(link, probe);
            refuseOtherCluster(store.findCluster(wanted.cluster()).orElseThrow(), told.reading().clusterId());
        } finally {
            link.close();
        }
        BridgeRow kept = sealed(wanted.vaultName(), secret, Optional.of(before), () -> store.update(wanted, wanted.version()));
        watch.close();
        BridgeWatch next = watch(kept, link(kept), answered(kept, told));
        announcements.changed(next.view());
        return next.view();
    }

    @Override
    public void remove(CallBridgeId id) {
        remove(List.of(watched(id)));
    }

    /** Those who use the bridges are told when nobody can begin to use them anew, and while their connections still work. */
    private void remove(List<BridgeWatch> leaving) {
        Map<BridgeWatch, Optional<ClusterId>> removed = new LinkedHashMap<>();
        try {
            leaving.forEach(watch -> {
                removed.put(watch, store.remove(watch.row()));
                watches.remove(watch.row().id());
            });
        } finally {
            departures.tell(removed.keySet());
            removed.forEach(this::forget);
        }
    }

    private void forget(BridgeWatch watch, Optional<ClusterId> clusterToo) {
        vault.remove(watch.row().vaultName());
        watch.forget();
        announcements.removed(watch.row(), clusterToo.isPresent());
    }

    @Override
    public Cluster update(ClusterId id, ClusterChange change, long version) {
        ClusterRow old = cluster(id);
        ClusterRow kept = store.update(Changes.applied(old, change), version);
        if (!kept.manageMeetings()) {
            departures.tell(inCluster(id));
            inCluster(id).forEach(watch -> {
                watch.report(Link.CDR, LinkState.OFF, null);
                watch.report(Link.EVENTS, LinkState.OFF, null);
            });
        }
        announcements.cluster(id);
        return view(kept);
    }

    @Override
    public void remove(ClusterId id) {
        cluster(id);
        remove(inCluster(id));
    }

    @Override
    public void report(CallBridgeId id, Link link, LinkState state, @Nullable String detail) {
        BridgeWatch watch = watches.get(id);
        if (watch != null) {
            watch.report(link, state, detail);
        }
    }

    /** The watched bridges of this cluster. */
    List<BridgeWatch> inCluster(ClusterId id) {
        return watches.values().stream().filter(watch -> watch.row().cluster().equals(id)).toList();
    }

    /** The bridge's watch, which learned who its bridge is. */
    void learned(BridgeRow row, Membership membership) {
        BridgeWatch watch = watches.get(row.id());
        if (watch != null && !(Objects.equals(row.uniqueName(), membership.uniqueName()) && Objects.equals(row.guid(), membership.guid()))) {
            store.learn(row.id(), membership.uniqueName(), membership.guid());
            BridgeRow now = watch.row();
            watch.row(new BridgeRow(now.id(), now.cluster(), now.name(), membership.uniqueName(), membership.guid(), now.address(), now.user(), now.trust(),
                    now.version()));
        }
    }

    /** The cluster of this id; a problem when there is none. */
    ClusterRow cluster(ClusterId id) {
        return store.findCluster(id).orElseThrow(() -> Problem.notFound("cluster", id.value()).exception());
    }

    /** Asks bridges. */
    BridgeProbe probe() {
        return probe;
    }

    private Cluster view(ClusterRow row) {
        return ClusterView.of(row, inCluster(row.id()).stream().map(BridgeWatch::view).toList());
    }

    private BridgeWatch watched(CallBridgeId id) {
        return Optional.ofNullable(watches.get(id)).orElseThrow(() -> Problem.notFound("Call Bridge", id.value()).exception());
    }

    private BridgeWatch watch(BridgeRow row, BridgeLink link, BridgeHealth health) {
        BridgeWatch watch = new BridgeWatch(row, link, health,
                new BridgeWatch.Surroundings(probe, scheduler, threads, clock, notifications, announcements));
        watches.put(row.id(), watch);
        watch.start();
        return watch;
    }

    private BridgeHealth unknown(ClusterId cluster) {
        LinkState state = store.findCluster(cluster).filter(ClusterRow::manageMeetings).isPresent() ? LinkState.CONNECTING : LinkState.OFF;
        return BridgeHealth.unknown(new BridgeHealth.Link(state, null), new BridgeHealth.Link(state, null));
    }

    private BridgeHealth answered(BridgeRow row, Introduction told) {
        PeerCertificate certificate = told.certificate();
        return unknown(row.cluster()).answered(told.reading(), certificate == null ? null : certificate.notAfter(), clock.instant());
    }

    private BridgeLink link(BridgeRow row) {
        return link(row.address(), new Credentials(row.user(), password(row)), row.trust());
    }

    private BridgeLink link(Address address, Credentials credentials, Trust trust) {
        return new BridgeLink(https, address, credentials, Introduction.policy(trust), threads);
    }

    /** Keeps the secret when the row can be kept too; otherwise what was there before. */
    private BridgeRow sealed(String name, Secret secret, Optional<Secret> before, Supplier<BridgeRow> keeping) {
        boolean done = false;
        vault.put(name, secret);
        try {
            BridgeRow kept = keeping.get();
            done = true;
            return kept;
        } finally {
            if (!done) {
                before.ifPresentOrElse(old -> vault.put(name, old), () -> vault.remove(name));
            }
        }
    }

    /** A password that is missing from the vault is refused by the bridge, and that is what people are told. */
    private Secret password(BridgeRow row) {
        return vault.find(row.vaultName()).orElseGet(() -> Secret.of(""));
    }

    private static void refuseOtherCluster(@Nullable ClusterRow expected, @Nullable String clusterId) {
        String identity = expected == null ? null : expected.identity();
        if (expected != null && identity != null && !identity.equals(clusterId)) {
            throw Problem.of(ServersProblem.OTHER_CLUSTER, "This Call Bridge does not belong to the cluster " + expected.name()
                    + ". Add it on its own; it then gets a cluster of its own here.").exception();
        }
    }
}
