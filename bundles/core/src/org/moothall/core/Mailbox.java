package org.moothall.core;

import java.util.ArrayDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded queue that one thread of its own empties: who puts never waits. When the reader falls behind, the oldest items are
 * dropped and it is told before the next one. Thread-safe.
 */
@Boundary
public final class Mailbox<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final long CLOSE_SECONDS = 4;

    private final String name;
    private final int capacity;
    private final Consumer<T> reader;
    private final Runnable lost;
    private final ExecutorService thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<T> queue = new ArrayDeque<>();
    private boolean overflowed;
    private boolean resting;
    private boolean closed;
    private volatile @Nullable Thread running;

    /**
     * Starts reading.
     *
     * @param name of the reader, for thread and log
     * @param capacity items that may wait
     * @param reader called with each item, in order; what it throws is logged and the next item follows
     * @param lost called when items were dropped
     */
    public Mailbox(Executors executors, String name, int capacity, Consumer<T> reader, Runnable lost) {
        this.name = name;
        this.capacity = capacity;
        this.reader = reader;
        this.lost = lost;
        this.thread = executors.endless(name, this::idle);
        thread.execute(this::run);
    }

    /** Queues an item; the oldest goes when the queue is full. Ignored after {@link #close}. */
    public void put(T item) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (queue.size() == capacity) {
                queue.removeFirst();
                overflowed = true;
            }
            queue.addLast(item);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Drops what waits and has the reader told of a loss. */
    public void lose() {
        lock.lock();
        try {
            queue.clear();
            overflowed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private boolean idle() {
        lock.lock();
        try {
            return closed || resting && queue.isEmpty() && !overflowed;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        running = Thread.currentThread();
        try {
            for (Runnable call = next(); call != null; call = next()) {
                call(call);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Runnable next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            resting = true;
            while (queue.isEmpty() && !overflowed && !closed) {
                changed.await();
            }
            resting = false;
            if (closed) {
                return null;
            }
            if (overflowed) {
                overflowed = false;
                return lost;
            }
            T item = queue.removeFirst();
            return () -> reader.accept(item);
        } finally {
            lock.unlock();
        }
    }

    private void call(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed on an item", name, e);
        }
    }

    /** Drops what waits and waits for the running call, unless that one is the caller. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            queue.clear();
            changed.signal();
        } finally {
            lock.unlock();
        }
        thread.shutdown();
        if (Thread.currentThread() != running) {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} did not end in time and is interrupted", name);
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
