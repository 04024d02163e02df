package org.moothall.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** A clock that goes like every other and that a test may put forward, for tests of a whole running program. Thread-safe. */
@NonNullByDefault({})
public final class MovableClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    /** Puts it forward by this much more. */
    public synchronized void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock knows UTC only");
    }
}
