package org.moothall.meetings.internal.link;

import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * How many requests a second one Call Bridge is asked. What people do goes at once and is charged, so that our own reading
 * waits the longer. Unused requests of one second are kept for the next, no more. Thread-safe.
 */
final class Budget {

    /** Waits; tests move their clock instead. */
    @FunctionalInterface
    interface Pause {
        void nanos(long length) throws InterruptedException;
    }

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final IntSupplier perSecond;
    private final LongSupplier nanoTime;
    private final Pause pause;
    /** When everything charged so far is paid. */
    private long paidAt;

    /** With this many requests a second. */
    Budget(IntSupplier perSecond) {
        this(perSecond, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    Budget(IntSupplier perSecond, LongSupplier nanoTime, Pause pause) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.pause = pause;
        paidAt = nanoTime.getAsLong() - SECOND;
    }

    /** Requests that somebody waits for. */
    void charge(int requests) {
        spend(requests);
    }

    /** A request of our own: returns when it may be made. */
    void await() throws InterruptedException {
        long wait = spend(1);
        if (wait > 0) {
            pause.nanos(wait);
        }
    }

    private synchronized long spend(int requests) {
        long now = nanoTime.getAsLong();
        paidAt = Math.max(paidAt, now - SECOND) + requests * (SECOND / Math.max(1, perSecond.getAsInt()));
        return paidAt - now;
    }
}
