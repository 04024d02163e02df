package org.moothall.notifications.internal;

import java.nio.file.Path;
import java.util.List;

import org.moothall.core.PageRequest;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Severity;
import org.moothall.store.Store;
import org.moothall.store.Stores;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.ManualScheduler;
import org.moothall.testkit.RecordedEvents;
import org.moothall.testkit.TestExecutors;

/** Notifications on a real store, by a clock that the test moves. */
final class NotificationsFixture implements AutoCloseable {

    final ManualClock clock;
    final ManualScheduler scheduler;
    final TestExecutors executors;
    final RecordedEvents events = new RecordedEvents();
    final StoredNotifications notifications;
    private final Store store;

    NotificationsFixture(Path directory, ManualClock clock) {
        this.clock = clock;
        scheduler = new ManualScheduler(clock);
        executors = new TestExecutors(scheduler);
        store = Stores.embedded(directory, executors);
        notifications = new StoredNotifications(store, events, clock);
    }

    Store store() {
        return store;
    }

    static Condition condition(String key, Severity severity, String message) {
        return new Condition(key, severity, message, "what it means", "what to do", "cluster-1", null);
    }

    Notification only() {
        List<Notification> open = open();
        if (open.size() != 1) {
            throw new AssertionError(open);
        }
        return open.get(0);
    }

    List<Notification> open() {
        return notifications.open(PageRequest.first()).items();
    }

    List<Notification> all() {
        return notifications.all(PageRequest.first()).items();
    }

    @Override
    public void close() {
        store.close();
        executors.close();
    }
}
