package org.moothall.mediaengine.callbridge.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.moothall.mediaengine.Arrival;
import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.Spaces;
import org.moothall.mediaengine.Terms;
import org.moothall.testkit.ManualClock;

/** Wire reference §3: every element of calls and rosters. */
class FactsTest {

    private static final UUID SPACE = new UUID(7, 7);
    private static final UUID OTHER = new UUID(9, 9);
    private static final UUID MEETING = new UUID(8, 8);
    private static final UUID BRIDGE = new UUID(3, 3);
    private static final List<String> CALL = List.of("name", "participants", "distributedInstances", "recording", "endpointRecording", "streaming", "lockState",
            "callType", "callCorrelator", "joinAudioMuteOverride");
    private static final List<String> PERSON = List.of("name", "uri", "state", "direction", "audioMuted", "videoMuted", "importance", "layout", "activeSpeaker",
            "presenter", "endpointRecording", "canMove", "movedParticipant", "movedParticipantCallBridge");

    private final ManualClock clock = new ManualClock();
    private final Identities ids = new Identities(7, 0, 0);
    private final Conference conference = new Conference(clock,
            new Spaces(clock, ids, List.of(new Space(SPACE, Map.of("name", "Board"), 1, false), new Space(OTHER, Map.of("name", "Other"), 1, false))),
            Terms.of(clock, new Catalogue(clock, ids, List.of())), "lab.example", ids);

    @Test
    void section3EveryElementOfACallIsTold() {
        Call call = conference.open(SPACE, MEETING, Map.of());
        assertEquals("{name=Board, participants=0, distributedInstances=1, recording=inactive, endpointRecording=inactive, streaming=inactive, "
                + "lockState=unlocked, callType=coSpace, callCorrelator=" + MEETING + "}", told(CALL, Facts.OfCall.now(conference, call)));
        join(Map.of());
        Call changed = conference.changeCall(call.id(), Map.of("recording", "true", "streaming", "true", "locked", "true", "joinAudioMuteOverride", "true"));
        assertEquals("{name=Board, participants=1, distributedInstances=1, recording=active, endpointRecording=inactive, streaming=active, "
                + "lockState=locked, callType=coSpace, callCorrelator=" + MEETING + ", joinAudioMuteOverride=true}",
                told(CALL, Facts.OfCall.now(conference, changed)));
    }

    @Test
    void section3EveryElementOfAParticipantIsTold() {
        CallLeg leg = join(Map.of());
        assertEquals("{name=Anna, uri=anna@x, state=connected, direction=incoming, audioMuted=false, videoMuted=false, importance=0, layout=automatic, "
                + "activeSpeaker=false, presenter=false, endpointRecording=false, canMove=true}", told(PERSON, new Facts.OfPerson(leg)));
        conference.present(leg.id(), true);
        conference.speak(Objects.requireNonNull(leg.call()), leg.id());
        CallLeg changed = conference.change(leg.id(),
                Map.of("rxAudioMute", "true", "rxVideoMute", "true", "importance", "7", "chosenLayout", "stacked", "nameLabelOverride", "Chair"));
        assertEquals("{name=Chair, uri=anna@x, state=connected, direction=incoming, audioMuted=true, videoMuted=true, importance=7, layout=stacked, "
                + "activeSpeaker=true, presenter=true, endpointRecording=false, canMove=true}", told(PERSON, new Facts.OfPerson(changed)));
    }

    @Test
    void section3WhoIsCalledRingsAndWhoWasMovedSaysWhereFrom() {
        Call target = conference.open(OTHER, null, Map.of("activeWhenEmpty", "true"));
        CallLeg called = conference.dial(target.id(), new Endpoint(Endpoint.Kind.DESK, "Bo", "bo@x", "x", ""), Map.of(), false);
        assertEquals("{name=Bo, uri=bo@x, state=initial, direction=outgoing, audioMuted=false, videoMuted=false, importance=0, layout=automatic, "
                + "activeSpeaker=false, presenter=false, endpointRecording=false, canMove=false}", told(PERSON, new Facts.OfPerson(called)));
        CallLeg old = join(Map.of());
        join(Map.of());
        CallLeg moved = conference.move(old.id(), target.id(), Map.of(), BRIDGE);
        assertEquals("{movedParticipant=" + old.id() + ", movedParticipantCallBridge=" + BRIDGE + "}",
                told(List.of("movedParticipant", "movedParticipantCallBridge"), new Facts.OfPerson(moved)));
    }

    private CallLeg join(Map<String, String> settings) {
        return conference.join(new Arrival(SPACE, MEETING, new Endpoint(Endpoint.Kind.DESK, "Anna", "anna@x", "10.0.0.1", ""), settings));
    }

    private static String told(List<String> elements, Facts facts) {
        Map<String, Object> told = new LinkedHashMap<>();
        elements.forEach(element -> {
            Object value = facts.get(element);
            if (value != null) {
                told.put(element, value);
            }
        });
        return told.toString();
    }
}
