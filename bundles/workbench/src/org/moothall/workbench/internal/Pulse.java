package org.moothall.workbench.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.Client;
import org.moothall.client.EventData;
import org.moothall.client.EventStream;
import org.moothall.core.ChangeEvent;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Meetings;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Notifications;
import org.moothall.servers.CallBridge;
import org.moothall.servers.Cluster;
import org.moothall.servers.Servers;
import org.moothall.ui.model.Value;

/**
 * The server as a whole, for top bar and Overview: connection, notifications, clusters, meetings of the last 24 hours. Reads once,
 * then follows events. Confined to the UI thread; free of SWT.
 */
public final class Pulse implements EventStream.Listener, AutoCloseable {
    /** How far back the curve of meetings goes at most. */
    static final Duration DAY = Duration.ofHours(24);

    private final Client client;
    private final Executor ui;
    private final Clock clock;
    private final Value<Optional<Instant>> lostSince = new Value<>(Optional.empty());
    private final Value<Optional<List<Notification>>> notifications = new Value<>(Optional.empty());
    private final Value<Optional<List<Cluster>>> clusters = new Value<>(Optional.empty());
    private final Value<List<CallBridge>> bridges = new Value<>(List.of());
    private final Value<Optional<List<Meeting>>> meetings = new Value<>(Optional.empty());
    private final Map<String, Notification> noted = new LinkedHashMap<>();
    private final Map<String, Cluster> clustered = new LinkedHashMap<>();
    private final Map<String, CallBridge> bridged = new LinkedHashMap<>();
    private final Map<String, Meeting> met = new LinkedHashMap<>();
    private EventStream.@Nullable Subscription listening;
    private boolean closed;

    Pulse(Client client, Executor ui, Clock clock) {
        this.client = client;
        this.ui = ui;
        this.clock = clock;
    }

    /** Listens and reads. */
    void start() {
        listening = client.events().listen(this);
        read();
    }

    /** Since when the connection is lost; empty while it stands. */
    Value<Optional<Instant>> lostSince() {
        return lostSince;
    }

    /** Open notifications, worst and newest first; empty while not read. */
    Value<Optional<List<Notification>>> notifications() {
        return notifications;
    }

    /** Clusters by name; empty while not read. */
    Value<Optional<List<Cluster>>> clusters() {
        return clusters;
    }

    /** Call Bridges by name. */
    Value<List<CallBridge>> bridges() {
        return bridges;
    }

    /** Meetings that are active or ended within the last 24 hours; empty while not read. */
    Value<Optional<List<Meeting>>> meetings() {
        return meetings;
    }

    /** What the clock says. */
    Instant now() {
        return clock.instant();
    }

    @Override
    public void changed(ChangeEvent event) {
        ui.execute(() -> take(event));
    }

    @Override
    public void connected() {
        ui.execute(() -> lostSince.set(Optional.empty()));
    }

    @Override
    public void lost(Instant since) {
        ui.execute(() -> lostSince.set(Optional.of(since)));
    }

    @Override
    public void reset() {
        ui.execute(this::read);
    }

    @Override
    public void close() {
        closed = true;
        EventStream.Subscription open = listening;
        if (open != null) {
            open.close();
        }
    }

    private void read() {
        if (client.may("notifications.read")) {
            fetch(client.notifications().open(new PageRequest(PageRequest.MAX_LIMIT, null)), this::readNotifications);
        }
        if (client.may("servers.read")) {
            fetch(client.servers().clusters(), this::readClusters);
            fetch(client.servers().callBridges(), this::readBridges);
        }
        if (client.may("meetings.read")) {
            met.clear();
            fetch(list(MeetingState.ACTIVE, MeetingQuery.Sort.START), this::readMeetings);
            fetch(list(MeetingState.ENDED, MeetingQuery.Sort.END), this::readMeetings);
        }
    }

    private CompletableFuture<Page<Meeting>> list(MeetingState state, MeetingQuery.Sort sort) {
        return client.meetings().list(new MeetingQuery(state, "", null, sort, true, new PageRequest(PageRequest.MAX_LIMIT, null)));
    }

    private <T> void fetch(CompletableFuture<T> call, Consumer<T> take) {
        call.thenAccept(result -> ui.execute(() -> {
            if (!closed) {
                take.accept(result);
            }
        }));
    }

    private void readNotifications(Page<Notification> page) {
        noted.clear();
        page.items().forEach(n -> noted.put(n.id().value(), n));
        publishNotifications();
    }

    private void readClusters(Page<Cluster> page) {
        clustered.clear();
        page.items().forEach(c -> clustered.put(c.id().value(), c));
        publishClusters();
    }

    private void readBridges(Page<CallBridge> page) {
        bridged.clear();
        page.items().forEach(b -> bridged.put(b.id().value(), b));
        publishBridges();
    }

    private void readMeetings(Page<Meeting> page) {
        page.items().forEach(m -> met.merge(m.id().value(), m, (a, b) -> a.version() > b.version() ? a : b));
        publishMeetings();
    }

    private void take(ChangeEvent event) {
        if (closed) {
            return;
        }
        switch (event.type()) {
            case Notifications.CHANGED -> EventData.find(event, "notification", Notification.class).ifPresent(this::noteChange);
            case Servers.CLUSTER_CHANGED -> EventData.find(event, "cluster", Cluster.class).ifPresent(c -> clustered.put(c.id().value(), c));
            case Servers.CLUSTER_REMOVED -> clustered.remove(event.subject());
            case Servers.CALL_BRIDGE_CHANGED -> EventData.find(event, "callBridge", CallBridge.class).ifPresent(b -> bridged.put(b.id().value(), b));
            case Servers.CALL_BRIDGE_REMOVED -> bridged.remove(event.subject());
            case Meetings.MEETING_CHANGED -> EventData.find(event, "meeting", Meeting.class).ifPresent(m -> met.put(m.id().value(), m));
            default -> {
                return;
            }
        }
        publish(event.type());
    }

    private void publish(String type) {
        if (type.startsWith("notifications.")) {
            publishNotifications();
        } else if (type.startsWith("servers.cluster")) {
            publishClusters();
        } else if (type.startsWith("servers.")) {
            publishBridges();
        } else {
            publishMeetings();
        }
    }

    private void noteChange(Notification changed) {
        if (changed.clearedAt() == null) {
            noted.put(changed.id().value(), changed);
        } else {
            noted.remove(changed.id().value());
        }
    }

    private void publishNotifications() {
        List<Notification> sorted = new ArrayList<>(noted.values());
        sorted.sort(Comparator.comparing((Notification n) -> n.condition().severity()).thenComparing(Notification::raisedAt).reversed());
        notifications.set(Optional.of(sorted));
    }

    private void publishClusters() {
        clusters.set(Optional.of(clustered.values().stream().sorted(Comparator.comparing(Cluster::name)).toList()));
    }

    private void publishBridges() {
        bridges.set(bridged.values().stream().sorted(Comparator.comparing(CallBridge::name)).toList());
    }

    private void publishMeetings() {
        Instant oldest = clock.instant().minus(DAY);
        met.values().removeIf(m -> endedBefore(m.endedAt(), oldest));
        meetings.set(Optional.of(List.copyOf(met.values())));
    }

    private static boolean endedBefore(@Nullable Instant end, Instant moment) {
        return end != null && end.isBefore(moment);
    }
}
