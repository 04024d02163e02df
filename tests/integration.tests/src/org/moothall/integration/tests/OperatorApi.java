package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.testkit.Deadline;

import com.fasterxml.jackson.databind.JsonNode;

/** The API of the server in this framework as an operator's script uses it: paths below {@code /api/v1}, answers as JSON. */
final class OperatorApi {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ServerFixture server;
    private String token;

    OperatorApi(ServerFixture server) throws IOException, InterruptedException {
        this.server = server;
        token = server.administratorToken();
    }

    void signInAgain() throws IOException, InterruptedException {
        token = server.administratorToken();
    }

    JsonNode get(String path) {
        return call(200, "GET", path, null);
    }

    List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        get(path).path("items").forEach(items::add);
        return items;
    }

    /** The answer's body, when it has this status. */
    JsonNode call(int status, String method, String path, @Nullable String body) {
        HttpResponse<String> answer = send(method, path, body);
        assertEquals(status, answer.statusCode(), () -> method + " " + path + ": " + answer.body());
        return json(answer);
    }

    /** The field that the server names when it refuses this. */
    String refusedField(String method, String path, @Nullable String body) {
        return call(400, method, path, body).path("violations").path(0).path("field").asText();
    }

    /** Whatever is answered; a PATCH is of whatever version is there. */
    HttpResponse<String> send(String method, String path, @Nullable String body) {
        try {
            return method.equals("PATCH") && body != null ? server.patch("/api/v1" + path, token, body) : server.send(method, "/api/v1" + path, token, body);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return ServerFixture.json(answer);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until what is under this path looks so, and gives it. */
    JsonNode await(String path, Predicate<JsonNode> so) {
        JsonNode[] last = new JsonNode[1];
        Deadline.await(path, PATIENCE, () -> {
            JsonNode now = get(path);
            last[0] = now;
            return so.test(now);
        });
        return last[0];
    }

    /** The id of the only active meeting that is found so, when so many are in it. */
    String meeting(String text, int people) {
        return await("/meetings?q=" + text, page -> page.path("items").path(0).path("participants").asInt() == people).path("items").path(0).path("id")
                .asText();
    }
}
