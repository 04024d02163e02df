package org.moothall.node.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** A client of the events channel that keeps what it is told. */
@NonNullByDefault({})
final class EventsClient implements WebSocket.Listener, AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    EventsClient(HttpClient client, URI uri) {
        socket = client.newWebSocketBuilder().buildAsync(uri, this).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Connects with a fresh token. */
    static EventsClient of(QuietLab lab) {
        return of(lab, 0);
    }

    /** Connects to this node with a fresh token. */
    static EventsClient of(QuietLab lab, int node) {
        String token = lab.send(node, "POST", "authTokens", "").headers().firstValue("X-Cisco-CMS-Auth-Token").orElseThrow();
        return new EventsClient(lab.client(), URI.create(lab.uri(node, "/events/v1").toString().replace("https", "wss") + "?authToken=" + token));
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    void subscribe(int messageId, String subscriptions) {
        send("{\"type\":\"message\",\"message\":{\"messageId\":" + messageId + ",\"type\":\"subscribeRequest\",\"subscriptions\":[" + subscriptions + "]}}");
    }

    /** The next frame. */
    String next() throws InterruptedException {
        String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame came");
        }
        return frame;
    }

    /** The next frame that contains this; those before are passed over. */
    String until(String part) throws InterruptedException {
        String frame = next();
        while (!frame.contains(part)) {
            frame = next();
        }
        return frame;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            frames.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
