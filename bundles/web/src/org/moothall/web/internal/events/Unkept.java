package org.moothall.web.internal.events;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Urgent events that the journal does not take: the store may be what they are about. One that it has not told within a moment goes
 * out without it, and to whoever comes later, until it is told after all. Thread-safe.
 */
final class Unkept {

    static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final LongSupplier nanos;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    /** Those that the journal told last: it may be faster than the one who tells us of them. */
    private final Set<String> told = new LinkedHashSet<>();
    private long newest;

    Unkept(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** An event that waits for the journal. @param number grows with each */
    record Waiting(long number, long since, Framed event) {}

    /** It was published. */
    synchronized void published(String type, String json) {
        if (!told.remove(json)) {
            waiting.add(new Waiting(++newest, nanos.getAsLong(), new Framed(Framed.NONE, type, json)));
            if (waiting.size() > MOST) {
                waiting.remove();
            }
        }
    }

    /** The journal told it. */
    synchronized void kept(String json) {
        if (!waiting.removeIf(one -> one.event().json().equals(json))) {
            told.add(json);
            if (told.size() > MOST) {
                told.remove(told.iterator().next());
            }
        }
    }

    /** Whoever listens reads everything again, and the journal will not tell what was before. */
    synchronized void forget() {
        waiting.clear();
    }

    /** Those after this number that have waited for too long, oldest first. */
    synchronized List<Waiting> after(long number) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        long now = nanos.getAsLong();
        return waiting.stream().filter(one -> one.number() > number && now - one.since() > MOMENT.toNanos()).toList();
    }
}
