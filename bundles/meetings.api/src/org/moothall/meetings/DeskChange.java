package org.moothall.meetings;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What changes of a {@link MeetingDesk}; null keeps what was.
 *
 * @param pinned pins the space of the meeting, or takes the pin away
 * @param lookedAfter true when the one who asks looks after the meeting from now on, false when nobody does
 * @param note at most {@link #LONGEST_NOTE} characters; empty takes it away
 */
public record DeskChange(@Nullable Boolean pinned, @Nullable Boolean lookedAfter, @Nullable String note) {

    /** Characters of a note at the most. */
    public static final int LONGEST_NOTE = 2_000;
}
