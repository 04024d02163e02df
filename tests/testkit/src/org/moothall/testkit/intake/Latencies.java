package org.moothall.testkit.intake;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** How long things took, to a hundredth of a millisecond, up to ten seconds. Thread-safe. */
public final class Latencies {

    private static final long STEP_NANOS = 10_000;
    private static final int STEPS = 1_000_000;

    private final AtomicIntegerArray counts = new AtomicIntegerArray(STEPS);

    /** Notes one. */
    public void add(long nanos) {
        counts.incrementAndGet((int) Math.clamp(nanos / STEP_NANOS, 0, STEPS - 1));
    }

    /** So long, in milliseconds, took at most this share of them. */
    public double millis(double share) {
        long all = 0;
        for (int i = 0; i < STEPS; i++) {
            all += counts.get(i);
        }
        long below = 0;
        for (int i = 0; i < STEPS; i++) {
            below += counts.get(i);
            if (below >= all * share) {
                return (i + 1) * STEP_NANOS / 1e6;
            }
        }
        return 0;
    }
}
