package org.moothall.mediaengine.callbridge.internal.licensing;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Directory;
import org.moothall.mediaengine.LegState;
import org.moothall.mediaengine.callbridge.internal.api.ApiFailure;
import org.moothall.mediaengine.callbridge.internal.api.ApiReply;
import org.moothall.mediaengine.callbridge.internal.api.ApiRequest;
import org.moothall.mediaengine.callbridge.internal.api.Listing;
import org.moothall.mediaengine.callbridge.internal.api.Router;
import org.moothall.mediaengine.callbridge.internal.api.Xml;

/** {@code /system/multipartyLicensing} and {@code /system/MPLicenseUsage}. @spec meeting-server-wire §1.7 */
public final class UsageApi {

    private static final String NO_UNITS = "0.000";

    private final Conference conference;
    private final UsageMeter meter;
    private final Clock clock;

    /** Of the meetings of this conference core. */
    public UsageApi(Conference conference, UsageMeter meter, Clock clock) {
        this.conference = conference;
        this.meter = meter;
        this.clock = clock;
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("GET", "system/multipartyLicensing", request -> now())
                .on("GET", "system/multipartyLicensing/activePersonalLicenses", this::personal)
                .on("GET", "system/MPLicenseUsage", this::snapshots)
                .on("GET", "system/MPLicenseUsage/knownHosts",
                        request -> Listing.of(request, "knownHosts", meter.hosts(), (xml, host) -> xml.open("host", "id", host).close()));
    }

    /** The limits are those of licence files, and capacity units were given up with version 3.0: both are zero. */
    private ApiReply now() {
        Tally tally = Tally.now(conference);
        Tally.Used all = tally.used(false);
        Tally.Used shared = tally.used(true);
        Directory directory = conference.terms().directory();
        return ApiReply.of(Xml.document("multipartyLicensing").text("timestamp", clock.instant().truncatedTo(ChronoUnit.SECONDS))
                .text("personalLicenseLimit", 0).text("sharedLicenseLimit", 0).text("capacityUnitLimit", 0)
                .text("users", directory.all().size()).text("personalLicenses", directory.countLicensed())
                .text("participantsActive", conference.legs().stream().filter(leg -> leg.state() == LegState.CONNECTED && !leg.atIvr()).count())
                .text("callsActive", all.calls()).text("weightedCallsActive", weight(all))
                .text("callsWithoutPersonalLicense", shared.calls()).text("weightedCallsWithoutPersonalLicense", weight(shared))
                .text("capacityUnitUsage", NO_UNITS).text("capacityUnitUsageWithoutPersonalLicense", NO_UNITS));
    }

    private ApiReply personal(ApiRequest request) {
        List<Map.Entry<UUID, Tally.Used>> users = List.copyOf(Tally.now(conference).personal().entrySet());
        return Listing.of(request, "activePersonalLicenses", users, (xml, user) -> xml.open("user", "id", user.getKey())
                .text("callsActive", user.getValue().calls()).text("weightedCallsActive", weight(user.getValue())).close());
    }

    private ApiReply snapshots(ApiRequest request) {
        UUID host = request.query().id("hostId").orElse(meter.host());
        List<Usage> found = meter.between(host, time(request, "startTime", Instant.MIN), time(request, "endTime", Instant.MAX));
        return Listing.of(request, "MPLicenseUsage", found, (xml, usage) -> {
            xml.open("entry", "time", usage.at());
            usage.each(xml::text);
            xml.close();
        });
    }

    private static Instant time(ApiRequest request, String name, Instant otherwise) {
        String text = request.query().get(name);
        try {
            return text.isEmpty() ? otherwise : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw ApiFailure.parameter(name);
        }
    }

    private static String weight(Tally.Used used) {
        return String.format(Locale.ROOT, "%.3f", used.weighted());
    }
}
