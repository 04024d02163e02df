package org.moothall.web.internal.events;

import java.util.concurrent.CompletionException;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** A subscriber at the other end of an HTTP connection. @spec WHATWG HTML, server-sent events */
final class SseSubscriber implements Subscriber {

    private final SseEventSink sink;
    private final Sse sse;

    SseSubscriber(SseEventSink sink, Sse sse) {
        this.sink = sink;
        this.sse = sse;
    }

    @Override
    public void event(Framed entry) {
        OutboundSseEvent.Builder event = sse.newEventBuilder().name(entry.type()).mediaType(MediaType.TEXT_PLAIN_TYPE).data(String.class, entry.json());
        send((entry.kept() ? event.id(Long.toString(entry.id())) : event).build());
    }

    @Override
    public void reset(long id) {
        send(sse.newEventBuilder().id(Long.toString(id)).name("reset").mediaType(MediaType.TEXT_PLAIN_TYPE).data(String.class, "{}").build());
    }

    @Override
    public void heartbeat() {
        send(sse.newEventBuilder().comment("alive").build());
    }

    @Override
    public boolean gone() {
        return sink.isClosed();
    }

    @Override
    public void close() {
        if (!sink.isClosed()) {
            sink.close();
        }
    }

    private void send(OutboundSseEvent event) {
        try {
            sink.send(event).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the subscriber is gone", e);
        }
    }
}
