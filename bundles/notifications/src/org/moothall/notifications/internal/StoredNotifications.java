package org.moothall.notifications.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Notification.NotificationId;
import org.moothall.notifications.Notifications;
import org.moothall.notifications.internal.store.NotificationTable;
import org.moothall.store.Database;
import org.moothall.store.StoreProblem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notifications, those that are the case also in memory: most calls say what is known already and cost nothing then. */
@Component(service = {Notifications.class, StoredNotifications.class})
public final class StoredNotifications implements Notifications {

    /** Cleared ones are shown and kept for so long. */
    static final Duration KEPT = Duration.ofDays(7);
    private static final Logger LOG = LoggerFactory.getLogger(StoredNotifications.class);
    private static final Comparator<Notification> WORST_AND_NEWEST_FIRST = Comparator
            .comparing((Notification notification) -> notification.condition().severity()).reversed()
            .thenComparing(Comparator.comparing(Notification::raisedAt).reversed())
            .thenComparing(notification -> notification.condition().key());

    private final NotificationTable table;
    private final ChangeEvents events;
    private final Clock clock;
    private final ReentrantLock oneWriter = new ReentrantLock();
    private final Map<String, Notification> open = new ConcurrentHashMap<>();
    /** By id, those that the store did not take: shown all the same, for it may be the store that they are about. */
    private final Map<NotificationId, Notification> unsaved = new ConcurrentHashMap<>();

    /** Made by the component runtime. */
    @Activate
    public StoredNotifications(@Reference Database database, @Reference ChangeEvents events, @Reference Clock clock) {
        this.table = new NotificationTable(database);
        this.events = events;
        this.clock = clock;
        table.since(now().plus(KEPT)).forEach(notification -> open.put(notification.condition().key(), notification));
        table.forget(now().minus(KEPT));
    }

    @Override
    public void raise(Condition condition) {
        oneWriter.lock();
        try {
            Notification known = open.get(condition.key());
            if (known == null) {
                change(new Notification(new NotificationId(UUID.randomUUID().toString()), condition, now(), null, null));
            } else if (!known.condition().equals(condition)) {
                // One that got worse must be seen to again.
                boolean worse = condition.severity().compareTo(known.condition().severity()) > 0;
                change(new Notification(known.id(), condition, known.raisedAt(), null, worse ? null : known.acknowledgedBy()));
            }
        } finally {
            oneWriter.unlock();
        }
    }

    @Override
    public void clear(String key) {
        oneWriter.lock();
        try {
            Notification known = open.get(key);
            if (known != null) {
                change(new Notification(known.id(), known.condition(), known.raisedAt(), now(), known.acknowledgedBy()));
            }
        } finally {
            oneWriter.unlock();
        }
    }

    @Override
    public void clearAll(String keyPrefix) {
        List.copyOf(open.keySet()).stream().filter(key -> key.startsWith(keyPrefix)).forEach(this::clear);
    }

    @Override
    public Page<Notification> open(PageRequest page) {
        return Pages.of(open.values().stream().sorted(WORST_AND_NEWEST_FIRST).toList(), page);
    }

    /** Those that are the case and those that were within the last seven days, worst and newest first. */
    public Page<Notification> all(PageRequest page) {
        return Pages.of(kept().stream().sorted(WORST_AND_NEWEST_FIRST).toList(), page);
    }

    /** Notes that this user has seen to it. */
    public Notification acknowledge(String id, String user) {
        oneWriter.lock();
        try {
            Notification known = find(id).orElseThrow(() -> Problem.notFound("notification", id).exception());
            Notification acknowledged = new Notification(known.id(), known.condition(), known.raisedAt(), known.clearedAt(), user);
            table.save(acknowledged);
            unsaved.remove(acknowledged.id());
            show(acknowledged);
            return acknowledged;
        } finally {
            oneWriter.unlock();
        }
    }

    /** Keys of those that are the case, starting with this. */
    List<String> openKeys(String prefix) {
        return open.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    private Optional<Notification> find(String id) {
        return kept().stream().filter(notification -> notification.id().value().equals(id)).findFirst();
    }

    private List<Notification> kept() {
        Map<NotificationId, Notification> all = new LinkedHashMap<>();
        table.since(now().minus(KEPT)).forEach(notification -> all.put(notification.id(), notification));
        all.putAll(unsaved);
        return List.copyOf(all.values());
    }

    private void change(Notification changed) {
        unsaved.put(changed.id(), changed);
        show(changed);
        saveUnsaved();
    }

    private void show(Notification changed) {
        @Nullable Instant cleared = changed.clearedAt();
        if (cleared == null) {
            open.put(changed.condition().key(), changed);
        } else {
            open.remove(changed.condition().key());
        }
        events.publish(new ChangeEvent(CHANGED, changed.id().value(), changed.condition().cluster(), now(), Map.of("notification", changed)));
    }

    /** Tries to save what the store did not take; false while it does not. */
    boolean saveUnsaved() {
        oneWriter.lock();
        try {
            for (Notification notification : List.copyOf(unsaved.values())) {
                table.save(notification);
                unsaved.remove(notification.id());
            }
            return true;
        } catch (ProblemException e) {
            if (e.problem().code() != StoreProblem.FAILED) {
                throw e;
            }
            LOG.debug("notifications are not saved yet", e);
            return false;
        } finally {
            oneWriter.unlock();
        }
    }

    /** As exact as the store keeps it, so that what is told before a restart equals what is told after. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
