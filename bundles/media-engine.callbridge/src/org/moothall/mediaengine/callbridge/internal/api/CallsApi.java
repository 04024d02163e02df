package org.moothall.mediaengine.callbridge.internal.api;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.LegState;

/** {@code /calls}. @spec meeting-server-wire §1.10 */
public final class CallsApi {

    static final String UNKNOWN = "callDoesNotExist";
    private static final List<String> FLAGS = List.of("locked", "recording", "streaming", "allowAllMuteSelf", "allowAllPresentationContribution",
            "joinAudioMuteOverride", "activeWhenEmpty", "chatAllowed", "raiseHandEnabled", "notesAllowed", "captionsAllowed", "surveyAllowed",
            "fileReceiveAllowed", "backgroundBlurAllowed");
    private static final int ALWAYS_TOLD = 7;
    private static final String PERMANENT = "permanent";
    /** When the message was put up, in milliseconds; not told. */
    private static final String MESSAGE_SINCE = "messageSince";
    private static final Map<String, Rule> PARAMETERS = parameters();

    private final Conference conference;
    private final Clock clock;

    /** The calls of this conference core. */
    public CallsApi(Conference conference, Clock clock) {
        this.conference = conference;
        this.clock = clock;
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("GET", "calls", this::list).on("POST", "calls", this::create)
                .on("GET", "calls/{}", request -> show(call(conference, request))).on("PUT", "calls/{}", this::change).on("DELETE", "calls/{}", this::end);
    }

    static Call call(Conference conference, ApiRequest request) {
        return conference.findCall(request.id(1, UNKNOWN)).orElseThrow(() -> ApiFailure.notFound(UNKNOWN));
    }

    private ApiReply list(ApiRequest request) {
        Optional<UUID> space = request.query().id("coSpaceFilter");
        List<Call> found = conference.calls().stream().filter(call -> space.isEmpty() || space.get().equals(call.space()))
                .filter(call -> ofTenant(request, call)).toList();
        return Listing.of(request, "calls", found, (xml, call) -> {
            xml.open("call", "id", call.id()).text("name", call.name());
            space(xml, call);
            xml.text("callCorrelator", call.correlator()).textIfAny("tenant", call.get("tenant")).close();
        });
    }

    /** Whether a call is of the tenant that the request asks for, if it does. */
    static boolean ofTenant(ApiRequest request, Call call) {
        String wanted = request.query().get("tenantFilter");
        return wanted.isEmpty() || wanted.equalsIgnoreCase(call.get("tenant"));
    }

    private ApiReply show(Call call) {
        Conference.Counters legs = counted(call);
        long everybody = conference.count(call);
        Xml xml = Xml.document("call", "id", call.id()).text("name", call.name()).text("callType", call.type().wire());
        space(xml, call);
        int instances = conference.instances(call);
        xml.textIfAny("tenant", call.get("tenant")).textIfAny("ownerName", call.ownerName()).text("callCorrelator", call.correlator())
                .text("durationSeconds", Duration.between(call.start(), clock.instant()).toSeconds())
                .text("numCallLegs", legs.active()).text("maxCallLegs", legs.maxActive()).text("numParticipantsLocal", legs.active())
                .textIf(everybody > legs.active(), "numParticipantsRemote", everybody - legs.active())
                .textIf(instances > 1, "numDistributedInstances", instances);
        UUID presenter = call.presenter();
        if (presenter != null) {
            xml.text("presenterCallLeg", presenter);
        }
        return ApiReply.of(settings(xml, call));
    }

