package org.moothall.client.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.EventStream;
import org.moothall.core.ChangeEvent;
import org.moothall.core.Executors;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.security.SecurityProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the event stream, one connection after the other; the next one resumes where the one before ended. */
final class LiveEvents implements EventStream, AutoCloseable {

    static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** The server says something at least every 15 seconds. */
    static final Duration SILENCE = Duration.ofSeconds(40);
    private static final Duration CHECK = Duration.ofSeconds(5);
    private static final int EVENT_LIMIT = 1 << 20;
    private static final int BUFFER = 16 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);

    private final EventSource source;
    private final Workers workers;
    private final ScheduledExecutorService scheduler;
    private final Listeners listeners;
    private final Clock clock;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile @Nullable HeardStream current;
    private volatile boolean closed;
    // Only the connection under way touches these: there is one at a time.
    private @Nullable String lastId;
    private Duration pause = FIRST_PAUSE;
    private Instant heard;

    LiveEvents(EventSource source, Workers workers, Executors executors, Clock clock) {
        this.source = source;
        this.workers = workers;
        this.clock = clock;
        this.scheduler = executors.scheduler("client-events");
        this.listeners = new Listeners(executors.serial("client-events", Listeners.QUEUE));
        this.heard = clock.instant();
    }

    @Override
    public Subscription listen(Listener listener) {
        Subscription subscription = listeners.add(listener);
        if (!closed && started.compareAndSet(false, true)) {
            heard = clock.instant();
            connect();
            scheduler.scheduleWithFixedDelay(this::closeWhenSilent, CHECK.toMillis(), CHECK.toMillis(), TimeUnit.MILLISECONDS);
        }
        return subscription;
    }

    @Override
    public boolean connected() {
        return current != null;
    }

    @Override
    public void close() {
        closed = true;
        scheduler.shutdownNow();
        closeQuietly(current);
        listeners.close();
    }

    private void connect() {
        workers.start(() -> {
            boolean again = readOne();
            if (again && !closed) {
                listeners.lost(heard);
                reconnectLater();
            }
            return again;
        });
    }

    private void reconnectLater() {
        try {
            scheduler.schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        } catch (RejectedExecutionException e) {
            LOG.debug("No reconnection: the client is closed");
        }
    }

    /** One connection from its beginning to its end; false when there is no use in another one. */
    private boolean readOne() throws InterruptedException {
        try (InputStream body = source.open(lastId); HeardStream stream = new HeardStream(body, clock)) {
            current = stream;
            pause = FIRST_PAUSE;
            listeners.connected(lastId == null);
            read(stream);
        } catch (IOException e) {
            LOG.debug("The event stream broke: {}", e.toString());
        } catch (ProblemException e) {
            LOG.debug("The event stream could not be opened: {}", e.getMessage());
            return e.problem().code() != SecurityProblem.NOT_SIGNED_IN || lostForGood();
        } finally {
            current = null;
        }
        return true;
    }

    private boolean lostForGood() throws InterruptedException {
        listeners.lost(heard);
        return false;
    }

    private void read(HeardStream stream) throws IOException, InterruptedException {
        SseParser parser = new SseParser(new BufferedInputStream(stream, BUFFER), EVENT_LIMIT, lastId);
        try {
            for (SseParser.@Nullable Event event = parser.next(); event != null; event = parser.next()) {
                deliver(event);
                lastId = parser.lastId();
            }
        } finally {
            heard = stream.heard();
        }
    }

    private void deliver(SseParser.Event event) throws InterruptedException {
        if (event.tooLong() || "reset".equals(event.type())) {
            listeners.all(Listener::reset);
            return;
        }
        try {
            ChangeEvent change = Wire.read(Wire.tree(event.data().getBytes(java.nio.charset.StandardCharsets.UTF_8)), ChangeEvent.class);
            listeners.all(listener -> listener.changed(change));
        } catch (ProblemException e) {
            Problem problem = e.problem();
            LOG.warn("An event of type {} was passed over: {}", event.type(), problem.detail());
        }
    }

    private void closeWhenSilent() {
        @Nullable HeardStream stream = current;
        if (stream != null && stream.heard().plus(SILENCE).isBefore(clock.instant())) {
            closeQuietly(stream);
        }
    }

    private static void closeQuietly(@Nullable InputStream stream) {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException e) {
            LOG.debug("Closing the event stream failed: {}", e.toString());
        }
    }
}
