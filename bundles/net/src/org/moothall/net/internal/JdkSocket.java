package org.moothall.net.internal;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.net.HttpsPeer;

/** A WebSocket of the JDK: whole messages of bounded size in, sends one after the other out, one end told once. */
final class JdkSocket implements HttpsPeer.Socket, WebSocket.Listener {

    private static final int GOING_AWAY = 1_001;
    private static final int TOO_BIG = 1_009;

    private final HttpsPeer.Listener listener;
    private final long limit;
    private final StringBuilder partial = new StringBuilder();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable WebSocket socket;
    private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);

    JdkSocket(HttpsPeer.Listener listener, long limit) {
        this.listener = listener;
        this.limit = limit;
    }

    HttpsPeer.Socket opened(WebSocket opened) {
        socket = opened;
        return this;
    }

    @Override
    public synchronized CompletableFuture<Void> send(String text) {
        WebSocket current = socket;
        if (current == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("not open"));
        }
        CompletableFuture<Void> sent = lastSend.handle((before, failure) -> true)
                .thenCompose(ready -> current.sendText(text, true)).thenRun(() -> {});
        lastSend = sent;
        return sent;
    }

    @Override
    public void close() {
        WebSocket current = socket;
        if (current == null || current.isOutputClosed()) {
            return;
        }
        current.sendClose(WebSocket.NORMAL_CLOSURE, "").orTimeout(1, java.util.concurrent.TimeUnit.SECONDS).whenComplete((done, failure) -> {
            if (failure != null) {
                current.abort();
            }
        });
        end("closed here");
    }

    @Override
    @NonNullByDefault({})
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        if (partial.length() + (long) data.length() > limit) {
            from.sendClose(TOO_BIG, "message too big").whenComplete((done, failure) -> from.abort());
            end("a message was larger than " + limit + " bytes");
            return null;
        }
        partial.append(data);
        if (last) {
            String message = partial.toString();
            partial.setLength(0);
            if (!ended.get()) {
                listener.text(message);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    @NonNullByDefault({})
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(code == WebSocket.NORMAL_CLOSURE || code == GOING_AWAY ? "the peer ended it"
                : "the peer ended it with code " + code + (reason.isEmpty() ? "" : ": " + reason));
        return null;
    }

    @Override
    @NonNullByDefault({})
    public void onError(WebSocket from, Throwable failure) {
        end("the connection broke");
    }

    private void end(String reason) {
        if (ended.compareAndSet(false, true)) {
            listener.closed(reason);
        }
    }
}