    private Xml settings(Xml xml, Call call) {
        xml.text("locked", call.is("locked")).text("recording", call.is("recording")).textIf(call.is("recording"), "recordingStatus", "active")
                .text("streaming", call.is("streaming")).textIf(call.is("streaming"), "streamingStatus", "active")
                .text("allowAllMuteSelf", !"false".equals(call.get("allowAllMuteSelf")))
                .text("allowAllPresentationContribution", !"false".equals(call.get("allowAllPresentationContribution")))
                .textIfAny("joinAudioMuteOverride", call.get("joinAudioMuteOverride")).textIfAny("messageText", call.get("messageText"))
                .text("messagePosition", call.get("messagePosition").isEmpty() ? "middle" : call.get("messagePosition"))
                .text("messageDuration", call.get("messageDuration").isEmpty() ? "0" : call.get("messageDuration"))
                .textIfAny("messageTimeRemaining", messageTime(call)).text("activeWhenEmpty", call.is("activeWhenEmpty"))
                .text("endpointRecording", conference.endpointRecords(call));
        FLAGS.subList(ALWAYS_TOLD, FLAGS.size()).forEach(name -> xml.textIfAny(name, call.get(name)));
        List.of("messageBannerText", "panePlacementHighestImportance", "panePlacementSelfPaneMode").forEach(name -> xml.textIfAny(name, call.get(name)));
        return xml;
    }

    private String messageTime(Call call) {
        String duration = call.get("messageDuration");
        if (call.get("messageText").isEmpty() || duration.isEmpty() || call.get(MESSAGE_SINCE).isEmpty()) {
            return "";
        }
        long gone = (clock.millis() - Long.parseLong(call.get(MESSAGE_SINCE))) / 1000;
        return PERMANENT.equals(duration) ? PERMANENT : Long.toString(Math.max(0, Long.parseLong(duration) - gone));
    }

    private Conference.Counters counted(Call call) {
        int active = (int) conference.legsOf(call.id()).stream().filter(leg -> leg.state() == LegState.CONNECTED || leg.outgoing()).count();
        return new Conference.Counters(active, Math.max(active, call.legsMaxActive()), call.legsCompleted());
    }

    private ApiReply create(ApiRequest request) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("activeWhenEmpty", "true"));
        settings.putAll(request.form().known(PARAMETERS));
        Optional<UUID> correlator = request.form().id("callCorrelator");
        Optional<UUID> space = request.form().id("coSpace");
        if (space.isEmpty() && request.form().get("name").isEmpty()) {
            throw ApiFailure.parameter("coSpace");
        }
        Optional<UUID> unknown = space.filter(id -> conference.spaces().find(id).isEmpty());
        if (unknown.isPresent()) {
            throw ApiFailure.badRequest("coSpaceDoesNotExist");
        }
        Call call = space.map(id -> correlator.isPresent() ? conference.open(id, correlator.get(), settings) : conference.open(id, null, settings))
                .orElseGet(() -> conference.openAdHoc(request.form().get("name"), correlator.orElseGet(() -> conference.ids().next(Identities.Kind.MEETING)),
                        settings));
        return ApiReply.made("calls/" + call.id());
    }

    private ApiReply change(ApiRequest request) {
        Map<String, String> changes = new LinkedHashMap<>(request.form().known(PARAMETERS));
        if (changes.containsKey("messageText") || changes.containsKey("messageDuration")) {
            changes.put(MESSAGE_SINCE, Long.toString(clock.millis()));
        }
        conference.changeCall(call(conference, request).id(), changes);
        return ApiReply.done();
    }

    private ApiReply end(ApiRequest request) {
        conference.end(call(conference, request).id());
        return ApiReply.done();
    }

    private static void space(Xml xml, Call call) {
        UUID space = call.space();
        if (space != null) {
            xml.text("coSpace", space);
        }
    }

    private static Map<String, Rule> parameters() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        FLAGS.forEach(name -> rules.put(name, Rule.BOOL));
        rules.put("messageText", Rule.TEXT);
        rules.put("messagePosition", Rule.oneOf("top", "middle", "bottom"));
        rules.put("messageDuration", Rule.SECONDS_OR_PERMANENT);
        rules.put("messageBannerText", Rule.TEXT);
        rules.put("panePlacementHighestImportance", Rule.NUMBER);
        rules.put("panePlacementSelfPaneMode", Rule.oneOf("skip", "self", "blank", "unset"));
        return rules;
    }
}
