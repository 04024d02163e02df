package org.moothall.mediaengine.callbridge.internal.events;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.LegState;
import org.moothall.mediaengine.Moved;

/** What the events channel can tell of a call or a participant at one moment. Immutable. @spec meeting-server-wire §3 */
sealed interface Facts {

    /** The value of this element, null when there is none. */
    @Nullable
    Object get(String element);

    /** @param participants on all bridges; @param instances bridges that the meeting is on; @param endpointRecording whether an endpoint records */
    record OfCall(Call call, int participants, int instances, boolean endpointRecording) implements Facts {

        static OfCall now(Conference conference, Call call) {
            return new OfCall(call, conference.count(call), conference.instances(call), conference.endpointRecords(call));
        }

        @Override
        public @Nullable Object get(String element) {
            return switch (element) {
                case "name" -> call.name();
                case "participants" -> participants;
                case "distributedInstances" -> instances;
                case "recording" -> call.is("recording") ? "active" : "inactive";
                case "endpointRecording" -> endpointRecording ? "active" : "inactive";
                case "streaming" -> call.is("streaming") ? "active" : "inactive";
                case "lockState" -> call.is("locked") ? "locked" : "unlocked";
                case "callType" -> call.type().wire();
                case "callCorrelator" -> call.correlator().toString();
                case "joinAudioMuteOverride" -> call.get(element).isEmpty() ? null : call.is(element);
                default -> null;
            };
        }
    }

    /** The leg is kept as it is, shared by all who are told of it: what is told follows from it. */
    record OfPerson(CallLeg leg) implements Facts {

        @Override
        public @Nullable Object get(String element) {
            return switch (element) {
                case "name" -> leg.shownName();
                case "uri" -> leg.endpoint().remoteParty();
                case "state" -> leg.state().wire();
                case "direction" -> leg.outgoing() ? "outgoing" : "incoming";
                case "audioMuted" -> leg.is("rxAudioMute");
                case "videoMuted" -> leg.is("rxVideoMute");
                case "importance" -> leg.get("importance").isEmpty() ? 0 : Integer.parseInt(leg.get("importance"));
                case "layout" -> leg.layout();
                case "activeSpeaker" -> leg.speaking();
                case "presenter" -> leg.presenting();
                case "endpointRecording" -> leg.recordsItself();
                case "canMove" -> leg.state() == LegState.CONNECTED && leg.endpoint().kind() != Endpoint.Kind.LYNC;
                case "movedParticipant", "movedParticipantCallBridge" -> moved(element);
                default -> null;
            };
        }

        private @Nullable Object moved(String element) {
            Moved moved = leg.moved();
            Object told = moved == null ? null : "movedParticipant".equals(element) ? moved.leg() : moved.bridge();
            return told == null ? null : told.toString();
        }
    }
}
