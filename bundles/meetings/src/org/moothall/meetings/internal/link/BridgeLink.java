package org.moothall.meetings.internal.link;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.Executors;
import org.moothall.core.ProblemException;
import org.moothall.meetings.internal.live.Desk;
import org.moothall.meetings.internal.projection.Gap;
import org.moothall.meetings.internal.projection.Projection;
import org.moothall.meetings.internal.projection.Projection.Believed;
import org.moothall.meetings.internal.projection.Snapshot;
import org.moothall.notifications.Notifications;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.LinkState;
import org.moothall.servers.Servers;
import org.moothall.servers.spi.CallBridgeConnection;
import org.moothall.servers.spi.CallBridgeConnections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What we keep going with one managed Call Bridge: our entry among its CDR receivers, its events, and reads that repair what
 * was missed. One task at a time; what fails is tried again, ever more seldom, and never holds up another bridge.
 */
@Boundary
public final class BridgeLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BridgeLink.class);
    private static final long PERIOD_SECONDS = 120;
    private static final int MAX_WAIT_SECONDS = 30;
    private static final long ANSWER_SECONDS = 30;
    private static final long DELIVERY_SECONDS = 60;

    private final CallBridgeId id;
    private final CallBridgeConnections connections;
    private final Servers servers;
    private final Desk desk;
    private final Clock clock;
    private final Supplier<Optional<String>> url;
    private final String path;
    private final LinkConditions conditions;
    private final ExecutorService worker;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean readDue = new AtomicBoolean();
    private @Nullable EventsFeed feed;
    private int eventsFailures;
    private long wroteFirst = Long.MAX_VALUE;
    private long wroteBefore = -1;
    private Instant wroteBeforeAt = Instant.EPOCH;
    private boolean arriving = true;
    private volatile boolean deep = true;
    private volatile boolean stopped;

    /** Who the bridge is and where it shall send records: {@code url} is empty while our own address is not known. */
    public record Subject(CallBridgeId id, String name, String cluster, Supplier<Optional<String>> url, String path) { }

    /** Does nothing until {@link #start}. */
    public BridgeLink(Subject subject, CallBridgeConnections connections, Servers servers, Desk desk, Notifications notifications, Clock clock,
            Executors executors) {
        id = subject.id();
        url = subject.url();
        path = subject.path();
        this.connections = connections;
        this.servers = servers;
        this.desk = desk;
        this.clock = clock;
        conditions = new LinkConditions(notifications, id.value(), subject.name(), subject.cluster());
        worker = executors.serial("meetings-link-" + subject.name(), 1_000);
        timer = executors.scheduler("meetings-link-" + subject.name());
    }

    /** Begins. */
    public void start() {
        run(this::register);
        run(this::connect);
        timer.scheduleWithFixedDelay(this::periodically, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    /** Our address or the bridge's configuration changed. */
    public void refresh() {
        run(this::register);
        run(this::connect);
    }

    /** Records are missing. */
    public void gap(Gap gap) {
        conditions.gap(gap);
        deep = true;
        readSoon();
    }

    private void periodically() {
        run(this::register);
        readSoon();
    }

    private void readSoon() {
        if (readDue.compareAndSet(false, true)) {
            run(this::reconcile);
        }
    }

    private void run(Runnable task) {
        try {
            worker.execute(() -> {
                if (!stopped) {
                    guarded(task);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("the link is closing", e);
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("The link with {} failed", id.value(), e);
        }
    }

    private void later(Runnable task, int failures) {
        if (!stopped) {
            timer.schedule(() -> run(task), Math.min(MAX_WAIT_SECONDS, 1L << Math.min(5, failures)), TimeUnit.SECONDS);
        }
    }

    private void register() {
        Optional<String> address = url.get();
        if (address.isEmpty()) {
            return; // the port is not open yet; we are called again when it is
        }
        try {
            if (Receiver.ensure(connection(), address.get(), path)) {
                if (arriving) {
                    servers.report(id, Servers.Link.CDR, LinkState.CONNECTED, null);
                    conditions.receiverWorks();
                }
            } else {
                servers.report(id, Servers.Link.CDR, LinkState.FAILED, "All of its CDR receivers are taken. Remove one that is no longer needed.");
                conditions.receiversTaken();
            }
        } catch (ProblemException e) {
            servers.report(id, Servers.Link.CDR, LinkState.FAILED, e.problem().detail());
            later(this::register, MAX_WAIT_SECONDS);
        }
    }

    private CallBridgeConnection connection() {
        return connections.connection(id);
    }

    private void connect() {
        @Nullable EventsFeed before = feed;
        if (before != null) {
            before.end();
        }
        EventsFeed next = new EventsFeed(id.value(), desk, timer, reason -> run(() -> disconnected(reason)));
        feed = next;
        servers.report(id, Servers.Link.EVENTS, LinkState.CONNECTING, null);
        try {
            next.opened(connection().openEvents(next).get(ANSWER_SECONDS, TimeUnit.SECONDS));
            eventsFailures = 0;
            servers.report(id, Servers.Link.EVENTS, LinkState.CONNECTED, null);
            conditions.eventsWork();
            readSoon();
        } catch (ExecutionException e) {
            disconnected(e.getCause() instanceof ProblemException problem ? problem.problem().detail() : "It could not be opened.");
        } catch (TimeoutException e) {
            disconnected("There was no answer in time.");
        } catch (ProblemException e) {
            disconnected(e.problem().detail());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void disconnected(String reason) {
        @Nullable EventsFeed old = feed;
        if (old != null) {
            old.end();
        }
        desk.tell(p -> p.doubt(id.value()));
        deep = true;
        servers.report(id, Servers.Link.EVENTS, LinkState.FAILED, reason);
        if (++eventsFailures > 1) {
            conditions.eventsDisrupted(reason);
        }
        later(this::connect, eventsFailures - 1);
    }

    private record Start(long tick, Believed believed, long expected) { }

    private void reconcile() {
        readDue.set(false);
        boolean everything = deep;
        try {
            if (everything) {
                conditions.synchronising();
            }
            deep = false;
            Start start = ask(p -> new Start(p.tick(), p.believed(id.value()), p.expectedRecord(id.value())));
            Snapshot snapshot = new Reconciliation(connection(), clock).read(start.tick(), start.believed(), (kind, object) -> !everything
                    && known(kind, object));
            ask(p -> {
                p.reconcile(id.value(), snapshot);
                return true;
            });
            conditions.synchronised();
            if (!everything) {
                conditions.noGap();
            }
            checkDelivery(start.expected(), snapshot.nextRecord());
        } catch (ProblemException e) {
            deep |= everything;
            LOG.debug("{} could not be read: {}", id.value(), e.problem().detail());
            later(this::readSoon, MAX_WAIT_SECONDS);
        }
    }

    private boolean known(String kind, String object) {
        return ask(p -> kind.equals("callLegs") ? p.knowsLeg(id.value(), object) : p.knowsCall(id.value(), object));
    }

    /** Records that were written a minute ago, after we had been registered, and are not here yet, do not arrive. */
    private void checkDelivery(long expected, long writes) {
        Instant now = clock.instant();
        if (writes < wroteFirst) {
            wroteFirst = writes;
            wroteBefore = writes;
            wroteBeforeAt = now;
        }
        if (now.isAfter(wroteBeforeAt.plusSeconds(DELIVERY_SECONDS))) {
            boolean before = arriving;
            arriving = wroteBefore <= wroteFirst || expected >= wroteBefore;
            if (!arriving && url.get().isPresent()) {
                servers.report(id, Servers.Link.CDR, LinkState.FAILED, "It writes call detail records, but they do not reach us.");
                conditions.noRecordsArrive(url.get().map(address -> address.substring(0, Math.max(0, address.indexOf("/cdr/")))).orElse(""));
            } else if (!before) {
                register();
            }
            wroteBefore = writes;
            wroteBeforeAt = now;
        }
    }

    private <T> T ask(java.util.function.Function<Projection, T> question) {
        CompletableFuture<T> answer = desk.ask(question);
        return answer.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Ends for good; takes us off the bridge when it can be reached. */
    public void withdraw() {
        stop();
        try {
            worker.submit(() -> {
                try {
                    Receiver.remove(connection(), path);
                } catch (ProblemException e) {
                    LOG.info("Our CDR receiver stays on {}: {}", id.value(), e.problem().detail());
                }
            }).get(3, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            LOG.debug("the receiver was not removed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        conditions.clearAll();
        worker.shutdownNow();
    }

    private void stop() {
        stopped = true;
        @Nullable EventsFeed open = feed;
        if (open != null) {
            open.end();
        }
        timer.shutdownNow();
    }

    @Override
    public void close() {
        stop();
        worker.shutdownNow();
    }
}
