package org.moothall.cli.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.DataSize;
import org.moothall.core.Problem;
import org.moothall.core.Problem.Violation;
import org.moothall.core.ProblemCode;
import org.moothall.core.ProblemException;
import org.moothall.core.TrustPolicy;
import org.moothall.core.json.Json;
import org.moothall.net.Https;
import org.moothall.net.Https.PeerSettings;
import org.moothall.net.HttpsPeer;
import org.moothall.net.HttpsPeer.Request;
import org.moothall.net.HttpsPeer.Response;
import org.moothall.net.HttpsPeer.Streaming;
import org.moothall.net.NetProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The server's API over HTTPS; what is no success is thrown as the problem that the server told. */
final class Api implements AutoCloseable {

    static final JsonMapper JSON = Json.lenient();
    private static final String BASE = "/api/v1";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final DataSize MAX_BODY = DataSize.ofMebibytes(64);

    private final HttpsPeer peer;
    private final @Nullable String token;

    Api(Https https, String url, TrustPolicy trust, @Nullable String token) {
        this.peer = https.peer(new PeerSettings(URI.create(url), null, trust, TIMEOUT, MAX_BODY, 4));
        this.token = token;
    }

    /** Calls {@code path} below the API's base. */
    Response send(String method, String path, Map<String, String> headers, @Nullable JsonNode body) {
        byte[] bytes = body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
        Response response = peer.send(new Request(method, BASE + path, headers(headers, body != null), bytes));
        if (response.status() >= 400) {
            throw problem(response.status(), response.body()).exception();
        }
        return response;
    }

    /** Reads a stream of events. */
    Streaming stream(String path) {
        Streaming streaming = peer.stream(new Request("GET", BASE + path, headers(Map.of("Accept", "text/event-stream"), false), new byte[0]));
        if (streaming.status() != 200) {
            try (var body = streaming.body()) {
                throw problem(streaming.status(), body.readNBytes(1 << 20)).exception();
            } catch (IOException e) {
                throw new ProblemException(Problem.of(NetProblem.BROKEN, "The connection broke before the answer was whole."), e);
            }
        }
        return streaming;
    }

    private Map<String, String> headers(Map<String, String> more, boolean body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "application/json");
        if (body) {
            headers.put("Content-Type", "application/json");
        }
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        headers.putAll(more);
        return headers;
    }

    /** The body as JSON, missing when there is none. */
    static JsonNode json(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new ProblemException(Problem.of(NetProblem.NOT_UNDERSTOOD, "The answer is not JSON. Check that the address is that of a Moothall server."),
                    e);
        }
    }

    private static Problem problem(int status, byte[] body) {
        JsonNode told;
        try {
            told = JSON.readTree(body);
        } catch (IOException e) {
            told = MissingNode.getInstance();
        }
        String type = told.path("type").asText("");
        if (type.isEmpty()) {
            return Problem.of(status == 401 || status == 403 || status == 404 ? new Told("http." + status, status, "The server refused") : CoreProblem.INTERNAL,
                    "The server answered with status " + status + ".");
        }
        List<Violation> violations = new ArrayList<>();
        told.path("violations").forEach(each -> violations.add(new Violation(each.path("field").asText(""), each.path("message").asText(""))));
        return new Problem(new Told(type, status, told.path("title").asText("The server refused")), told.path("detail").asText(""), null, violations);
    }

    /** A code that the server told. */
    private record Told(String code, int status, String title) implements ProblemCode {}

    @Override
    public void close() {
        peer.close();
    }
}
