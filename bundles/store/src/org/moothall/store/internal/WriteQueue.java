package org.moothall.store.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What waits for the writer, in two lines: what somebody waits for, and what is written behind. The second line is taken from
 * when the first is empty, or when the writer asks for it, so that neither holds up the other for long. Thread-safe.
 */
final class WriteQueue {

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition drained = lock.newCondition();
    private final ArrayDeque<Job<?>> prompt = new ArrayDeque<>();
    private final ArrayDeque<Job<?>> behind = new ArrayDeque<>();

    /** @param capacity of each line */
    WriteQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Queues a job; false when there was no room for it during this time. */
    boolean offer(Job<?> job, long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            ArrayDeque<Job<?>> line = line(job);
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (line.size() >= capacity) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = drained.awaitNanos(nanos);
            }
            line.add(job);
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Queues the next step of a job that was here before, after those that wait. */
    void goOn(Job<?> job) {
        lock.lock();
        try {
            line(job).add(job);
        } finally {
            lock.unlock();
        }
    }

    /** The next of either line; null when none came during this time. */
    @Nullable
    Job<?> poll(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (prompt.isEmpty() && behind.isEmpty() && nanos > 0) {
                nanos = filled.awaitNanos(nanos);
            }
            @Nullable Job<?> next = take(prompt);
            return next == null ? take(behind) : next;
        } finally {
            lock.unlock();
        }
    }

    /** The next that somebody waits for; null when there is none. */
    @Nullable
    Job<?> pollPrompt() {
        lock.lock();
        try {
            return take(prompt);
        } finally {
            lock.unlock();
        }
    }

    /** The next that is written behind; null when there is none. */
    @Nullable
    Job<?> pollBehind() {
        lock.lock();
        try {
            return take(behind);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Job<?> take(ArrayDeque<Job<?>> line) {
        @Nullable Job<?> next = line.poll();
        if (next != null) {
            drained.signal();
        }
        return next;
    }

    /** Takes a job out again; false when it is not here any more. */
    boolean remove(Job<?> job) {
        lock.lock();
        try {
            return line(job).remove(job);
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return prompt.isEmpty() && behind.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Takes all out. */
    List<Job<?>> clear() {
        lock.lock();
        try {
            List<Job<?>> all = new ArrayList<>(prompt);
            all.addAll(behind);
            prompt.clear();
            behind.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }

    private ArrayDeque<Job<?>> line(Job<?> job) {
        return job.behind() ? behind : prompt;
    }
}
