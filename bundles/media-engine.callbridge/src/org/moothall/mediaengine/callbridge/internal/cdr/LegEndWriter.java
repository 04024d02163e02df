package org.moothall.mediaengine.callbridge.internal.cdr;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Chance;
import org.moothall.mediaengine.EndReason;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.MediaStatistics;
import org.moothall.mediaengine.MediaStatistics.Video;
import org.moothall.mediaengine.callbridge.internal.api.Xml;

/** The content of {@code callLegEnd}: why, how long, and how good the media were. Pure. @spec meeting-server-wire §2.5 */
final class LegEndWriter {

    private LegEndWriter() {}

    static String write(CallLeg leg, EndReason reason, Instant now) {
        Instant connected = leg.connected();
        long seconds = connected == null ? 0 : Duration.between(connected, now).toSeconds();
        Xml xml = Xml.fragment("callLeg", "id", leg.id()).textIfAny("cdrTag", leg.cdrTag()).text("reason", reason.wire())
                .text("remoteTeardown", reason.remote()).textIfAny("confirmationStatus",
                        leg.confirmation().wire())
                .text("durationSeconds", seconds).text("activatedDuration", leg.activated(now).toSeconds());
        if (connected != null) {
            media(xml, leg, now);
        }
        return xml.textIfAny("ownerId", leg.get("ownerId")).textIf(leg.endpoint().kind().sip(), "sipCallId", leg.sipCallId()).end();
    }

    private static void media(Xml xml, CallLeg leg, Instant now) {
        MediaStatistics media = MediaStatistics.of(leg, now);
        Chance chance = Chance.of(leg.id().getMostSignificantBits(), 17);
        boolean video = leg.endpoint().kind().video();
        xml.open("mediaUsagePercentages").text("mainVideoViewer", tenths(video ? 92 + 8 * chance.unit() : 0))
                .text("mainVideoContributor", tenths(video ? 60 + 40 * chance.unit() : 0)).text("presentationViewer", tenths(video ? 50 * chance.unit() : 0))
                .text("presentationContributor", tenths(leg.presenting() ? 20 * chance.unit() : 0));
        if (leg.endpoint().kind() == Endpoint.Kind.ROOM) {
            xml.open("multistreamVideo").text("maxScreens", 1).close();
        }
        xml.close();
        media.alarms().forEach(alarm -> xml.bare("alarm", "type", alarm.wire(), "durationPercentage", tenths(0.5 + 4 * chance.unit())));
        xml.text(leg.encrypted() ? "encryptedMedia" : "unencryptedMedia", true);
        xml.open("rxAudio").text("codec", media.rxAudio().codec());
        statistics(xml, media.rxAudio().loss(), chance).close();
        xml.open("txAudio").text("codec", media.txAudio().codec()).close();
        video(xml, "rxVideo", media.rxVideo(), chance);
        video(xml, "txVideo", media.txVideo(), chance);
    }

    private static void video(Xml xml, String element, List<Video> streams, Chance chance) {
        if (!streams.isEmpty()) {
            Video main = streams.getFirst();
            xml.open(element).text("codec", main.codec()).text("maxSizeWidth", main.width()).text("maxSizeHeight", main.height());
            if ("rxVideo".equals(element)) {
                statistics(xml, main.loss(), chance);
            }
            xml.close();
        }
    }

    private static Xml statistics(Xml xml, double loss, Chance chance) {
        String burst = String.format(Locale.ROOT, "%.3f", loss > 0 ? 0.02 + 0.1 * chance.unit() : 0);
        String density = String.format(Locale.ROOT, "%.2f", loss > 0 ? 10 + 30 * chance.unit() : 0);
        return xml.open("packetStatistics").open("packetLossBursts").text("duration", burst).text("density", density).close()
                .open("packetGap").text("duration", String.format(Locale.ROOT, "%.3f", 5 + 20 * chance.unit()))
                .text("density", String.format(Locale.ROOT, "%.2f", loss / 10)).close().close();
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
