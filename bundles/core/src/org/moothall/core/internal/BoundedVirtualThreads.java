package org.moothall.core.internal;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** A virtual thread a task, of which only so many run at once; the others wait in their threads, which costs little. */
@NonNullByDefault({})
final class BoundedVirtualThreads extends AbstractExecutorService {

    private final ExecutorService threads;
    private final Semaphore permits;
    private volatile boolean stopped;

    BoundedVirtualThreads(ThreadFactory factory, int limit) {
        threads = Executors.newThreadPerTaskExecutor(factory);
        permits = new Semaphore(limit, true);
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(() -> runInTurn(task));
    }

    private void runInTurn(Runnable task) {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(task);
            return;
        }
        try {
            if (stopped) {
                giveUp(task);
            } else {
                task.run();
            }
        } finally {
            permits.release();
        }
    }

    /** So that nobody waits for a result that will never be. */
    private static void giveUp(Runnable task) {
        if (task instanceof Future<?> future) {
            future.cancel(false);
        }
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        stopped = true;
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }
}
