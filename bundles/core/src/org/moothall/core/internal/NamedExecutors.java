package org.moothall.core.internal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.moothall.core.Executors;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes executors whose threads tell in dumps and logs whom they work for. */
@Component
public final class NamedExecutors implements Executors {

    private static final Logger LOG = LoggerFactory.getLogger(NamedExecutors.class);
    private static final long IDLE_SECONDS = 30;

    @Override
    public ExecutorService blocking(String name, int limit) {
        return new BoundedVirtualThreads(Thread.ofVirtual().name(name + "-", 1).uncaughtExceptionHandler(NamedExecutors::log).factory(), limit);
    }

    @Override
    public ExecutorService serial(String name, int capacity) {
        ThreadPoolExecutor serial = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(capacity),
                threads(name));
        serial.allowCoreThreadTimeOut(true);
        return serial;
    }

    @Override
    public ScheduledExecutorService scheduler(String name) {
        return new LoggingScheduler(threads(name));
    }

    private static ThreadFactory threads(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 1).uncaughtExceptionHandler(NamedExecutors::log).factory();
    }

    private static void log(Thread thread, Throwable failure) {
        LOG.error("A task of {} failed", thread.getName(), failure);
    }
}
