package org.moothall.mediaengine.callbridge.internal.cdr;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.ConferenceEvent;
import org.moothall.mediaengine.ConferenceEvent.Capture;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.LegState;
import org.moothall.mediaengine.Moved;
import org.moothall.mediaengine.callbridge.internal.api.CallLegsApi;
import org.moothall.mediaengine.callbridge.internal.api.Xml;

/** Turns what happens in the conference core into call detail records. Pure. @spec meeting-server-wire §2.3–§2.7 */
final class CdrWriter {

    private CdrWriter() {}

    /** The record of this event, if it has one. */
    static Optional<CdrRecord> of(ConferenceEvent event) {
        return switch (event) {
            case ConferenceEvent.CallStarted it -> record("callStart", it.at(), callStart(it.call()));
            case ConferenceEvent.CallEnded it -> record("callEnd", it.at(), callEnd(it.call(), it.at()));
            case ConferenceEvent.LegStarted it -> record("callLegStart", it.at(), legStart(it.leg()));
            case ConferenceEvent.LegChanged it -> same(it.before(), it.leg()) ? Optional.empty() : record("callLegUpdate", it.at(), update(it.leg()));
            case ConferenceEvent.LegEnded it -> record("callLegEnd", it.at(), LegEndWriter.write(it.leg(), it.reason(), it.at()));
            case ConferenceEvent.CaptureStarted it -> record(kind(it.kind()) + "Start", it.at(), captureStart(it));
            case ConferenceEvent.CaptureEnded it -> record(kind(it.kind()) + "End", it.at(), Xml.fragment(kind(it.kind()), "id", it.capture()).end());
            case ConferenceEvent.CallChanged it -> Optional.empty();
            case ConferenceEvent.SpaceChanged it -> Optional.empty();
            case ConferenceEvent.MeetingEnded it -> Optional.empty();
            case ConferenceEvent.RemoteChanged it -> Optional.empty();
            case ConferenceEvent.PeersChanged it -> Optional.empty();
        };
    }

    private static Optional<CdrRecord> record(String type, Instant time, String content) {
        return Optional.of(new CdrRecord(type, time, content));
    }

    private static String callStart(Call call) {
        Xml xml = Xml.fragment("call", "id", call.id()).text("name", call.name()).textIfAny("ownerName", call.ownerName()).text("callType", call.type().wire());
        UUID space = call.space();
        if (space != null) {
            xml.text("coSpace", space);
        }
        return xml.textIfAny("tenant", call.get("tenant")).textIfAny("cdrTag", call.cdrTag()).text("callCorrelator", call.correlator()).end();
    }

    private static String callEnd(Call call, Instant now) {
        return Xml.fragment("call", "id", call.id()).text("callLegsCompleted", call.legsCompleted()).text("callLegsMaxActive", call.legsMaxActive())
                .text("durationSeconds", Duration.between(call.start(), now).toSeconds())
                .textIf(call.endpointRecorded(), "endpointRecorded", true).end();
    }

    private static String legStart(CallLeg leg) {
        Endpoint end = leg.endpoint();
        Xml xml = Xml.fragment("callLeg", "id", leg.id()).textIfAny("cdrTag", leg.cdrTag()).text("remoteParty", end.remoteParty())
                .text("localAddress", leg.localAddress())
                .textIfAny("remoteAddress", end.remoteAddress()).text("displayName", leg.shownName()).text("type", end.kind().sip() ? "sip" : "acano")
                .textIfAny("subType", CallLegsApi.subType(end)).textIf(end.kind() == Endpoint.Kind.LYNC, "lyncSubType", "audioVideo")
                .text("direction", leg.outgoing() ? "outgoing" : "incoming").textIf(end.kind() == Endpoint.Kind.WEB_GUEST, "guestConnection", true);
        call(xml, leg);
        xml.textIfAny("ownerId", leg.get("ownerId")).textIf(end.kind().sip(), "sipCallId", leg.sipCallId()).text("groupId", leg.id());
        xml.textIfAny("replacesSipCallId", leg.replacedSipCallId()).textIfAny("confirmationStatus", leg.confirmation().wire());
        Moved moved = leg.moved();
        if (moved != null) {
            xml.text("canMove", true).text("movedCallLeg", moved.leg());
            UUID bridge = moved.bridge();
            if (bridge != null) {
                xml.text("movedCallLegCallBridge", bridge);
            }
        }
        return xml.end();
    }

    /** Whether all that an update tells is the same: most changes of a leg are of no interest here. */
    private static boolean same(CallLeg before, CallLeg leg) {
        boolean connection = (before.state() == LegState.CONNECTED) == (leg.state() == LegState.CONNECTED) && Objects.equals(before.call(), leg.call());
        return connection && before.deactivated() == leg.deactivated() && before.confirmation() == leg.confirmation()
                && (before.settings().equals(leg.settings()) && before.inherited().equals(leg.inherited()) || update(before).equals(update(leg)));
    }

    private static String update(CallLeg leg) {
        boolean connected = leg.state() == LegState.CONNECTED;
        Xml xml = Xml.fragment("callLeg", "id", leg.id()).textIf(connected, "state", "connected");
        call(xml, leg);
        return xml.textIf(leg.atIvr(), "ivr", "").text("deactivated", leg.deactivated()).textIfAny("cdrTag", leg.cdrTag())
                .textIfAny("ownerId", leg.get("ownerId")).text("groupId", leg.id())
                .textIf(leg.endpoint().kind().sip(), "sipCallId", leg.sipCallId()).text("displayName", leg.shownName())
                .textIfAny("remoteAddress", leg.endpoint().remoteAddress()).textIfAny("confirmationStatus", leg.confirmation().wire())
                .textIf(connected, "canMove",
                        leg.endpoint().kind() != Endpoint.Kind.LYNC)
                .end();
    }

    private static void call(Xml xml, CallLeg leg) {
        UUID call = leg.call();
        if (call != null) {
            xml.text("call", call);
        }
    }

    private static String kind(Capture kind) {
        return kind == Capture.RECORDING ? "recording" : "streaming";
    }

    private static String or(String configured, String fallback) {
        return configured.isEmpty() ? fallback : configured;
    }

    private static String captureStart(ConferenceEvent.CaptureStarted it) {
        Xml xml = Xml.fragment(kind(it.kind()), "id", it.capture());
        if (it.kind() == Capture.RECORDING) {
            xml.text("path", "spaces/" + it.call().space() + "/" + it.at().toString().replace(":", "") + ".mp4").text("recorderUri",
                    or(it.call().get("sipRecorderUri"), "recorder@record.lab.example"));
        } else {
            xml.text("streamUrl", or(it.call().get("streamUrl"), "rtmps://stream.lab.example/live/" + it.call().id())).text("streamerUri",
                    or(it.call().get("sipStreamerUri"), "streamer@stream.lab.example"));
        }
        return xml.text("call", it.call().id()).text("callLeg", it.leg()).end();
    }
}
