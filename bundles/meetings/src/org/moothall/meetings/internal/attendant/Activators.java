package org.moothall.meetings.internal.attendant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Participant;
import org.moothall.meetings.Participant.State;
import org.moothall.meetings.internal.link.FollowedBridge;
import org.moothall.meetings.internal.link.FollowedBridges;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.moothall.meetings.internal.projection.Projection.Place;
import org.moothall.servers.spi.FailureReason;

/**
 * Asks who may let others in, of those who are inside a meeting that has a lobby, each once: neither records nor events tell it.
 * Used by one thread. @spec wire §1.11
 */
final class Activators {

    private static final long ANSWER_SECONDS = 30;

    private final FollowedBridges bridges;
    private final Map<MeetingId, Set<String>> asked = new HashMap<>();

    Activators(FollowedBridges bridges) {
        this.bridges = bridges;
    }

    /** Looks at the meeting; problems when a bridge cannot be read, then it is to be tried again. */
    void look(LiveMeeting live) {
        Meeting meeting = live.meeting();
        if (meeting.inLobby() == 0) {
            asked.remove(meeting.id());
            return;
        }
        Set<String> known = asked.computeIfAbsent(meeting.id(), id -> new HashSet<>());
        List<String> unknown = live.participants().stream().filter(Activators::inside).filter(person -> person.activator() == null)
                .map(person -> person.id().value()).filter(id -> !known.contains(id)).toList();
        Map<String, Boolean> may = new HashMap<>();
        try {
            places(meeting, unknown).forEach(place -> read(place, may, known));
        } finally {
            tell(meeting, may);
        }
    }

    /** The meeting is over. */
    void forget(MeetingId meeting) {
        asked.remove(meeting);
    }

    private static boolean inside(Participant person) {
        return person.state() == State.CONNECTED || person.state() == State.ON_HOLD;
    }

    private List<Place> places(Meeting meeting, List<String> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        return bridges.ask(meeting.cluster(), p -> {
            List<Place> places = new ArrayList<>();
            for (String id : people) {
                @Nullable Place place = p.placeOf(meeting.id(), id);
                if (place != null) {
                    places.add(place);
                }
            }
            return places;
        }).orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Not there any more is no failure: it went while we were reading. */
    private void read(Place place, Map<String, Boolean> may, Set<String> known) {
        try {
            String told = bridges.find(place.bridge()).map(FollowedBridge::reading)
                    .map(bridge -> bridge.get("participants/" + place.participant(), Map.of()).text("isActivator")).orElse("");
            if (!told.isEmpty()) {
                may.put(place.participant(), Boolean.valueOf(told));
            }
        } catch (ProblemException e) {
            if (!FailureReason.isMissing(e.problem())) {
                throw e;
            }
        }
        known.add(place.participant());
    }

    private void tell(Meeting meeting, Map<String, Boolean> may) {
        if (!may.isEmpty()) {
            bridges.ask(meeting.cluster(), p -> {
                p.legs().activators(meeting.id(), may);
                return true;
            });
        }
    }
}
