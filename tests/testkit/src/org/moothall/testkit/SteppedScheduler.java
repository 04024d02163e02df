package org.moothall.testkit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** A scheduler that goes by {@link SteppedTime}; what has no delay is done at once. Thread-safe. */
@NonNullByDefault({})
final class SteppedScheduler extends AbstractExecutorService implements ScheduledExecutorService {

    private final SteppedTime time;
    private final ExecutorService thread;
    private final List<SteppedTask<?>> waiting = new java.util.ArrayList<>();
    private boolean shutdown;

    /** @param thread on which everything is done */
    SteppedScheduler(SteppedTime time, ExecutorService thread) {
        this.time = time;
        this.thread = thread;
    }

    private <T> SteppedTask<T> add(Callable<T> work, Duration delay, Duration period) {
        SteppedTask<T> task = new SteppedTask<>(time, this, work, time.clock().instant().plus(delay), period);
        synchronized (this) {
            if (shutdown) {
                throw new RejectedExecutionException("shut down");
            }
        }
        if (delay.isPositive()) {
            enqueue(task);
        } else {
            task.begin();
        }
        return task;
    }

    /** To be done at its time, unless this was shut down. */
    synchronized void enqueue(SteppedTask<?> task) {
        if (!shutdown && !task.isCancelled()) {
            waiting.removeIf(SteppedTask::isDone);
            if (!waiting.contains(task)) {
                waiting.add(task);
            }
            time.add(task);
        }
    }

    void perform(Runnable work) {
        synchronized (this) {
            if (shutdown) {
                return;
            }
        }
        thread.execute(work);
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
        waiting.forEach(time::remove);
        waiting.clear();
        thread.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return thread.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return thread.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return thread.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return thread.awaitTermination(timeout, unit);
    }
}
