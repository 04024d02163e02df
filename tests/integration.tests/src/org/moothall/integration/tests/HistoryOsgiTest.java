package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moothall.mediaengine.CallLeg;
import org.moothall.testkit.Deadline;

import com.fasterxml.jackson.databind.JsonNode;

/** Past instants and event logs over the API, of a meeting on a Meeting Server of ours. */
@NonNullByDefault({})
class HistoryOsgiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static ServerFixture server;
    private static OperatorApi api;
    private static MeetingServerFixture lab;
    private static String meeting;
    private static Instant muted;

    @BeforeAll
    static void meet() throws Exception {
        server = ServerFixture.server();
        api = new OperatorApi(server);
        lab = new MeetingServerFixture(api);
        CallLeg ada = lab.join("Chronicle", "=Ada");
        lab.join("Chronicle", "Bert");
        Deadline.await("both", PATIENCE, () -> api.get("/meetings?q=chronicle").path("items").path(0).path("participants").asInt() == 2);
        meeting = "/meetings/" + api.get("/meetings?q=chronicle").path("items").path(0).path("id").asText();
        lab.conference.change(ada.id(), Map.of("rxAudioMute", "true"));
        Deadline.await("the mute is written down", PATIENCE, () -> log().stream().anyMatch(entry -> entry.path("message").asText().equals("=Ada was muted")));
        muted = Instant.parse(log().stream().filter(entry -> entry.path("what").asText().equals("audioMuted")).findFirst().orElseThrow().path("at").asText());
        Deadline.await("a moment later, as bridges tell whole seconds", PATIENCE, () -> server.clock().instant().isAfter(muted.plusSeconds(2)));
        assertEquals(204, api.send("DELETE", meeting, null).statusCode());
        Deadline.await("the end is written down", PATIENCE, () -> log().stream().anyMatch(entry -> entry.path("message").asText().equals("The meeting ended")));
    }

    @AfterAll
    static void leave() throws Exception {
        lab.close();
    }

    @Test
    void anInstantOfAnEndedMeetingShowsWhoWasThereAndHow() {
        JsonNode then = api.get(meeting + "?at=" + muted);
        assertEquals(List.of("active", "2", "[]"), List.of(then.path("state").asText(), then.path("participants").asText(), then.path("unknown").toString()));
        JsonNode people = api.get(meeting + "/participants?at=" + muted).path("items");
        assertEquals(2, people.size());
        JsonNode ada = api.get(meeting + "/participants?q=ada&at=" + muted).path("items").path(0);
        assertTrue(ada.path("audioMuted").asBoolean());
        assertEquals("connected", ada.path("state").asText());
        assertFalse(api.get(meeting + "/participants?q=bert&at=" + muted).path("items").path(0).path("audioMuted").asBoolean());
    }

    @Test
    void withoutAnInstantNothingIsUnknown() {
        assertTrue(api.get(meeting).path("unknown").isMissingNode());
        assertEquals("ended", api.get(meeting).path("state").asText());
        assertEquals("gone", api.get(meeting + "/participants").path("items").path(0).path("state").asText());
    }

    @Test
    void anInstantThatIsNoneOrNotInTheMeetingIsRefused() throws Exception {
        for (String at : List.of("yesterday", "2000-01-01T00:00:00Z", "2999-01-01T00:00:00Z")) {
            assertEquals("at", api.refusedField("GET", meeting + "?at=" + at, null));
        }
        assertEquals(404, api.send("GET", "/meetings/none/log", null).statusCode());
    }

    @Test
    void theLogIsPagedAndDownloadedAsCsvAndJson() throws Exception {
        JsonNode first = api.get(meeting + "/log?limit=3");
        assertEquals(3, first.path("items").size());
        assertEquals("The meeting began", first.path("items").path(0).path("message").asText());
        assertEquals(first.path("total").asInt(), log().size());
        HttpResponse<String> csv = api.send("GET", meeting + "/log/csv", null);
        assertTrue(csv.headers().firstValue("Content-Type").orElse("").startsWith("text/csv"), csv.headers()::toString);
        assertEquals(log().size() + 1, csv.body().lines().count());
        assertTrue(csv.body().contains("\"'=Ada\""), csv::body);
        assertTrue(log().stream().anyMatch(entry -> entry.path("message").asText().equals("(operator): end") && !entry.path("user").asText().isEmpty()));
        JsonNode whole = api.get(meeting + "/log/json");
        assertEquals(log().size(), whole.size());
    }

    private static List<JsonNode> log() {
        List<JsonNode> entries = new ArrayList<>();
        api.get(meeting + "/log?limit=1000").path("items").forEach(entries::add);
        return entries;
    }

}
