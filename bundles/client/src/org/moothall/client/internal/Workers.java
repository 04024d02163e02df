package org.moothall.client.internal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads on which a client waits for answers; what has not ended when they close is cancelled. */
final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ExecutorService threads;
    private final Set<Work<?>> open = ConcurrentHashMap.newKeySet();

    Workers(ExecutorService threads) {
        this.threads = threads;
    }

    <T> CompletableFuture<T> start(Callable<T> task) {
        Work<T> work = new Work<>();
        open.add(work);
        work.whenComplete((value, failure) -> open.remove(work));
        try {
            work.runningAs(threads.submit(() -> work.run(task)));
        } catch (RejectedExecutionException e) {
            work.cancel(false);
        }
        return work;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        List.copyOf(open).forEach(work -> work.cancel(true));
        try {
            if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A request to the server did not stop within {}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
