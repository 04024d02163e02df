package org.moothall.client.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.net.HttpsPeer;
import org.moothall.net.HttpsPeer.Request;
import org.moothall.net.HttpsPeer.Response;
import org.moothall.net.HttpsPeer.Streaming;
import org.moothall.security.Session;

/** Opens the event stream with a session that is alive. */
final class EventSource {

    private static final String PATH = "/api/v1/events";
    private static final int PROBLEM_LIMIT = 64 * 1024;

    private final HttpsPeer peer;
    private final Sessions sessions;

    EventSource(HttpsPeer peer, Sessions sessions) {
        this.peer = peer;
        this.sessions = sessions;
    }

    /** The stream after this event; blocks until the server answers. Throws the server's problem or one of the network. */
    InputStream open(@Nullable String after) throws IOException, InterruptedException {
        Session used = sessions.session();
        Streaming stream = request(after, used);
        if (stream.status() == 200) {
            return stream.body();
        }
        Response refused = whole(stream);
        if (!Connection.ended(refused)) {
            throw Problems.of(refused).exception();
        }
        Streaming second = request(after, sessions.renewed(used));
        if (second.status() != 200) {
            throw Problems.of(whole(second)).exception();
        }
        return second.body();
    }

    private Streaming request(@Nullable String after, Session session) {
        Map<String, String> headers = new TreeMap<>(Map.of("Accept", "text/event-stream", "Authorization", "Bearer " + session.token()));
        if (after != null) {
            headers.put("Last-Event-ID", after);
        }
        return peer.stream(new Request("GET", PATH, headers, new byte[0]));
    }

    private static Response whole(Streaming stream) throws IOException {
        try (InputStream body = stream.body()) {
            return new Response(stream.status(), stream.headers(), body.readNBytes(PROBLEM_LIMIT));
        }
    }
}
