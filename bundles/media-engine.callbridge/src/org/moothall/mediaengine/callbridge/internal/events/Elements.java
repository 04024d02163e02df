package org.moothall.mediaengine.callbridge.internal.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.LegState;
import org.moothall.mediaengine.Moved;
import org.moothall.mediaengine.Participant;

/** What the events channel can tell of calls and participants. Pure. @spec meeting-server-wire §3 */
final class Elements {

    private Elements() {}

    static Map<String, Object> call(Conference conference, Call call) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", call.name());
        values.put("participants", conference.count(call));
        values.put("distributedInstances", conference.instances(call));
        values.put("recording", call.is("recording") ? "active" : "inactive");
        values.put("endpointRecording", "inactive");
        values.put("streaming", call.is("streaming") ? "active" : "inactive");
        values.put("lockState", call.is("locked") ? "locked" : "unlocked");
        values.put("callType", call.type().wire());
        values.put("callCorrelator", call.correlator().toString());
        if (!call.get("joinAudioMuteOverride").isEmpty()) {
            values.put("joinAudioMuteOverride", call.is("joinAudioMuteOverride"));
        }
        return values;
    }

    static Map<UUID, Map<String, Object>> roster(Conference conference, UUID call) {
        Map<UUID, Map<String, Object>> all = new LinkedHashMap<>();
        for (Participant participant : conference.participants(call)) {
            all.put(participant.leg().id(), participant(participant.leg()));
        }
        return all;
    }

    private static Map<String, Object> participant(CallLeg leg) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", leg.shownName());
        values.put("uri", leg.endpoint().remoteParty());
        values.put("state", leg.state().wire());
        values.put("direction", leg.outgoing() ? "outgoing" : "incoming");
        values.put("audioMuted", leg.is("rxAudioMute"));
        values.put("videoMuted", leg.is("rxVideoMute"));
        values.put("importance", leg.get("importance").isEmpty() ? 0 : Integer.parseInt(leg.get("importance")));
        values.put("layout", leg.layout());
        values.put("activeSpeaker", leg.speaking());
        values.put("presenter", leg.presenting());
        values.put("endpointRecording", false);
        values.put("canMove", leg.state() == LegState.CONNECTED && leg.endpoint().kind() != Endpoint.Kind.LYNC);
        Moved moved = leg.moved();
        if (moved != null) {
            values.put("movedParticipant", moved.leg().toString());
            UUID bridge = moved.bridge();
            if (bridge != null) {
                values.put("movedParticipantCallBridge", bridge.toString());
            }
        }
        return values;
    }
}
