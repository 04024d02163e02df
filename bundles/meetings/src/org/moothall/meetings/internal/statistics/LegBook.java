package org.moothall.meetings.internal.statistics;

import java.util.List;

import org.moothall.meetings.MeetingId;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.internal.projection.LegFacts.LegOf;

/** Knows the legs of participants, those of history too. Thread-safe. */
public interface LegBook {

    /** All legs of a participant; a problem when meeting or participant are unknown. */
    List<LegOf> legs(MeetingId meeting, ParticipantId participant);
}
