package org.moothall.servers.internal.driver;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.net.HttpsPeer;
import org.moothall.servers.spi.CallBridgeConnection.EventsChannel;
import org.moothall.servers.spi.CallBridgeConnection.EventsListener;

/** An events channel over a WebSocket; its end is told once, whoever ends it. */
final class EventsSocket implements EventsChannel, HttpsPeer.Listener {

    private final EventsListener listener;
    private final Consumer<EventsSocket> ended;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile HttpsPeer.@Nullable Socket socket;

    EventsSocket(EventsListener listener, Consumer<EventsSocket> ended) {
        this.listener = listener;
        this.ended = ended;
    }

    EventsChannel opened(HttpsPeer.Socket opened) {
        socket = opened;
        if (closed.get()) {
            ended.accept(this);
            opened.close();
        }
        return this;
    }

    @Override
    public void send(String json) {
        HttpsPeer.Socket current = socket;
        if (current != null) {
            current.send(json).exceptionally(failure -> {
                end("a message could not be sent");
                throw new java.util.concurrent.CompletionException(failure);
            });
        }
    }

    @Override
    public void text(String message) {
        if (!closed.get()) {
            listener.message(message);
        }
    }

    @Override
    public void closed(String reason) {
        end(reason);
    }

    @Override
    public void close() {
        end("closed here");
    }

    void end(String reason) {
        if (closed.compareAndSet(false, true)) {
            ended.accept(this);
            HttpsPeer.Socket current = socket;
            if (current != null) {
                current.close();
            }
            listener.closed(reason);
        }
    }
}
