package org.moothall.meetings.internal.projection;

import java.util.List;
import java.util.Map;

import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Participant;

/**
 * What is new since the last time one asked.
 *
 * @param meetings those that look different now
 * @param participants those that look different now, by meeting
 * @param departed participants that turned out to be of another meeting, by the one they were shown in
 * @param gaps gaps noticed
 * @param log the same as it is written down
 */
public record Changes(List<Meeting> meetings, Map<MeetingId, List<Participant>> participants, Map<MeetingId, List<String>> departed, List<Gap> gaps,
        List<LoggedChange> log) {

    /** Nothing. */
    public static Changes nothing() {
        return new Changes(List.of(), Map.of(), Map.of(), List.of(), List.of());
    }

    /** Whether there is nothing to tell. */
    public boolean none() {
        return meetings.isEmpty() && participants.isEmpty() && departed.isEmpty() && gaps.isEmpty() && log.isEmpty();
    }
}
