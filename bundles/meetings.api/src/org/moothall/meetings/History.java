package org.moothall.meetings;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.moothall.core.Page;
import org.moothall.core.PageRequest;

/**
 * What was. Kept history to the resolution of what arrived; where nobody was watching it says unknown. Who was speaking and
 * how good the connection was are not kept. Service; thread-safe. Problems: {@code core.not-found} for an unknown meeting,
 * {@code core.invalid-input} for an instant that was not in the meeting.
 */
public interface History {

    /** The meeting as it was at this instant, from its start to its end. */
    MeetingAt meeting(MeetingId id, Instant at);

    /**
     * The list of meetings as it stood at this instant: {@code ACTIVE} ones went on then, {@code ENDED} ones had ended by then. Found by
     * whoever was ever in them.
     */
    Page<MeetingAt> find(MeetingQuery query, Instant at);

    /** What a time bar needs in one read. */
    Timeline timeline(MeetingId id);

    /** Who was in the meeting at this instant, by name; {@code text} filters by name and address. */
    Page<ParticipantAt> participants(MeetingId id, Instant at, String text, PageRequest page);

    /** What happened in the meeting, in the order in which we heard of it. */
    Page<LogEntry> log(MeetingId id, PageRequest page);

    /** Gives the whole log, some entries at a time. */
    void wholeLog(MeetingId id, Consumer<List<LogEntry>> each);
}
