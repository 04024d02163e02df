package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever may no longer see events gets none from a stream that is still open. */
class EventStreamEndOsgiTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PASSWORD = "long enough 4 all of them";

    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private String administrator = "";

    @BeforeEach
    void signIn() throws Exception {
        administrator = ServerFixture.server().administratorToken();
    }

    @AfterEach
    void stopReading() {
        readers.shutdownNow();
    }

    @Test
    void theStreamEndsSoonAfterItsUserSignedOut() throws Exception {
        add("stella", "operator");
        String token = ServerFixture.server().signIn("stella", PASSWORD);
        CompletableFuture<Void> ended = subscribe(token);
        assertEquals(204, ServerFixture.server().send("DELETE", "/api/v1/sessions/current", token, null).statusCode());
        ended.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void theStreamEndsSoonAfterItsUserWasRemoved() throws Exception {
        String id = add("susan", "operator");
        CompletableFuture<Void> ended = subscribe(ServerFixture.server().signIn("susan", PASSWORD));
        assertEquals(204, ServerFixture.server().send("DELETE", "/api/v1/users/" + id, administrator, null).statusCode());
        ended.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void theStreamEndsSoonAfterItsUsersRoleLostPermissionsAndANewOneMayBegin() throws Exception {
        String id = add("sven", "administrator");
        String token = ServerFixture.server().signIn("sven", PASSWORD);
        CompletableFuture<Void> ended = subscribe(token);
        HttpResponse<String> changed = ServerFixture.server().send("PATCH", "/api/v1/users/" + id, administrator, "{\"role\":\"operator\"}");
        assertEquals(200, changed.statusCode(), changed::body);
        ended.get(SOON.toSeconds(), TimeUnit.SECONDS);
        subscribe(token);
    }

    private String add(String name, String role) throws Exception {
        HttpResponse<String> added = ServerFixture.server().send("POST", "/api/v1/users", administrator,
                "{\"name\":\"" + name + "\",\"role\":\"" + role + "\",\"password\":\"" + PASSWORD + "\"}");
        assertEquals(201, added.statusCode(), added::body);
        return ServerFixture.json(added).path("id").asText();
    }

    /** Reads until the stream ends; it began when this returns. */
    private CompletableFuture<Void> subscribe(String token) throws Exception {
        HttpResponse<InputStream> stream = ServerFixture.server().stream("/api/v1/events", token);
        assertEquals(200, stream.statusCode());
        assertNotEquals(-1, stream.body().read());
        return CompletableFuture.runAsync(() -> {
            try (InputStream body = stream.body()) {
                body.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, readers);
    }
}
