package org.moothall.webhooks;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Trust;
import org.moothall.core.Versioned;
import org.moothall.security.UserId;

/**
 * Somebody who is sent change events.
 *
 * @param name display name
 * @param url {@code https://…}, to which events are posted
 * @param eventTypes which events: types, {@code <domain>.*} for all of a domain, or {@code *} for all
 * @param trust how the receiver's certificate is judged
 * @param owner who subscribed; only events that this user may see are sent
 * @param paused whether nothing is sent because somebody said so; what happens meanwhile is sent later
 * @param version grows with each change of configuration; the ETag
 */
public record Webhook(WebhookId id, String name, String url, List<String> eventTypes, Trust trust, UserId owner, boolean paused, Progress progress,
        long version)
        implements Versioned {

    public Webhook {
        eventTypes = List.copyOf(eventTypes);
    }

    /** How it goes. */
    public enum State {
        /** All that happened was delivered or is on its way. */
        DELIVERING,
        /** The receiver does not take what it is sent; it is tried again. */
        FAILING,
        /** Somebody paused it. */
        PAUSED,
        /** The owner is no user any more: somebody else has to subscribe. */
        ORPHANED
    }

    /**
     * How far it is.
     *
     * @param position id of the last event that was delivered or did not concern it
     * @param failures how many attempts failed since the last that succeeded
     * @param failingSince when the first of them was made, or null when there is none
     * @param nextAttempt when it is tried again, or null when nothing waits for that
     * @param lastDelivered when something was delivered last, or null when never
     * @param problem why the last attempt failed and what to do, or null when it did not
     */
    public record Progress(State state, long position, int failures, @Nullable Instant failingSince, @Nullable Instant nextAttempt,
            @Nullable Instant lastDelivered, @Nullable String problem) {}
}
