package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.moothall.testkit.Deadline;

import com.fasterxml.jackson.databind.JsonNode;

/** Meetings over the API, held on a Meeting Server of ours. */
@NonNullByDefault({})
class MeetingsOsgiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static ServerFixture server;
    private static OperatorApi api;
    private static MeetingServerFixture lab;

    @BeforeAll
    static void meet() throws Exception {
        server = ServerFixture.server();
        api = new OperatorApi(server);
        lab = new MeetingServerFixture(api);
        List.of("Ada Lovelace", "Bert", "Zoë").forEach(person -> lab.join("Board", person));
        List.of("Ada Byron", "Carl").forEach(person -> lab.join("Team west", person));
        lab.join("team east", "Dora");
        Deadline.await("three meetings", PATIENCE, () -> total("/meetings") == 3 && total("/meetings?q=ada") == 2);
    }

    @AfterAll
    static void leave() throws Exception {
        lab.close();
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
        JsonNode first = api.get("/meetings?sort=name&limit=2");
        assertEquals(3, first.path("total").asInt());
        assertTrue(first.path("totalExact").asBoolean());
        JsonNode second = api.get("/meetings?sort=name&limit=2&cursor=" + first.path("next").asText());
        assertEquals(List.of("Team west"), column(second, "name"));
        assertTrue(second.path("next").isMissingNode() || second.path("next").isNull());
    }

    @Test
    void whatIsNotUnderstoodIsRefusedByName() throws Exception {
        assertEquals("sort", api.refusedField("GET", "/meetings?sort=colour", null));
        assertEquals("order", api.refusedField("GET", "/meetings?order=up", null));
        assertEquals("state", api.refusedField("GET", "/meetings?state=lost", null));
        assertEquals("cursor", api.refusedField("GET", "/meetings?cursor=none", null));
        assertEquals("limit", api.refusedField("GET", "/meetings?limit=100000", null));
        String people = "/meetings/" + id("Board") + "/participants";
        assertEquals("audioMute", api.refusedField("PATCH", people, "{\"audioMute\":true}"));
        assertEquals("audioMuted", api.refusedField("PATCH", people, "{\"audioMuted\":\"perhaps\"}"));
        assertEquals("audioMuted", api.refusedField("PATCH", people, "{}"));
        assertEquals(404, api.send("GET", "/meetings/nothing", null).statusCode());
        assertEquals(404, api.send("DELETE", "/meetings/nothing", null).statusCode());
    }

    @Test
    void aMeetingHasAVersionAndItsPeople() throws Exception {
        String board = id("Board");
        HttpResponse<String> response = api.send("GET", "/meetings/" + board, null);
        JsonNode meeting = ServerFixture.json(response);
        assertEquals("\"" + meeting.path("version").asText() + "\"", response.headers().firstValue("ETag").orElse(""));
        assertEquals(3, meeting.path("participants").asInt());
        assertEquals(List.of("Ada Lovelace", "Bert", "Zoë"), column(api.get("/meetings/" + board + "/participants"), "name"));
        assertEquals(List.of("Bert"), column(api.get("/meetings/" + board + "/participants?q=ber"), "name"));
        assertEquals(List.of("Ada Lovelace"), column(api.get("/meetings/" + board + "/participants?limit=1"), "name"));
    }

    @Test
    void everybodyIsMutedWithAnOutcomeForEachAndTheListTellsWhenItIsSo() throws Exception {
        CallLeg carl = lab.join("Choir", "Carl Orff");
        lab.join("Choir", "Clara");
        String choir = awaited("Choir", 2);
        String people = "/meetings/" + choir + "/participants";
        JsonNode outcomes = api.call(200, "PATCH", people, "{\"audioMuted\":true}").path("outcomes");
        assertEquals(2, outcomes.size());
        assertTrue(StreamSupport.stream(outcomes.spliterator(), false).allMatch(outcome -> outcome.path("done").asBoolean()), outcomes::toString);
        assertTrue(lab.conference.findLeg(carl.id()).orElseThrow().is("rxAudioMute"));
        Deadline.await("both are shown muted", PATIENCE, () -> column(api.get(people), "audioMuted").equals(List.of("true", "true")));
        String nobody = UUID.randomUUID().toString();
        JsonNode some = api.call(200, "PATCH", people,
                "{\"participants\":[\"" + carl.id() + "\",\"" + nobody + "\"],\"audioMuted\":false}").path("outcomes");
        assertTrue(outcome(some, carl.id().toString()));
        assertFalse(outcome(some, nobody));
        Deadline.await("one is shown unmuted", PATIENCE, () -> column(api.get(people), "audioMuted").equals(List.of("false", "true")));
    }

    @Test
    void whoIsDroppedIsGoneOnTheMeetingServerAndStaysListed() throws Exception {
        CallLeg eve = lab.join("Quiz", "Eve");
        lab.join("Quiz", "Quinn");
        String quiz = awaited("Quiz", 2);
        String path = "/meetings/" + quiz + "/participants/" + eve.id();
        assertTrue(api.call(200, "DELETE", path, null).path("done").asBoolean());
        assertTrue(lab.conference.findLeg(eve.id()).isEmpty());
        Deadline.await("she is shown as gone", PATIENCE, () -> column(api.get("/meetings/" + quiz + "/participants"), "state")
                .equals(List.of("connected", "gone")));
        assertFalse(api.call(200, "DELETE", path, null).path("done").asBoolean());
    }

    @Test
    void anEndedMeetingIsListedAsEndedAndFoundByWhoWasThere() throws Exception {
        lab.join("Farewell", "Fritz");
        String farewell = awaited("Farewell", 1);
        assertEquals(204, api.send("DELETE", "/meetings/" + farewell, null).statusCode());
        Deadline.await("it is listed as ended", PATIENCE, () -> names("state=ended&q=fritz").equals(List.of("Farewell")));
        assertEquals("meetings.over", api.call(409, "DELETE", "/meetings/" + farewell, null).path("type").asText());
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
            assertEquals(200, api.send("GET", "/meetings", null).statusCode());
            slow.finish();
            assertTrue(slow.answer().startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void settingsOfMeetingsAreCheckedAndKept() throws Exception {
        JsonNode cdr = api.get("/settings/cdr");
        assertTrue(cdr.path("reachable").asBoolean(), cdr::toString);
        assertEquals("address", api.refusedField("PUT", "/settings/cdr", "{\"address\":\"not an address\"}"));
        JsonNode nowhere = api.call(200, "PUT", "/settings/cdr", "{\"address\":\"127.0.0.1:1\"}");
        assertFalse(nowhere.path("reachable").asBoolean());
        assertFalse(nowhere.path("problem").asText().isEmpty());
        assertTrue(api.call(200, "PUT", "/settings/cdr", "{\"address\":null}").path("reachable").asBoolean());
        assertEquals(70, api.call(200, "PUT", "/settings/meetings", "{\"requestsPerSecond\":70}").path("requestsPerSecond").asInt());
        assertEquals(70, api.get("/settings/meetings").path("requestsPerSecond").asInt());
        assertEquals("requestsPerSecond", api.refusedField("PUT", "/settings/meetings", "{\"requestsPerSecond\":0}"));
    }

    /** Where the bridge sends its records. */
    private static String door() throws Exception {
        String uri = lab.connection().get("system/cdrReceivers", Map.of()).children().get(0).text("uri");
        return uri.substring(uri.indexOf("/cdr/"));
    }

    private static boolean outcome(JsonNode outcomes, String participant) {
        return StreamSupport.stream(outcomes.spliterator(), false).filter(o -> o.path("participant").asText().equals(participant)).findFirst().orElseThrow()
                .path("done").asBoolean();
    }

    private static String awaited(String name, int people) {
        return api.meeting(name, people);
    }

    private static String id(String name) {
        return column(api.get("/meetings?q=" + name), "id").get(0);
    }

    private static List<String> names(String query) {
        return column(api.get("/meetings?" + query), "name").stream().filter(name -> !List.of("Choir", "Quiz").contains(name)).toList();
    }

    private static int total(String path) {
        return api.get(path).path("total").asInt();
    }

    private static List<String> column(JsonNode page, String field) {
        List<String> values = new ArrayList<>();
        page.path("items").forEach(item -> values.add(item.path(field).asText()));
        return values;
    }

}
