package org.moothall.licensing.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.Executors;
import org.moothall.licensing.LicensingMode;
import org.moothall.licensing.internal.collect.Collector;
import org.moothall.licensing.internal.collect.Findings;
import org.moothall.licensing.internal.expiry.Enforcer;
import org.moothall.licensing.internal.expiry.Enforcer.Outcome;
import org.moothall.licensing.internal.store.UsageStore;
import org.moothall.servers.ClusterId;
import org.moothall.store.Leases;
import org.moothall.store.Leases.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is due every five minutes, on the one instance that has the lease: read usage, judge it, set expiry, tell. Everything that
 * has been due since is done in one round, however long it was. Thread-safe.
 */
@Boundary
final class Round implements AutoCloseable {

    static final Duration EVERY = Duration.ofMinutes(5);
    private static final String LEASE = "licensing.reporting";
    private static final Duration LEASE_TIME = Duration.ofMinutes(15);
    private static final long END_SECONDS = 3;
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final Collector collector;
    private final Enforcer enforcer;
    private final Verdicts verdicts;
    private final UsageStore usage;
    private final Leases leases;
    private final Clock clock;
    private final Work work;
    private final ExecutorService thread;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean due = new AtomicBoolean();
    private @Nullable Lease lease;

    /** What a round needs to know and whom it tells. */
    interface Work {
        /** What the deployment does about licences. */
        LicensingMode mode();

        /** A round is over on this instance, which has the lease. */
        void over(Findings findings, Map<ClusterId, Outcome> outcomes);

        /** Another instance has the lease. */
        void elsewhere();
    }

    Round(Collector collector, Enforcer enforcer, Verdicts verdicts, UsageStore usage, Leases leases, Executors executors, Clock clock, Work work) {
        this.collector = collector;
        this.enforcer = enforcer;
        this.verdicts = verdicts;
        this.usage = usage;
        this.leases = leases;
        this.clock = clock;
        this.work = work;
        this.thread = executors.blocking("licensing", 1);
        this.timer = executors.scheduler("licensing");
    }

    void start() {
        timer.scheduleWithFixedDelay(this::soon, 1, EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /** Something changed: a round is made now. */
    void soon() {
        if (due.compareAndSet(false, true)) {
            try {
                thread.execute(this::run);
            } catch (RejectedExecutionException e) {
                LOG.debug("closing", e);
            }
        }
    }

    /** A round, on the thread that calls. */
    synchronized void run() {
        due.set(false);
        try {
            Lease before = lease;
            Optional<Lease> ours = before == null ? leases.acquire(LEASE, LEASE_TIME) : leases.renew(before, LEASE_TIME);
            lease = ours.isPresent() ? ours.get() : null;
            if (ours.isPresent()) {
                go(ours.get());
            } else {
                work.elsewhere();
            }
        } catch (RuntimeException e) {
            LOG.warn("Licences could not be looked after; it is tried again", e);
        }
    }

    private void go(Lease held) {
        Findings findings = collector.collect(held);
        while (usage.expire(clock.instant().getEpochSecond())) {
            LOG.debug("old snapshots are deleted");
        }
        boolean set = work.mode() == LicensingMode.SMART_LICENSING;
        work.over(findings, enforcer.go(verdicts.basis(clock.instant()), set));
    }

    /** Ends what is under way; the lease is free for another instance. */
    @Override
    public void close() {
        timer.shutdownNow();
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Reading usage did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Lease held = lease;
        if (held != null) {
            leases.release(held);
        }
    }
}
