package org.moothall.meetings.internal.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.moothall.core.Boundary;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Executors;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.ProblemException;
import org.moothall.meetings.Quality;
import org.moothall.meetings.QualityLeg;
import org.moothall.meetings.internal.link.FollowedBridge;
import org.moothall.meetings.internal.link.FollowedBridges;
import org.moothall.store.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at each followed bridge every few seconds, and keeps the inbox. Thread-safe. */
@Boundary
@Component(service = Quality.class, immediate = true)
public final class QualityWatch implements Quality {

    private static final Logger LOG = LoggerFactory.getLogger(QualityWatch.class);
    private static final int AT_ONCE = 64;
    private static final long TICK_SECONDS = 1;
    /** So many looks may fail before what was found is given up. */
    private static final int PATIENCE = 3;

    private final FollowedBridges bridges;
    private final Clock clock;
    private final KeptThresholds thresholds;
    private final Inbox inbox;
    private final ExecutorService threads;
    private final ScheduledExecutorService timer;
    private final Map<String, Watched> watched = new ConcurrentHashMap<>();

    /** Begins to look. */
    @Activate
    public QualityWatch(@Reference FollowedBridges bridges, @Reference Database database, @Reference ChangeEvents events, @Reference Executors executors,
            @Reference Clock clock) {
        this.bridges = bridges;
        this.clock = clock;
        thresholds = new KeptThresholds(database);
        inbox = new Inbox(events, clock);
        threads = executors.blocking("meetings-quality", AT_ONCE);
        timer = executors.scheduler("meetings-quality");
        timer.scheduleWithFixedDelay(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    /** Ends what is under way. */
    @Deactivate
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }

    /** How we look at one bridge. */
    private static final class Watched {
        private final BridgeLook look;
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile Instant last = Instant.EPOCH;
        private int failures;

        Watched(BridgeLook look) {
            this.look = look;
        }
    }

    private void tick() {
        try {
            List<FollowedBridge> all = bridges.all();
            watched.keySet().retainAll(all.stream().map(FollowedBridge::id).collect(Collectors.toSet()));
            inbox.keep(watched.keySet());
            Instant due = clock.instant().minus(Duration.ofSeconds(thresholds.get().everySeconds()));
            all.forEach(bridge -> {
                Watched one = watched.computeIfAbsent(bridge.id(), id -> new Watched(new BridgeLook(bridges)));
                if (!one.last.isAfter(due) && one.busy.compareAndSet(false, true)) {
                    threads.execute(() -> look(bridge, one));
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("closing", e);
        } catch (RuntimeException e) {
            LOG.error("The quality of legs could not be looked at", e);
        }
    }

    private void look(FollowedBridge bridge, Watched one) {
        try {
            one.last = clock.instant();
            Map<String, BadLeg> bad = one.look.look(bridge, thresholds.get(), one.last);
            one.failures = 0;
            if (watched.get(bridge.id()) == one) {
                inbox.show(bridge.id(), bad);
            }
        } catch (ProblemException | CompletionException e) {
            LOG.debug("{} could not be looked at: {}", bridge.name(), e.getMessage());
            failed(bridge, one);
        } catch (RuntimeException e) {
            LOG.error("The quality of legs on {} could not be judged", bridge.name(), e);
        } finally {
            one.busy.set(false);
        }
    }

    private void failed(FollowedBridge bridge, Watched one) {
        if (++one.failures == PATIENCE) {
            one.look.forget();
            inbox.show(bridge.id(), Map.of());
        }
    }

    @Override
    public Page<QualityLeg> find(Query query, PageRequest page) {
        return inbox.find(query, page);
    }

    @Override
    public List<Group> groups(Query query, By by) {
        return inbox.groups(query, by);
    }

    @Override
    public Thresholds thresholds() {
        return thresholds.get();
    }

    @Override
    public void thresholds(Thresholds wanted) {
        thresholds.set(wanted);
    }
}
