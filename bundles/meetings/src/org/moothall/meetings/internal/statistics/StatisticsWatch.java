package org.moothall.meetings.internal.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.CoreProblem;
import org.moothall.core.Executors;
import org.moothall.core.Problem;
import org.moothall.meetings.CallStatistics;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.internal.link.FollowedBridges;
import org.moothall.meetings.internal.projection.LegFacts.LegOf;
import org.moothall.servers.spi.CallBridgeConnection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the legs that somebody looks at, every few seconds and only so long. Thread-safe. */
@Boundary
@Component(service = CallStatistics.class)
public final class StatisticsWatch implements CallStatistics {

    private static final Logger LOG = LoggerFactory.getLogger(StatisticsWatch.class);
    private static final int EVERY_SECONDS = 2;
    /** Who has not asked for so long looks no more. */
    private static final Duration ATTENTION = Duration.ofSeconds(15);
    /** What was read is kept for so long, should somebody look again. */
    private static final Duration MEMORY = Duration.ofMinutes(2);
    /** About 40 MB when all of them have been looked at for ten minutes. */
    private static final int MOST_LEGS = 100;
    private static final int AT_ONCE = 32;

    private final LegBook book;
    private final FollowedBridges bridges;
    private final Clock clock;
    private final ExecutorService threads;
    private final ScheduledExecutorService timer;
    private final Map<String, WatchedLeg> watched = new ConcurrentHashMap<>();

    /** Looks at nothing yet. */
    @Activate
    public StatisticsWatch(@Reference LegBook book, @Reference FollowedBridges bridges, @Reference Executors executors, @Reference Clock clock) {
        this.book = book;
        this.bridges = bridges;
        this.clock = clock;
        threads = executors.blocking("meetings-statistics", AT_ONCE);
        timer = executors.scheduler("meetings-statistics");
        timer.scheduleWithFixedDelay(this::tick, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Ends what is under way. */
    @Deactivate
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }

    @Override
    public Statistics of(MeetingId meeting, ParticipantId participant, @Nullable Instant since) {
        List<Leg> legs = new ArrayList<>();
        for (LegOf leg : book.legs(meeting, participant)) {
            Optional<LegEnd> end = LegEnds.of(leg.figures());
            legs.add(new Leg(leg.id(), samples(leg, since), end.isPresent() ? end.get() : null));
        }
        return new Statistics(legs, EVERY_SECONDS);
    }

    private List<Sample> samples(LegOf leg, @Nullable Instant since) {
        String key = leg.bridge() + '/' + leg.id();
        @Nullable WatchedLeg known = watched.get(key);
        if (!leg.alive()) {
            return known == null ? List.of() : known.samples(since);
        }
        WatchedLeg one = known == null ? begin(key, leg) : known;
        one.ask(clock.instant().minusSeconds(2 * EVERY_SECONDS));
        return one.samples(since);
    }

    private synchronized WatchedLeg begin(String key, LegOf leg) {
        if (watched.size() >= MOST_LEGS) {
            Instant limit = clock.instant().minus(ATTENTION);
            watched.values().removeIf(one -> one.asked().isBefore(limit));
        }
        if (watched.size() >= MOST_LEGS) {
            throw Problem.of(CoreProblem.UNAVAILABLE, "The statistics of " + MOST_LEGS + " legs are looked at already. Close some of them.").exception();
        }
        return watched.computeIfAbsent(key, k -> new WatchedLeg(leg.id(), () -> connection(leg.bridge()), clock));
    }

    private CallBridgeConnection connection(String bridge) {
        return bridges.find(bridge).orElseThrow(() -> Problem.notFound("Call Bridge", bridge).exception()).reading();
    }

    private void tick() {
        try {
            Instant now = clock.instant();
            watched.values().removeIf(leg -> leg.asked().isBefore(now.minus(MEMORY)));
            for (WatchedLeg leg : watched.values()) {
                if (!leg.asked().isBefore(now.minus(ATTENTION)) && leg.due(now.minusSeconds(EVERY_SECONDS))) {
                    threads.execute(() -> read(leg));
                }
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("closing", e);
        } catch (RuntimeException e) {
            LOG.error("Statistics could not be read", e);
        }
    }

    private static void read(WatchedLeg leg) {
        try {
            leg.readDue();
        } catch (RuntimeException e) {
            LOG.error("A leg's statistics could not be read", e);
        }
    }
}
