package org.moothall.meetings.internal.actions;

import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.Message;
import org.moothall.meetings.OperatorActions.PanePlacement;
import org.moothall.meetings.Participant;

/** What was before, as the change that brings it back. */
final class Before {

    private Before() {}

    static ParticipantChange of(Participant person, ParticipantChange change) {
        @Nullable String layout = person.layout();
        @Nullable Integer importance = person.importance();
        return new ParticipantChange(change.audioMuted() == null ? null : Boolean.valueOf(person.audioMuted()),
                change.videoMuted() == null ? null : Boolean.valueOf(person.videoMuted()),
                change.layout() == null ? null : layout == null ? "" : layout,
                change.importance() == null ? null : importance == null ? Integer.valueOf(0) : importance,
                change.inLobby() == null ? null : Boolean.valueOf(person.state() == Participant.State.IN_LOBBY));
    }

    /** @param panes how people are placed now, asked only when it is about to change */
    static MeetingChange of(Meeting meeting, MeetingChange change, Supplier<PanePlacement> panes) {
        @Nullable String preset = meeting.newcomersLayout();
        return new MeetingChange(change.locked() == null ? null : Boolean.valueOf(meeting.locked()),
                change.recording() == null ? null : Boolean.valueOf(meeting.recording()),
                change.streaming() == null ? null : Boolean.valueOf(meeting.streaming()),
                change.newcomersMuted() == null ? null : Boolean.valueOf(meeting.newcomersMuted()),
                change.message() == null ? null : new Message("", null, null),
                change.newcomersLayout() == null ? null : preset == null ? "" : preset, change.panePlacement() == null ? null : panes.get());
    }
}
