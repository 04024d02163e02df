package org.moothall.meetings;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Something that happened in a meeting. Never changed once written.
 *
 * @param number place in the log; grows in the order in which we heard
 * @param at when it happened as the Call Bridge told, our time of hearing where it told none
 * @param heard when we heard of it
 * @param participant whom it is about, or null for the whole meeting
 * @param participantName their name then, or null
 * @param what the attribute that changed: {@code state}, {@code audioMuted}, {@code layout}, {@code locked}, …
 * @param value its new value as in {@link Participant} or {@link Meeting}; empty for none
 * @param message the same in words
 * @param user the operator or administrator who asked for it, or null
 */
public record LogEntry(long number, Instant at, Instant heard, @Nullable ParticipantId participant, @Nullable String participantName, String what,
        String value, String message, @Nullable String user) {}
