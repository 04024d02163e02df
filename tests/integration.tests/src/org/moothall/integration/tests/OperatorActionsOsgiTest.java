package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.testkit.Deadline;

import com.fasterxml.jackson.databind.JsonNode;

/** What operators do over the API, through to a Meeting Server of ours and back. */
@NonNullByDefault({})
class OperatorActionsOsgiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static ServerFixture server;
    private static OperatorApi api;
    private static MeetingServerFixture lab;
    private static String cluster;

    @BeforeAll
    static void open() throws Exception {
        server = ServerFixture.server();
        api = new OperatorApi(server);
        lab = new MeetingServerFixture(api);
        cluster = lab.cluster();
    }

    @AfterAll
    static void close() throws Exception {
        lab.close();
    }

    @Test
    void layoutAndImportanceOfPeopleChangeOnTheMeetingServerAndAreUndone() throws Exception {
        CallLeg ada = lab.join("Layouts", "Ada");
        String meeting = api.meeting("Layouts", 1);
        JsonNode done = api.call(200, "PATCH", people(meeting), "{\"layout\":\"stacked\",\"importance\":5}");
        assertTrue(done.path("outcomes").path(0).path("done").asBoolean(), done::toString);
        assertEquals("5", leg(ada).get("importance"));
        person(meeting, ada, shown -> shown.path("importance").asInt() == 5 && shown.path("layout").asText().equals("stacked"));
        api.call(200, "POST", "/meetings/" + meeting + "/undo", "{\"undo\":\"" + done.path("undo").asText() + "\"}");
        person(meeting, ada, shown -> shown.path("importance").isMissingNode() && !shown.path("layout").asText().equals("stacked"));
        assertEquals(409,
                api.send("POST", "/meetings/" + meeting + "/undo", "{\"undo\":\"" + done.path("undo").asText() + "\"}").statusCode());
    }

    @Test
    void lockRecordingNewcomersAndMessageOfAMeetingChange() throws Exception {
        CallLeg ada = lab.join("Switches", "Ada");
        String meeting = api.meeting("Switches", 1);
        JsonNode done = api.call(200, "PATCH", "/meetings/" + meeting,
                "{\"locked\":true,\"recording\":true,\"newcomersMuted\":true,\"message\":{\"text\":\"Hello\",\"position\":\"top\"}}");
        assertTrue(done.path("outcomes").path(0).path("done").asBoolean(), done::toString);
        Call call = call(ada);
        assertEquals("Hello top permanent", call.get("messageText") + " " + call.get("messagePosition") + " " + call.get("messageDuration"));
        shown(meeting, m -> m.path("locked").asBoolean() && m.path("recording").asBoolean() && m.path("newcomersMuted").asBoolean());
        api.call(200, "POST", "/meetings/" + meeting + "/undo", "{\"undo\":\"" + done.path("undo").asText() + "\"}");
        shown(meeting, m -> !m.path("locked").asBoolean() && !m.path("recording").asBoolean() && !m.path("newcomersMuted").asBoolean());
        assertEquals("", call(ada).get("messageText"));
    }

    @Test
    void somebodyIsCalledDroppedAndCalledBack() throws Exception {
        lab.join("Calls", "Ada");
        String meeting = api.meeting("Calls", 1);
        String called = api.call(201, "POST", people(meeting), "{\"address\":\"room7@lab.example\",\"name\":\"Room 7\"}").path("id").asText();
        answered(meeting, 2);
        JsonNode dropped = api.call(200, "POST", people(meeting) + "/drop", "{\"participants\":[\"" + called + "\"]}");
        assertTrue(dropped.path("outcomes").path(0).path("done").asBoolean(), dropped::toString);
        shown(meeting, m -> m.path("participants").asInt() == 1);
        JsonNode back = api.call(200, "POST", people(meeting) + "/call-back", "{\"participants\":[\"" + called + "\"]}").path("outcomes").path(0);
        assertTrue(back.path("done").asBoolean(), back::toString);
        assertNotEquals(called, back.path("now").asText());
        answered(meeting, 2);
    }

    @Test
    void whoIsMovedIsInTheOtherMeetingAndComesBackByUndo() throws Exception {
        CallLeg ada = lab.join("Here", "Ada");
        lab.join("Here", "Bert");
        lab.join("There", "Carl");
        String here = api.meeting("Here", 2);
        String there = api.meeting("There", 1);
        JsonNode moved = api.call(200, "POST", people(here) + "/move", "{\"participants\":[\"" + ada.id() + "\"],\"to\":\"" + there + "\"}");
        assertTrue(moved.path("outcomes").path(0).path("done").asBoolean(), moved::toString);
        shown(there, m -> m.path("participants").asInt() == 2);
        shown(here, m -> m.path("participants").asInt() == 1);
        api.call(200, "POST", "/meetings/" + here + "/undo", "{\"undo\":\"" + moved.path("undo").asText() + "\"}");
        shown(here, m -> m.path("participants").asInt() == 2);
    }

    @Test
    void whoWaitsIsLetInWhenAnActivatorIsThere() throws Exception {
        CallLeg guest = lab.join("Lobby", "Guest", Map.of("needsActivation", "true"));
        Deadline.await("the lobby", PATIENCE, () -> api.get("/meetings?q=lobby").path("items").path(0).path("inLobby").asInt() == 1);
        String meeting = api.get("/meetings?q=lobby").path("items").path(0).path("id").asText();
        JsonNode refused = api.call(200, "PATCH", people(meeting), "{\"inLobby\":false}").path("outcomes").path(0);
        assertFalse(refused.path("done").asBoolean(), refused::toString);
        assertTrue(refused.path("problem").asText().contains("activator"), refused::toString);
        assertTrue(leg(guest).deactivated());
    }

    @Test
    void aMeetingIsBegunInASpace() throws Exception {
        UUID space = lab.conference.spaces().create(Map.of("name", "Empty room", "uri", "empty.room", "callId", "77001")).id();
        String begun = api.call(201, "POST", "/meetings", "{\"cluster\":\"" + cluster + "\",\"space\":\"77001\"}").path("id").asText();
        shown(begun, m -> m.path("name").asText().equals("Empty room"));
        assertTrue(lab.conference.calls().stream().anyMatch(call -> space.equals(call.space())));
        assertEquals(begun, api.call(201, "POST", "/meetings", "{\"cluster\":\"" + cluster + "\",\"space\":\"" + space + "\"}").path("id").asText());
    }

    @Test
    void whatCannotBeMeantIsRefusedByName() throws Exception {
        lab.join("Errors", "Ada");
        String meeting = api.meeting("Errors", 1);
        assertEquals("layout", api.refusedField("PATCH", people(meeting), "{\"layout\":\"mosaic\"}"));
        assertEquals("importance", api.refusedField("PATCH", people(meeting), "{\"importance\":-1}"));
        assertEquals("message.text", api.refusedField("PATCH", "/meetings/" + meeting, "{\"message\":{\"seconds\":5}}"));
        assertEquals("locked", api.refusedField("PATCH", "/meetings/" + meeting, "{}"));
        assertEquals("lock", api.refusedField("PATCH", "/meetings/" + meeting, "{\"lock\":true}"));
        assertEquals("address", api.refusedField("POST", people(meeting), "{\"name\":\"nobody\"}"));
        assertEquals("to", api.refusedField("POST", people(meeting) + "/move", "{\"participants\":[]}"));
        assertEquals("participants", api.refusedField("POST", people(meeting) + "/call-back", "{}"));
        assertEquals("cluster", api.refusedField("POST", "/meetings", "{\"space\":\"1\"}"));
        assertEquals("space", api.refusedField("POST", "/meetings", "{\"cluster\":\"" + cluster + "\",\"space\":\"no such space\"}"));
        assertEquals("undo", api.refusedField("POST", "/meetings/" + meeting + "/undo", "{}"));
        assertEquals(404, api.send("POST", people("nothing"), "{\"address\":\"1\"}").statusCode());
    }

    private static String people(String meeting) {
        return "/meetings/" + meeting + "/participants";
    }

    private static Call call(CallLeg leg) {
        return lab.conference.findCall(Objects.requireNonNull(leg(leg).call())).orElseThrow();
    }

    private static CallLeg leg(CallLeg leg) {
        return lab.conference.findLeg(leg.id()).orElseThrow();
    }

    /** Waits until so many are connected; time passes on the Meeting Server meanwhile. */
    private static void answered(String meeting, int people) {
        Deadline.await("answers", PATIENCE, () -> {
            lab.conference.advance();
            return api.get("/meetings/" + meeting).path("participants").asInt() == people;
        });
    }

    private static void shown(String meeting, Predicate<JsonNode> so) {
        Deadline.await("the change to come back", PATIENCE, () -> so.test(api.get("/meetings/" + meeting)));
    }

    private static void person(String meeting, CallLeg leg, Predicate<JsonNode> so) {
        Deadline.await("the change to come back", PATIENCE, () -> {
            for (JsonNode person : api.get(people(meeting)).path("items")) {
                if (person.path("id").asText().equals(leg.id().toString())) {
                    return so.test(person);
                }
            }
            return false;
        });
    }

}
