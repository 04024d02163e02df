package org.moothall.mediaengine.callbridge.internal.api;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.ConferenceProblem;
import org.moothall.mediaengine.EndReason;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.Participant;

/** {@code /participants} and {@code /calls/{id}/participants}. @spec meeting-server-wire §1.10, §1.11 */
public final class ParticipantsApi {

    private static final String UNKNOWN = "participantDoesNotExist";

    private static final Rule MODE = Rule.oneOf("exclude", "selected");
    private static final int MOST_IDS = 20;

    private final Conference conference;
    private final LegRequests requests;
    private final Meetingwide everywhere;
    private final Clock clock;

    /** Does something to the people of a meeting on the other bridges as well. */
    public interface Meetingwide {
        /** Changes the legs of this meeting on the other bridges. @param participants whom; @param exclude whether all but those */
        void change(UUID correlator, Map<String, String> changes, List<UUID> participants, boolean exclude);

        /** Somebody is to be called from that bridge. Failures: {@code callBridgeDoesNotExist}, {@code callBridgeUnavailable}. */
        void dial(UUID bridge, Invitation invitation);

        /** The leg of another bridge goes on in a call here. */
        void moved(UUID leg);

        /** What the other bridges call this one, null where there is no cluster. */
        @Nullable
        UUID self();
    }

    /**
     * Whom another bridge is to call into a meeting.
     *
     * @param leg id of the leg there
     * @param call this bridge's part of the meeting
     * @param asks for confirmation
     */
    public record Invitation(UUID leg, Call call, Endpoint endpoint, Map<String, String> settings, boolean asks) {}

    /** The participants of this conference core. */
    public ParticipantsApi(Conference conference, LegRequests requests, Meetingwide everywhere, Clock clock) {
        this.conference = conference;
        this.requests = requests;
        this.everywhere = everywhere;
        this.clock = clock;
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("GET", "participants", this::all)
                .on("GET", "participants/{}", request -> show(participant(request, 1)))
                .on("PUT", "participants/{}", request -> change(request, 1)).on("DELETE", "participants/{}", this::drop)
                .on("GET", "participants/{}/callLegs", this::legs)
                .on("GET", "calls/{}/participants", request -> list(request, conference.participants(CallsApi.call(conference, request).id())))
                .on("POST", "calls/{}/participants", this::add).on("PUT", "calls/{}/participants/*", this::changeMany)
                .on("GET", "calls/{}/participants/{}", request -> show(participant(request, 3)))
                .on("PUT", "calls/{}/participants/{}", request -> change(request, 3));
    }

    private List<Participant> everybody() {
        return conference.calls().stream().flatMap(call -> conference.participants(call.id()).stream()).toList();
    }

    private Participant participant(ApiRequest request, int place) {
        return conference.findParticipant(request.id(place, UNKNOWN)).orElseThrow(() -> ApiFailure.notFound(UNKNOWN));
    }

    private ApiReply list(ApiRequest request, List<Participant> all) {
        Optional<UUID> bridge = request.query().id("callBridgeFilter");
        List<Participant> found = all.stream().filter(one -> Listing.matches(request, one.leg().shownName(), one.leg().endpoint().remoteParty()))
                .filter(one -> conference.findCall(one.call()).filter(call -> CallsApi.ofTenant(request, call)).isPresent())
                .filter(one -> bridge.isEmpty() || bridge.get().equals(one.local() ? everywhere.self() : one.bridge())).toList();
        return Listing.of(request, "participants", found, this::row);
    }

    private ApiReply all(ApiRequest request) {
        boolean filtered = List.of("filter", "tenantFilter", "callBridgeFilter").stream().anyMatch(name -> !request.query().get(name).isEmpty());
        return filtered ? list(request, everybody())
                : Listing.of(request, "participants", conference.countAll(), conference::participants, this::row);
    }

    private void row(Xml xml, Participant one) {
        xml.open("participant", "id", one.leg().id()).text("name", one.leg().shownName()).text("call", one.call()).textIfAny("tenant", tenant(one));
        bridge(xml, one);
        xml.close();
    }

    private String tenant(Participant one) {
        return conference.findCall(one.call()).map(call -> call.get("tenant")).orElse("");
    }

    private ApiReply show(Participant one) {
        CallLeg leg = one.leg();
        Xml xml = Xml.document("participant", "id", leg.id()).text("call", one.call()).textIfAny("tenant", tenant(one));
        bridge(xml, one);
        xml.textIf(one.local(), "numCallLegs", 1).text("name", leg.shownName()).text("uri", leg.endpoint().remoteParty())
                .text("originalUri", leg.endpoint().remoteParty()).textIfAny("userJid", leg.endpoint().userJid())
                .text("isActivator", !leg.needsActivation()).text("canMove", CallLegsApi.canMove(leg));
        CallLegsApi.moved(xml, leg, "movedParticipant");
        xml.open("configuration").textIfAny("importance", leg.override("importance")).textIfAny("nameLabelOverride", leg.override("nameLabelOverride"))
                .textIfAny("defaultLayout", leg.override("defaultLayout")).textIfAny("layoutTemplate", leg.override("layoutTemplate")).close();
        return ApiReply.of(xml.open("status").text("state", leg.state().wire()).text("cameraControlAvailable", CallLegsApi.camera(leg)).close());
    }

