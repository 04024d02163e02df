package org.moothall.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;

/** Live and past meetings. Threads and failures as {@link Client} says. @spec admin-guide §15 */
public interface MeetingsClient {

    /** A page of meetings. */
    CompletableFuture<Page<Meeting>> list(MeetingQuery query);

    /** One meeting; {@code core.not-found}. */
    CompletableFuture<Meeting> get(MeetingId id);

    /** A page of a meeting's participants, those present first. @param text filter, empty for all */
    CompletableFuture<Page<Participant>> participants(MeetingId id, String text, PageRequest page);

    /** Changes these participants; an outcome for each. */
    CompletableFuture<List<Outcome>> change(MeetingId id, List<ParticipantId> participants, ParticipantChange change);

    /** Changes all who are in the meeting; an outcome for each. */
    CompletableFuture<List<Outcome>> changeAll(MeetingId id, ParticipantChange change);

    /** Drops these participants; an outcome for each. */
    CompletableFuture<List<Outcome>> drop(MeetingId id, List<ParticipantId> participants);

    /** Ends the meeting for everybody. */
    CompletableFuture<Void> end(MeetingId id);
}
