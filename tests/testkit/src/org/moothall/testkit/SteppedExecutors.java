package org.moothall.testkit;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.core.Executors;

/** Real threads of which a {@link SteppedTime} knows when they have nothing to do. Thread-safe. */
final class SteppedExecutors implements Executors, AutoCloseable {

    private final SteppedTime time;
    private final List<ExecutorService> given = new CopyOnWriteArrayList<>();
    private final AtomicLong endless = new AtomicLong();

    SteppedExecutors(SteppedTime time) {
        this.time = time;
    }

    @Override
    public ExecutorService blocking(String name, int limit) {
        return remember(new Counted(name, threads(name, limit)));
    }

    @Override
    public ExecutorService serial(String name, int capacity) {
        return blocking(name, 1);
    }

    @Override
    public ExecutorService endless(String name, BooleanSupplier idle) {
        ExecutorService threads = threads(name, 1);
        String what = name + " " + endless.incrementAndGet();
        time.settles(what, () -> {
            if (threads.isShutdown()) {
                time.forget(what);
                return true;
            }
            return idle.getAsBoolean();
        });
        return remember(threads);
    }

    @Override
    public ScheduledExecutorService scheduler(String name) {
        SteppedScheduler scheduler = new SteppedScheduler(time, blocking(name, 1));
        given.add(scheduler);
        return scheduler;
    }

    private static ExecutorService threads(String name, int limit) {
        return java.util.concurrent.Executors.newFixedThreadPool(limit, Thread.ofVirtual().name(name + "-", 1).factory());
    }

    private ExecutorService remember(ExecutorService executor) {
        given.removeIf(ExecutorService::isTerminated);
        given.add(executor);
        return executor;
    }

    @Override
    public void close() {
        given.forEach(ExecutorService::shutdownNow);
    }

    /** Tells the time of every task from when it is handed over until it is done. */
    @NonNullByDefault({})
    private final class Counted extends AbstractExecutorService {

        private final String name;
        private final ExecutorService threads;

        Counted(String name, ExecutorService threads) {
            this.name = name;
            this.threads = threads;
        }

        @Override
        public void execute(Runnable task) {
            Runnable counted = new Runnable() {
                @Override
                public void run() {
                    try {
                        task.run();
                    } finally {
                        time.end(this);
                    }
                }
            };
            time.begin(counted, name);
            try {
                threads.execute(counted);
            } catch (RejectedExecutionException e) {
                time.end(counted);
                throw e;
            }
        }

        @Override
        public void shutdown() {
            threads.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            List<Runnable> left = threads.shutdownNow();
            left.forEach(time::end);
            return left;
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
}
