package org.moothall.meetings;

import org.moothall.core.Id;

/** Identifies one presence of somebody in a meeting. */
public record ParticipantId(String value) implements Id {
    public ParticipantId {
        Id.checked(value);
    }
}
