package org.moothall.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** A clock that stands still until a test moves it. Thread-safe. */
@NonNullByDefault({})
final class ManualClock extends Clock {

    private volatile Instant now;

    /** Stands at noon of a day in 2026. */
    ManualClock() {
        this(Instant.parse("2026-03-02T12:00:00Z"));
    }

    /** Stands at this instant. */
    ManualClock(Instant now) {
        this.now = now;
    }

    /** Moves on by this much. */
    synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock knows UTC only");
    }
}
