package org.moothall.mediaengine.callbridge.internal.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.moothall.core.Credentials;
import org.moothall.core.Secret;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Directory;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.Spaces;
import org.moothall.mediaengine.Terms;
import org.moothall.mediaengine.callbridge.CallBridgeSettings;
import org.moothall.mediaengine.callbridge.CallBridgeSettings.Member;
import org.moothall.mediaengine.callbridge.Scenario;
import org.moothall.mediaengine.callbridge.internal.objects.ObjectsApi;
import org.moothall.testkit.ManualClock;

/** Sizes are those that real traces show (meeting-server-wire §1.1). */
class SystemApiTest {

    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SPACE = new UUID(7, 7);

    private final Clock clock = new ManualClock();
    private final Identities ids = new Identities(7, 0, 0);
    private final Catalogue catalogue = new Catalogue(clock, ids, List.of());
    private final Conference conference = new Conference(clock,
            new Spaces(clock, ids, List.of(new Space(SPACE, Map.of("name", "Room", "uri", "room"), 1, false))),
            Terms.of(clock, catalogue), "lab.example", ids);
    private final Router router = router();

    @Test
    void aListOfTwoCallBridgesHas250Bytes() {
        assertEquals(250, get("callBridges").length());
    }

    @Test
    void aCallBridgeHas178BytesWithItsEmptySipDomainOpenAndClosed() {
        String xml = get("callBridges/" + FIRST);
        assertEquals(178, xml.length());
        assertEquals("<sipDomain></sipDomain></callBridge>", xml.substring(xml.indexOf("<sipDomain>")));
    }

    @Test
    void emptyListsHaveTheBytesOfTheTraces() {
        assertEquals("<?xml version=\"1.0\"?><participants total=\"0\"></participants>", get("participants"));
        assertEquals(60, get("participants").length());
        assertEquals(52, get("CallLegs").length());
    }

    @Test
    void aFailureReasonIsSelfClosedWithABlank() {
        assertEquals("<?xml version=\"1.0\"?><failureDetails><callDoesNotExist /></failureDetails>", get("calls/" + FIRST));
        assertEquals("<?xml version=\"1.0\"?><failureDetails><unrecognisedObject /></failureDetails>", get("nothing"));
    }

    @Test
    void aCallIsListedWithNameSpaceAndCorrelatorInThisOrder() {
        var call = conference.open(SPACE, new UUID(8, 8), Map.of());
        assertEquals(
                "<?xml version=\"1.0\"?><calls total=\"1\"><call id=\"" + call.id() + "\"><name>Room</name><coSpace>" + SPACE + "</coSpace><callCorrelator>"
                        + call.correlator() + "</callCorrelator></call></calls>",
                get("calls"));
    }

    @Test
    void aPageHasTenRowsUnlessMoreAreAskedFor() {
        var call = conference.open(SPACE, new UUID(8, 8), Map.of());
        for (int i = 0; i < 60; i++) {
            conference.dial(call.id(), new Endpoint(Endpoint.Kind.DESK, "p" + i, "p" + i + "@x", "x", ""), Map.of(), false);
        }
        assertEquals(10, rows(answer("GET", "callLegs", "", "")));
        assertEquals(20, rows(answer("GET", "callLegs", "limit=1000", "")));
        assertEquals(1, rows(answer("GET", "callLegs", "offset=59", "")));
        assertEquals(0, rows(answer("GET", "callLegs", "offset=99", "")));
    }

    @Test
    void aFormMayBeginWithAnAmpersandAndNamesDoNotMindTheirCase() {
        var call = conference.open(SPACE, new UUID(8, 8), Map.of());
        assertEquals("", answer("PUT", "Calls/" + call.id(), "", "&LOCKED=True"));
        assertEquals(true, conference.findCall(call.id()).orElseThrow().is("locked"));
    }

    @Test
    void aWrongValueIsAParameterErrorThatNamesTheParameter() {
        var call = conference.open(SPACE, new UUID(8, 8), Map.of());
        assertEquals("<?xml version=\"1.0\"?><failureDetails><parameterError parameter=\"locked\" error=\"invalidValue\" /></failureDetails>",
                answer("PUT", "calls/" + call.id(), "", "locked=maybe"));
    }

    @Test
    void whatIsMadeIsToldByItsPathAlone() {
        ApiReply reply = router.answer(new ApiRequest("POST", List.of("cospaces"), Params.parse(""), "name=New&uri=new&callId=77"));
        assertEquals(200, reply.status());
        assertEquals(0, reply.body().length);
        assertEquals("/api/v1/coSpaces/", reply.location().substring(0, reply.location().length() - 36));
        assertEquals("<?xml version=\"1.0\"?><failureDetails><duplicateCoSpaceUri /></failureDetails>", answer("POST", "coSpaces", "", "name=B&uri=NEW"));
    }

    private String get(String path) {
        return answer("GET", path, "", "");
    }

    private String answer(String method, String path, String query, String form) {
        return new String(router.answer(new ApiRequest(method, List.of(path.split("/")), Params.parse(query), form)).body(),
                StandardCharsets.UTF_8);
    }

    private static int rows(String xml) {
        return xml.split("<callLeg id").length - 1;
    }

    private Router router() {
        Router made = new Router();
        settings().members().forEach(member -> catalogue.seed(new Item(member.id(), "callBridges", null, Map.of("name", member.name(), "address",
                member.address().toString()), 1, false)));
        new SystemApi(settings(), conference, clock, new Alarms(clock, ids), () -> 0).routes(made);
        new CallsApi(conference, clock).routes(made);
        LegRequests legs = new LegRequests(conference, new References(catalogue, conference.spaces()));
        new ParticipantsApi(conference, legs, new Alone(), clock).routes(made);
        new CallLegsApi(conference, legs, clock).routes(made);
        new ObjectsApi(catalogue, conference.spaces(), new Directory(List::of, catalogue)).routes(made);
        new SpacesApi(conference, catalogue, new References(catalogue, conference.spaces()), jid -> Optional.empty()).routes(made);
        return made;
    }

    private CallBridgeSettings settings() {
        Member first = new Member(FIRST, "meetingserver1", URI.create("https://10.1.2.30:443"));
        Member second = new Member(new UUID(2, 2), "meeting-server-two", URI.create("https://10.1.2.31:443"));
        try {
            return new CallBridgeSettings(first, new UUID(3, 3), new UUID(4, 4), List.of(first, second), "127.0.0.1", 0, KeyStore.getInstance("PKCS12"),
                    Secret.of("k"), new Credentials("u", Secret.of("p")), Secret.of("s"), List.of(), Path.of("none"), Path.of("none"), clock.instant(),
                    Scenario.NONE);
        } catch (java.security.KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A bridge without others. */
    private static final class Alone implements ParticipantsApi.Meetingwide {
        @Override
        public void change(UUID correlator, Map<String, String> changes, List<UUID> participants, boolean exclude) {
            throw new AssertionError("nobody is elsewhere");
        }

        @Override
        public void dial(UUID bridge, ParticipantsApi.Invitation invitation) {
            throw new AssertionError("nobody is elsewhere");
        }

        @Override
        public void moved(UUID leg) {
            throw new AssertionError("nobody is elsewhere");
        }

        @Override
        public @Nullable UUID self() {
            return null;
        }
    }
}
