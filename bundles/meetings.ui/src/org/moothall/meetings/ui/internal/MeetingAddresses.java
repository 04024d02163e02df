package org.moothall.meetings.ui.internal;

import java.util.Locale;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;

/** Addresses on the Meetings page: {@code meetings/active/<id>}, with {@code /<participant>} after it; {@code meetings/tab/<id>} for a tab of its own. */
final class MeetingAddresses {
    static final String PAGE = "meetings";
    /** Beginning of the path of a meeting that has a tab of its own. */
    static final String TAB = "tab";

    private MeetingAddresses() {}

    static String of(Meeting meeting) {
        return PAGE + "/" + path(meeting);
    }

    static String of(Meeting meeting, Participant person) {
        return of(meeting) + "/" + person.id().value();
    }

    /** Of somebody in a meeting that goes on. */
    static String live(MeetingId meeting, ParticipantId person) {
        return PAGE + "/" + key(MeetingState.ACTIVE) + "/" + meeting.value() + "/" + person.value();
    }

    /** Below the page. */
    static String path(Meeting meeting) {
        return key(meeting.state()) + "/" + meeting.id().value();
    }

    /** Key of the list of meetings of this state. */
    static String key(MeetingState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
