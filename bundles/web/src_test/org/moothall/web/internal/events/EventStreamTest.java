package org.moothall.web.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moothall.core.ChangeEvent;
import org.moothall.core.EventType;
import org.moothall.core.Secret;
import org.moothall.core.json.Json;
import org.moothall.security.Authentication;
import org.moothall.security.Caller;
import org.moothall.security.Role;
import org.moothall.security.Session;
import org.moothall.store.Journal;
import org.moothall.testkit.RecordedEvents;
import org.moothall.testkit.TestExecutors;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Each look after the session finds the next of those that the test prepared; in between the stream sends what there is. */
class EventStreamTest {

    private final TestExecutors executors = new TestExecutors();
    private final Sessions sessions = new Sessions();
    private final Events events = new Events();
    private final RecordedEvents bus = new RecordedEvents();
    private final AtomicLong nanos = new AtomicLong();
    private final EventStreams streams = new EventStreams(events, bus, sessions, executors, new Unkept(nanos::get));
    private final Received received = new Received();

    EventStreamTest() {
        streams.add(new EventType("meetings.meeting-changed", "meetings.read"));
        streams.add(new EventType("servers.cluster-changed", "servers.read"));
        streams.add(new EventType("notifications.changed", "notifications.read", true));
    }

    @AfterEach
    void close() {
        streams.close();
        executors.close();
    }

    @Test
    void theStreamEndsWhenTheSessionEnded() {
        sessions.found("meetings.read");
        events.happened("meetings.meeting-changed");
        serve();
        assertEquals(List.of("alive", "1 meetings.meeting-changed", "closed"), received.lines);
    }

    @Test
    void withoutASessionNothingIsSent() {
        events.happened("meetings.meeting-changed");
        serve();
        assertEquals(List.of("alive", "closed"), received.lines);
    }

    @Test
    void theStreamEndsWhenThePermissionIsLostBeforeAnotherEventIsSent() {
        sessions.found("meetings.read", "servers.read");
        sessions.found("servers.read");
        sessions.found("servers.read");
        received.after = () -> events.happenedUpTo(3, "servers.cluster-changed");
        events.happened("meetings.meeting-changed");
        serve();
        assertEquals(List.of("alive", "1 meetings.meeting-changed", "closed"), received.lines);
    }

    @Test
    void theStreamGoesOnWithTheSamePermissionsOrMore() {
        sessions.found("meetings.read");
        sessions.found("meetings.read");
        sessions.found("meetings.read", "servers.read");
        received.after = () -> events.happenedUpTo(3, "meetings.meeting-changed");
        events.happened("meetings.meeting-changed");
        serve();
        assertEquals(List.of("alive", "1 meetings.meeting-changed", "2 meetings.meeting-changed", "3 meetings.meeting-changed", "closed"), received.lines);
    }

    @Test
    void whatIsUrgentIsToldWithoutAnIdWhenTheStoreDoesNotTakeItWithinAMoment() {
        sessions.found("notifications.read", "meetings.read");
        bus.publish(event("notifications.changed"));
        bus.publish(event("meetings.meeting-changed"));
        nanos.addAndGet(Unkept.MOMENT.toNanos() + 1);
        serve();
        assertEquals(List.of("alive", "0 notifications.changed", "closed"), received.lines);
    }

    @Test
    void whatIsUrgentIsToldWithItsIdOnceTheStoreTookIt() {
        sessions.found("notifications.read");
        bus.publish(event("notifications.changed"));
        nanos.addAndGet(Unkept.MOMENT.toNanos() + 1);
        events.happened("notifications.changed");
        serve();
        assertEquals(List.of("alive", "1 notifications.changed", "closed"), received.lines);
    }

    @Test
    void whoMayNotSeeItIsNotToldWithoutTheStoreEither() {
        sessions.found("meetings.read");
        bus.publish(event("notifications.changed"));
        nanos.addAndGet(Unkept.MOMENT.toNanos() + 1);
        serve();
        assertEquals(List.of("alive", "closed"), received.lines);
    }

    @Test
    void theSessionIsLookedAfterMoreOftenThanEveryThirtySeconds() {
        assertEquals(-1, Integer.signum(EventRing.nap().compareTo(Duration.ofSeconds(30))));
    }

    private static ChangeEvent event(String type) {
        return new ChangeEvent(type, "7", null, Instant.EPOCH, Map.of());
    }

    private void serve() {
        new EventStream(streams, received, "token").run(0L);
    }

    /** What arrived at the far end. */
    private static final class Received implements Subscriber {
        private final List<String> lines = new ArrayList<>();
        private Runnable after = () -> {};

        @Override
        public void event(Framed entry) {
            lines.add(entry.id() + " " + entry.type());
            after.run();
        }

        @Override
        public void reset(long id) {
            lines.add("reset");
        }

        @Override
        public void heartbeat() {
            lines.add("alive");
        }

        @Override
        public boolean gone() {
            return false;
        }

        @Override
        public void close() {
            lines.add("closed");
        }
    }

    /** A journal of what the test lets happen; it starts empty. */
    private static final class Events implements Journal {
        private final List<Entry> entries = new ArrayList<>();
        private @Nullable Consumer<Entry> follower;

        void happened(String type) {
            ChangeEvent event = event(type);
            Entry entry = new Entry(entries.size() + 1, event, json(event));
            entries.add(entry);
            Objects.requireNonNull(follower).accept(entry);
        }

        private static String json(ChangeEvent event) {
            try {
                return Json.lenient().writeValueAsString(event);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        void happenedUpTo(int count, String type) {
            if (entries.size() < count) {
                happened(type);
            }
        }

        @Override
        public long newest() {
            return entries.size();
        }

        @Override
        public long oldest() {
            return 0;
        }

        @Override
        public Optional<List<Entry>> after(long id, int limit) {
            return Optional.of(entries.subList((int) id, entries.size()));
        }

        @Override
        public AutoCloseable follow(String name, Consumer<Entry> follower, Runnable lost) {
            this.follower = follower;
            return () -> {};
        }
    }

    /** One session, which ends after those states that the test prepared. */
    private static final class Sessions implements Authentication {
        private final Deque<Session> states = new ArrayDeque<>();

        void found(String... permissions) {
            states.add(new Session("token", "anna", Role.OPERATOR, Set.of(permissions), Instant.MAX, 3600));
        }

        @Override
        public Optional<Session> find(String token) {
            return Optional.ofNullable(states.poll());
        }

        @Override
        public Session signIn(String user, Secret password, String source, @Nullable String userAgent) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Duration retryAfter(String user, String source) {
            return Duration.ZERO;
        }

        @Override
        public Optional<Caller> authenticate(String token, String source) {
            return Optional.empty();
        }

        @Override
        public void end(String token) {
            states.clear();
        }
    }
}
