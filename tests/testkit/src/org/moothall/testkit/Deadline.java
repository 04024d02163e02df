package org.moothall.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads and in other programs. */
public final class Deadline {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = Duration.ofMillis(5).toNanos();

    private Deadline() {}

    /** Waits until this is so; fails after half a minute. */
    public static void await(BooleanSupplier condition) {
        await("it", LIMIT, condition);
    }

    /** Waits until this is so; fails with what was waited for when it is not so in time. */
    public static void await(String what, Duration limit, BooleanSupplier condition) {
        if (!within(limit, condition)) {
            throw new AssertionError(what + " did not happen within " + limit.toSeconds() + " s");
        }
    }

    /** Whether this was so at some moment before the limit. */
    public static boolean within(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }
}
