package org.moothall.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.Answer;
import org.moothall.client.Call;
import org.moothall.core.ProblemException;
import org.moothall.net.HttpsPeer;
import org.moothall.net.HttpsPeer.Request;
import org.moothall.net.HttpsPeer.Response;
import org.moothall.net.NetProblem;
import org.moothall.security.SecurityProblem;
import org.moothall.security.Session;

/** Sends calls with the session's token; renews the session and repeats what may be repeated. */
final class Connection {

    private static final String BASE = "/api/v1";

    private final HttpsPeer peer;
    private final Workers workers;
    private final Sessions sessions;

    Connection(HttpsPeer peer, Workers workers, Sessions sessions) {
        this.peer = peer;
        this.workers = workers;
        this.sessions = sessions;
    }

    CompletableFuture<Answer> call(Call call) {
        byte[] body = Wire.write(call.body());
        Map<String, String> headers = headers(call);
        return workers.start(() -> answer(call, headers, body));
    }

    private Answer answer(Call call, Map<String, String> headers, byte[] body) throws InterruptedException {
        Session used = sessions.session();
        Response response = send(call, headers, body, used);
        if (ended(response)) {
            response = send(call, headers, body, sessions.renewed(used));
        }
        if (response.status() / 100 != 2) {
            throw Problems.of(response).exception();
        }
        Map<String, String> told = response.headers();
        return new Answer(response.status(), body(told.get("content-type"), response.body()), version(told.get("etag")), told.get("location"));
    }

    /** A request that broke on the way is sent once more, as long as doing it twice does what doing it once does. */
    private Response send(Call call, Map<String, String> headers, byte[] body, Session session) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("Authorization", "Bearer " + session.token());
        Request request = new Request(call.method(), BASE + call.path(), all, body);
        try {
            return peer.send(request);
        } catch (ProblemException e) {
            if (e.problem().code() != NetProblem.BROKEN || call.version() != null || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return peer.send(request);
        }
    }

    static boolean ended(Response response) {
        return response.status() == 401 && Problems.of(response).code() != SecurityProblem.WRONG_CREDENTIALS;
    }

    private static Map<String, String> headers(Call call) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Accept", "application/json, application/problem+json, text/csv;q=0.5");
        if (call.body() != null) {
            headers.put("Content-Type", "application/json");
        }
        if ("POST".equals(call.method())) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        @Nullable Long version = call.version();
        if (version != null) {
            headers.put("If-Match", "\"" + version + "\"");
        }
        return headers;
    }

    /** JSON as it is; a text as a text node. */
    private static JsonNode body(@Nullable String type, byte[] body) {
        return type != null && type.startsWith("text/") ? TextNode.valueOf(new String(body, StandardCharsets.UTF_8)) : Wire.tree(body);
    }

    private static @Nullable Long version(@Nullable String etag) {
        try {
            return etag == null ? null : Long.valueOf(etag.replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            return null; // of a resource whose versions are no numbers
        }
    }
}
