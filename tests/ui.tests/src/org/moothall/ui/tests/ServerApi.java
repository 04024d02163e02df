package org.moothall.ui.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import org.moothall.testkit.TrustingClient;
import org.moothall.testkit.intake.BuiltServer.Door;

/** What a test asks the server behind the workbench's back. */
final class ServerApi {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final HttpClient client;
    private String token = "";

    ServerApi(Door door) throws IOException {
        base = door.url();
        try {
            client = TrustingClient.of(door.authority());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        signIn(door.user(), door.password());
    }

    void signIn(String user, String password) {
        token = post("/sessions", Map.of("user", user, "password", password)).path("token").asText();
    }

    /** Gives whoever is signed in another password: all other sessions of that user end. */
    void changePassword(String old, String now) {
        post("/users/current/password", Map.of("old", old, "new", now));
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** Takes away what is at this path. */
    void delete(String path) {
        send(request(path).DELETE());
    }

    JsonNode put(String path, Map<String, ?> body) {
        try {
            return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode post(String path, Map<String, String> body) {
        try {
            return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/v1" + path)).timeout(LIMIT);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
