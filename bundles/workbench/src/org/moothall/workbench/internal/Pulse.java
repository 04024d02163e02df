package org.moothall.workbench.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.Client;
import org.moothall.client.EventData;
import org.moothall.client.EventStream;
import org.moothall.core.ChangeEvent;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Notifications;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Value;

/**
 * The server as the window's frame shows it: the connection and the open notifications. Reads once, then follows events. Confined to
 * the UI thread; free of SWT.
 */
public final class Pulse implements EventStream.Listener, AutoCloseable {
    private final Client client;
    private final Executor ui;
    private final Clock clock;
    private final Value<Optional<Instant>> lostSince = new Value<>(Optional.empty());
    private final Value<Optional<List<Notification>>> notifications = new Value<>(Optional.empty());
    private final Value<String> failure = new Value<>("");
    private final Map<String, Notification> noted = new LinkedHashMap<>();
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

    /** Why notifications could not be read; empty when they could. */
    Value<String> failure() {
        return failure;
    }

    /** What the clock says. */
    Instant now() {
        return clock.instant();
    }

    /** Reads the notifications again. */
    void read() {
        if (client.may("notifications.read")) {
            client.notifications().open(new PageRequest(PageRequest.MAX_LIMIT, null)).whenCompleteAsync(this::answered, ui);
        }
    }

    @Override
    public void changed(ChangeEvent event) {
        if (Notifications.CHANGED.equals(event.type())) {
            EventData.find(event, "notification", Notification.class).ifPresent(told -> ui.execute(() -> take(told)));
        }
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

    private void answered(@Nullable Page<Notification> page, @Nullable Throwable problem) {
        if (closed) {
            return;
        }
        failure.set(problem == null ? "" : FailureWords.of(problem));
        if (page != null) {
            noted.clear();
            page.items().forEach(n -> noted.put(n.id().value(), n));
            publish();
        }
    }

    private void take(Notification changed) {
        if (closed) {
            return;
        }
        if (changed.clearedAt() == null) {
            noted.put(changed.id().value(), changed);
        } else {
            noted.remove(changed.id().value());
        }
        publish();
    }

    private void publish() {
        List<Notification> sorted = new ArrayList<>(noted.values());
        sorted.sort(Comparator.comparing((Notification n) -> n.condition().severity()).thenComparing(Notification::raisedAt).reversed());
        notifications.set(Optional.of(sorted));
    }
}
