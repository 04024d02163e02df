package org.moothall.web.internal.events;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.security.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscriber's stream: what it missed, then what happens, as long as its session lasts and it keeps up. One whose
 * user may do less than at the start is ended too, so that nobody goes on with a picture of things that are no longer shown.
 */
@Boundary
final class EventStream {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int BATCH = 256;

    private final EventStreams streams;
    private final Subscriber subscriber;
    private final String token;
    private long position;
    private long unkept;
    private boolean live;
    private long lastSent = System.nanoTime();

    EventStream(EventStreams streams, Subscriber subscriber, String token) {
        this.streams = streams;
        this.subscriber = subscriber;
        this.token = token;
    }

    void run(@Nullable Long after) {
        try {
            begin(after);
            Optional<Session> session = streams.session(token);
            Set<String> permissions = session.map(Session::permissions).orElse(Set.of());
            while (session.isPresent() && session.get().permissions().containsAll(permissions) && goesOn(session.get())) {
                session = streams.session(token);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.debug("An event stream broke.", e);
        } finally {
            close();
        }
    }

    private boolean goesOn(Session session) throws InterruptedException {
        return streams.running() && !subscriber.gone() && step(session);
    }

    private void close() {
        try {
            subscriber.close();
        } catch (Exception e) {
            // The whiteboard was rebuilt under the stream; the idle limit ends the connection.
            LOG.debug("An event stream did not close.", e);
        }
    }

    private void begin(@Nullable Long after) {
        long newest = streams.newest();
        position = after == null ? newest : after;
        if (position > newest) {
            reset(newest);
        } else {
            subscriber.heartbeat();
        }
    }

    /** Sends what there is or waits a moment; false when this subscriber is too slow. */
    private boolean step(Session session) throws InterruptedException {
        Optional<List<Framed>> recent = streams.ring().after(position, BATCH);
        if (recent.isEmpty() && live) {
            LOG.info("An event subscriber of {} reads too slowly and is disconnected.", session.user());
            return false;
        }
        if (recent.isEmpty()) {
            catchUp(session);
            return true;
        }
        send(recent.get(), session);
        live |= recent.get().isEmpty();
        sendUnkept(session);
        if (recent.get().isEmpty()) {
            streams.ring().await(position, EventRing.nap());
            heartbeat();
        }
        return true;
    }

    private void catchUp(Session session) {
        Optional<List<Framed>> stored = streams.stored(position, BATCH);
        if (stored.isEmpty()) {
            reset(streams.newest());
        } else if (stored.get().isEmpty()) {
            position = streams.newest();
        } else {
            send(stored.get(), session);
        }
    }

    private void send(List<Framed> entries, Session session) {
        for (Framed entry : entries) {
            position = entry.id();
            send(entry, session);
        }
    }

    /** What the journal does not take does not move the place to resume after. */
    private void sendUnkept(Session session) {
        for (Unkept.Waiting one : streams.unkept().after(unkept)) {
            unkept = one.number();
            send(one.event(), session);
        }
    }

    private void send(Framed entry, Session session) {
        if (streams.visible(entry, session)) {
            subscriber.event(entry);
            lastSent = System.nanoTime();
        }
    }

    private void reset(long newest) {
        position = newest;
        subscriber.reset(newest);
        lastSent = System.nanoTime();
    }

    private void heartbeat() {
        if (System.nanoTime() - lastSent > HEARTBEAT.toNanos()) {
            subscriber.heartbeat();
            lastSent = System.nanoTime();
        }
    }
}
