package org.moothall.meetings;

import org.moothall.core.Id;

/** Identifies one meeting: one call, on however many bridges, from start to end. */
public record MeetingId(String value) implements Id {
    public MeetingId {
        Id.checked(value);
    }
}
