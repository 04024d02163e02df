package org.moothall.meetings.internal.link;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntSupplier;
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
    private static final long END_SECONDS = 1;

    private final CallBridgeId id;
    private final Surroundings around;
    private final Desk desk;
    private final String path;
    private final Budget budget;
    private final LinkConditions conditions;
    private final Registration registration;
    private final ExecutorService worker;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean readDue = new AtomicBoolean();
    private volatile @Nullable EventsFeed feed;
    private int eventsFailures;
    private int registrationFailures;
    private boolean registrationWaits;
    private volatile boolean deep = true;
    private volatile boolean stopped;

    /** Who the bridge is and where it shall send records: {@code url} is empty while our own address is not known. */
    public record Subject(CallBridgeId id, String name, String cluster, Supplier<Optional<String>> url, String path) {}

    /** What all links share; {@code requestsPerSecond} is the budget of each. */
    public record Surroundings(CallBridgeConnections connections, Servers servers, Notifications notifications, Clock clock, Executors executors,
            IntSupplier requestsPerSecond) {}

    /** Does nothing until {@link #start}. */
    public BridgeLink(Subject subject, Desk desk, Surroundings around) {
        id = subject.id();
        path = subject.path();
        this.desk = desk;
        this.around = around;
        budget = new Budget(around.requestsPerSecond());
        conditions = new LinkConditions(around.notifications(), id.value(), subject.name(), subject.cluster());
        registration = new Registration(id, subject.url(), path, around.servers(), conditions);
        worker = around.executors().serial("meetings-link-" + subject.name(), 1_000);
        timer = around.executors().scheduler("meetings-link-" + subject.name());
    }

    /** Begins. */
    public void start() {
        refresh();
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

    /** The bridge, for what people do: charged to its budget, but not made to wait. */
    public CallBridgeConnection acting() {
        return PacedConnection.acting(around.connections().connection(id), budget);
    }

    /** The bridge, for our own reading: waits until there is room in its budget. */
    public CallBridgeConnection reading() {
        return PacedConnection.reading(around.connections().connection(id), budget);
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
        try {
            timer.schedule(() -> run(task), Math.min(MAX_WAIT_SECONDS, 1L << Math.min(5, failures)), TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the link is closing", e);
        }
    }

    private void register() {
        if (registration.ensure(this::acting)) {
            registrationFailures = 0;
        } else if (!registrationWaits) {
            registrationWaits = true;
            later(this::registerAgain, registrationFailures++);
        }
    }

    private void registerAgain() {
        registrationWaits = false;
        register();
    }

    private void connect() {
        @Nullable EventsFeed before = feed;
        if (before != null) {
            before.end();
            desk.tell(p -> p.listening(id.value(), false));
        }
        EventsFeed next = new EventsFeed(id.value(), desk::hear, timer, reason -> run(() -> disconnected(reason)));
        feed = next;
        around.servers().report(id, Servers.Link.EVENTS, LinkState.CONNECTING, null);
        try {
            next.opened(acting().openEvents(next).get(ANSWER_SECONDS, TimeUnit.SECONDS));
            desk.tell(p -> p.listening(id.value(), true));
            eventsFailures = 0;
            around.servers().report(id, Servers.Link.EVENTS, LinkState.CONNECTED, null);
            conditions.eventsWork();
            if (registrationFailures > 0) {
                run(this::register); // the bridge is back
            }
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
        desk.tell(p -> {
            p.listening(id.value(), false);
            p.doubt(id.value());
        });
        deep = true;
        around.servers().report(id, Servers.Link.EVENTS, LinkState.FAILED, reason);
        if (++eventsFailures > 1) {
            conditions.eventsDisrupted(reason);
        }
        later(this::connect, eventsFailures - 1);
    }

    private record Start(long tick, Believed believed, long expected) {}

    private void reconcile() {
        readDue.set(false);
        boolean everything = deep;
        try {
            if (everything) {
                conditions.synchronising();
            }
            deep = false;
            reconcile(everything);
        } catch (ProblemException | CompletionException e) {
            deep |= everything;
            LOG.debug("{} could not be read: {}", id.value(), e.getMessage());
            later(this::readSoon, MAX_WAIT_SECONDS);
        }
    }

    private void reconcile(boolean everything) {
        Start start = ask(p -> new Start(p.tick(), p.believed(id.value()), p.expectedRecord(id.value())));
        Snapshot snapshot = new Reconciliation(reading(), around.clock()).read(start.tick(), start.believed(), (kind, object) -> !everything
                && known(kind, object));
        ask(p -> {
            p.reconcile(id.value(), snapshot);
            return true;
        });
        conditions.synchronised();
        if (!everything) {
            conditions.noGap();
        }
        registration.judge(this::acting, start.expected(), snapshot.nextRecord(), around.clock().instant());
    }

    private boolean known(String kind, String object) {
        return ask(p -> kind.equals("callLegs") ? p.knowsLeg(id.value(), object) : p.knowsCall(id.value(), object));
    }

    private <T> T ask(Function<Projection, T> question) {
        CompletableFuture<T> answer = desk.ask(question);
        return answer.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Ends for good and takes us off the bridge; {@code last} is the connection with it that still works. Blocks. */
    public void withdraw(CallBridgeConnection last) {
        close();
        try {
            worker.awaitTermination(END_SECONDS, TimeUnit.SECONDS); // so that nothing registers us again
            Receiver.remove(last, path);
        } catch (ProblemException e) {
            LOG.info("Our CDR receiver stays on {}: {}", id.value(), e.problem().detail());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            conditions.clearAll();
        }
    }

    @Override
    public void close() {
        stopped = true;
        @Nullable EventsFeed open = feed;
        if (open != null) {
            open.end();
        }
        timer.shutdownNow();
        worker.shutdownNow();
    }
}
