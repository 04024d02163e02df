package org.moothall.meetings.internal.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.Problem;
import org.moothall.meetings.internal.store.AbandonedMeetings;
import org.moothall.meetings.internal.store.ExpiryStep;
import org.moothall.meetings.internal.store.OldMeetings;
import org.moothall.meetings.internal.store.OldPins;
import org.moothall.meetings.internal.store.OldRecords;
import org.moothall.meetings.internal.store.Settings;
import org.moothall.store.Database;
import org.moothall.store.Expiring;
import org.moothall.store.Leases;
import org.moothall.store.Leases.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes history that is older than the setting says: on one server of a store at a time, in steps that are small and rest while the
 * store is slow, so that records are taken in meanwhile. Thread-safe.
 */
@Boundary
public final class Retention implements AutoCloseable {

    /** Days that history is kept unless somebody says otherwise. */
    public static final int DEFAULT_DAYS = 365;
    private static final int MOST_DAYS = 3_650;
    static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LEASE_TIME = Duration.ofMinutes(20);
    private static final Duration SLOW = Duration.ofMillis(250);
    private static final String SETTING = "history.keep-days";
    private static final String LEASE = "meetings.retention";
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final Database database;
    private final Leases leases;
    private final ExpiryStep expiry;
    private final Settings settings;
    private final AbandonedMeetings abandoned;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final List<Expiring> kinds = new CopyOnWriteArrayList<>(List.of(new OldMeetings(), new OldRecords(), new OldPins()));
    private @Nullable Lease held;

    /** Begins a while after the start, which has more urgent things to do. @param timer is ended with this */
    public Retention(Database database, Leases leases, AbandonedMeetings abandoned, ScheduledExecutorService timer, Clock clock) {
        this.database = database;
        this.abandoned = abandoned;
        this.leases = leases;
        this.clock = clock;
        expiry = new ExpiryStep(database, leases);
        settings = new Settings(database);
        this.timer = timer;
        again(EVERY);
    }

    /** More history, kept by others. */
    public void add(Expiring kind) {
        kinds.add(kind);
    }

    /** Its keeper is gone. */
    public void remove(Expiring kind) {
        kinds.remove(kind);
    }

    /** For how many days history is kept. */
    public int keepDays() {
        return settings.find(SETTING).map(Integer::valueOf).orElse(DEFAULT_DAYS);
    }

    /** Changes it; what is too old then is deleted within the next {@link #EVERY}. */
    public void keepDays(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.invalid("keepDays", "must be from 1 to " + MOST_DAYS + ".").exception();
        }
        settings.set(SETTING, Integer.toString(days));
    }

    private void again(Duration after) {
        try {
            timer.schedule(this::run, after.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("closing", e);
        }
    }

    private void run() {
        boolean more = false;
        try {
            more = database.writing().latest().compareTo(SLOW) > 0 || step();
        } catch (RuntimeException e) {
            LOG.warn("Old history could not be deleted; it is tried again", e);
        }
        again(more ? PAUSE : EVERY);
    }

    /** Ends what nobody will end, and deletes some; whether there may be more. */
    private boolean step() {
        Optional<Lease> ours = lease();
        if (ours.isEmpty()) {
            held = null;
            return false;
        }
        Lease lease = ours.get();
        held = lease;
        Instant before = clock.instant().minus(Duration.ofDays(keepDays()));
        boolean more = abandoned.end();
        for (Expiring kind : kinds) {
            more |= expiry.take(kind, lease, before);
        }
        return more;
    }

    private Optional<Lease> lease() {
        Lease before = held;
        if (before == null) {
            return leases.acquire(LEASE, LEASE_TIME);
        }
        return before.expires().isAfter(clock.instant().plus(EVERY)) ? Optional.of(before) : leases.renew(before, LEASE_TIME);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
