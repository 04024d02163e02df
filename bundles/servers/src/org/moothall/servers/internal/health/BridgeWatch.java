package org.moothall.servers.internal.health;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.PeerCertificate;
import org.moothall.core.ProblemException;
import org.moothall.notifications.Notifications;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridge.Alarm;
import org.moothall.servers.CallBridge.Status;
import org.moothall.servers.LinkState;
import org.moothall.servers.Servers.Link;
import org.moothall.servers.internal.store.BridgeRow;

/**
 * Watches one Call Bridge on a schedule of its own: the next poll is planned when the last one ended, so there are never two
 * at once and a slow bridge delays nobody else.
 */
public final class BridgeWatch implements AutoCloseable {

    private static final long PERIOD_MILLIS = 3_000;
    private static final long JITTER_MILLIS = 500;
    private static final long AGAIN_MILLIS = 1_000;
    private static final int POLLS_PER_MEMBERSHIP = 15;

    private final BridgeLink link;
    private final Surroundings surroundings;
    private final RaisedConditions raised;
    private BridgeRow row;
    private BridgeHealth health;
    private Status status;
    private boolean closed;
    private int polls;

    /** What all watches share. */
    public record Surroundings(BridgeProbe probe, ScheduledExecutorService scheduler, ExecutorService threads, Clock clock, Notifications notifications,
            Listener listener) {}

    /** Hears what a watch finds out; called while the watch is held, must not call back into it from another thread. */
    public interface Listener {
        /** Something that people see changed. */
        void changed(CallBridge now);

        /** The bridge told where it belongs. @param identity of its cluster, or null when it tells none */
        void belongs(BridgeRow row, @Nullable String identity, Membership membership);
    }

    /** Begins with this health; polls once {@link #start} is called. */
    public BridgeWatch(BridgeRow row, BridgeLink link, BridgeHealth health, Surroundings surroundings) {
        this.row = row;
        this.link = link;
        this.health = health;
        this.surroundings = surroundings;
        this.raised = new RaisedConditions(surroundings.notifications(), row.id().value());
        this.status = judge().status();
    }

    /** Polls from now on. */
    public void start() {
        plan(0);
    }

    /** The bridge and how it is. */
    public synchronized CallBridge view() {
        return new CallBridge(row.id(), row.cluster(), row.name(), row.uniqueName(), row.guid(), row.address().host(), row.address().port(), row.user(),
                row.trust(),
                status, row.version());
    }

    /** Its connections. */
    public BridgeLink link() {
        return link;
    }

    /** Its configuration. */
    public synchronized BridgeRow row() {
        return row;
    }

    /** It was renamed or learned who it is. */
    public void row(BridgeRow changed) {
        synchronized (this) {
            row = changed;
        }
        apply();
    }

    /** Another domain tells how its connection is. */
    public void report(Link which, LinkState state, @Nullable String detail) {
        synchronized (this) {
            BridgeHealth.Link told = new BridgeHealth.Link(state, detail);
            health = which == Link.CDR ? health.withCdr(told) : health.withEvents(told);
        }
        apply();
    }

    private void plan(long delayMillis) {
        try {
            surroundings.scheduler().schedule(() -> surroundings.threads().execute(this::poll), delayMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The program is stopping.
            close();
        }
    }

    private void poll() {
        if (isClosed()) {
            return;
        }
        boolean good = false;
        try {
            Reading reading = surroundings.probe().read(link.health());
            good = true;
            answered(reading);
            apply();
            membershipNowAndThen(reading);
        } catch (ProblemException e) {
            failed(e);
        } finally {
            if (!isClosed()) {
                plan(good ? PERIOD_MILLIS + ThreadLocalRandom.current().nextLong(-JITTER_MILLIS, JITTER_MILLIS) : AGAIN_MILLIS);
            }
        }
    }

    private synchronized void answered(Reading reading) {
        Instant certificate = link.certificate().map(PeerCertificate::notAfter).orElse(Instant.EPOCH);
        health = health.answered(reading, certificate.equals(Instant.EPOCH) ? null : certificate, surroundings.clock().instant());
    }

    private void failed(ProblemException failure) {
        boolean goneDown;
        synchronized (this) {
            boolean before = health.down();
            health = health.failed(failure.problem());
            goneDown = !before && health.down();
        }
        if (goneDown) {
            // A machine that died does not end its connections; whoever waits on them must hear of it.
            link.breakEvents();
        }
        apply();
    }

    private void membershipNowAndThen(Reading reading) {
        if (polls++ % POLLS_PER_MEMBERSHIP == 0) {
            surroundings.listener().belongs(row(), reading.clusterId(), surroundings.probe().membership(link.health()));
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Judges anew and tells what changed. */
    private void apply() {
        CallBridge changed = null;
        synchronized (this) {
            if (closed) {
                return;
            }
            Judgement judgement = judge();
            if (health.reading() != null || health.problem() != null) {
                raised.set(judgement.conditions());
            }
            boolean differs = !calm(status).equals(calm(judgement.status()));
            status = judgement.status();
            changed = differs ? view() : null;
        }
        if (changed != null) {
            surroundings.listener().changed(changed);
        }
    }

    private Judgement judge() {
        return Judgement.of(row, health, raised.keys(), surroundings.clock().instant());
    }

    /** Without what changes at each poll and interests nobody at once. */
    private static Status calm(Status status) {
        List<Alarm> alarms = new ArrayList<>();
        status.alarms().forEach(alarm -> alarms.add(new Alarm(alarm.type(), 0, alarm.detail())));
        return new Status(status.health(), status.message(), status.softwareVersion(), null, status.mediaProcessingLoad(), status.callLegsActive(), alarms,
                status.cdr(), status.events(), status.clockOffsetMillis(), status.certificateExpires(), null);
    }

    /** Ends the polls and the connections; what is raised stays raised. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        link.close();
    }

    /** Ends the polls and the connections and clears what is raised: the bridge is no longer ours. */
    public void forget() {
        close();
        synchronized (this) {
            raised.set(List.of());
        }
    }
}
