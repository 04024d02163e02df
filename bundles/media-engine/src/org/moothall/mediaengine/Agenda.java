package org.moothall.mediaengine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to be done later. Guarded by the conference. */
final class Agenda {

    private final Clock clock;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::order));
    private long order;

    private record Entry(Instant at, long order, Runnable action) {}

    Agenda(Clock clock) {
        this.clock = clock;
    }

    void after(Duration delay, Runnable action) {
        entries.add(new Entry(clock.instant().plus(delay), order++, action));
    }

    /** Does what is due. */
    void advance() {
        for (Entry next = entries.peek(); next != null && !next.at().isAfter(clock.instant()); next = entries.peek()) {
            entries.poll();
            next.action().run();
        }
    }
}
