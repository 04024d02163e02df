package org.moothall.client.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;

/** Blocking work as a future; cancelling it, or what was derived from it, interrupts the work. */
@Boundary
@NonNullByDefault({})
final class Work<T> extends CompletableFuture<T> {

    private final @Nullable Work<?> source;
    private volatile @Nullable Future<?> running;

    Work() {
        this(null);
    }

    private Work(@Nullable Work<?> source) {
        this.source = source;
    }

    /** What can interrupt the task. */
    void runningAs(Future<?> task) {
        running = task;
        if (isCancelled()) {
            task.cancel(true);
        }
    }

    void run(Callable<T> task) {
        try {
            complete(task.call());
        } catch (Exception e) {
            completeExceptionally(e);
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new Work<>(this);
    }

    @Override
    public boolean cancel(boolean interrupt) {
        boolean cancelled = super.cancel(interrupt);
        Future<?> task = running;
        if (cancelled && task != null) {
            task.cancel(true);
        }
        Work<?> upstream = source;
        if (cancelled && upstream != null) {
            upstream.cancel(interrupt);
        }
        return cancelled;
    }
}
