package org.moothall.mediaengine.callbridge.internal.listener;

import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;

/** One WebSocket of the events channel. */
@NonNullByDefault({})
public final class EventsSocket implements Session.Listener.AutoDemanding, EventsDoor.Outgoing {

    private final EventsDoor door;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile @Nullable Session session;
    private volatile EventsDoor.@Nullable Conversation conversation;

    private EventsSocket(EventsDoor door) {
        this.door = door;
    }

    /** The socket, or null after the refusal of a token that does not count. */
    static @Nullable EventsSocket open(EventsDoor door, ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        Fields query = Request.extractQueryParameters(request);
        String token = query.getValue("authToken");
        if (token != null && door.admits(token)) {
            return new EventsSocket(door);
        }
        Response.writeError(request, response, callback, HttpStatus.UNAUTHORIZED_401);
        return null;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        conversation = door.connected(this);
    }

    @Override
    public void onWebSocketText(String message) {
        EventsDoor.Conversation heard = conversation;
        if (heard != null) {
            heard.accept(message);
        }
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        if (!(cause instanceof ClosedChannelException)) {
            close();
        }
    }

    @Override
    public void onWebSocketClose(int status, String reason) {
        EventsDoor.Conversation heard = conversation;
        if (heard != null) {
            heard.closed();
        }
    }

    @Override
    public void send(String text) {
        Session open = session;
        if (open != null && open.isOpen()) {
            waiting.incrementAndGet();
            open.sendText(text, org.eclipse.jetty.websocket.api.Callback.from(this::sent, failure -> close()));
        }
    }

    private void sent() {
        EventsDoor.Conversation heard = conversation;
        if (waiting.decrementAndGet() == 0 && heard != null) {
            heard.drained();
        }
    }

    @Override
    public int waiting() {
        return waiting.get();
    }

    @Override
    public void close() {
        Session open = session;
        if (open != null) {
            open.close();
        }
    }
}