    private ApiReply change(ApiRequest request, int place) {
        Participant one = participant(request, place);
        if (!one.local()) {
            throw Problem.of(ConferenceProblem.PARTICIPANT_CANNOT_BE_MODIFIED, "It is on another bridge.").exception();
        }
        conference.change(one.leg().id(), requests.overrides(request));
        return ApiReply.done();
    }

    private ApiReply changeMany(ApiRequest request) {
        Call call = CallsApi.call(conference, request);
        Map<String, String> changes = requests.overrides(request);
        List<UUID> named = ids(request.form().get("filterIds"));
        boolean exclude = !"selected"
                .equals(request.form().find("mode").filter(mode -> !mode.isEmpty()).map(mode -> MODE.checked("mode", mode)).orElse("exclude"));
        conference.changeMany(call.correlator(), changes, named, exclude);
        everywhere.change(call.correlator(), changes, named, exclude);
        return ApiReply.done();
    }

    private ApiReply drop(ApiRequest request) {
        Participant one = participant(request, 1);
        if (!one.local()) {
            throw Problem.of(ConferenceProblem.PARTICIPANT_CANNOT_BE_DELETED, "It is on another bridge.").exception();
        }
        conference.hangUp(one.leg().id(), EndReason.API_INITIATED_TEARDOWN);
        return ApiReply.done();
    }

    private ApiReply legs(ApiRequest request) {
        Participant one = participant(request, 1);
        return Listing.of(request, "callLegs", one.local() ? List.of(one.leg()) : List.of(),
                (xml, leg) -> CallLegsApi.row(xml, leg, CallLegsApi.tenant(conference, leg), clock.instant()));
    }

    private ApiReply add(ApiRequest request) {
        Call call = CallsApi.call(conference, request);
        Optional<UUID> moved = request.form().id("movedParticipant");
        if (moved.isPresent()) {
            return ApiReply.made("participants/" + move(moved.get(), call.id(), request).id());
        }
        Optional<UUID> group = request.form().id("callBridgeGroup");
        if (group.isPresent()) {
            return ApiReply.made("participants/" + dialInGroup(requests.balanced(group.get()), call, request));
        }
        Optional<UUID> bridge = request.form().id("callBridge").filter(id -> !id.equals(everywhere.self()));
        return ApiReply.made("participants/" + (bridge.isPresent() ? dialThere(bridge.get(), call, request) : requests.dial(call.id(), request).id()));
    }

    /** Lets another bridge of the cluster call somebody. Failures: {@code callBridgeDoesNotExist}, {@code callBridgeUnavailable}. */
    private UUID dialThere(UUID bridge, Call call, ApiRequest request) {
        LegRequests.Party party = requests.party(request);
        if (conference.isFull(call)) {
            throw ApiFailure.badRequest(ConferenceProblem.PARTICIPANT_LIMIT_REACHED.reason());
        }
        UUID leg = conference.ids().next(Identities.Kind.LEG);
        everywhere.dial(bridge, new Invitation(leg, call, party.endpoint(), requests.overrides(request), party.asks()));
        return leg;
    }

    /** Lets a bridge of a group call somebody: this one when it belongs to it, else the first that can. Failure: {@code callBridgeGroupUnavailable}. */
    private UUID dialInGroup(List<UUID> bridges, Call call, ApiRequest request) {
        UUID self = everywhere.self();
        if (self != null && bridges.contains(self)) {
            return requests.dial(call.id(), request).id();
        }
        for (UUID bridge : bridges) {
            try {
                return dialThere(bridge, call, request);
            } catch (ApiFailure e) {
                if (!"callBridgeUnavailable".equals(e.getMessage())) {
                    throw e;
                }
            }
        }
        throw ApiFailure.badRequest("callBridgeGroupUnavailable");
    }

    private CallLeg move(UUID participant, UUID call, ApiRequest request) {
        boolean here = conference.findLeg(participant).isPresent();
        CallLeg leg;
        try {
            leg = conference.move(participant, call, requests.overrides(request), everywhere.self());
        } catch (ProblemException e) {
            throw e.problem().code() == ConferenceProblem.PARTICIPANT_DOES_NOT_EXIST ? ApiFailure.parameter("movedParticipant") : e;
        }
        if (!here) {
            everywhere.moved(participant);
        }
        return leg;
    }

    private static List<UUID> ids(String list) {
        if (list.isEmpty()) {
            return List.of();
        }
        List<String> texts = List.of(list.split(","));
        if (texts.size() > MOST_IDS) {
            throw ApiFailure.parameter("filterIds");
        }
        return texts.stream().map(text -> UUID.fromString(Rule.GUID.checked("filterIds", text.strip()))).toList();
    }

    private static void bridge(Xml xml, Participant one) {
        UUID bridge = one.bridge();
        if (bridge != null) {
            xml.text("callBridge", bridge);
        }
    }
}
