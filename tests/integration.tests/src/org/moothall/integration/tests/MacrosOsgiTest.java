package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    private static OperatorApi api;
    private static MeetingServerFixture lab;
    private static String meeting;
    private static String space;

    @BeforeAll
    static void meet() throws Exception {
        server = ServerFixture.server();
        api = new OperatorApi(server);
        lab = new MeetingServerFixture(api);
        lab.join("Parliament", "Mira");
        lab.join("Parliament", "Nils");
        Deadline.await("both", PATIENCE, () -> row().path("participants").asInt() == 2);
        Deadline.await("its space", PATIENCE, () -> !row().path("space").asText().isEmpty());
        meeting = "/meetings/" + row().path("id").asText();
        space = row().path("space").asText();
    }

    @AfterAll
    static void leave() throws Exception {
        lab.close();
    }

    @Test
    void aMacroIsRehearsedThenRunWithAnOutcomeForEachParticipant() throws Exception {
        JsonNode added = api.call(201, "POST", "/macros", "{\"name\":\"Quiet\",\"steps\":[{\"meetings\":{\"spaces\":[\"" + space
                + "\"]},\"command\":\"mute-audio\",\"arguments\":{\"except\":\"mira\"}},{\"meetings\":{\"view\":\"q=parliament\"},\"command\":\"lock\"}]}");
        String macro = "/macros/" + added.path("id").asText();
        JsonNode rehearsed = run(macro, "{\"rehearse\":true}");
        assertTrue(rehearsed.path("rehearsed").asBoolean());
        assertEquals(List.of("Nils", ""), people(rehearsed));
        assertFalse(row().path("locked").asBoolean());
        JsonNode done = run(macro, "{}");
        assertEquals(List.of("Nils", ""), people(done));
        assertEquals(0, done.path("failed").asInt(), done::toString);
        Deadline.await("locked", PATIENCE, () -> row().path("locked").asBoolean());
        Deadline.await("muted", PATIENCE, () -> api.get(meeting + "/participants?q=nils").path("items").path(0).path("audioMuted").asBoolean());
        assertFalse(api.get(meeting + "/participants?q=mira").path("items").path(0).path("audioMuted").asBoolean());
        String token = "{\"undo\":\"" + done.path("undo").asText() + "\"}";
        JsonNode undone = finished(api.send("POST", macro + "/undo", token));
        assertEquals(List.of("", "Nils"), people(undone));
        assertEquals(0, undone.path("failed").asInt(), undone::toString);
        Deadline.await("heard again", PATIENCE, () -> !api.get(meeting + "/participants?q=nils").path("items").path(0).path("audioMuted").asBoolean());
        assertEquals(409, api.send("POST", macro + "/undo", token).statusCode());
        assertEquals(428, server.send("PATCH", "/api/v1" + macro, server.administratorToken(), "{\"name\":\"Quieter\"}").statusCode());
        assertEquals(204, api.send("DELETE", macro, null).statusCode());
        assertEquals(404, api.send("POST", macro + "/runs", "{}").statusCode());
    }

    @Test
    void aStepThatCannotBeMeantIsRefusedByItsPlace() throws Exception {
        assertEquals("steps[0].layout", api.refusedField("POST", "/macros",
                "{\"name\":\"Wrong\",\"steps\":[{\"meetings\":{\"view\":\"\"},\"command\":\"layout\",\"arguments\":{\"layout\":\"mosaic\"}}]}"));
        assertEquals(400, api.send("POST", "/macros", "{\"name\":\"Wrong\",\"steps\":[{\"command\":\"dance\"}]}").statusCode());
    }

    @Test
    void aPinAndANoteAreSeenInTheListAndNullTakesTheNoteAway() throws Exception {
        api.call(200, "PATCH", meeting + "/desk", "{\"pinned\":true,\"lookedAfter\":true,\"note\":\"Call the chair\"}");
        assertEquals("Call the chair", api.get("/meetings?pinned=true").path("items").path(0).path("desk").path("note").asText());
        assertEquals("Call the chair", api.get(meeting).path("desk").path("note").asText());
        JsonNode without = api.call(200, "PATCH", meeting + "/desk", "{\"note\":null}");
        assertTrue(without.path("note").isMissingNode() && without.path("pinned").asBoolean(), without::toString);
        api.send("PATCH", meeting + "/desk", "{\"pinned\":false,\"lookedAfter\":false}");
        assertTrue(api.get(meeting).path("desk").isMissingNode());
        assertEquals(0, api.get("/meetings?pinned=true").path("total").asInt());
    }

    @Test
    void theListOfAPastInstantAndTheTimeBarAreReadLikeTheMeetingItself() throws Exception {
        String start = row().path("startedAt").asText();
        Deadline.await("a moment later, as bridges tell whole seconds", PATIENCE,
                () -> server.clock().instant().isAfter(java.time.Instant.parse(start).plusSeconds(2)));
        String then = java.time.Instant.parse(start).plusSeconds(2).toString();
        Deadline.await("both are in the past list", PATIENCE,
                () -> api.get("/meetings?q=parliament&at=" + then).path("items").path(0).path("participants").asInt() == 2);
        JsonNode bar = api.get(meeting + "/timeline");
        assertEquals(start, bar.path("start").asText());
        assertEquals(2, bar.path("points").path(bar.path("points").size() - 1).path("participants").asInt());
        assertEquals(400, api.send("GET", "/meetings?at=tomorrow", null).statusCode());
    }

    @Test
    void howLongHistoryIsKeptIsASetting() throws Exception {
        assertEquals(365, api.get("/settings/history").path("keepDays").asInt());
        assertEquals(30, api.call(200, "PUT", "/settings/history", "{\"keepDays\":30}").path("keepDays").asInt());
        assertEquals(400, api.send("PUT", "/settings/history", "{\"keepDays\":0}").statusCode());
        api.send("PUT", "/settings/history", "{\"keepDays\":365}");
    }

    private static JsonNode run(String macro, String body) throws Exception {
        return finished(api.send("POST", macro + "/runs", body));
    }

    private static JsonNode finished(HttpResponse<String> begun) throws Exception {
        assertEquals(202, begun.statusCode(), begun::body);
        String operation = "/operations/" + ServerFixture.json(begun).path("id").asText();
        assertTrue(begun.headers().firstValue("Location").orElse("").endsWith(operation), begun.headers()::toString);
        Deadline.await("it is done", PATIENCE, () -> api.get(operation).path("state").asText().equals("done"));
        return api.get(operation).path("result");
    }

    private static List<String> people(JsonNode run) {
        List<String> names = new ArrayList<>();
        run.path("outcomes").forEach(outcome -> names.add(outcome.path("participantName").asText()));
        return names;
    }

    private static JsonNode row() {
        return api.get("/meetings?q=parliament").path("items").path(0);
    }

}
