package org.moothall.web.internal.events;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The newest entries in memory, so that live subscribers do not each ask the store. Thread-safe. */
final class EventRing {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Deque<Framed> entries = new ArrayDeque<>();
    private final int capacity;
    /** Every entry after this id is here. */
    private long completeAfter;

    EventRing(int capacity) {
        this.capacity = capacity;
    }

    /** Forgets everything; entries after this id will be added. */
    void restart(long newest) {
        lock.lock();
        try {
            entries.removeIf(entry -> entry.id() <= newest);
            completeAfter = newest;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void add(Framed entry) {
        lock.lock();
        try {
            entries.add(entry);
            if (entries.size() > capacity) {
                completeAfter = entries.remove().id();
            }
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Up to {@code limit} entries after this id; empty when some of them are no longer here. */
    Optional<List<Framed>> after(long id, int limit) {
        lock.lock();
        try {
            if (id < completeAfter) {
                return Optional.empty();
            }
            // Almost everybody is near the end: looked at from there, a subscriber costs what it is behind.
            Deque<Framed> found = new ArrayDeque<>();
            for (Iterator<Framed> newestFirst = entries.descendingIterator(); newestFirst.hasNext();) {
                Framed entry = newestFirst.next();
                if (entry.id() <= id) {
                    break;
                }
                found.addFirst(entry);
                if (found.size() > limit) {
                    found.removeLast();
                }
            }
            return Optional.of(List.copyOf(found));
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there may be an entry after this id, or so long. */
    void await(long id, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (left > 0 && (entries.isEmpty() || entries.getLast().id() <= id)) {
                left = grown.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How long a subscriber sleeps at the most before it looks after its session again. */
    static Duration nap() {
        return Duration.ofNanos(TimeUnit.SECONDS.toNanos(1));
    }
}
