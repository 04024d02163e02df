package org.moothall.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A scheduler that runs due tasks, in order, on the thread of the test that moves its clock. Tasks without a delay run at
 * the next {@link #advance}, also by {@link Duration#ZERO}. Thread-safe.
 */
@NonNullByDefault({})
public final class ManualScheduler extends AbstractExecutorService implements ScheduledExecutorService {

    private final ManualClock clock;
    private final PriorityQueue<Timed<?>> tasks = new PriorityQueue<>(Comparator.comparing((Timed<?> t) -> t.due).thenComparing(t -> t.order));
    private long orders;
    private boolean shutdown;

    /** Runs by this clock. */
    public ManualScheduler(ManualClock clock) {
        this.clock = clock;
    }

    /** Moves the clock on by this much, stopping at every task on the way. */
    public void advance(Duration by) {
        Instant end = clock.instant().plus(by);
        for (Timed<?> task = takeDue(end); task != null; task = takeDue(end)) {
            if (task.due.isAfter(clock.instant())) {
                clock.set(task.due);
            }
            task.runOnce();
        }
        clock.set(end);
    }

    /** Moves the clock on as when the machine slept: what was due meanwhile runs once, at the end. */
    public void sleep(Duration by) {
        Instant end = clock.instant().plus(by);
        clock.set(end);
        List<Timed<?>> due = new ArrayList<>();
        for (Timed<?> task = takeDue(end); task != null; task = takeDue(end)) {
            due.add(task);
        }
        due.forEach(task -> {
            task.due = end;
            task.runOnce();
        });
    }

    /** How many tasks wait. */
    public synchronized int waiting() {
        return tasks.size();
    }

    private synchronized @Nullable Timed<?> takeDue(Instant end) {
        Timed<?> first = tasks.peek();
        return first == null || first.due.isAfter(end) ? null : tasks.poll();
    }

    private synchronized <T> Timed<T> add(Callable<T> work, Duration delay, Duration period) {
        if (shutdown) {
            throw new RejectedExecutionException("shut down");
        }
        Timed<T> task = new Timed<>(work, clock.instant().plus(delay), period);
        enqueue(task);
        return task;
    }

    private synchronized void enqueue(Timed<?> task) {
        if (!shutdown) {
            task.order = orders++;
            tasks.add(task);
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(java.util.concurrent.Executors.callable(command), Duration.of(delay, unit.toChronoUnit()), Duration.ZERO);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(callable, Duration.of(delay, unit.toChronoUnit()), Duration.ZERO);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        return add(java.util.concurrent.Executors.callable(command), Duration.of(initialDelay, unit.toChronoUnit()),
                Duration.of(period, unit.toChronoUnit()));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return scheduleAtFixedRate(command, initialDelay, delay, unit);
    }

    @Override
    public void execute(Runnable command) {
        schedule(command, 0, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void shutdown() {
        shutdown = true;
        tasks.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public synchronized boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isShutdown();
    }

    private final class Timed<T> extends FutureTask<T> implements ScheduledFuture<T> {
        private final Duration period;
        private Instant due;
        private long order;

        Timed(Callable<T> work, Instant due, Duration period) {
            super(work);
            this.due = due;
            this.period = period;
        }

        void runOnce() {
            if (period.isZero()) {
                run();
            } else if (runAndReset()) {
                due = due.plus(period);
                enqueue(this);
            }
        }

        @Override
        public boolean cancel(boolean interrupt) {
            synchronized (ManualScheduler.this) {
                tasks.remove(this);
            }
            return super.cancel(interrupt);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(clock.instant(), due));
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
