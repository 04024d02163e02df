package org.moothall.meetings.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Notifications;

/** Conditions that are the case now. Thread-safe. */
final class RecordedConditions implements Notifications {

    private final Map<String, Condition> open = new ConcurrentHashMap<>();

    Optional<Condition> find(String key) {
        return Optional.ofNullable(open.get(key));
    }

    boolean is(String key) {
        return open.containsKey(key);
    }

    @Override
    public void raise(Condition condition) {
        open.put(condition.key(), condition);
    }

    @Override
    public void clear(String key) {
        open.remove(key);
    }

    @Override
    public void clearAll(String keyPrefix) {
        open.keySet().removeIf(key -> key.startsWith(keyPrefix));
    }

    @Override
    public Page<Notification> open(PageRequest page) {
        return Page.all(List.of());
    }
}
