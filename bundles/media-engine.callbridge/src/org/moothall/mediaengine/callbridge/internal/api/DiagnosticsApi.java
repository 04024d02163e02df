package org.moothall.mediaengine.callbridge.internal.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Identities;

/** {@code /system/diagnostics}: what was going on in a call when somebody asked. Thread-safe. @spec meeting-server-wire §1.6 */
public final class DiagnosticsApi {

    private static final String UNKNOWN = "diagnosticsDoesNotExist";
    private static final int MOST = 100;

    private final Conference conference;
    private final Clock clock;
    private final Map<UUID, Diagnosis> taken = new LinkedHashMap<>();

    private record Diagnosis(UUID id, String label, @Nullable UUID space, @Nullable UUID correlator, Instant at, String text) {}

    /** Of the calls of this conference core. */
    public DiagnosticsApi(Conference conference, Clock clock) {
        this.conference = conference;
        this.clock = clock;
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("GET", "system/diagnostics", this::list).on("GET", "system/diagnostics/{}", this::show).on("DELETE", "system/diagnostics/{}", this::remove)
                .on("GET", "system/diagnostics/{}/contents", request -> ApiReply.plain(diagnosis(request).text()))
                .on("POST", "calls/{}/diagnostics", request -> take(Optional.of(CallsApi.call(conference, request)), null))
                .on("POST", "coSpaces/{}/diagnostics", this::ofSpace);
    }

    private synchronized ApiReply list(ApiRequest request) {
        Optional<UUID> space = request.query().id("coSpaceFilter");
        Optional<UUID> correlator = request.query().id("callCorrelatorFilter");
        List<Diagnosis> found = taken.values().stream().filter(one -> space.isEmpty() || space.get().equals(one.space()))
                .filter(one -> correlator.isEmpty() || correlator.get().equals(one.correlator())).toList();
        return Listing.of(request, "diagnostics", found, (xml, one) -> xml.open("diagnostics", "id", one.id()).text("label", one.label()).close());
    }

    private ApiReply show(ApiRequest request) {
        Diagnosis one = diagnosis(request);
        Xml xml = Xml.document("diagnostics", "id", one.id()).text("label", one.label());
        UUID space = one.space();
        if (space != null) {
            xml.text("coSpace", space);
        }
        UUID correlator = one.correlator();
        if (correlator != null) {
            xml.text("callCorrelator", correlator);
        }
        return ApiReply.of(xml.text("timestamp", one.at()).text("contentsSize", one.text().getBytes(StandardCharsets.UTF_8).length));
    }

    private synchronized ApiReply remove(ApiRequest request) {
        taken.remove(diagnosis(request).id());
        return ApiReply.done();
    }

    private ApiReply ofSpace(ApiRequest request) {
        UUID id = conference.spaces().find(request.id(1, "coSpaceDoesNotExist")).orElseThrow(() -> ApiFailure.notFound("coSpaceDoesNotExist")).id();
        return take(conference.findCallIn(id), id);
    }

    private synchronized ApiReply take(Optional<Call> call, @Nullable UUID space) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String people = call.map(one -> conference.legsOf(one.id()).stream().map(DiagnosticsApi::line).collect(Collectors.joining())).orElse("");
        UUID id = conference.ids().next(Identities.Kind.PASSING);
        UUID room = space;
        UUID correlator = null;
        if (call.isPresent()) {
            room = call.get().space();
            correlator = call.get().correlator();
        }
        String label = call.map(Call::name).orElse("") + " " + now;
        taken.put(id, new Diagnosis(id, label.strip(), room, correlator, now, "call " + call.map(Call::id).map(UUID::toString).orElse("none") + "\n" + people));
        List.copyOf(taken.keySet()).stream().limit(Math.max(0, taken.size() - MOST)).forEach(taken::remove);
        return ApiReply.made("system/diagnostics/" + id);
    }

    private static String line(CallLeg leg) {
        return leg.id() + " " + leg.endpoint().remoteParty() + " " + leg.state().wire() + (leg.deactivated() ? " deactivated" : "") + "\n";
    }

    private synchronized Diagnosis diagnosis(ApiRequest request) {
        Diagnosis found = taken.get(request.id(2, UNKNOWN));
        if (found == null) {
            throw ApiFailure.notFound(UNKNOWN);
        }
        return found;
    }
}
