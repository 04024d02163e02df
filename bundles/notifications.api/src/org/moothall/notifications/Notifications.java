package org.moothall.notifications;

import org.moothall.core.Page;
import org.moothall.core.PageRequest;

/** Conditions raised and cleared by key; survive a restart. Service; thread-safe. Changes are published as {@link #CHANGED}. */
public interface Notifications {

    /** Type of the change event; data: {@code notification} → {@link Notification}. */
    String CHANGED = "notifications.notification-changed";

    /** Makes this known; raising the same key with other words updates the notification in place. */
    void raise(Condition condition);

    /** The condition of this key is no longer the case; nothing happens when it was not raised. */
    void clear(String key);

    /** Clears every condition whose key starts with this, for example when its subject is removed. */
    void clearAll(String keyPrefix);

    /** Those that are the case now, worst and newest first. */
    Page<Notification> open(PageRequest page);
}
