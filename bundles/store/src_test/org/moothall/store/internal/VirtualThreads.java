package org.moothall.store.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

import org.moothall.core.Executors;

/** A thread for each task; nothing here is timed. The test kit is built on the store, so the store's own tests do without it. */
final class VirtualThreads implements Executors {

    @Override
    public ExecutorService blocking(String name, int limit) {
        return java.util.concurrent.Executors.newFixedThreadPool(limit, Thread.ofVirtual().name(name + "-", 1).factory());
    }

    @Override
    public ExecutorService serial(String name, int capacity) {
        return blocking(name, 1);
    }

    @Override
    public ScheduledExecutorService scheduler(String name) {
        throw new UnsupportedOperationException("the store times nothing");
    }
}
