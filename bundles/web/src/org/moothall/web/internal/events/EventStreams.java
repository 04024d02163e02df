package org.moothall.web.internal.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.core.CoreProblem;
import org.moothall.core.EventType;
import org.moothall.core.Executors;
import org.moothall.core.Problem;
import org.moothall.core.json.Json;
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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Everybody who listens to {@code /api/v1/events}: one virtual thread each, fed from one ring of recent entries. */
@Boundary
@Component(service = {EventStreams.class, MetricSource.class}, immediate = true)
public final class EventStreams implements MetricSource {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final JsonMapper JSON = Json.lenient();
    private static final int RING = 4_096;
    private static final int MAX_SUBSCRIBERS = 1_000;

    private final Journal journal;
    private final Authentication authentication;
    private final ExecutorService threads;
    private final AutoCloseable following;
    private final ChangeEvents.Subscription hearing;
    private final EventRing ring = new EventRing(RING);
    private final Unkept unkept;
    private final Map<String, EventType> types = new ConcurrentHashMap<>();
    private final AtomicInteger subscribers = new AtomicInteger();
    private volatile boolean running = true;

    /** Made by the component runtime. */
    @Activate
    public EventStreams(@Reference Journal journal, @Reference ChangeEvents events, @Reference Authentication authentication,
            @Reference Executors executors) {
        this(journal, events, authentication, executors, new Unkept(System::nanoTime));
    }

    EventStreams(Journal journal, ChangeEvents events, Authentication authentication, Executors executors, Unkept unkept) {
        this.journal = journal;
        this.unkept = unkept;
        this.authentication = authentication;
        this.threads = executors.blocking("web-events", MAX_SUBSCRIBERS);
        // Follow first and look at the newest id then: so no entry falls between.
        this.following = journal.follow("web-events", this::kept, this::restart);
        this.hearing = events.subscribe("web-urgent-events", this::published, () -> LOG.debug("urgent events may be told late"));
        restart();
    }

    private void kept(Entry entry) {
        ring.add(framed(entry));
        if (urgent(entry.event().type())) {
            unkept.kept(entry.json());
        }
    }

    /** The journal's own words, so that it is known again when it is kept. */
    private void published(ChangeEvent event) {
        if (urgent(event.type())) {
            try {
                unkept.published(event.type(), JSON.writeValueAsString(event));
            } catch (JsonProcessingException e) {
                LOG.warn("An event of type {} cannot be told", event.type(), e);
            }
        }
    }

    private boolean urgent(String type) {
        EventType declared = types.get(type);
        return declared != null && declared.urgent();
    }

    private void restart() {
        unkept.forget();
        ring.restart(journal.newest());
    }

    @Deactivate
    void close() {
        running = false;
        hearing.close();
        try {
            following.close();
        } catch (Exception e) {
            LOG.warn("The journal could not be left.", e);
        }
        threads.shutdownNow();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(EventType type) {
        types.put(type.type(), type);
    }

    void remove(EventType type) {
        types.remove(type.type(), type);
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

    Unkept unkept() {
        return unkept;
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
        EventType declared = types.get(entry.type());
        return declared != null && session.permissions().contains(declared.permission());
    }

    private static Framed framed(Entry entry) {
        return new Framed(entry.id(), entry.event().type(), entry.json());
    }
}
