package org.moothall.servers.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Credentials;
import org.moothall.core.Executors;
import org.moothall.core.Problem;
import org.moothall.core.Secret;
import org.moothall.core.Trust;
import org.moothall.net.Https;
import org.moothall.notifications.Notifications;
import org.moothall.security.Vault;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.servers.LinkState;
import org.moothall.servers.internal.health.BridgeHealth;
import org.moothall.servers.internal.health.BridgeLink;
import org.moothall.servers.internal.health.BridgeProbe;
import org.moothall.servers.internal.health.BridgeWatch;
import org.moothall.servers.internal.store.BridgeRow;
import org.moothall.servers.internal.store.ClusterRow;
import org.moothall.servers.internal.store.ServerStore;

/** The configured Call Bridges, each watched while it is configured. Thread-safe. */
final class Watches {

    private static final int POLLS_AT_ONCE = 256;
    private static final long END_SECONDS = 4;

    private final ServerStore store;
    private final Vault vault;
    private final Https https;
    private final Clock clock;
    private final Notifications notifications;
    private final ExecutorService threads;
    private final ScheduledExecutorService scheduler;
    private final BridgeProbe probe;
    private final Map<CallBridgeId, BridgeWatch> watches = new ConcurrentHashMap<>();
    private volatile BridgeWatch.@Nullable Listener listener;

    Watches(ServerStore store, Vault vault, Https https, Executors executors, Clock clock, Notifications notifications) {
        this.store = store;
        this.vault = vault;
        this.https = https;
        this.clock = clock;
        this.notifications = notifications;
        this.threads = executors.blocking("servers", POLLS_AT_ONCE);
        this.scheduler = executors.scheduler("servers-polls");
        this.probe = new BridgeProbe(clock);
    }

    /** Watches all that is in the store; this hears what the watches find out. */
    void begin(BridgeWatch.Listener hears) {
        listener = hears;
        store.bridges().forEach(row -> watch(row, unknown(row.cluster())));
    }

    /** Ends polls and connections. */
    void end() throws InterruptedException {
        scheduler.shutdownNow();
        List<Callable<Boolean>> ends = new ArrayList<>();
        watches.values().forEach(watch -> ends.add(() -> {
            watch.close();
            return true;
        }));
        threads.invokeAll(ends, END_SECONDS, TimeUnit.SECONDS);
        threads.shutdownNow();
    }

    /** Watches this bridge from now on, in the place of an earlier watch of it. */
    BridgeWatch watch(BridgeRow row, BridgeHealth health) {
        BridgeLink link = link(row.address(), new Credentials(row.user(), password(row)), row.trust());
        BridgeWatch watch = new BridgeWatch(row, link, health, new BridgeWatch.Surroundings(probe, scheduler, threads, clock, notifications,
                Objects.requireNonNull(listener)));
        BridgeWatch before = watches.put(row.id(), watch);
        if (before != null) {
            before.close();
        }
        watch.start();
        return watch;
    }

    /** Nobody finds this bridge from now on; its connections still work. */
    void hide(CallBridgeId id) {
        watches.remove(id);
    }

    /** All, in no order. */
    List<BridgeWatch> all() {
        return List.copyOf(watches.values());
    }

    /** Those of this cluster. */
    List<BridgeWatch> of(ClusterId cluster) {
        return watches.values().stream().filter(watch -> watch.row().cluster().equals(cluster)).toList();
    }

    /** The one of this bridge. */
    Optional<BridgeWatch> find(CallBridgeId id) {
        return Optional.ofNullable(watches.get(id));
    }

    /** The one of this bridge; {@code core.not-found}. */
    BridgeWatch get(CallBridgeId id) {
        return find(id).orElseThrow(() -> Problem.notFound("Call Bridge", id.value()).exception());
    }

    /** What is known of a bridge before it answered. */
    BridgeHealth unknown(ClusterId cluster) {
        LinkState state = store.findCluster(cluster).filter(ClusterRow::manageMeetings).isPresent() ? LinkState.CONNECTING : LinkState.OFF;
        return BridgeHealth.unknown(new BridgeHealth.Link(state, null), new BridgeHealth.Link(state, null));
    }

    /** A connection that the caller closes. */
    BridgeLink link(Address address, Credentials credentials, Trust trust) {
        return new BridgeLink(https, address, credentials, trust.policy(), threads);
    }

    /** Asks bridges. */
    BridgeProbe probe() {
        return probe;
    }

    /** For work on several bridges side by side. */
    ExecutorService threads() {
        return threads;
    }

    /** A password that is missing from the vault is refused by the bridge, and that is what people are told. */
    Secret password(BridgeRow row) {
        return vault.find(row.vaultName()).orElseGet(() -> Secret.of(""));
    }
}
