package org.moothall.meetings.internal.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;

/**
 * So many bytes for what is under way. Who comes when there is no room waits a moment, in the order of coming, without a
 * thread: so those who tell too much are slowed down evenly. Thread-safe.
 */
final class Room {

    private static final int MOST_WAITING = 1_000;

    private final int size;
    private final long patienceMillis;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private int free;

    private record Waiting(int bytes, CompletableFuture<Boolean> granted) {}

    /** @param patienceMillis so long one waits */
    Room(int size, long patienceMillis) {
        this.size = size;
        this.patienceMillis = patienceMillis;
        free = size;
    }

    /** True when the room is taken, false when there is none; more than there is at all counts as all of it. */
    CompletableFuture<Boolean> take(int bytes) {
        CompletableFuture<Boolean> granted = new CompletableFuture<>();
        synchronized (this) {
            if (waiting.isEmpty() && bounded(bytes) <= free) {
                free -= bounded(bytes);
                granted.complete(true);
            } else if (waiting.size() >= MOST_WAITING || patienceMillis == 0) {
                granted.complete(false);
            } else {
                waiting.add(new Waiting(bounded(bytes), granted));
            }
        }
        return granted.isDone() ? granted : granted.completeOnTimeout(false, patienceMillis, TimeUnit.MILLISECONDS);
    }

    /** Gives back what was taken. */
    void giveBack(int bytes) {
        List<Waiting> next = new ArrayList<>();
        synchronized (this) {
            free += bounded(bytes);
            for (@Nullable Waiting first = waiting.peek(); first != null && (first.granted().isDone() || first.bytes() <= free); first = waiting.peek()) {
                waiting.remove();
                if (!first.granted().isDone()) {
                    free -= first.bytes();
                    next.add(first);
                }
            }
        }
        for (Waiting each : next) {
            if (!each.granted().complete(true)) {
                giveBack(each.bytes()); // gave up in this moment
            }
        }
    }

    private int bounded(int bytes) {
        return Math.min(bytes, size);
    }
}
