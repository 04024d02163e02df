package org.moothall.web.internal.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.CoreProblem;
import org.moothall.core.EventType;
import org.moothall.core.Executors;
import org.moothall.core.Problem;
import org.moothall.security.Authentication;
import org.moothall.security.Session;
import org.moothall.store.Journal;
import org.moothall.store.Journal.Entry;
import org.moothall.web.MetricSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everybody who listens to {@code /api/v1/events}: one virtual thread each, fed from one ring of recent entries. */
@Boundary
@Component(service = {EventStreams.class, MetricSource.class}, immediate = true)
public final class EventStreams implements MetricSource {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final int RING = 4_096;
    private static final int MAX_SUBSCRIBERS = 1_000;

    private final Journal journal;
    private final Authentication authentication;
    private final ExecutorService threads;
    private final AutoCloseable following;
    private final EventRing ring = new EventRing(RING);
    private final Map<String, String> permissionByType = new ConcurrentHashMap<>();
    private final AtomicInteger subscribers = new AtomicInteger();
    private volatile boolean running = true;

    /** Made by the component runtime. */
    @Activate
    public EventStreams(@Reference Journal journal, @Reference Authentication authentication, @Reference Executors executors) {
        this.journal = journal;
        this.authentication = authentication;
        this.threads = executors.blocking("web-events", MAX_SUBSCRIBERS);
        // Follow first and look at the newest id then: so no entry falls between.
        this.following = journal.follow("web-events", entry -> ring.add(framed(entry)), () -> ring.restart(journal.newest()));
        ring.restart(journal.newest());
    }

    @Deactivate
    void close() {
        running = false;
        try {
            following.close();
        } catch (Exception e) {
            LOG.warn("The journal could not be left.", e);
        }
        threads.shutdownNow();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(EventType type) {
        permissionByType.put(type.type(), type.permission());
    }

    void remove(EventType type) {
        permissionByType.remove(type.type(), type.permission());
    }

    /** Sends to this subscriber until either side ends it. @param after id to resume after, or null for from now on */
    void serve(Subscriber subscriber, String token, @Nullable Long after) {
        if (subscribers.incrementAndGet() > MAX_SUBSCRIBERS) {
            subscribers.decrementAndGet();
            throw Problem.of(CoreProblem.UNAVAILABLE, "Too many subscribers; try again later.").exception();
        }
        threads.execute(() -> {
            try {
                new EventStream(this, subscriber, token).run(after);
            } finally {
                subscribers.decrementAndGet();
            }
        });
    }

    @Override
    public List<Gauge> gauges() {
        return List.of(new Gauge("moothall_event_subscribers", "Open event streams.", subscribers.get(), Map.of()));
    }

    boolean running() {
        return running;
    }

    EventRing ring() {
        return ring;
    }

    Optional<Session> session(String token) {
        return authentication.find(token);
    }

    long newest() {
        return journal.newest();
    }

    Optional<List<Framed>> stored(long after, int limit) {
        return journal.after(after, limit).map(entries -> entries.stream().map(EventStreams::framed).toList());
    }

    boolean visible(Framed entry, Session session) {
        String permission = permissionByType.get(entry.type());
        return permission != null && session.permissions().contains(permission);
    }

    private static Framed framed(Entry entry) {
        return new Framed(entry.id(), entry.event().type(), entry.json());
    }
}
