package org.moothall.security.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

import org.moothall.core.Executors;

/** The JDK's own executors. */
final class Threads implements Executors {

    @Override
    public ExecutorService blocking(String name, int limit) {
        return java.util.concurrent.Executors.newFixedThreadPool(limit, Thread.ofVirtual().factory());
    }

    @Override
    public ExecutorService serial(String name, int capacity) {
        return java.util.concurrent.Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    }

    @Override
    public ScheduledExecutorService scheduler(String name) {
        return java.util.concurrent.Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    }
}
