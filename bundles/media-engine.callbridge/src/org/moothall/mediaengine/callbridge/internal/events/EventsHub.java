package org.moothall.mediaengine.callbridge.internal.events;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.ConferenceEvent;
import org.moothall.mediaengine.callbridge.internal.api.ApiReply;
import org.moothall.mediaengine.callbridge.internal.api.Router;
import org.moothall.mediaengine.callbridge.internal.faults.FaultBox;
import org.moothall.mediaengine.callbridge.internal.listener.EventsDoor;

/** Gives out tokens, knows all connections of the events channel and brings them up to date. Thread-safe. @spec meeting-server-wire §3 */
public final class EventsHub implements EventsDoor {

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);
    private static final int TOKEN_BYTES = 24;
    private static final long GATHER_MILLIS = 20;

    private final Conference conference;
    private final Clock clock;
    private final ScheduledExecutorService scheduler;
    private final FaultBox faults;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final Set<EventsSession> sessions = ConcurrentHashMap.newKeySet();
    private final Set<UUID> touched = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean();

    /** Tells of this conference core. */
    public EventsHub(Conference conference, Clock clock, ScheduledExecutorService scheduler, FaultBox faults) {
        this.conference = conference;
        this.clock = clock;
        this.scheduler = scheduler;
        this.faults = faults;
    }

    /** Adds its path. */
    public void routes(Router router) {
        router.on("POST", "authTokens", request -> ApiReply.token(newToken()));
    }

    /** Something happened: connections hear of it a moment later, together with what happens meanwhile. Quick. */
    public void accept(ConferenceEvent event) {
        if (!sessions.isEmpty()) {
            switch (event) {
                case ConferenceEvent.CallStarted it -> touched(it.call().id());
                case ConferenceEvent.CallChanged it -> touched(it.call().id());
                case ConferenceEvent.CallEnded it -> touched(it.call().id());
                case ConferenceEvent.LegStarted it -> touched(it.leg().call());
                case ConferenceEvent.LegChanged it -> touched(it.leg().call());
                case ConferenceEvent.LegEnded it -> touched(it.leg().call());
                case ConferenceEvent.RemoteChanged it -> conference.callsOf(it.correlator()).forEach(call -> touched(call.id()));
                default -> {}
            }
        }
    }

    private void touched(@Nullable UUID call) {
        if (call != null) {
            touched.add(call);
            wake();
        }
    }

    private void wake() {
        if (due.compareAndSet(false, true)) {
            scheduler.schedule(this::update, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public boolean admits(String token) {
        Instant now = clock.instant();
        tokens.values().removeIf(expiry -> expiry.isBefore(now));
        return tokens.containsKey(token);
    }

    @Override
    public Conversation connected(Outgoing outgoing) {
        EventsSession session = new EventsSession(conference, clock, new ShakyLine(outgoing, faults), sessions::remove, this::wake);
        sessions.add(session);
        return session;
    }

    private void update() {
        due.set(false);
        Set<UUID> calls = new HashSet<>();
        touched.removeIf(calls::add);
        Picture picture = new Picture(conference);
        sessions.forEach(session -> session.update(calls, picture));
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tokens.put(token, clock.instant().plus(TOKEN_LIFE));
        return token;
    }
}
