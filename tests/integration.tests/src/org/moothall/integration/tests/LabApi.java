package org.moothall.integration.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.moothall.core.json.Json;
import org.moothall.testkit.RunningLab;
import org.moothall.testkit.TrustingClient;

import com.fasterxml.jackson.databind.JsonNode;

/** The API of the lab's server, as a script uses it. */
final class LabApi {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient client;
    private String token = "";

    LabApi(RunningLab lab) throws IOException, GeneralSecurityException {
        base = URI.create(lab.fact("url"));
        client = TrustingClient.of(Path.of(lab.fact("caFile")));
    }

    void signIn(String user, String password) {
        String body = Json.strict().createObjectNode().put("user", user).put("password", password).toString();
        HttpRequest request = request("/sessions").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build();
        token = json(send(request, BodyHandlers.ofString()).body()).path("token").asText();
    }

    int status(String path) {
        return send(request(path).build(), BodyHandlers.discarding()).statusCode();
    }

    JsonNode get(String path) {
        HttpResponse<String> answer = send(request(path).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json(answer.body());
    }

    int delete(String path) {
        return send(request(path).DELETE().build(), BodyHandlers.discarding()).statusCode();
    }

    /** Whether the server answers at all, whatever it says. */
    boolean answers() {
        try {
            return status("/openapi.json") > 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    InputStream events() {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v1/events")).header("Authorization", "Bearer " + token).build();
        return send(request, BodyHandlers.ofInputStream()).body();
    }

    List<JsonNode> callBridges() {
        return items("/call-bridges");
    }

    List<JsonNode> activeMeetings() {
        return items("/meetings?state=active&limit=100");
    }

    List<JsonNode> participants(JsonNode meeting) {
        return items("/meetings/" + meeting.path("id").asText() + "/participants?limit=100");
    }

    List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        get(path).path("items").forEach(items::add);
        return items;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/v1" + path)).timeout(LIMIT);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return Json.lenient().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
