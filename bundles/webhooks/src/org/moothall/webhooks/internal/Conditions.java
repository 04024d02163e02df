package org.moothall.webhooks.internal;

import java.time.Duration;
import java.time.Instant;

import org.moothall.notifications.Condition;
import org.moothall.notifications.Notifications;
import org.moothall.notifications.Severity;
import org.moothall.webhooks.WebhookId;
import org.moothall.webhooks.internal.store.Standing;
import org.moothall.webhooks.internal.store.WebhookRow;

/** What people should know of webhooks that do not work. Thread-safe. */
final class Conditions {

    /** A receiver that was restarted is back before; one that is away for longer needs somebody. */
    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PREFIX = "webhooks.";

    private final Notifications notifications;

    Conditions(Notifications notifications) {
        this.notifications = notifications;
    }

    /** An attempt ended and this is how the webhook stands. */
    void judge(WebhookRow row, Standing standing, Instant now) {
        Instant since = standing.failingSince();
        if (since == null) {
            notifications.clear(key("not-delivered", row.id()));
        } else if (!now.isBefore(since.plus(PATIENCE))) {
            notifications.raise(condition("not-delivered", row, "The receiver of the webhook " + row.name() + " does not take its events",
                    "It is tried again, at the longest every " + Backoff.LONGEST.toMinutes()
                            + " minutes. Events are kept for some days; what happens then is lost to it.",
                    String.valueOf(standing.problem())));
        }
    }

    void orphaned(WebhookRow row) {
        notifications
                .raise(condition("orphaned", row, "The webhook " + row.name() + " belongs to nobody", "Who subscribed is no user any more, so nothing is sent.",
                        "Remove the webhook; somebody who needs the events subscribes again."));
    }

    void owned(WebhookRow row) {
        notifications.clear(key("orphaned", row.id()));
    }

    /** It is no longer sent anything. */
    void forget(WebhookId id) {
        notifications.clear(key("not-delivered", id));
        notifications.clear(key("orphaned", id));
    }

    private static Condition condition(String what, WebhookRow row, String message, String explanation, String remedy) {
        return new Condition(key(what, row.id()), Severity.WARNING, message, explanation, remedy, null, row.id().value());
    }

    private static String key(String what, WebhookId id) {
        return PREFIX + what + ":" + id.value();
    }
}
