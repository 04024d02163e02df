package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moothall.mediaengine.CallLeg;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.spi.CallBridgeConnections;
import org.moothall.testkit.Deadline;

import com.fasterxml.jackson.databind.JsonNode;

/** Meetings over the API, held on a Meeting Server of ours. */
@NonNullByDefault({})
class MeetingsOsgiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static ServerFixture server;
    private static MeetingServerFixture lab;
    private static String token;
    private static String bridge;

    @BeforeAll
    static void meet() throws Exception {
        server = ServerFixture.server();
        token = server.administratorToken();
        lab = new MeetingServerFixture(server.authority());
        HttpResponse<String> added = server.send("POST", "/api/v1/call-bridges", token, lab.description());
        assertEquals(201, added.statusCode(), added::body);
        bridge = ServerFixture.json(added).path("callBridge").path("id").asText();
        List.of("Ada Lovelace", "Bert", "Zoë").forEach(person -> lab.join("Board", person));
        List.of("Ada Byron", "Carl").forEach(person -> lab.join("Team west", person));
        lab.join("team east", "Dora");
        Deadline.await("three meetings", PATIENCE, () -> total("/api/v1/meetings") == 3 && total("/api/v1/meetings?q=ada") == 2);
    }

    @AfterAll
    static void leave() throws Exception {
        HttpResponse<String> removed = server.send("DELETE", "/api/v1/call-bridges/" + bridge, token, null);
        lab.close();
        assertEquals(204, removed.statusCode(), removed::body);
    }

    @Test
    void theListIsSortedByWhatIsAskedFor() throws Exception {
        assertEquals(List.of("Board", "team east", "Team west"), names("sort=name"));
        assertEquals(List.of("Team west", "team east", "Board"), names("sort=name&order=desc"));
        assertEquals("Board", names("sort=participants&order=desc").get(0));
        assertEquals("team east", names("sort=participants&order=asc").get(0));
    }

    @Test
    void theListIsFoundByBeginningsOfWordsOfNameAndPeople() throws Exception {
        assertEquals(List.of("team east", "Team west"), names("sort=name&q=team"));
        assertEquals(List.of("Board"), names("q=zoe"));
        assertEquals(List.of("Team west"), names("q=ada%20byr"));
        assertEquals(List.of(), names("q=oard"));
        assertEquals(List.of(), names("cluster=other"));
    }

    @Test
    void theListIsPagedByCursor() throws Exception {
        JsonNode first = get("/api/v1/meetings?sort=name&limit=2");
        assertEquals(3, first.path("total").asInt());
        assertTrue(first.path("totalExact").asBoolean());
        JsonNode second = get("/api/v1/meetings?sort=name&limit=2&cursor=" + first.path("next").asText());
        assertEquals(List.of("Team west"), column(second, "name"));
        assertTrue(second.path("next").isMissingNode() || second.path("next").isNull());
    }

    @Test
    void whatIsNotUnderstoodIsRefusedByName() throws Exception {
        refused("sort", server.send("GET", "/api/v1/meetings?sort=colour", token, null));
        refused("order", server.send("GET", "/api/v1/meetings?order=up", token, null));
        refused("state", server.send("GET", "/api/v1/meetings?state=lost", token, null));
        refused("cursor", server.send("GET", "/api/v1/meetings?cursor=none", token, null));
        refused("limit", server.send("GET", "/api/v1/meetings?limit=100000", token, null));
        String people = "/api/v1/meetings/" + id("Board") + "/participants";
        refused("audioMute", server.send("PATCH", people, token, "{\"audioMute\":true}"));
        refused("audioMuted", server.send("PATCH", people, token, "{\"audioMuted\":\"perhaps\"}"));
        refused("audioMuted", server.send("PATCH", people, token, "{}"));
        assertEquals(404, server.send("GET", "/api/v1/meetings/nothing", token, null).statusCode());
        assertEquals(404, server.send("DELETE", "/api/v1/meetings/nothing", token, null).statusCode());
    }

    @Test
    void aMeetingHasAVersionAndItsPeople() throws Exception {
        String board = id("Board");
        HttpResponse<String> response = server.send("GET", "/api/v1/meetings/" + board, token, null);
        JsonNode meeting = ServerFixture.json(response);
        assertEquals("\"" + meeting.path("version").asText() + "\"", response.headers().firstValue("ETag").orElse(""));
        assertEquals(3, meeting.path("participants").asInt());
        assertEquals(List.of("Ada Lovelace", "Bert", "Zoë"), column(get("/api/v1/meetings/" + board + "/participants"), "name"));
        assertEquals(List.of("Bert"), column(get("/api/v1/meetings/" + board + "/participants?q=ber"), "name"));
        assertEquals(List.of("Ada Lovelace"), column(get("/api/v1/meetings/" + board + "/participants?limit=1"), "name"));
    }

    @Test
    void everybodyIsMutedWithAnOutcomeForEachAndTheListTellsWhenItIsSo() throws Exception {
        CallLeg carl = lab.join("Choir", "Carl Orff");
        lab.join("Choir", "Clara");
        String choir = awaited("Choir", 2);
        String people = "/api/v1/meetings/" + choir + "/participants";
        JsonNode outcomes = ServerFixture.json(server.send("PATCH", people, token, "{\"audioMuted\":true}")).path("outcomes");
        assertEquals(2, outcomes.size());
        assertTrue(StreamSupport.stream(outcomes.spliterator(), false).allMatch(outcome -> outcome.path("done").asBoolean()), outcomes::toString);
        assertTrue(lab.conference.findLeg(carl.id()).orElseThrow().is("rxAudioMute"));
        Deadline.await("both are shown muted", PATIENCE, () -> column(get(people), "audioMuted").equals(List.of("true", "true")));
        String nobody = UUID.randomUUID().toString();
        JsonNode some = ServerFixture.json(server.send("PATCH", people, token,
                "{\"participants\":[\"" + carl.id() + "\",\"" + nobody + "\"],\"audioMuted\":false}")).path("outcomes");
        assertTrue(outcome(some, carl.id().toString()));
        assertFalse(outcome(some, nobody));
        Deadline.await("one is shown unmuted", PATIENCE, () -> column(get(people), "audioMuted").equals(List.of("false", "true")));
    }

    @Test
    void whoIsDroppedIsGoneOnTheMeetingServerAndStaysListed() throws Exception {
        CallLeg eve = lab.join("Quiz", "Eve");
        lab.join("Quiz", "Quinn");
        String quiz = awaited("Quiz", 2);
        String path = "/api/v1/meetings/" + quiz + "/participants/" + eve.id();
        assertTrue(ServerFixture.json(server.send("DELETE", path, token, null)).path("done").asBoolean());
        assertTrue(lab.conference.findLeg(eve.id()).isEmpty());
        Deadline.await("she is shown as gone", PATIENCE, () -> column(get("/api/v1/meetings/" + quiz + "/participants"), "state")
                .equals(List.of("connected", "gone")));
        assertFalse(ServerFixture.json(server.send("DELETE", path, token, null)).path("done").asBoolean());
    }

    @Test
    void anEndedMeetingIsListedAsEndedAndFoundByWhoWasThere() throws Exception {
        lab.join("Farewell", "Fritz");
        String farewell = awaited("Farewell", 1);
        assertEquals(204, server.send("DELETE", "/api/v1/meetings/" + farewell, token, null).statusCode());
        Deadline.await("it is listed as ended", PATIENCE, () -> names("state=ended&q=fritz").equals(List.of("Farewell")));
        HttpResponse<String> again = server.send("DELETE", "/api/v1/meetings/" + farewell, token, null);
        assertEquals(409, again.statusCode());
        assertEquals("meetings.over", ServerFixture.json(again).path("type").asText());
    }

    @Test
    void theDoorForRecordsTakesOnlyWhatCallBridgesSend() throws Exception {
        assertEquals(404, server.deliver("/cdr/0123456789", "<records session=\"s\"/>".getBytes(StandardCharsets.UTF_8)));
        assertEquals(404, server.deliver("/cdr/", new byte[0]));
        String door = door();
        assertEquals(200, server.deliver(door, "<records session=\"s\"/>".getBytes(StandardCharsets.UTF_8)));
        assertEquals(400, server.deliver(door, "<records session=\"s\"><record".getBytes(StandardCharsets.UTF_8)));
        assertEquals(400, server.deliver(door, "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><records session=\"s\">&x;</records>"
                .getBytes(StandardCharsets.UTF_8)));
        assertEquals(413, server.deliver(door, ("<records session=\"s\">" + " ".repeat(10 << 20) + "</records>").getBytes(StandardCharsets.UTF_8)));
        assertEquals(405, server.send("GET", door, null, null).statusCode());
    }

    @Test
    void whoSendsSlowlyHoldsUpNobody() throws Exception {
        String door = door();
        try (SlowSender slow = new SlowSender(server.url(), server.authority())) {
            slow.begin(door);
            assertEquals(200, server.deliver(door, "<records session=\"s\"/>".getBytes(StandardCharsets.UTF_8)));
            assertEquals(200, server.send("GET", "/api/v1/meetings", token, null).statusCode());
            slow.finish();
            assertTrue(slow.answer().startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void settingsOfMeetingsAreCheckedAndKept() throws Exception {
        JsonNode cdr = get("/api/v1/settings/cdr");
        assertTrue(cdr.path("reachable").asBoolean(), cdr::toString);
        refused("address", server.send("PUT", "/api/v1/settings/cdr", token, "{\"address\":\"not an address\"}"));
        JsonNode nowhere = ServerFixture.json(server.send("PUT", "/api/v1/settings/cdr", token, "{\"address\":\"127.0.0.1:1\"}"));
        assertFalse(nowhere.path("reachable").asBoolean());
        assertFalse(nowhere.path("problem").asText().isEmpty());
        assertTrue(ServerFixture.json(server.send("PUT", "/api/v1/settings/cdr", token, "{\"address\":null}")).path("reachable").asBoolean());
        assertEquals(70,
                ServerFixture.json(server.send("PUT", "/api/v1/settings/meetings", token, "{\"requestsPerSecond\":70}")).path("requestsPerSecond").asInt());
        assertEquals(70, get("/api/v1/settings/meetings").path("requestsPerSecond").asInt());
        refused("requestsPerSecond", server.send("PUT", "/api/v1/settings/meetings", token, "{\"requestsPerSecond\":0}"));
    }

    /** Where the bridge sends its records. */
    private static String door() throws Exception {
        String uri = ServerFixture.service(CallBridgeConnections.class).connection(new CallBridgeId(bridge)).get("system/cdrReceivers", Map.of()).children()
                .get(0)
                .text("uri");
        return uri.substring(uri.indexOf("/cdr/"));
    }

    private static boolean outcome(JsonNode outcomes, String participant) {
        return StreamSupport.stream(outcomes.spliterator(), false).filter(o -> o.path("participant").asText().equals(participant)).findFirst().orElseThrow()
                .path("done").asBoolean();
    }

    private static String awaited(String name, int people) {
        Deadline.await(name, PATIENCE, () -> column(get("/api/v1/meetings?q=" + name), "participants").equals(List.of(String.valueOf(people))));
        return id(name);
    }

    private static String id(String name) {
        return column(get("/api/v1/meetings?q=" + name), "id").get(0);
    }

    private static List<String> names(String query) {
        return column(get("/api/v1/meetings?" + query), "name").stream().filter(name -> !List.of("Choir", "Quiz").contains(name)).toList();
    }

    private static int total(String path) {
        return get(path).path("total").asInt();
    }

    private static List<String> column(JsonNode page, String field) {
        List<String> values = new ArrayList<>();
        page.path("items").forEach(item -> values.add(item.path(field).asText()));
        return values;
    }

    private static JsonNode get(String path) {
        try {
            HttpResponse<String> response = server.send("GET", path, token, null);
            assertEquals(200, response.statusCode(), response::body);
            return ServerFixture.json(response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void refused(String field, HttpResponse<String> response) throws IOException {
        assertEquals(400, response.statusCode(), response::body);
        assertEquals(field, ServerFixture.json(response).path("violations").path(0).path("field").asText(), response::body);
    }
}
