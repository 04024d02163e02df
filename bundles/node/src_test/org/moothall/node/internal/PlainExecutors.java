package org.moothall.node.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

import org.moothall.core.Executors;

/** Real threads and real timers, for tests that drive a whole node. */
final class PlainExecutors implements Executors {

    @Override
    public ExecutorService blocking(String name, int limit) {
        return java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor();
    }

    @Override
    public ExecutorService serial(String name, int capacity) {
        return java.util.concurrent.Executors.newSingleThreadExecutor();
    }

    @Override
    public ScheduledExecutorService scheduler(String name) {
        return java.util.concurrent.Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    }
}
