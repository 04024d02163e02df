package org.moothall.meetings.internal.attendant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.OperatorActions;
import org.moothall.meetings.Participant;
import org.moothall.meetings.Participant.Device;
import org.moothall.meetings.Participant.State;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.internal.live.LiveMeeting;

/**
 * Gives who joins or comes back the layout that is preset, once, so that their own later choice stays; who was there when it
 * was preset keeps theirs, and so do Microsoft clients. Used by one thread.
 *
 * @spec admin-guide §15
 */
final class NewcomerLayouts {

    private final OperatorActions actions;
    private final Map<MeetingId, Met> met = new HashMap<>();

    NewcomerLayouts(OperatorActions actions) {
        this.actions = actions;
    }

    /** Who has been seen since a layout was preset. */
    private record Met(String layout, Set<ParticipantId> people) {}

    /** Looks at the meeting. */
    void look(LiveMeeting live) {
        MeetingId id = live.meeting().id();
        @Nullable String layout = live.meeting().newcomersLayout();
        if (layout == null) {
            met.remove(id);
            return;
        }
        Set<ParticipantId> here = live.participants().stream().filter(NewcomerLayouts::joined).map(Participant::id).collect(Collectors.toSet());
        @Nullable Met before = met.get(id);
        met.put(id, new Met(layout, here));
        if (before != null && before.layout().equals(layout)) {
            Set<ParticipantId> fresh = new HashSet<>(here);
            fresh.removeAll(before.people());
            give(live, layout, fresh);
        }
    }

    /** The meeting is over. */
    void forget(MeetingId meeting) {
        met.remove(meeting);
    }

    private static boolean joined(Participant person) {
        return person.state() == State.CONNECTED || person.state() == State.ON_HOLD || person.state() == State.IN_LOBBY;
    }

    private void give(LiveMeeting live, String layout, Set<ParticipantId> fresh) {
        List<ParticipantId> whom = live.participants().stream().filter(person -> fresh.contains(person.id()) && person.device() != Device.LYNC)
                .map(Participant::id).toList();
        if (!whom.isEmpty()) {
            actions.by("").change(live.meeting().id(), whom, new ParticipantChange(null, null, layout, null, null));
        }
    }
}
