package org.moothall.meetings.internal.link;

import java.time.Duration;
import java.time.Instant;

/**
 * Judges whether records reach us: what a bridge had written a minute ago, after we were registered there, is here by now or
 * does not come. Used by one thread.
 */
final class Delivery {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private long first = Long.MAX_VALUE;
    private long written = -1;
    private Instant since = Instant.EPOCH;
    private boolean arriving = true;

    /**
     * Takes what a read found.
     *
     * @param expected number of the next record that we wait for, -1 when none came
     * @param writes number of the next record that the bridge will write, negative when unknown
     * @return whether records arrive, as far as we can tell
     */
    boolean arriving(long expected, long writes, Instant now) {
        if (writes < 0) {
            return arriving;
        }
        if (writes < first || writes < written) {
            begin(writes, now); // the first read, or the bridge was restarted
        } else if (now.isAfter(since.plus(PATIENCE))) {
            arriving = written <= first || expected >= written;
            written = writes;
            since = now;
        }
        return arriving;
    }

    private void begin(long writes, Instant now) {
        first = writes;
        written = writes;
        since = now;
    }
}
