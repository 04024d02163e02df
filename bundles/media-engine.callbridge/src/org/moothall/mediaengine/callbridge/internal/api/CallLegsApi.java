package org.moothall.mediaengine.callbridge.internal.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.EndReason;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.LegState;
import org.moothall.mediaengine.MediaStatistics;

/** {@code /callLegs} and {@code /calls/{id}/callLegs}. @spec meeting-server-wire §1.10, §1.11 */
public final class CallLegsApi {

    private static final String UNKNOWN = "callLegDoesNotExist";

    private final Conference conference;
    private final Clock clock;

    /** The legs of this conference core. */
    public CallLegsApi(Conference conference, Clock clock) {
        this.conference = conference;
        this.clock = clock;
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("GET", "callLegs", request -> list(request, conference.legs()))
                .on("GET", "callLegs/{}", request -> show(leg(request)))
                .on("PUT", "callLegs/{}", this::change).on("DELETE", "callLegs/{}", this::drop)
                .on("PUT", "callLegs/{}/cameraControl", this::acknowledged).on("POST", "callLegs/{}/generateKeyframe", this::acknowledged)
                .on("GET", "calls/{}/callLegs", request -> list(request, conference.legsOf(CallsApi.call(conference, request).id())))
                .on("POST", "calls/{}/callLegs", this::add);
    }

    private CallLeg leg(ApiRequest request) {
        return conference.findLeg(request.id(1, UNKNOWN)).orElseThrow(() -> ApiFailure.notFound(UNKNOWN));
    }

    private ApiReply list(ApiRequest request, List<CallLeg> all) {
        Optional<UUID> participant = request.query().id("participantFilter");
        List<CallLeg> found = all.stream().filter(leg -> Listing.matches(request, leg.shownName(), leg.endpoint().remoteParty()))
                .filter(leg -> participant.isEmpty() || participant.get().equals(leg.id()))
                .filter(leg -> request.query().get("tenantFilter").isEmpty())
                .filter(leg -> request.query().get("alarms").isEmpty() || MediaStatistics.of(leg, clock.instant()).lossy()).toList();
        return Listing.of(request, "callLegs", found, CallLegsApi::row);
    }

    static void row(Xml xml, CallLeg leg) {
        xml.open("callLeg", "id", leg.id()).text("name", leg.shownName()).text("remoteParty", leg.endpoint().remoteParty());
        call(xml, leg);
        xml.close();
    }

    private ApiReply show(CallLeg leg) {
        Endpoint end = leg.endpoint();
        Xml xml = Xml.document("callLeg", "id", leg.id()).text("name", leg.shownName()).text("remoteParty", end.remoteParty())
                .text("originalRemoteParty", end.remoteParty()).text("localAddress", leg.localAddress());
        call(xml, leg);
        xml.text("type", end.kind().sip() ? "sip" : "acano").textIfAny("subType", subType(end)).textIf(end.kind() == Endpoint.Kind.LYNC, "lyncSubType", "audioVideo")
                .text("direction", leg.outgoing() ? "outgoing" : "incoming").text("canMove", canMove(leg));
        UUID moved = leg.movedLeg();
        if (moved != null) {
            xml.text("movedCallLeg", moved);
        }
        xml.open("configuration");
        LegParameters.ALL.keySet().forEach(name -> xml.textIfAny(name, leg.get(name)));
        return ApiReply.of(LegStatus.write(xml.close(), leg, clock.instant()));
    }

    private ApiReply change(ApiRequest request) {
        conference.change(leg(request).id(), overrides(request));
        return ApiReply.done();
    }

    private ApiReply drop(ApiRequest request) {
        conference.hangUp(leg(request).id(), EndReason.API_INITIATED_TEARDOWN);
        return ApiReply.done();
    }

    private ApiReply acknowledged(ApiRequest request) {
        leg(request);
        return ApiReply.done();
    }

    private ApiReply add(ApiRequest request) {
        UUID call = CallsApi.call(conference, request).id();
        return ApiReply.made("callLegs/" + dial(conference, call, request, overrides(request)).id());
    }

    /** Calls the party that the request names. Failure: {@code parameterError} when it names none. */
    static CallLeg dial(Conference conference, UUID call, ApiRequest request, Map<String, String> settings) {
        String address = request.form().get("remoteParty");
        if (address.isBlank()) {
            throw ApiFailure.parameter("remoteParty");
        }
        String host = address.contains("@") ? address.substring(address.indexOf('@') + 1) : "";
        Endpoint.Kind kind = address.matches("[+\\d]+(@.*)?") ? Endpoint.Kind.PHONE : Endpoint.Kind.DESK;
        String name = address.contains("@") ? address.substring(0, address.indexOf('@')) : address;
        return conference.dial(call, new Endpoint(kind, name, address, host, ""), settings);
    }

    /** The overrides in a request; bulk requests say {@code layout} where others say {@code chosenLayout}. */
    static Map<String, String> overrides(ApiRequest request) {
        Map<String, String> changes = new LinkedHashMap<>(request.form().known(LegParameters.ALL));
        request.form().find("layout").ifPresent(layout -> changes.put("chosenLayout", layout.isEmpty() ? "" : Rule.LAYOUT.checked("layout", layout)));
        request.form().find("dtmfSequence").filter(tones -> !tones.isEmpty()).ifPresent(tones -> Rule.TONES.checked("dtmfSequence", tones));
        return changes;
    }

    static boolean canMove(CallLeg leg) {
        return leg.state() == LegState.CONNECTED && leg.endpoint().kind() != Endpoint.Kind.LYNC;
    }

    static boolean camera(CallLeg leg) {
        return leg.endpoint().kind() == Endpoint.Kind.ROOM;
    }

    /** As API and CDRs write it, empty for plain SIP. */
    public static String subType(Endpoint end) {
        return switch (end.kind()) {
            case WEB_APP, WEB_GUEST -> "webApp";
            case LYNC -> "lync";
            default -> "";
        };
    }

    private static void call(Xml xml, CallLeg leg) {
        UUID call = leg.call();
        if (call != null) {
            xml.text("call", call);
        }
    }

    /** Seconds between two instants, never negative. */
    static long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }
}
