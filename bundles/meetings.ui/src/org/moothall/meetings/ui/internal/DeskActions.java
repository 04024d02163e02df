package org.moothall.meetings.ui.internal;

import java.util.Objects;
import java.util.concurrent.Executor;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.MeetingsClient;
import org.moothall.meetings.DeskChange;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingDesk;
import org.moothall.ui.Notices;

/** What operators share about meetings: pins, who looks after one, notes. Tells how it went. Confined to the UI thread. */
final class DeskActions {
    private final MeetingsClient meetings;
    private final Notices notices;
    private final Executor ui;

    DeskActions(MeetingsClient meetings, Notices notices, Executor ui) {
        this.meetings = meetings;
        this.notices = notices;
        this.ui = ui;
    }

    /** Whether it stands on top of the lists. */
    static boolean pinned(Meeting meeting) {
        @Nullable MeetingDesk desk = meeting.desk();
        return desk != null && desk.pinned();
    }

    /** Who looks after it; empty for nobody. */
    static String keeper(Meeting meeting) {
        @Nullable MeetingDesk desk = meeting.desk();
        return desk == null ? "" : Objects.requireNonNullElse(desk.lookedAfterBy(), "");
    }

    /** What is noted on it; empty for nothing. */
    static String note(Meeting meeting) {
        @Nullable MeetingDesk desk = meeting.desk();
        return desk == null ? "" : Objects.requireNonNullElse(desk.note(), "");
    }

    /** Puts it on top of the lists, for all operators, or takes it from there. */
    void pin(Meeting meeting, boolean on) {
        change(meeting, new DeskChange(on, null, null), on ? "pin" : "unpin", () -> pin(meeting, !on));
    }

    /** The one who is signed in looks after it, or nobody does. */
    void lookAfter(Meeting meeting, boolean on) {
        change(meeting, new DeskChange(null, on, null), on ? "care" : "uncare", null);
    }

    /** Notes this on it; an empty text takes the note away. */
    void note(Meeting meeting, String text) {
        String before = note(meeting);
        change(meeting, new DeskChange(null, null, text), text.isEmpty() ? "unnote" : "note", () -> note(meeting.with(null), before));
    }

    private void change(Meeting meeting, DeskChange to, String verb, @Nullable Runnable undo) {
        meetings.desk(meeting.id(), to).whenCompleteAsync((desk, failure) -> {
            if (failure != null) {
                notices.failed(Texts.of("action." + verb, meeting.name()), failure, () -> change(meeting, to, verb, undo));
            } else if (undo == null) {
                notices.done(Texts.of("action." + verb + ".done", meeting.name()));
            } else {
                notices.done(Texts.of("action." + verb + ".done", meeting.name()), undo);
            }
        }, ui);
    }
}
