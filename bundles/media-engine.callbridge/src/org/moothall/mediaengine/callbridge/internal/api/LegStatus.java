package org.moothall.mediaengine.callbridge.internal.api;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.LegState;
import org.moothall.mediaengine.MediaStatistics;
import org.moothall.mediaengine.MediaStatistics.Audio;
import org.moothall.mediaengine.MediaStatistics.Video;

/** The {@code status} element of a call leg. @spec meeting-server-wire §1.11 */
final class LegStatus {

    private LegStatus() {}

    /**
     * @param call the leg is in, if it is in one
     * @param presented whether somebody else presents there
     * @param customizing whether layouts of one's own work
     */
    static Xml write(Xml xml, CallLeg leg, Optional<Call> call, boolean presented, boolean customizing, Instant now) {
        boolean customized = customizing && !leg.get("layoutTemplate").isEmpty();
        xml.open("status").text("state", leg.state().wire());
        if (leg.state() != LegState.CONNECTED) {
            return xml.text("direction", leg.outgoing() ? "outgoing" : "incoming").text("groupId", leg.id()).close();
        }
        Instant connected = leg.connected();
        MediaStatistics media = MediaStatistics.of(leg, now, presented);
        xml.text("durationSeconds", CallLegsApi.seconds(connected == null ? leg.start() : connected, now))
                .text("direction", leg.outgoing() ? "outgoing" : "incoming")
                .text("sipCallId", leg.sipCallId()).text("groupId", leg.id())
                .textIf(call.filter(one -> one.is("recording")).isPresent(), "recording", true)
                .textIf(call.filter(one -> one.is("streaming")).isPresent(), "streaming", true)
                .textIf(leg.deactivated(), "deactivated", true)
                .text("encryptedMedia", leg.encrypted()).text("unencryptedMedia", !leg.encrypted()).textIf(leg.encrypted(), "cipherSuite", media.cipherSuite())
                .textIf(leg.endpoint().kind().video(), "layout", leg.layout()).textIf(leg.endpoint().kind().video(), "activeLayout", leg.layout())
                .textIf(leg.endpoint().kind().video(), "availableVideoStreams", media.streams())
                .textIf(leg.endpoint().kind().video() && customized, "layoutTemplate", leg.get("layoutTemplate"))
                .text("cameraControlAvailable", CallLegsApi.camera(leg));
        audio(xml, "rxAudio", media.rxAudio(), false);
        audio(xml, "txAudio", media.txAudio(), true);
        media.rxVideo().forEach(video -> video(xml, "rxVideo", video, false));
        media.txVideo().forEach(video -> video(xml, "txVideo", video, true));
        if (leg.endpoint().kind() == Endpoint.Kind.ROOM) {
            room(xml, leg);
        }
        return xml.textIf(leg.endpoint().kind() == Endpoint.Kind.LYNC, "lyncRole", leg.needsActivation() ? "attendee" : "presenter").close();
    }

    /** Room systems speak Active Control, and some have two screens. */
    private static void room(Xml xml, CallLeg leg) {
        xml.open("activeControl").text("encrypted", true).open("localSubscriptions").text("capabilities", true).text("conferenceInfo", true)
                .text("layouts", true)
                .text("selfInfo", true).text("speakerInfo", true).close().open("remoteSubscriptions").text("capabilities", true).text("conferenceInfo", true)
                .text("layouts", true).text("selfInfo", true).text("speakerInfo", false).close().close();
        int screens = (leg.id().getLeastSignificantBits() & 3) == 0 ? 2 : 1;
        xml.open("multistreamVideo").text("numScreens", screens).text("numCameras", 1).text("numCamerasAvailable", 1).close();
    }

    private static void audio(Xml xml, String element, Audio audio, boolean sent) {
        xml.open(element).text("codec", audio.codec()).text("packetLossPercentage", tenths(audio.loss())).text("jitter", audio.jitterMillis())
                .text("bitRate", audio.bitRate());
        if (sent) {
            xml.text("roundTripTime", audio.roundTripMillis());
        } else {
            xml.text("gainApplied", tenths(audio.gain()));
        }
        xml.close();
    }

    private static void video(Xml xml, String element, Video video, boolean sent) {
        xml.open(element, "role", video.role()).text("codec", video.codec()).text("width", video.width()).text("height", video.height())
                .text("frameRate", tenths(video.frameRate())).text("bitRate", video.bitRate()).text("packetLossPercentage", tenths(video.loss()))
                .text("jitter", video.jitterMillis()).textIf(sent, "roundTripTime", video.roundTripMillis()).close();
    }

    static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
