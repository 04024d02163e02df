package org.moothall.meetings.internal.actions;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Participant;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.moothall.meetings.internal.projection.Projection.Place;

/** Lets people in from the lobby, or sends them back; one by one, as bridges take it. @param inLobby null to leave them where they are */
record Admission(@Nullable Boolean inLobby, LiveMeeting meeting) {

    /** What went wrong, or null. */
    @Nullable
    String apply(Reach reach, Place place) {
        @Nullable Boolean wanted = inLobby;
        if (wanted == null) {
            return null;
        }
        if (!wanted && nobodyIsInside()) {
            return "Nobody who could let people in is connected: an activator has to join first.";
        }
        return reach.attempt(place.bridge(), bridge -> bridge.put("participants/" + place.participant(), Map.of("deactivated", wanted.toString())));
    }

    /** Somebody inside whose role is not known yet may be an activator: then the Meeting Server decides. */
    private boolean nobodyIsInside() {
        return meeting.participants().stream().filter(person -> person.state() == Participant.State.CONNECTED || person.state() == Participant.State.ON_HOLD)
                .allMatch(person -> Boolean.FALSE.equals(person.activator()));
    }
}
