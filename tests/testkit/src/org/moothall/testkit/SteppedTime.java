package org.moothall.testkit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Executors;

/**
 * One time for everybody in a test: server, nodes, whatever takes this clock and these executors. It stands still until the test
 * makes a step; a step ends when everything has been done that was due by then, with all that came of it, so that years pass in as
 * long as the work takes, in the same order each time.
 *
 * <p>Timed tasks run one after another, in the order in which they are due. What repeats and is missed by a step is done once, as
 * on a machine that was asleep. Sockets, TLS and certificates keep real time. Tasks that never end are not waited for but asked
 * whether they have nothing to do ({@link Executors#endless}); what else a step has to wait for is told by {@link #settles}. A store
 * gets executors of its own, whose writer is no part of this: who writes waits for it.
 * Thread-safe; steps are made by one thread.
 */
public final class SteppedTime implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = 50_000;

    private final ManualClock clock;
    private final SteppedExecutors executors = new SteppedExecutors(this);
    private final PriorityQueue<SteppedTask<?>> tasks = new PriorityQueue<>(SteppedTask.FIRST);
    private final Map<String, BooleanSupplier> conditions = new ConcurrentHashMap<>();
    private final Map<Object, String> working = new ConcurrentHashMap<>();
    private final AtomicLong begun = new AtomicLong();
    private volatile @Nullable Throwable failure;
    private long orders;

    /** Stands at noon of a day in 2026. */
    public SteppedTime() {
        this(new ManualClock());
    }

    /** Stands where this clock does, which nobody else moves. */
    public SteppedTime(ManualClock clock) {
        this.clock = clock;
    }

    /** For everybody who wants to know what time it is. */
    public Clock clock() {
        return clock;
    }

    /** For everybody who has something to do. */
    public Executors executors() {
        return executors;
    }

    /** No step ends before this is so. @param what told when it does not come about */
    public void settles(String what, BooleanSupplier condition) {
        conditions.put(what, condition);
    }

    /** Moves on by this much in one step. */
    public void step(Duration by) {
        clock.advance(by);
        settle();
    }

    /** Moves on by this much in steps of at most so long. */
    public void advance(Duration by, Duration step) {
        for (Duration left = by; left.isPositive(); left = left.minus(step)) {
            step(left.compareTo(step) < 0 ? left : step);
        }
    }

    /** Waits until everything has been done that is due, without moving. Fails when a task that repeats did, or when there is no end. */
    public void settle() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!atRest()) {
            next(true).ifPresent(SteppedTask::begin);
            while (!working.isEmpty() || next(false).isEmpty() && !atRest()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(what() + " did not come to rest in " + PATIENCE);
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
        Throwable failed = failure;
        if (failed != null) {
            throw new AssertionError("a timed task failed", failed);
        }
    }

    /** Whether nothing is due, nothing is being done and nothing was begun while that was found out. */
    private boolean atRest() {
        long before = begun.get();
        return next(false).isEmpty() && working.isEmpty() && conditions.values().stream().allMatch(BooleanSupplier::getAsBoolean)
                && next(false).isEmpty() && working.isEmpty() && begun.get() == before;
    }

    private String what() {
        List<String> waiting = new ArrayList<>(working.values());
        conditions.forEach((name, condition) -> {
            if (!condition.getAsBoolean()) {
                waiting.add(name);
            }
        });
        return waiting.toString();
    }

    /** The first task that is due. @param take whether to take it out */
    private synchronized Optional<SteppedTask<?>> next(boolean take) {
        SteppedTask<?> first = tasks.peek();
        if (first == null || first.due().isAfter(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(take ? tasks.remove() : first);
    }

    /** To be done at its time. */
    synchronized void add(SteppedTask<?> task) {
        task.order(orders++);
        tasks.add(task);
    }

    synchronized void remove(SteppedTask<?> task) {
        tasks.remove(task);
    }

    /** This work begins, or is about to. */
    void begin(Object work, String name) {
        begun.incrementAndGet();
        working.put(work, name);
    }

    void end(Object work) {
        working.remove(work);
    }

    /** A task that repeats does so no more. */
    void failed(Throwable thrown) {
        failure = thrown;
    }

    /** What was told by {@link #settles} is not waited for any more. */
    void forget(String what) {
        conditions.remove(what);
    }

    @Override
    public void close() {
        executors.close();
    }
}
