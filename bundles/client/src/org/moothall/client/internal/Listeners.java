package org.moothall.client.internal;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.EventStream.Listener;
import org.moothall.client.EventStream.Subscription;
import org.moothall.core.Boundary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners on one thread, in order. When they fall behind, the teller waits: the network slows the server down, which
 * in the end drops events and says so by a reset.
 */
@Boundary
final class Listeners implements AutoCloseable {

    /** Fewer than the thread's queue holds, so that new listeners always fit in. */
    static final int UNDER_WAY = 8_000;
    static final int QUEUE = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final ExecutorService thread;
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private boolean connected;
    private @Nullable Instant lost;

    Listeners(ExecutorService thread) {
        this.thread = thread;
    }

    Subscription add(Listener listener) {
        Entry entry = new Entry(listener);
        submit(() -> {
            entries.add(entry);
            tellHowItIs(entry);
        });
        return entry;
    }

    void connected(boolean mayHaveMissed) throws InterruptedException {
        tell(() -> {
            connected = true;
            lost = null;
            each(Listener::connected);
            if (mayHaveMissed) {
                each(Listener::reset);
            }
        });
    }

    void lost(Instant since) throws InterruptedException {
        tell(() -> {
            connected = false;
            if (lost == null) {
                lost = since;
                each(listener -> listener.lost(since));
            }
        });
    }

    void all(Consumer<Listener> call) throws InterruptedException {
        tell(() -> each(call));
    }

    @Override
    public void close() {
        thread.shutdownNow();
        entries.clear();
    }

    private void tell(Runnable task) throws InterruptedException {
        room.acquire();
        submit(() -> {
            room.release();
            task.run();
        });
    }

    private void submit(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("Nobody is told any more: the client is closed");
        }
    }

    private void tellHowItIs(Entry entry) {
        @Nullable Instant since = lost;
        if (connected) {
            entry.call(Listener::connected);
        } else if (since != null) {
            entry.call(listener -> listener.lost(since));
        }
    }

    private void each(Consumer<Listener> call) {
        entries.forEach(entry -> entry.call(call));
    }

    private final class Entry implements Subscription {
        private final Listener listener;
        private volatile boolean closed;

        Entry(Listener listener) {
            this.listener = listener;
        }

        void call(Consumer<Listener> call) {
            if (!closed) {
                try {
                    call.accept(listener);
                } catch (RuntimeException e) {
                    LOG.error("A listener to the server's changes failed", e);
                }
            }
        }

        @Override
        public void close() {
            closed = true;
            submit(() -> entries.remove(this));
        }
    }
}
