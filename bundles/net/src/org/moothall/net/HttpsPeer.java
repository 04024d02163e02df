package org.moothall.net;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.moothall.core.PeerCertificate;

/** Another machine, spoken to over HTTPS. Thread-safe. Failures to connect or to answer are {@link NetProblem}s. */
public interface HttpsPeer extends AutoCloseable {

    /** Sends a request and waits for the whole answer, whatever its status. Redirects are not followed. */
    Response send(Request request);

    /** Sends a request and waits for status and headers alone; the body is read and dropped behind the scenes. */
    Response sendForStatus(Request request);

    /** Sends a request and gives the answer's body as it comes (for event streams); without time limit once it began. */
    Streaming stream(Request request);

    /** Opens a WebSocket on this path (with query); the credentials are not sent, the path says who asks. */
    CompletableFuture<Socket> webSocket(String path, Listener listener);

    /** The certificate that the peer showed last and that was trusted; empty before the first connection. */
    Optional<PeerCertificate> certificate();

    /** Ends all requests under way, connections and threads. */
    @Override
    void close();

    /** @param path with query, relative to the peer's base; @param body empty for none */
    record Request(String method, String path, Map<String, String> headers, byte[] body) {
        public Request {
            headers = Map.copyOf(headers);
        }

        /** A GET of this path. */
        public static Request get(String path) {
            return new Request("GET", path, Map.of(), new byte[0]);
        }
    }

    /** @param headers by lower-case name, the first value of each */
    record Response(int status, Map<String, String> headers, byte[] body) {}

    /** An answer under way; close it to end it. */
    record Streaming(int status, Map<String, String> headers, InputStream body) {}

    /** An open WebSocket. */
    interface Socket extends AutoCloseable {
        /** Sends a text message; completes when it is handed to the network. */
        CompletableFuture<Void> send(String text);

        @Override
        void close();
    }

    /** Hears a WebSocket; called by one thread at a time. */
    interface Listener {
        /** A whole text message. */
        void text(String message);

        /** The connection ended, by either side or by a failure; nothing follows. */
        void closed(String reason);
    }
}
