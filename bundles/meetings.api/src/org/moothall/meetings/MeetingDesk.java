package org.moothall.meetings;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What operators share about a meeting among themselves; no Meeting Server knows of it.
 *
 * @param pinned whether it stands on top of lists; a pin belongs to the space and comes back with its next meeting
 * @param pinnedBy who pinned it, or null
 * @param lookedAfterBy who looks after this meeting, or null
 * @param note what was noted on this meeting, or null
 * @param notedBy who noted it, or null
 * @param notedAt when, or null
 */
public record MeetingDesk(boolean pinned, @Nullable String pinnedBy, @Nullable String lookedAfterBy, @Nullable String note, @Nullable String notedBy,
        @Nullable Instant notedAt) {}
