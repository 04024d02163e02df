package org.moothall.client;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.DeskChange;
import org.moothall.meetings.LogEntry;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingAt;
import org.moothall.meetings.MeetingDesk;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.MoveWarning;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.MeetingOutcomes;
import org.moothall.meetings.OperatorActions.NewMeeting;
import org.moothall.meetings.OperatorActions.NewParticipant;
import org.moothall.meetings.OperatorActions.Outcomes;
import org.moothall.meetings.OperatorActions.Space;
import org.moothall.meetings.OperatorActions.Undone;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantAt;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.Timeline;
import org.moothall.servers.ClusterId;

/** Live and past meetings. Threads and failures as {@link Client} says. @spec admin-guide §15 */
public interface MeetingsClient {

    /** A page of meetings. */
    CompletableFuture<Page<Meeting>> list(MeetingQuery query);

    /** A page of the list as it stood at an instant. */
    CompletableFuture<Page<MeetingAt>> listAt(MeetingQuery query, Instant at);

    /** What a time bar shows of a meeting. */
    CompletableFuture<Timeline> timeline(MeetingId id);

    /** One meeting; {@code core.not-found}. */
    CompletableFuture<Meeting> get(MeetingId id);

    /** A page of a meeting's participants, those present first. @param text filter, empty for all */
    CompletableFuture<Page<Participant>> participants(MeetingId id, String text, PageRequest page);

    /** Changes these participants; an outcome for each, and what undoes it. */
    CompletableFuture<Outcomes> change(MeetingId id, List<ParticipantId> participants, ParticipantChange change);

    /** Changes all who are in the meeting; an outcome for each, and what undoes it. */
    CompletableFuture<Outcomes> changeAll(MeetingId id, ParticipantChange change);

    /** Drops these participants; an outcome for each, and what calls them back. */
    CompletableFuture<Outcomes> drop(MeetingId id, List<ParticipantId> participants);

    /** Calls back participants who are gone; an outcome for each. */
    CompletableFuture<Outcomes> callBack(MeetingId id, List<ParticipantId> participants);

    /** Moves participants to another meeting of the same cluster; an outcome for each. */
    CompletableFuture<Outcomes> move(MeetingId id, List<ParticipantId> participants, MeetingId target);

    /** What to know before participants are moved there. */
    CompletableFuture<List<MoveWarning>> checkMove(MeetingId id, List<ParticipantId> participants, MeetingId target);

    /** Calls somebody into the meeting. */
    CompletableFuture<Void> add(MeetingId id, NewParticipant participant);

    /** Locks, records, streams, mutes newcomers, shows a message; an outcome for each Call Bridge. */
    CompletableFuture<MeetingOutcomes> change(MeetingId id, MeetingChange change);

    /** Takes back an action by the token that came with its outcomes; counts once, for 15 minutes. */
    CompletableFuture<Undone> undo(MeetingId id, String token);

    /** Spaces of a cluster whose name, address or number has words that begin like these; at most fifty. */
    CompletableFuture<List<Space>> spaces(ClusterId cluster, String text);

    /** Begins a meeting in a space; gives the one that goes on there where there is one. */
    CompletableFuture<MeetingId> start(NewMeeting meeting);

    /** The meeting as it was at an instant; {@code core.invalid-input} for one that was not in it. */
    CompletableFuture<MeetingAt> at(MeetingId id, Instant at);

    /** A page of those who were in the meeting at an instant, by name. @param text filter, empty for all */
    CompletableFuture<Page<ParticipantAt>> participantsAt(MeetingId id, Instant at, String text, PageRequest page);

    /** A page of what happened in the meeting, in the order in which the server heard. */
    CompletableFuture<Page<LogEntry>> log(MeetingId id, PageRequest page);

    /** The whole event log as text. @param form {@code csv} or {@code json} */
    CompletableFuture<String> wholeLog(MeetingId id, String form);

    /** Pins the meeting's space, looks after the meeting, notes something on it; what operators share about it then. */
    CompletableFuture<MeetingDesk> desk(MeetingId id, DeskChange change);

    /** Ends the meeting for everybody. */
    CompletableFuture<Void> end(MeetingId id);
}
