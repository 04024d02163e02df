package org.moothall.meetings.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.internal.live.Desk;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.moothall.meetings.internal.projection.Projection;
import org.moothall.meetings.internal.projection.Projection.Place;
import org.moothall.servers.spi.CallBridgeConnection;
import org.moothall.servers.spi.FailureReason;

/** What operators do, through to the Call Bridge that hosts whom it is about. What changed comes back as an event. */
final class Actions {

    /** As many ids as a Call Bridge takes at once. @spec wire §1.10 */
    private static final int TOGETHER = 20;
    private static final long ANSWER_SECONDS = 10;

    private final MeetingsRoom room;

    Actions(MeetingsRoom room) {
        this.room = room;
    }

    List<Outcome> change(LiveMeeting meeting, List<ParticipantId> participants, ParticipantChange change) {
        Map<String, String> form = new HashMap<>();
        // muting somebody stops what the bridge receives from them
        put(form, "rxAudioMute", change.audioMuted());
        put(form, "rxVideoMute", change.videoMuted());
        if (form.isEmpty()) {
            throw Problem.invalid("audioMuted", "say what to change: audioMuted, videoMuted or both.").exception();
        }
        List<Outcome> outcomes = new ArrayList<>();
        Map<String, List<Place>> byCall = new LinkedHashMap<>();
        for (Place place : places(meeting, participants, outcomes)) {
            byCall.computeIfAbsent(place.bridge() + '|' + place.call(), key -> new ArrayList<>()).add(place);
        }
        byCall.values().forEach(group -> change(group, form, outcomes));
        return outcomes;
    }

    private void change(List<Place> group, Map<String, String> form, List<Outcome> outcomes) {
        for (int from = 0; from < group.size(); from += TOGETHER) {
            List<Place> some = group.subList(from, Math.min(group.size(), from + TOGETHER));
            Map<String, String> bulk = new HashMap<>(form);
            bulk.put("mode", "selected");
            bulk.put("filterIds", String.join(",", some.stream().map(Place::participant).toList()));
            @Nullable String problem = attempt(some.get(0), bridge -> bridge.put("calls/" + some.get(0).call() + "/participants/*", bulk));
            some.forEach(place -> outcomes.add(outcome(place.participant(), problem)));
        }
    }

    List<Outcome> drop(LiveMeeting meeting, List<ParticipantId> participants) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Place place : places(meeting, participants, outcomes)) {
            outcomes.add(outcome(place.participant(), attempt(place, bridge -> bridge.delete("participants/" + place.participant()))));
        }
        return outcomes;
    }

    void end(LiveMeeting meeting) {
        Map<String, List<String>> calls = ask(meeting, p -> p.callsOf(meeting.meeting().id()));
        @Nullable ProblemException failure = null;
        for (Map.Entry<String, List<String>> entry : calls.entrySet()) {
            for (String call : entry.getValue()) {
                try {
                    connection(entry.getKey()).delete("calls/" + call);
                } catch (ProblemException e) {
                    // ending it on one bridge may have ended it on the others already
                    failure = FailureReason.isMissing(e.problem()) ? failure : e;
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private List<Place> places(LiveMeeting meeting, List<ParticipantId> participants, List<Outcome> outcomes) {
        return ask(meeting, p -> {
            List<Place> places = new ArrayList<>();
            for (ParticipantId id : participants) {
                @Nullable Place place = p.placeOf(meeting.meeting().id(), id.value());
                if (place == null) {
                    outcomes.add(outcome(id.value(), "There is no such participant in the meeting now."));
                } else {
                    places.add(place);
                }
            }
            return places;
        });
    }

    private <T> T ask(LiveMeeting meeting, java.util.function.Function<Projection, T> question) {
        Desk desk = room.desk(meeting.meeting().cluster()).orElseThrow(
                () -> Problem.of(CoreProblem.UNAVAILABLE, "Meetings of this cluster are not managed.").exception());
        return desk.ask(question).orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
    }

    private @Nullable String attempt(Place place, java.util.function.Consumer<CallBridgeConnection> work) {
        try {
            work.accept(connection(place.bridge()));
            return null;
        } catch (ProblemException e) {
            return e.problem().detail();
        }
    }

    private CallBridgeConnection connection(String bridge) {
        return room.acting(bridge);
    }

    private static Outcome outcome(String participant, @Nullable String problem) {
        return new Outcome(new ParticipantId(participant), problem == null, problem);
    }

    private static void put(Map<String, String> form, String name, @Nullable Boolean value) {
        if (value != null) {
            form.put(name, value.toString());
        }
    }
}
