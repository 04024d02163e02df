package org.moothall.meetings.ui.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.MeetingsClient;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.MoveWarning;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.MeetingOutcome;
import org.moothall.meetings.OperatorActions.MeetingOutcomes;
import org.moothall.meetings.OperatorActions.Message;
import org.moothall.meetings.OperatorActions.NewParticipant;
import org.moothall.meetings.Participant;
import org.moothall.ui.Notices;

/** What operators do with a meeting as a whole. Tells how it went, for each Call Bridge it went wrong on. Confined to the UI thread. */
final class MeetingCommands {
    private static final int TARGETS = 200;

    private final MeetingsClient meetings;
    private final Notices notices;
    private final Executor ui;

    MeetingCommands(MeetingsClient meetings, Notices notices, Executor ui) {
        this.meetings = meetings;
        this.notices = notices;
        this.ui = ui;
    }

    /** Keeps newcomers out until they are let in, or lets them come. */
    void lock(Meeting meeting, boolean locked) {
        change(meeting, new MeetingChange(locked, null, null, null, null), locked ? "lock" : "unlock");
    }

    /** Starts or stops the recording. */
    void record(Meeting meeting, boolean on) {
        change(meeting, new MeetingChange(null, on, null, null, null), on ? "record" : "stop-recording");
    }

    /** Starts or stops the stream. */
    void stream(Meeting meeting, boolean on) {
        change(meeting, new MeetingChange(null, null, on, null, null), on ? "stream" : "stop-streaming");
    }

    /** Mutes everybody who joins from now on, or not. */
    void muteNewcomers(Meeting meeting, boolean on) {
        change(meeting, new MeetingChange(null, null, null, on, null), on ? "mute-newcomers" : "hear-newcomers");
    }

    /** Shows a text on everybody's screen; an empty one takes it away. */
    void message(Meeting meeting, Message message) {
        change(meeting, new MeetingChange(null, null, null, null, message), message.text().isEmpty() ? "message-away" : "message");
    }

    /** Calls somebody into the meeting. */
    CompletableFuture<Void> add(MeetingId meeting, NewParticipant participant) {
        return meetings.add(meeting, participant).whenCompleteAsync((done, failure) -> {
            if (failure == null) {
                notices.done(Texts.of("add.calling", participant.address()));
            }
        }, ui);
    }

    /** Live meetings of the same cluster that match, without this one: where people can be moved to. */
    CompletableFuture<List<Meeting>> targets(Meeting from, String text) {
        MeetingQuery query = new MeetingQuery(MeetingState.ACTIVE, text, from.cluster().value(), MeetingQuery.Sort.NAME, false, new PageRequest(TARGETS, null));
        return meetings.list(query).thenApply(Page::items).thenApply(found -> found.stream().filter(meeting -> !meeting.id().equals(from.id())).toList());
    }

    /** What to know before these people are moved there. */
    CompletableFuture<List<MoveWarning>> checkMove(Meeting from, List<Participant> people, Meeting target) {
        return meetings.checkMove(from.id(), people.stream().map(Participant::id).toList(), target.id());
    }

    private void change(Meeting meeting, MeetingChange to, String verb) {
        meetings.change(meeting.id(), to).whenCompleteAsync((outcomes, failure) -> {
            if (outcomes == null) {
                notices.failed(words(verb, meeting), failure == null ? new IllegalStateException(verb) : failure, () -> change(meeting, to, verb));
            } else {
                told(meeting, outcomes, verb);
            }
        }, ui);
    }

    private void told(Meeting meeting, MeetingOutcomes outcomes, String verb) {
        List<MeetingOutcome> failed = outcomes.outcomes().stream().filter(outcome -> !outcome.done()).toList();
        @Nullable String token = outcomes.undo();
        if (!failed.isEmpty()) {
            String each = failed.stream().map(outcome -> Texts.of("action.failed-one", outcome.callBridge(), String.valueOf(outcome.problem())))
                    .collect(Collectors.joining(" "));
            notices.failed(Texts.of("action.failed-on", words(verb, meeting), each), null);
        } else if (token == null) {
            notices.done(done(verb, meeting));
        } else {
            notices.done(done(verb, meeting), () -> undo(meeting, token));
        }
    }

    private void undo(Meeting meeting, String token) {
        meetings.undo(meeting.id(), token).whenCompleteAsync((undone, failure) -> {
            if (failure == null) {
                notices.done(done("undo", meeting));
            } else {
                notices.failed(words("undo", meeting), failure, null);
            }
        }, ui);
    }

    private static String words(String verb, Meeting meeting) {
        return Texts.of("action." + verb, meeting.name());
    }

    private static String done(String verb, Meeting meeting) {
        return Texts.of("action." + verb + ".done", meeting.name());
    }
}
