package org.moothall.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Notification.NotificationId;
import org.moothall.notifications.Notifications;

/** What is raised, by key. Thread-safe. */
public final class RecordedNotifications implements Notifications {

    private final Map<String, Notification> open = new TreeMap<>();

    @Override
    public synchronized void raise(Condition condition) {
        open.put(condition.key(), new Notification(new NotificationId(condition.key()), condition, Instant.EPOCH, null, null));
    }

    @Override
    public synchronized void clear(String key) {
        open.remove(key);
    }

    @Override
    public synchronized void clearAll(String keyPrefix) {
        open.keySet().removeIf(key -> key.startsWith(keyPrefix));
    }

    @Override
    public synchronized Page<Notification> open(PageRequest page) {
        return Page.all(List.copyOf(open.values()));
    }

    /** Somebody acknowledges it. */
    public synchronized void acknowledge(String key) {
        open.computeIfPresent(key, (k, raised) -> new Notification(raised.id(), raised.condition(), raised.raisedAt(), null, "anna"));
    }

    /** What is the case under this key. */
    public synchronized Optional<Condition> find(String key) {
        return Optional.ofNullable(open.get(key)).map(Notification::condition);
    }

    /** The keys of all that is the case, in order. */
    public synchronized List<String> keys() {
        return List.copyOf(open.keySet());
    }
}
