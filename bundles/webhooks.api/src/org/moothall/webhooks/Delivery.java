package org.moothall.webhooks;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * One attempt to deliver events, as the log shows it.
 *
 * @param number grows with each attempt of this webhook
 * @param at when it began
 * @param durationMillis how long it took
 * @param firstEvent id of the first event that was sent, and {@code lastEvent} of the last
 * @param events how many were sent
 * @param delivered whether the receiver took them
 * @param status HTTP status that the receiver answered, or null when it did not answer
 * @param problem what was wrong, or null when it was delivered
 */
public record Delivery(long number, Instant at, long durationMillis, long firstEvent, long lastEvent, int events, boolean delivered,
        @Nullable Integer status, @Nullable String problem) {}
