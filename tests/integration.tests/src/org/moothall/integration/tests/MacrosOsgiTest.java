package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moothall.testkit.Deadline;

import com.fasterxml.jackson.databind.JsonNode;

/** Macros, pins and the list of the past over the API, in meetings of a Call Bridge of our own. */
@NonNullByDefault({})
class MacrosOsgiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static ServerFixture server;
    private static MeetingServerFixture lab;
    private static String token;
    private static String bridge;
    private static String meeting;
    private static String space;

    @BeforeAll
    static void meet() throws Exception {
        server = ServerFixture.server();
        token = server.administratorToken();
        lab = new MeetingServerFixture(server.authority());
        HttpResponse<String> added = server.send("POST", "/api/v1/call-bridges", token, lab.description());
        assertEquals(201, added.statusCode(), added::body);
        bridge = ServerFixture.json(added).path("callBridge").path("id").asText();
        lab.join("Parliament", "Mira");
        lab.join("Parliament", "Nils");
        Deadline.await("both", PATIENCE, () -> row().path("participants").asInt() == 2);
        Deadline.await("its space", PATIENCE, () -> !row().path("space").asText().isEmpty());
        meeting = "/api/v1/meetings/" + row().path("id").asText();
        space = row().path("space").asText();
    }

    @AfterAll
    static void leave() throws Exception {
        HttpResponse<String> removed = server.send("DELETE", "/api/v1/call-bridges/" + bridge, token, null);
        lab.close();
        assertEquals(204, removed.statusCode(), removed::body);
    }

    @Test
    void aMacroIsRehearsedThenRunWithAnOutcomeForEachParticipant() throws Exception {
        HttpResponse<String> added = server.send("POST", "/api/v1/macros", token, "{\"name\":\"Quiet\",\"steps\":[{\"meetings\":{\"spaces\":[\"" + space
                + "\"]},\"command\":\"mute-audio\",\"arguments\":{\"except\":\"mira\"}},{\"meetings\":{\"view\":\"q=parliament\"},\"command\":\"lock\"}]}");
        assertEquals(201, added.statusCode(), added::body);
        String macro = "/api/v1/macros/" + ServerFixture.json(added).path("id").asText();
        JsonNode rehearsed = run(macro, "{\"rehearse\":true}");
        assertTrue(rehearsed.path("rehearsed").asBoolean());
        assertEquals(List.of("Nils", ""), people(rehearsed));
        assertFalse(row().path("locked").asBoolean());
        JsonNode done = run(macro, "{}");
        assertEquals(List.of("Nils", ""), people(done));
        assertEquals(0, done.path("failed").asInt(), done::toString);
        Deadline.await("locked", PATIENCE, () -> row().path("locked").asBoolean());
        Deadline.await("muted", PATIENCE, () -> get(meeting + "/participants?q=nils").path("items").path(0).path("audioMuted").asBoolean());
        assertFalse(get(meeting + "/participants?q=mira").path("items").path(0).path("audioMuted").asBoolean());
        assertEquals(428, server.send("PATCH", macro, token, "{\"name\":\"Quieter\"}").statusCode());
        assertEquals(204, server.send("DELETE", macro, token, null).statusCode());
        assertEquals(404, server.send("POST", macro + "/runs", token, "{}").statusCode());
    }

    @Test
    void aStepThatCannotBeMeantIsRefusedByItsPlace() throws Exception {
        HttpResponse<String> refused = server.send("POST", "/api/v1/macros", token,
                "{\"name\":\"Wrong\",\"steps\":[{\"meetings\":{\"view\":\"\"},\"command\":\"layout\",\"arguments\":{\"layout\":\"mosaic\"}}]}");
        assertEquals(400, refused.statusCode(), refused::body);
        assertEquals("steps[0].layout", ServerFixture.json(refused).path("violations").path(0).path("field").asText());
        assertEquals(400, server.send("POST", "/api/v1/macros", token, "{\"name\":\"Wrong\",\"steps\":[{\"command\":\"dance\"}]}").statusCode());
    }

    @Test
    void aPinAndANoteAreSeenInTheListAndNullTakesTheNoteAway() throws Exception {
        HttpResponse<String> noted = server.send("PATCH", meeting + "/desk", token, "{\"pinned\":true,\"lookedAfter\":true,\"note\":\"Call the chair\"}");
        assertEquals(200, noted.statusCode(), noted::body);
        assertEquals("Call the chair", get("/api/v1/meetings?pinned=true").path("items").path(0).path("desk").path("note").asText());
        assertEquals("Call the chair", get(meeting).path("desk").path("note").asText());
        JsonNode without = ServerFixture.json(server.send("PATCH", meeting + "/desk", token, "{\"note\":null}"));
        assertTrue(without.path("note").isMissingNode() && without.path("pinned").asBoolean(), without::toString);
        server.send("PATCH", meeting + "/desk", token, "{\"pinned\":false,\"lookedAfter\":false}");
        assertTrue(get(meeting).path("desk").isMissingNode());
        assertEquals(0, get("/api/v1/meetings?pinned=true").path("total").asInt());
    }

    @Test
    void theListOfAPastInstantAndTheTimeBarAreReadLikeTheMeetingItself() throws Exception {
        String start = row().path("startedAt").asText();
        Deadline.await("a moment later, as bridges tell whole seconds", PATIENCE,
                () -> server.clock().instant().isAfter(java.time.Instant.parse(start).plusSeconds(2)));
        String then = java.time.Instant.parse(start).plusSeconds(2).toString();
        Deadline.await("both are in the past list", PATIENCE,
                () -> get("/api/v1/meetings?q=parliament&at=" + then).path("items").path(0).path("participants").asInt() == 2);
        JsonNode bar = get(meeting + "/timeline");
        assertEquals(start, bar.path("start").asText());
        assertEquals(2, bar.path("points").path(bar.path("points").size() - 1).path("participants").asInt());
        assertEquals(400, server.send("GET", "/api/v1/meetings?at=tomorrow", token, null).statusCode());
    }

    @Test
    void howLongHistoryIsKeptIsASetting() throws Exception {
        assertEquals(365, get("/api/v1/settings/history").path("keepDays").asInt());
        HttpResponse<String> changed = server.send("PUT", "/api/v1/settings/history", token, "{\"keepDays\":30}");
        assertEquals(30, ServerFixture.json(changed).path("keepDays").asInt());
        assertEquals(400, server.send("PUT", "/api/v1/settings/history", token, "{\"keepDays\":0}").statusCode());
        server.send("PUT", "/api/v1/settings/history", token, "{\"keepDays\":365}");
    }

    private static JsonNode run(String macro, String body) throws Exception {
        HttpResponse<String> begun = server.send("POST", macro + "/runs", token, body);
        assertEquals(202, begun.statusCode(), begun::body);
        String operation = "/api/v1/operations/" + ServerFixture.json(begun).path("id").asText();
        assertTrue(begun.headers().firstValue("Location").orElse("").endsWith(operation), begun.headers()::toString);
        Deadline.await("it is done", PATIENCE, () -> get(operation).path("state").asText().equals("done"));
        return get(operation).path("result");
    }

    private static List<String> people(JsonNode run) {
        List<String> names = new ArrayList<>();
        run.path("outcomes").forEach(outcome -> names.add(outcome.path("participantName").asText()));
        return names;
    }

    private static JsonNode row() {
        return get("/api/v1/meetings?q=parliament").path("items").path(0);
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
}
