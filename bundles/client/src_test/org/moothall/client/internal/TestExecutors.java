package org.moothall.client.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

import org.moothall.core.Executors;

/** Real threads for work, the test's own scheduler for timed work; closing it ends them all. Thread-safe. */
final class TestExecutors implements Executors, AutoCloseable {

    private final ManualScheduler scheduler;
    private final List<ExecutorService> given = new CopyOnWriteArrayList<>();

    /** Timed work runs when this scheduler is moved on. */
    public TestExecutors(ManualScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Timed work never runs. */
    public TestExecutors() {
        this(new ManualScheduler(new ManualClock()));
    }

    @Override
    public ExecutorService blocking(String name, int limit) {
        return remember(java.util.concurrent.Executors.newFixedThreadPool(limit, Thread.ofVirtual().name(name + "-", 1).factory()));
    }

    @Override
    public ExecutorService serial(String name, int capacity) {
        return remember(java.util.concurrent.Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name + "-", 1).factory()));
    }

    @Override
    public ScheduledExecutorService scheduler(String name) {
        return scheduler;
    }

    private ExecutorService remember(ExecutorService executor) {
        given.add(executor);
        return executor;
    }

    @Override
    public void close() {
        given.forEach(ExecutorService::shutdownNow);
    }
}
