package org.moothall.core.internal;

import java.util.ArrayDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscriber: its bounded queue and the thread that empties it. */
@Boundary
final class QueuedSubscription implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(QueuedSubscription.class);
    private static final long CLOSE_SECONDS = 4;

    private final String name;
    private final int capacity;
    private final Consumer<ChangeEvent> subscriber;
    private final Runnable lost;
    private final ExecutorService thread;
    private final Consumer<QueuedSubscription> onClose;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<ChangeEvent> queue = new ArrayDeque<>();
    private boolean overflowed;
    private boolean closed;
    private volatile @Nullable Thread running;

    QueuedSubscription(String name, int capacity, Consumer<ChangeEvent> subscriber, Runnable lost, ExecutorService thread,
            Consumer<QueuedSubscription> onClose) {
        this.name = name;
        this.capacity = capacity;
        this.subscriber = subscriber;
        this.lost = lost;
        this.thread = thread;
        this.onClose = onClose;
    }

    void start() {
        thread.execute(this::run);
    }

    void offer(ChangeEvent event) {
        lock.lock();
        try {
            if (queue.size() == capacity) {
                queue.removeFirst();
                overflowed = true;
            }
            queue.addLast(event);
            changed.signal();
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

    /** What to call next; null at the end. The loss is told before the first event that comes after it. */
    private @Nullable Runnable next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (queue.isEmpty() && !closed) {
                changed.await();
            }
            if (closed) {
                return null;
            }
            if (overflowed) {
                overflowed = false;
                return lost;
            }
            ChangeEvent event = queue.removeFirst();
            return () -> subscriber.accept(event);
        } finally {
            lock.unlock();
        }
    }

    private void call(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.error("Subscriber {} failed on an event", name, e);
        }
    }

    /** Ends the calls and waits for the running one, unless that one is the caller. */
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
        onClose.accept(this);
        thread.shutdown();
        if (Thread.currentThread() != running) {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Subscriber {} did not end in time and is interrupted", name);
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
