package org.moothall.core.internal;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A scheduler that tells the log when a task fails: the JDK's ends a failed repeated task without a word. */
final class LoggingScheduler extends ScheduledThreadPoolExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(LoggingScheduler.class);

    LoggingScheduler(ThreadFactory threads) {
        super(1, threads);
        setRemoveOnCancelPolicy(true);
        setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    @NonNullByDefault({})
    protected void afterExecute(Runnable task, Throwable thrown) {
        super.afterExecute(task, thrown);
        if (task instanceof Future<?> future && future.isDone()) {
            logFailure(future);
        }
    }

    private static void logFailure(Future<?> future) {
        if (future.state() == Future.State.FAILED) {
            LOG.error("A timed task failed and will not be repeated", future.exceptionNow());
        }
    }
}
