package org.moothall.servers.spi;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The API of one Call Bridge. Paths are relative to the API's base; each segment is encoded here, forms and queries too. A bridge that
 * is busy (503) is asked once more. Thread-safe; calls block and throw {@code ProblemException}: network problems, refused
 * credentials, or {@code servers.refused-by-bridge} with the bridge's own failure reason in the detail and in {@link FailureReason}.
 */
public interface CallBridgeConnection {

    /** Reads an object or list; {@code path} is relative to the API's base, for example {@code calls}. */
    ApiElement get(String path, Map<String, String> query);

    /** Reads a whole list page by page; {@code path} without offset and limit. Bounded to 100,000 rows. */
    java.util.List<ApiElement> list(String path, Map<String, String> query);

    /** Creates; returns the id at the end of the {@code Location}, empty when there is none. */
    String post(String path, Map<String, String> form);

    /** Changes. */
    void put(String path, Map<String, String> form);

    /** Removes. */
    void delete(String path);

    /** Opens the events channel (token first, then WebSocket). */
    CompletableFuture<EventsChannel> openEvents(EventsListener listener);

    /** An open events channel; messages are JSON text, acknowledgements included. */
    interface EventsChannel extends AutoCloseable {
        /** Sends one JSON message. */
        void send(String json);

        @Override
        void close();
    }

    /** Hears the events channel; one thread at a time. */
    interface EventsListener {
        /** A JSON message came. */
        void message(String json);

        /** The channel ended. */
        void closed(String reason);
    }
}
