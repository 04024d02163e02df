package org.moothall.mediaengine.callbridge.internal.cdr;

import java.time.Duration;

/** How long a sender rests before it tries again. Used by one thread. */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration next = FIRST;

    /** After one more failure. */
    Duration next() {
        Duration now = next;
        Duration twice = now.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return now;
    }

    /** It went well. */
    void reset() {
        next = FIRST;
    }
}
