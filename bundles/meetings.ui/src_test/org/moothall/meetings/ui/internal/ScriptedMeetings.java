package org.moothall.meetings.ui.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.MeetingsClient;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.LogEntry;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingAt;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
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

/** A server that answers when a test says so. */
@NonNullByDefault({})
final class ScriptedMeetings implements MeetingsClient {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    final List<MeetingQuery> asked = new ArrayList<>();
    final List<CompletableFuture<Page<Meeting>>> lists = new ArrayList<>();
    final List<CompletableFuture<Page<MeetingAt>>> pasts = new ArrayList<>();
    final CompletableFuture<Meeting> one = new CompletableFuture<>();
    final List<CompletableFuture<Page<Participant>>> people = new ArrayList<>();
    final List<CompletableFuture<Outcomes>> changes = new ArrayList<>();
    final List<CompletableFuture<MeetingOutcomes>> meetingChanges = new ArrayList<>();
    final List<String> done = new ArrayList<>();

    static Meeting meeting(String id, long version) {
        return meeting(id, version, 0);
    }

    static Meeting meeting(String id, long version, int participants) {
        return new Meeting(new MeetingId(id), id, new ClusterId("c"), "Lab", MeetingState.ACTIVE, NOON, null, participants, participants, 0, false, false,
                false,
                false, false, null, null, List.of("cb1"), true, version);
    }

    static Meeting ended(String id, long version) {
        return new Meeting(new MeetingId(id), id, new ClusterId("c"), "Lab", MeetingState.ENDED, NOON, NOON.plusSeconds(60), 0, 3, 0, false, false, false,
                false,
                false, null, null, List.of("cb1"), true, version);
    }

    static Meeting upcoming(String id, int minutes) {
        return new Meeting(new MeetingId(id), id, new ClusterId("c"), "Lab", MeetingState.UPCOMING, NOON.plusSeconds(60L * minutes),
                NOON.plusSeconds(60L * minutes + 1_800), 0, 0, 0, false, false, false, false, false, null, "ada", List.of(), true, 1);
    }

    static Participant person(String id, Participant.State state, boolean muted, long version) {
        return new Participant(new ParticipantId(id), new MeetingId("m"), id, id + "@example.org", state, Participant.Direction.INCOMING,
                Participant.Device.SIP, "cb1",
                NOON, null, muted, false, false, false, null, null, false, true, Participant.Quality.GOOD, null, version);
    }

    /** Answers the last question for a list. */
    void answer(String next, Meeting... meetings) {
        answer(lists.size() - 1, next, meetings);
    }

    void answer(int question, @Nullable String next, Meeting... meetings) {
        lists.get(question).complete(new Page<>(List.of(meetings), meetings.length, true, next));
    }

    void fail(RuntimeException failure) {
        lists.getLast().completeExceptionally(failure);
    }

    @Override
    public CompletableFuture<Page<Meeting>> list(MeetingQuery query) {
        asked.add(query);
        lists.add(new CompletableFuture<>());
        return lists.getLast();
    }

    @Override
    public CompletableFuture<Meeting> get(MeetingId id) {
        return one;
    }

    @Override
    public CompletableFuture<Page<Participant>> participants(MeetingId id, String text, PageRequest page) {
        people.add(new CompletableFuture<>());
        return people.getLast();
    }

    @Override
    public CompletableFuture<Outcomes> change(MeetingId id, List<ParticipantId> participants, ParticipantChange change) {
        done.add("change " + participants.stream().map(ParticipantId::value).toList() + " " + change.audioMuted() + " " + change.videoMuted());
        changes.add(new CompletableFuture<>());
        return changes.getLast();
    }

    @Override
    public CompletableFuture<Outcomes> changeAll(MeetingId id, ParticipantChange change) {
        throw new UnsupportedOperationException("not asked for by the page");
    }

    @Override
    public CompletableFuture<Outcomes> drop(MeetingId id, List<ParticipantId> participants) {
        done.add("drop " + participants.stream().map(ParticipantId::value).toList());
        changes.add(new CompletableFuture<>());
        return changes.getLast();
    }

    @Override
    public CompletableFuture<Void> end(MeetingId id) {
        done.add("end " + id.value());
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Outcomes> callBack(MeetingId id, List<ParticipantId> participants) {
        return told("call back", participants);
    }

    @Override
    public CompletableFuture<Outcomes> move(MeetingId id, List<ParticipantId> participants, MeetingId target) {
        return told("move to " + target.value(), participants);
    }

    private CompletableFuture<Outcomes> told(String what, List<ParticipantId> participants) {
        done.add(what + " " + participants.stream().map(ParticipantId::value).toList());
        changes.add(new CompletableFuture<>());
        return changes.getLast();
    }

    @Override
    public CompletableFuture<Void> add(MeetingId id, NewParticipant participant) {
        done.add("add " + participant.address());
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<MeetingOutcomes> change(MeetingId id, MeetingChange change) {
        done.add("change " + change);
        meetingChanges.add(new CompletableFuture<>());
        return meetingChanges.getLast();
    }

    @Override
    public CompletableFuture<Undone> undo(MeetingId id, String token) {
        done.add("undo " + token);
        return CompletableFuture.completedFuture(new Undone(List.of(), List.of()));
    }

    @Override
    public CompletableFuture<Page<LogEntry>> log(MeetingId id, PageRequest page) {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<String> wholeLog(MeetingId id, String form) {
        throw new UnsupportedOperationException("not asked for by the models");
    }

    @Override
    public CompletableFuture<org.moothall.meetings.MeetingDesk> desk(MeetingId id, org.moothall.meetings.DeskChange change) {
        throw new UnsupportedOperationException("not asked for by the models");
    }

    @Override
    public CompletableFuture<Page<MeetingAt>> listAt(MeetingQuery query, Instant at) {
        asked.add(query);
        done.add("list at " + at);
        pasts.add(new CompletableFuture<>());
        return pasts.getLast();
    }

    @Override
    public CompletableFuture<Timeline> timeline(MeetingId id) {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<List<MoveWarning>> checkMove(MeetingId id, List<ParticipantId> participants, MeetingId target) {
        done.add("check move to " + target.value());
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<List<Space>> spaces(ClusterId cluster, String text) {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<MeetingId> start(NewMeeting meeting) {
        done.add("start " + meeting.space());
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<MeetingAt> at(MeetingId id, Instant instant) {
        done.add("at " + instant);
        return CompletableFuture.completedFuture(MeetingAt.now(meeting(id.value(), 1)));
    }

    @Override
    public CompletableFuture<Page<ParticipantAt>> participantsAt(MeetingId id, Instant instant, String text, PageRequest page) {
        return CompletableFuture.completedFuture(Page.all(List.of(ParticipantAt.now(person("a", Participant.State.CONNECTED, false, 1)))));
    }
}
