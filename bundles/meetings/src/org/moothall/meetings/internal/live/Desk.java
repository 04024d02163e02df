package org.moothall.meetings.internal.live;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

import org.moothall.core.Boundary;
import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.core.CoreProblem;
import org.moothall.core.Executors;
import org.moothall.core.Problem;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.Participant;
import org.moothall.meetings.internal.find.Order;
import org.moothall.meetings.internal.intake.CdrXml;
import org.moothall.meetings.internal.projection.CdrRecord;
import org.moothall.meetings.internal.projection.Changes;
import org.moothall.meetings.internal.projection.Gap;
import org.moothall.meetings.internal.projection.Memory;
import org.moothall.meetings.internal.projection.Projection;
import org.moothall.meetings.internal.store.MeetingStore;
import org.moothall.meetings.internal.store.StoredRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a cluster: everything that is heard of it comes here and is folded by one thread, which shows, tells and
 * keeps what changed. Changes that come together are told together. Thread-safe.
 */
@Boundary
public final class Desk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final int CAPACITY = 200_000;
    /** Events that may wait; the rest of the queue is for records, whose number the intake bounds. */
    private static final int EVENTS = 50_000;
    /** Who is told often is told at most so often, and the more seldom the more there is; after a quiet time the first changes are told at once. */
    private static final long TOGETHER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long A_MEETING_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int MANY_MEETINGS = 16;
    private static final long AT_ONCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long KEEP_MILLIS = 250;
    private static final long SETTLE_MILLIS = 500;
    private static final int MOST_IN_AN_EVENT = 100;
    /** So long records that come late still find the meeting that they are about. */
    private static final Duration LINGER = Duration.ofMinutes(10);

    private final ClusterNames names;
    private final Clock clock;
    private final ChangeEvents events;
    private final LiveMeetings live;
    private final StoredRecords records;
    private final Keeper keeper;
    private final MeetingStore store;
    private final Consumer<Gap> gaps;
    private final Projection projection;
    private final ExecutorService writer;
    private final ScheduledExecutorService timer;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Semaphore hearing = new Semaphore(EVENTS);
    private long nextDrain = System.nanoTime() - AT_ONCE_NANOS;

    /** Knows nothing until {@link #open}. @param clusters how many desks there are */
    public Desk(ClusterNames names, Clock clock, Executors executors, ChangeEvents events, LiveMeetings live, MeetingStore store, StoredRecords records,
            Consumer<Gap> gaps, IntSupplier clusters) {
        this.names = names;
        this.clock = clock;
        this.events = events;
        this.live = live;
        this.store = store;
        this.records = records;
        this.gaps = gaps;
        projection = new Projection(names, clock);
        keeper = new Keeper(names.cluster(), store, live, projection.memory(), clusters);
        writer = executors.serial("meetings-" + names.cluster().value(), CAPACITY);
        timer = executors.scheduler("meetings-keep-" + names.cluster().value());
    }

    /** Takes up what the store knows; returns when the cluster's meetings are shown again. */
    public void open(Collection<String> bridges) {
        ask(opened -> {
            restore(opened.memory());
            store.lastSign(names.cluster()).ifPresent(opened::unwatched);
            bridges.forEach(this::follow);
            opened.renamed();
            return true;
        }).join();
        timer.scheduleWithFixedDelay(() -> tell(this::keep), KEEP_MILLIS, KEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void restore(Memory memory) {
        store.resumable(names.cluster(), Order.number(clock.instant().minus(LINGER).toEpochMilli())).forEach(kept -> {
            var facts = kept.facts();
            if (facts != null) {
                memory.restore(kept.shown(), facts);
                List<Participant> people = store.people(kept.shown().id()).stream().filter(p -> p.facts() != null).map(p -> {
                    memory.restore(p.shown(), java.util.Objects.requireNonNull(p.facts()));
                    return p.shown();
                }).toList();
                live.show(new Changes(List.of(kept.shown()), Map.of(kept.shown().id(), people), Map.of(), List.of(), List.of()));
            }
        });
    }

    /** Goes on with a bridge where the store is: what was acknowledged and not yet folded into what was kept is folded again. */
    private void follow(String bridge) {
        store.bridge(bridge).ifPresent(projection.memory()::restore);
        Map<String, Long> from = projection.memory().readFrom().stream().filter(r -> r.bridge().equals(bridge))
                .collect(Collectors.toMap(Memory.ReadFrom::session, Memory.ReadFrom::index));
        records.replay(bridge, from, body -> CdrXml.readKept(body).forEach(record -> projection.record(bridge, record)));
    }

    /** Starts to follow one more bridge. */
    public void add(String bridge) {
        tell(p -> follow(bridge));
    }

    /** Folds records, in order, after those told before; {@code done} runs then, or when the desk is closed. */
    public void tell(String bridge, List<CdrRecord> fresh, Runnable done) {
        boolean taken = take(p -> {
            try {
                fresh.forEach(record -> p.record(bridge, record));
            } finally {
                done.run();
            }
        });
        if (!taken) {
            done.run();
        }
    }

    /** Folds something. */
    public void tell(Consumer<Projection> news) {
        if (!take(news)) {
            LOG.debug("Meetings of {} are no longer followed", names.clusterName());
        }
    }

    /** Folds an event; waits while too many wait, so that a bridge cannot tell more than we can hear. */
    public void hear(Consumer<Projection> event) {
        try {
            hearing.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        boolean taken = take(p -> {
            hearing.release();
            event.accept(p);
        });
        if (!taken) {
            hearing.release();
        }
    }

    /** Asks the thread that folds; a problem when the desk is closed. */
    public <T> CompletableFuture<T> ask(Function<Projection, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        boolean taken = take(p -> {
            try {
                answer.complete(question.apply(p));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        if (!taken) {
            answer.completeExceptionally(Problem.of(CoreProblem.UNAVAILABLE, "Meetings of " + names.clusterName() + " are not followed now.").exception());
        }
        return answer;
    }

    /** The queue is longer than the intake lets in, so it refuses only when it is closed. */
    private boolean take(Consumer<Projection> news) {
        waiting.incrementAndGet();
        try {
            writer.execute(() -> run(news));
            return true;
        } catch (RejectedExecutionException e) {
            waiting.decrementAndGet();
            return false;
        }
    }

    private void run(Consumer<Projection> news) {
        try {
            news.accept(projection);
        } catch (RuntimeException e) {
            LOG.error("News of {} could not be understood", names.clusterName(), e);
        }
        if (waiting.decrementAndGet() == 0) {
            LockSupport.parkNanos(nextDrain - System.nanoTime()); // more may come
        }
        if (waiting.get() == 0 || System.nanoTime() > nextDrain) {
            publish(projection.drain());
        }
    }

    private void publish(Changes changes) {
        if (changes.none()) {
            return;
        }
        nextDrain = Math.max(nextDrain, System.nanoTime() - AT_ONCE_NANOS) + TOGETHER_NANOS
                + A_MEETING_NANOS * Math.min(MANY_MEETINGS, changes.meetings().size());
        live.show(changes);
        keeper.note(changes);
        String cluster = names.cluster().value();
        changes.meetings().forEach(meeting -> events.publish(
                new ChangeEvent(Meetings.MEETING_CHANGED, meeting.id().value(), cluster, clock.instant(), Map.of("meeting", meeting))));
        changes.participants().forEach((id, people) -> {
            for (int from = 0; from < people.size(); from += MOST_IN_AN_EVENT) {
                List<Participant> some = List.copyOf(people.subList(from, Math.min(people.size(), from + MOST_IN_AN_EVENT)));
                events.publish(new ChangeEvent(Meetings.PARTICIPANTS_CHANGED, id.value(), cluster, clock.instant(), Map.of("participants", some)));
            }
        });
        changes.gaps().forEach(gaps);
        if (keeper.full()) { // so who tells more than the store takes is slowed down, and memory is bounded
            await(keeper.underway());
            keeper.keep(clock.instant());
        }
    }

    private static void await(CompletableFuture<Boolean> kept) {
        kept.copy().orTimeout(SETTLE_MILLIS, TimeUnit.MILLISECONDS).exceptionally(e -> false).join();
    }

    private void keep(Projection p) {
        publish(p.drain());
        for (MeetingId old : keeper.release(clock.instant(), clock.instant().minus(LINGER))) {
            live.forget(old);
        }
        keeper.keep(clock.instant());
    }

    /** Returns when what has ended by now is in the store; a store that takes nothing is not waited for long. */
    public void settle() {
        for (int batch = 0; batch < 2; batch++) { // one may be under way, the other holds what came since
            ask(p -> {
                keep(p);
                return keeper.underway();
            }).thenCompose(kept -> kept).orTimeout(SETTLE_MILLIS, TimeUnit.MILLISECONDS).exceptionally(e -> false).join();
        }
    }

    /** The names changed. */
    public void renamed() {
        tell(Projection::renamed);
    }

    /** Keeps what is known and no longer shows this cluster's meetings. */
    public void hide() {
        ask(p -> {
            p.unwatched(clock.instant());
            keep(p);
            return true;
        }).orTimeout(4, TimeUnit.SECONDS).exceptionally(e -> false).join();
        for (Meeting meeting : live.forget(names.cluster())) {
            events.publish(new ChangeEvent(Meetings.MEETING_HIDDEN, meeting.id().value(), names.cluster().value(), clock.instant(), new HashMap<>()));
        }
        close();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        if (!writer.isShutdown()) {
            tell(this::keep);
            writer.shutdown();
            try {
                if (!writer.awaitTermination(3, TimeUnit.SECONDS)) {
                    writer.shutdownNow();
                }
            } catch (InterruptedException e) {
                writer.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }
}
