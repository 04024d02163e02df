package org.moothall.mediaengine.callbridge.internal.api;

import java.time.Instant;
import java.util.Locale;

import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.LegState;
import org.moothall.mediaengine.MediaStatistics;
import org.moothall.mediaengine.MediaStatistics.Audio;
import org.moothall.mediaengine.MediaStatistics.Video;

/** The {@code status} element of a call leg. @spec meeting-server-wire §1.11 */
final class LegStatus {

    private LegStatus() { }

    static Xml write(Xml xml, CallLeg leg, Instant now) {
        xml.open("status").text("state", leg.state().wire());
        if (leg.state() != LegState.CONNECTED) {
            return xml.text("direction", leg.outgoing() ? "outgoing" : "incoming").text("groupId", leg.id()).close();
        }
        Instant connected = leg.connected();
        MediaStatistics media = MediaStatistics.of(leg, now);
        xml.text("durationSeconds", CallLegsApi.seconds(connected == null ? leg.start() : connected, now)).text("direction", leg.outgoing() ? "outgoing" : "incoming")
                .text("sipCallId", leg.sipCallId()).text("groupId", leg.id()).textIf(leg.deactivated(), "deactivated", true)
                .text("encryptedMedia", true).text("unencryptedMedia", false).text("cipherSuite", media.cipherSuite())
                .textIf(leg.endpoint().kind().video(), "layout", leg.layout()).textIf(leg.endpoint().kind().video(), "activeLayout", leg.layout())
                .textIf(leg.endpoint().kind().video(), "availableVideoStreams", media.streams())
                .text("cameraControlAvailable", CallLegsApi.camera(leg));
        audio(xml, "rxAudio", media.rxAudio(), false);
        audio(xml, "txAudio", media.txAudio(), true);
        media.rxVideo().forEach(video -> video(xml, "rxVideo", video, false));
        media.txVideo().forEach(video -> video(xml, "txVideo", video, true));
        return xml.close();
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
