package org.moothall.testkit.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.moothall.testkit.TrustingClient;
import org.moothall.testkit.intake.BuiltServer.Door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The API of a server as its administrator uses it: paths below {@code /api/v1}, answers as JSON. Thread-safe. */
final class AdministratorApi {

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final HttpClient client;
    private String token = "";

    /** Signs in. */
    AdministratorApi(Door door) throws IOException, GeneralSecurityException {
        base = door.url();
        client = TrustingClient.of(door.authority());
        token = post(201, "/sessions", Map.of("user", door.user(), "password", door.password())).path("token").asText();
    }

    JsonNode get(String path) {
        return answered(200, request(path).build());
    }

    JsonNode post(int status, String path, Map<String, ?> body) {
        try {
            return post(status, path, JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode post(int status, String path, String body) {
        return answered(status, request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build());
    }

    void delete(String path) {
        answered(204, request(path).DELETE().build());
    }

    /** All items of a list. */
    List<JsonNode> items(String path, String query) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = get(path + '?' + query + "&limit=100");
        page.path("items").forEach(items::add);
        while (page.hasNonNull("next")) {
            page = get(path + '?' + query + "&limit=100&cursor=" + URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8));
            page.path("items").forEach(items::add);
        }
        return items;
    }

    /** Listens to the events on a thread of its own until they end; returns when it is heard. */
    void listen(Consumer<String> line) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v1/events")).header("Authorization", "Bearer " + token).build();
        HttpResponse<Stream<String>> answer = send(request, BodyHandlers.ofLines());
        Thread.ofVirtual().start(() -> {
            try {
                answer.body().forEach(line);
            } catch (UncheckedIOException e) {
                answer.body().close(); // the server has ended
            }
        });
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/v1" + path)).timeout(ANSWER);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode answered(int status, HttpRequest request) {
        HttpResponse<String> answer = send(request, BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IllegalStateException(request.method() + ' ' + request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
