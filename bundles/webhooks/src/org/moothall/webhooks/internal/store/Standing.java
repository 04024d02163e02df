package org.moothall.webhooks.internal.store;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * How far a webhook is.
 *
 * @param position id of the last event that needs not be sent any more
 * @param failures attempts that failed since the last that succeeded
 */
public record Standing(long position, int failures, @Nullable Instant failingSince, @Nullable Instant nextAttempt, @Nullable Instant lastDelivered,
        @Nullable String problem) {

    /** At the beginning. */
    public static Standing at(long position) {
        return new Standing(position, 0, null, null, null, null);
    }

    /** Nothing up to this event concerns it. */
    public Standing movedTo(long event) {
        return new Standing(event, failures, failingSince, nextAttempt, lastDelivered, problem);
    }

    /** Everything up to this event was delivered. */
    public Standing delivered(long event, Instant now) {
        return new Standing(event, 0, null, null, now, null);
    }

    /** An attempt failed. */
    public Standing failed(String why, Instant now, Instant again) {
        return new Standing(position, failures + 1, failingSince == null ? now : failingSince, again, lastDelivered, why);
    }
}
