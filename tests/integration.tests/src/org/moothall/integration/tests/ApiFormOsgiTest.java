package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Notifications;
import org.moothall.notifications.Severity;

import com.fasterxml.jackson.databind.JsonNode;

/** Bad input as problem documents, and the event stream. */
class ApiFormOsgiTest {

    private @Nullable ServerFixture started;
    private String token = "";

    @BeforeEach
    void signIn() throws Exception {
        started = ServerFixture.server();
        token = server().administratorToken();
    }

    @Test
    void badBodiesAreRefusedWithTheFieldNamed() throws Exception {
        assertProblem(400, "core.invalid-input", "rol", server().send("POST", "/api/v1/users", token, "{\"name\":\"x\",\"rol\":\"operator\"}"));
        assertProblem(400, "core.invalid-input", "role", server().send("POST", "/api/v1/users", token, "{\"name\":\"x\",\"role\":\"king\"}"));
        assertProblem(400, "core.invalid-input", "body", server().send("POST", "/api/v1/users", token, "{\"name\":"));
        assertProblem(400, "core.invalid-input", "body", server().send("POST", "/api/v1/users", token, ""));
        assertProblem(400, "core.invalid-input", "limit", server().send("GET", "/api/v1/users?limit=0", token, null));
    }

    @Test
    void aBodyOverTheLimitIsRefused() throws Exception {
        String big = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";
        assertProblem(413, "core.too-large", null, server().send("POST", "/api/v1/users", token, big));
    }

    @Test
    void wrongPathsAndMethodsAreProblemsToo() throws Exception {
        assertProblem(404, "core.not-found", null, server().send("GET", "/api/v1/nothing", token, null));
        assertProblem(404, "core.not-found", null, server().send("GET", "/api/v1/users/no-such-id", token, null));
        assertProblem(405, "web.method-not-allowed", null, server().send("PUT", "/api/v1/users", token, "{}"));
        assertProblem(405, "web.method-not-allowed", null, server().send("OPTIONS", "/api/v1/users", token, null));
    }

    @Test
    void aWrongPasswordIsRefusedWithoutSayingWhichPartIsWrong() throws Exception {
        assertProblem(401, "security.wrong-credentials", null,
                server().send("POST", "/api/v1/sessions", null, "{\"user\":\"nobody\",\"password\":\"nothing\"}"));
    }

    @Test
    void aStreamResumesAfterTheIdThatWasSeenLast() throws Exception {
        try (BufferedReader live = events("/api/v1/events")) {
            live.readLine(); // The first heartbeat: from now on everything is sent.
            raise("test.resume:1");
            raise("test.resume:2");
            String first = nextId(live);
            String second = nextId(live);
            try (BufferedReader resumed = events("/api/v1/events?after=" + first)) {
                assertEquals(second, nextId(resumed));
            }
        }
    }

    @Test
    void anIdThatNeverWasMakesTheClientStartAnew() throws Exception {
        try (BufferedReader events = events("/api/v1/events?after=999999999999")) {
            assertEquals("event: reset", line(events, "event: "));
        }
    }

    @Test
    void signingOutEndsTheStream() throws Exception {
        try (BufferedReader events = events("/api/v1/events")) {
            events.readLine();
            assertEquals(204, server().send("DELETE", "/api/v1/sessions/current", token, null).statusCode());
            @Nullable String line = events.readLine();
            while (line != null) {
                line = events.readLine();
            }
            assertNull(line);
        }
    }

    private BufferedReader events(String path) throws Exception {
        return new BufferedReader(new InputStreamReader(server().stream(path, token).body(), StandardCharsets.UTF_8));
    }

    private static void raise(String key) throws InterruptedException {
        ServerFixture.service(Notifications.class).raise(new Condition(key, Severity.WARNING, "m " + System.nanoTime(), "e", "r", null, null));
    }

    private static String nextId(BufferedReader events) throws IOException {
        return line(events, "id: ").substring(4);
    }

    private static String line(BufferedReader events, String prefix) throws IOException {
        String line = String.valueOf(events.readLine());
        while (!line.startsWith(prefix)) {
            assertTrue(!line.equals("null"), "the stream ended");
            line = String.valueOf(events.readLine());
        }
        return line;
    }

    private static void assertProblem(int status, String type, @Nullable String field, HttpResponse<String> response) throws IOException {
        assertEquals(status, response.statusCode(), response::body);
        JsonNode problem = ServerFixture.json(response);
        assertEquals(type, problem.path("type").asText());
        assertEquals(status, problem.path("status").asInt());
        assertTrue(problem.path("detail").asText().endsWith("."), response::body);
        if (field != null) {
            assertEquals(field, problem.path("violations").path(0).path("field").asText());
        }
    }

    private ServerFixture server() {
        return java.util.Objects.requireNonNull(started);
    }
}
