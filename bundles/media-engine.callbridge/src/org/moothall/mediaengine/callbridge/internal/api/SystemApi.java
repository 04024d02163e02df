package org.moothall.mediaengine.callbridge.internal.api;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.MediaStatistics;
import org.moothall.mediaengine.callbridge.CallBridgeSettings;
import org.moothall.mediaengine.callbridge.CallBridgeSettings.Member;

/** {@code /system}: how this bridge is. @spec meeting-server-wire §1.6 */
public final class SystemApi {

    private final CallBridgeSettings settings;
    private final Conference conference;
    private final Clock clock;
    private final Alarms alarms;
    private final LongSupplier correlatorIndex;

    /** @param correlatorIndex index of the next CDR record */
    public SystemApi(CallBridgeSettings settings, Conference conference, Clock clock, Alarms alarms, LongSupplier correlatorIndex) {
        this.settings = settings;
        this.conference = conference;
        this.clock = clock;
        this.alarms = alarms;
        this.correlatorIndex = correlatorIndex;
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("GET", "system/status", this::status)
                .on("GET", "system/alarms", alarms::list)
                .on("GET", "system/load", this::load)
                .on("GET", "system/database", request -> database());
    }

    private ApiReply status(ApiRequest request) {
        Conference.Counters legs = conference.counters();
        Xml xml = Xml.document("status").text("hostId", settings.hostId()).text("softwareVersion", CallBridgeSettings.SOFTWARE_VERSION)
                .text("uptimeSeconds", Duration.between(settings.started(), clock.instant()).toSeconds())
                .text("cdrTime", clock.instant().truncatedTo(ChronoUnit.SECONDS))
                .text("activated", true).text("clusterEnabled", settings.clustered()).text("clusterId", settings.clusterId())
                .text("cdrCorrelatorIndex", correlatorIndex.getAsLong())
                .text("callLegsActive", legs.active()).text("callLegsMaxActive", legs.maxActive()).text("callLegsCompleted", legs.completed());
        List<MediaStatistics> media = conference.legs().stream().map(leg -> MediaStatistics.of(leg, clock.instant())).toList();
        return ApiReply.of(xml.text("audioBitRateOutgoing", media.stream().mapToLong(leg -> leg.txAudio().bitRate()).sum())
                .text("audioBitRateIncoming", media.stream().mapToLong(leg -> leg.rxAudio().bitRate()).sum())
                .text("videoBitRateOutgoing", media.stream().flatMap(leg -> leg.txVideo().stream()).mapToLong(MediaStatistics.Video::bitRate).sum())
                .text("videoBitRateIncoming", media.stream().flatMap(leg -> leg.rxVideo().stream()).mapToLong(MediaStatistics.Video::bitRate).sum()));
    }

    /** Each bridge has a copy of the database; the first one's is the primary. */
    private ApiReply database() {
        if (!settings.clustered()) {
            return ApiReply.of(Xml.document("database", "clustered", "disabled"));
        }
        Xml xml = Xml.document("database", "clustered", "enabled").open("cluster").text("totalNodes", settings.members().size())
                .text("nodeInUse", settings.members().getFirst().address().getHost());
        Set<UUID> lost = alarms.lostBridges();
        for (Member member : settings.members()) {
            boolean up = !lost.contains(member.id());
            xml.open("node", "hostname", member.address().getHost(), "up", up, "syncBehind", up ? 0 : -1, "master",
                    member.equals(settings.members().getFirst())).close();
        }
        return ApiReply.of(xml);
    }

    private ApiReply load(ApiRequest request) {
        double wobble = Math.sin(clock.millis() / 17_000.0) + 1;
        return ApiReply.of(Xml.document("load").text("mediaProcessingLoad", Math.min(100, Math.round(2 + wobble + 98 * conference.inUse().load()))));
    }
}
