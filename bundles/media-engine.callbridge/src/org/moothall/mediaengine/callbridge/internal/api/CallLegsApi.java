package org.moothall.mediaengine.callbridge.internal.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.EndReason;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.Feature;
import org.moothall.mediaengine.LegState;
import org.moothall.mediaengine.MediaStatistics;
import org.moothall.mediaengine.Moved;

/** {@code /callLegs} and {@code /calls/{id}/callLegs}. @spec meeting-server-wire §1.10, §1.11 */
public final class CallLegsApi {

    private static final String UNKNOWN = "callLegDoesNotExist";

    private final Conference conference;
    private final LegRequests requests;
    private final Clock clock;

    /** The legs of this conference core. */
    public CallLegsApi(Conference conference, LegRequests requests, Clock clock) {
        this.conference = conference;
        this.requests = requests;
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
                .filter(leg -> callOf(conference, leg).map(call -> CallsApi.ofTenant(request, call)).orElse(request.query().get("tenantFilter").isEmpty()))
                .filter(leg -> alarmed(leg, request.query().get("alarms"))).filter(leg -> shown(leg, request.query())).toList();
        return Listing.of(request, "callLegs", found, (xml, leg) -> row(xml, leg, tenant(conference, leg), clock.instant()));
    }

    static void row(Xml xml, CallLeg leg, String tenant, Instant now) {
        xml.open("callLeg", "id", leg.id()).text("name", leg.shownName()).text("remoteParty", leg.endpoint().remoteParty())
                .text("originalRemoteParty", leg.endpoint().remoteParty());
        call(xml, leg);
        xml.textIfAny("tenant", tenant);
        Set<MediaStatistics.Alarm> alarms = MediaStatistics.of(leg, now).alarms();
        if (!alarms.isEmpty()) {
            xml.open("alarms");
            alarms.forEach(alarm -> xml.text(alarm.wire(), ""));
            xml.close();
        }
        xml.close();
    }

    /** Whether layout, streams and owner are as these filters want. */
    private boolean shown(CallLeg leg, Params query) {
        String layout = query.get("activeLayoutFilter");
        String owner = query.get("ownerIdSet");
        boolean streams = query.get("availableVideoStreamsLowerBound").isEmpty() && query.get("availableVideoStreamsUpperBound").isEmpty();
        int number = streams || !leg.endpoint().kind().video() ? 0 : MediaStatistics.of(leg, clock.instant()).streams();
        return (layout.isEmpty() || layout.equalsIgnoreCase(leg.layout()))
                && (streams || number >= query.number("availableVideoStreamsLowerBound", 0)
                        && number <= query.number("availableVideoStreamsUpperBound", Integer.MAX_VALUE))
                && (owner.isEmpty() || "true".equalsIgnoreCase(owner) == !leg.override("ownerId").isEmpty());
    }

    /** Whether the leg has one of the alarms in this list, which bars separate; an empty list asks for none. */
    private boolean alarmed(CallLeg leg, String wanted) {
        List<String> names = List.of(wanted.toLowerCase(Locale.ROOT).split("\\|"));
        return wanted.isEmpty() || MediaStatistics.of(leg, clock.instant()).alarms().stream()
                .anyMatch(alarm -> names.contains("all") || names.contains(alarm.wire().toLowerCase(Locale.ROOT)));
    }

    /** Of the call that this leg is in, empty where there is none. */
    static String tenant(Conference conference, CallLeg leg) {
        return callOf(conference, leg).map(call -> call.get("tenant")).orElse("");
    }

    private static Optional<Call> callOf(Conference conference, CallLeg leg) {
        UUID call = leg.call();
        return call == null ? Optional.empty() : conference.findCall(call);
    }

    private ApiReply show(CallLeg leg) {
        Endpoint end = leg.endpoint();
        Xml xml = Xml.document("callLeg", "id", leg.id()).text("name", leg.shownName()).text("remoteParty", end.remoteParty())
                .text("originalRemoteParty", end.remoteParty()).text("localAddress", leg.localAddress());
        call(xml, leg);
        xml.textIfAny("tenant", tenant(conference, leg)).text("type", end.kind().sip() ? "sip" : "acano").textIfAny("subType", subType(end))
                .textIf(end.kind() == Endpoint.Kind.LYNC, "lyncSubType", "audioVideo")
                .text("direction", leg.outgoing() ? "outgoing" : "incoming").text("canMove", canMove(leg));
        moved(xml, leg, "movedCallLeg");
        xml.open("configuration");
        LegParameters.ALL.keySet().stream().filter(name -> !"deactivated".equals(name)).forEach(name -> xml.textIfAny(name, leg.override(name)));
        return ApiReply.of(
                LegStatus.write(xml.close(), leg, callOf(conference, leg), conference.presentedTo(leg),
                        conference.terms().licences().works(Feature.CUSTOMIZATIONS), clock.instant()));
    }

    private ApiReply change(ApiRequest request) {
        conference.change(leg(request).id(), requests.overrides(request));
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
        return ApiReply.made("callLegs/" + requests.dial(call, request).id());
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

    /** Where a moved leg came from: the leg, and the bridge under the same name with {@code CallBridge} after it. */
    static void moved(Xml xml, CallLeg leg, String name) {
        Moved moved = leg.moved();
        if (moved != null) {
            xml.text(name, moved.leg());
            UUID bridge = moved.bridge();
            if (bridge != null) {
                xml.text(name + "CallBridge", bridge);
            }
        }
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
