package org.moothall.webhooks.internal;

import java.time.Duration;

/** When a receiver that did not take what it was sent is tried again: after 1 s, twice that each time, at most 10 minutes. */
final class Backoff {

    static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;

    private Backoff() {}

    /** @param failures so far, from 1 */
    static Duration after(int failures) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(MOST_DOUBLINGS, failures - 1));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
