package org.moothall.notifications;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Id;

/**
 * A condition as people see it.
 *
 * @param raisedAt since when it is the case
 * @param clearedAt since when it is no longer the case, or null while it is
 * @param acknowledgedBy sign-in name of who has seen to it, or null
 */
public record Notification(NotificationId id, Condition condition, Instant raisedAt, @Nullable Instant clearedAt, @Nullable String acknowledgedBy) {

    /** Identifies a notification. */
    public record NotificationId(String value) implements Id {
        public NotificationId {
            Id.checked(value);
        }
    }
}
