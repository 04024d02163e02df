package org.moothall.meetings.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.moothall.core.Boundary;
import org.moothall.core.ChangeEvents;
import org.moothall.core.CoreProblem;
import org.moothall.core.Executors;
import org.moothall.core.Problem;
import org.moothall.meetings.internal.desk.DressedEvents;
import org.moothall.meetings.internal.desk.OperatorDesk;
import org.moothall.meetings.internal.intake.CdrIntake;
import org.moothall.meetings.internal.link.BridgeLink;
import org.moothall.meetings.internal.link.FollowedBridge;
import org.moothall.meetings.internal.live.Desk;
import org.moothall.meetings.internal.live.LiveMeetings;
import org.moothall.meetings.internal.projection.Projection;
import org.moothall.meetings.internal.store.EndedMeetings;
import org.moothall.meetings.internal.store.KeptChanges;
import org.moothall.meetings.internal.store.KeptDesk;
import org.moothall.meetings.internal.store.MeetingStore;
import org.moothall.meetings.internal.store.Settings;
import org.moothall.meetings.internal.store.StoredRecords;
import org.moothall.notifications.Notifications;
import org.moothall.security.Vault;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.Servers;
import org.moothall.servers.spi.CallBridgeConnection;
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
    private static final long LEAVE_SECONDS = 5;
    private static final long END_SECONDS = 1;

    private final Servers servers;
    private final ChangeEvents events;
    private final MeetingStore store;
    private final KeptChanges changes;
    private final EndedMeetings ended;
    private final OperatorDesk operatorDesk;
    private final LiveMeetings live = new LiveMeetings();
    private final CdrAddress address;
    private final RequestBudget budget;
    private final Links links;
    private final CdrIntake intake;
    private final Desks desks;
    private final ExecutorService worker;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ChangeEvents.Subscription subscription;
    private final ChangeEvents.Subscription departures;

    /** Takes up what the store knows, then follows. */
    @Activate
    public MeetingsRoom(@Reference Servers servers, @Reference CallBridgeConnections connections, @Reference ChangeEvents events,
            @Reference Notifications notifications, @Reference Database database, @Reference Vault vault, @Reference Executors executors,
            @Reference Clock clock) {
        this.servers = servers;
        store = new MeetingStore(database);
        StoredRecords records = new StoredRecords(database);
        changes = new KeptChanges(database);
        ended = new EndedMeetings(database);
        operatorDesk = new OperatorDesk(new KeptDesk(database), clock);
        this.events = new DressedEvents(events, operatorDesk);
        Settings settings = new Settings(database);
        address = new CdrAddress(settings);
        budget = new RequestBudget(settings);
        links = new Links(new BridgeLink.Surroundings(connections, servers, notifications, clock, executors, budget::perSecond), new CdrSecrets(vault),
                address);
        desks = new Desks((cluster, count) -> new Desk(cluster, clock, executors, this.events, live, store, records, links::gap, count), links);
        intake = new CdrIntake(links::sender, records, clock);
        worker = executors.serial("meetings-room", 100);
        subscription = events.subscribe("meetings-room", event -> {
            if (event.type().startsWith("servers.")) {
                followSoon();
            }
        }, this::followSoon);
        departures = connections.beforeDeparture(this::leave);
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
        links.addressChanged();
    }

    private void followSoon() {
        if (due.compareAndSet(false, true)) {
            try {
                worker.execute(() -> {
                    due.set(false);
                    follow(Map.of());
                });
            } catch (RejectedExecutionException e) {
                LOG.debug("closing", e);
            }
        }
    }

    /** These are not ours any more: we are off them when this returns, if they can be reached. */
    private void leave(Map<CallBridgeId, CallBridgeConnection> leaving) {
        try {
            worker.submit(() -> follow(leaving)).get(LEAVE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            LOG.warn("Our CDR receivers may stay on Call Bridges that are managed no more", e);
        }
    }

    private void follow(Map<CallBridgeId, CallBridgeConnection> leaving) {
        try {
            Map<ClusterId, Cluster> managed = servers.clusters().stream().filter(Cluster::manageMeetings).collect(Collectors.toMap(Cluster::id, c -> c));
            List<CallBridge> all = servers.callBridges();
            Map<ClusterId, List<CallBridge>> ours = all.stream().filter(bridge -> managed.containsKey(bridge.cluster()))
                    .collect(Collectors.groupingBy(CallBridge::cluster));
            links.endOthers(ours.values().stream().flatMap(List::stream).collect(Collectors.toMap(bridge -> bridge.id().value(), bridge -> bridge)),
                    all.stream().map(bridge -> bridge.id().value()).collect(Collectors.toSet()), leaving);
            managed.values().forEach(cluster -> desks.follow(cluster, ours.getOrDefault(cluster.id(), List.of())));
            desks.keepOnly(managed.keySet());
        } catch (RuntimeException e) {
            LOG.error("The managed clusters could not be followed", e);
        }
    }

    @Deactivate
    void close() {
        subscription.close();
        departures.close();
        worker.shutdownNow();
        try {
            worker.awaitTermination(END_SECONDS, TimeUnit.SECONDS); // so that no link begins any more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        links.close();
        desks.close();
    }

    LiveMeetings live() {
        return live;
    }

    MeetingStore store() {
        return store;
    }

    EndedMeetings ended() {
        return ended;
    }

    OperatorDesk operatorDesk() {
        return operatorDesk;
    }

    ChangeEvents events() {
        return events;
    }

    KeptChanges changes() {
        return changes;
    }

    CdrAddress address() {
        return address;
    }

    RequestBudget budget() {
        return budget;
    }

    /** Takes records in. */
    public CdrIntake intake() {
        return intake;
    }

    /** The bridges of this cluster that are followed. */
    List<String> followed(ClusterId cluster) {
        return links.of(cluster);
    }

    /** All bridges that are followed. */
    List<FollowedBridge> followedBridges() {
        return links.all();
    }

    /** What a bridge is called, its id where it is not followed. */
    String nameOf(String bridge) {
        return links.nameOf(bridge);
    }

    /** A bridge, for what people do. */
    CallBridgeConnection acting(String bridge) {
        return links.acting(bridge);
    }

    /** Who was told that a meeting ended finds it among those that ended. */
    void settle() {
        desks.settle();
    }

    /** The desk of this cluster, when its meetings are managed. */
    Optional<Desk> desk(ClusterId cluster) {
        return desks.find(cluster);
    }

    /** Asks the desk of this cluster; a problem when its meetings are not managed. */
    <T> CompletableFuture<T> ask(ClusterId cluster, Function<Projection, T> question) {
        return desk(cluster)
                .orElseThrow(() -> Problem.of(CoreProblem.UNAVAILABLE, "Meetings of this cluster are not managed.").exception()).ask(question);
    }
}
