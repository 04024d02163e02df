package org.moothall.licensing.internal;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.core.Executors;
import org.moothall.testkit.ManualScheduler;

/** Work is done by whoever gives it, so that a test knows when it is done; timed work by the test's scheduler. */
final class DirectExecutors implements Executors {

    private final ManualScheduler scheduler;

    DirectExecutors(ManualScheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public ExecutorService blocking(String name, int limit) {
        return new Direct();
    }

    @Override
    public ExecutorService serial(String name, int capacity) {
        return new Direct();
    }

    @Override
    public ScheduledExecutorService scheduler(String name) {
        return scheduler;
    }

    @NonNullByDefault({})
    private static final class Direct extends AbstractExecutorService {
        private volatile boolean ended;

        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {
            ended = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            ended = true;
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return ended;
        }

        @Override
        public boolean isTerminated() {
            return ended;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
